import type { ServerResponse } from 'node:http';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import { unavailable } from './archive-errors.js';

/** Whatever is not one of our answers is an outage for the reader, and a line in the log for the operator. */
@Catch()
export class ArchiveErrorFilter implements ExceptionFilter {
  private readonly log = new Logger('Archiver');

  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<ServerResponse>();
    if (!(error instanceof HttpException)) this.log.error(`The archive gave no answer: ${String(error)}`);
    const answer = error instanceof HttpException ? error : unavailable();
    if (response.headersSent) {
      response.destroy();
      return;
    }
    response.statusCode = answer.getStatus();
    response.setHeader('content-type', 'application/json; charset=utf-8');
    response.end(JSON.stringify(answer.getResponse()));
  }
}

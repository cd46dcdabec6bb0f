import type { ServerResponse } from 'node:http';
import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import { tooManyAttempts } from '../gateway-errors.js';

/** Too many wrong passwords: this one is not even looked at. */
export class HeldBack extends Error {
  constructor(readonly retryAfterSeconds: number) {
    super('held back');
  }
}

/** Says when to come again, for people in words and for programs in Retry-After. */
@Catch(HeldBack)
export class HeldBackFilter implements ExceptionFilter<HeldBack> {
  catch({ retryAfterSeconds }: HeldBack, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<ServerResponse>();
    const error = tooManyAttempts(retryAfterSeconds);
    response.statusCode = error.getStatus();
    response.setHeader('retry-after', String(retryAfterSeconds));
    response.setHeader('content-type', 'application/json; charset=utf-8');
    response.end(JSON.stringify(error.getResponse()));
  }
}

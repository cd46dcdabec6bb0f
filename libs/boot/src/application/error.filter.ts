import type { ServerResponse } from 'node:http';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';

interface Words {
  readonly code: string;
  readonly id: string;
  readonly en: string;
}

const wordsByStatus: Readonly<Record<number, Words>> = {
  400: {
    code: 'badRequest',
    id: 'Permintaan tidak dapat dibaca. Periksa alamat, parameter, dan isinya.',
    en: 'The request cannot be read. Check its address, parameters and body.',
  },
  404: { code: 'notFound', id: 'Alamat itu tidak ada.', en: 'There is nothing at this address.' },
  413: { code: 'tooLarge', id: 'Isi permintaan terlalu besar.', en: 'The body of the request is too large.' },
  415: {
    code: 'wrongBodyType',
    id: 'Jenis isi permintaan ini tidak diterima.',
    en: 'This type of body is not accepted.',
  },
};
const failure: Words = {
  code: 'internal',
  id: 'Ada yang salah pada program ini. Coba lagi; bila terulang, lihat catatannya.',
  en: 'Something is wrong in the program itself. Try again; if it happens again, look at its log.',
};

/**
 * Every error leaves in the one form that senders are promised, those of the framework as well. What a bug says goes
 * to the log alone: it may quote data.
 */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  private readonly log = new Logger('Http');

  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<ServerResponse>();
    const status = statusOf(error);
    if (status >= 500 && !(error instanceof HttpException)) this.log.error(error);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    response.statusCode = status;
    response.setHeader('content-type', 'application/json; charset=utf-8');
    response.end(JSON.stringify(bodyOf(error, status)));
  }
}

/** The framework's own errors carry `status`, too; anything else is a bug. */
function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const status = (error as { status?: unknown } | null)?.status;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}

function bodyOf(error: unknown, status: number): object {
  const own = error instanceof HttpException ? error.getResponse() : null;
  if (typeof own === 'object' && own !== null && 'error' in own && typeof own.error === 'object') return own;
  const { code, id, en } = wordsByStatus[status] ?? (status < 500 ? wordsByStatus[400]! : failure);
  return { error: { code, message: { id, en } } };
}

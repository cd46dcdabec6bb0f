import type { IncomingMessage, ServerResponse } from 'node:http';
import { HttpException, HttpStatus, Injectable, type NestMiddleware } from '@nestjs/common';

/**
 * PostgreSQL takes no NUL character in a text, and no honest sender writes one: it is refused at the door, so that it is a
 * mistake of the sender in every service and never an error of the program.
 */
@Injectable()
export class NulMiddleware implements NestMiddleware<IncomingMessage, ServerResponse> {
  use(
    request: IncomingMessage & { originalUrl?: string; body?: unknown },
    _: unknown,
    next: () => void,
  ): void {
    if ((request.originalUrl ?? request.url ?? '').includes('%00') || hasNul(request.body))
      throw nulCharacter();
    next();
  }
}

const nulCharacter = () =>
  new HttpException(
    {
      error: {
        code: 'nulCharacter',
        message: {
          id: 'Permintaan memuat karakter NUL yang tidak dapat disimpan. Hapus karakter itu lalu kirim lagi.',
          en: 'The request holds a NUL character, which cannot be stored. Remove it and send again.',
        },
      },
    },
    HttpStatus.BAD_REQUEST,
  );

/** Without recursion: a body of brackets alone nests deeper than the stack reaches. */
function hasNul(body: unknown): boolean {
  const waiting: unknown[] = [body];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value === 'string' && value.includes('\0')) return true;
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, each] of Object.entries(value)) waiting.push(key, each);
  }
  return false;
}

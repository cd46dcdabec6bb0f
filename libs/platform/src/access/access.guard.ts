import {
  type CanActivate,
  type ExecutionContext,
  Inject,
  Injectable,
  UnauthorizedException,
} from '@nestjs/common';
import type { Secret } from '../configuration/secret.js';
import { isSameSecret } from './access-token.js';

/** Nest injection token of the access token (a Secret). */
export const ACCESS_TOKEN = Symbol('access token');

interface RequestWithHeaders {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** Lets a request pass that carries the desk's bearer token. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(@Inject(ACCESS_TOKEN) private readonly token: Secret) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<RequestWithHeaders>();
    const header = request.headers['authorization'];
    const given = typeof header === 'string' ? /^Bearer (\S{1,512})$/.exec(header)?.[1] : undefined;
    if (given !== undefined && isSameSecret(given, this.token)) return true;
    throw new UnauthorizedException({
      error: {
        code: 'unauthorized',
        message: {
          id: 'Token tidak ada atau salah. Kirim header Authorization: Bearer dengan isi berkas ingest-token.',
          en: 'The token is missing or wrong. Send the header Authorization: Bearer with the content of the file ingest-token.',
        },
      },
    });
  }
}

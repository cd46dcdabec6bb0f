import type { IncomingMessage, ServerResponse } from 'node:http';
import { Inject, Injectable, type NestMiddleware } from '@nestjs/common';
import { GATEWAY_OPTIONS, type GatewayOptions } from '../gateway.options.js';
import { crossSite, mustChangePassword } from '../gateway-errors.js';
import { readCookie, sessionCookie } from './cookies.js';
import { attachSession } from './request-session.js';
import { isChanging, isFromOurPages } from './same-site.js';
import { isCsrfTokenOf, isSessionId } from './session-key.js';
import { Sessions } from './sessions.js';

/** All that a person with a one-time password may do: look, choose a password, leave. */
const beforeChange: ReadonlySet<string> = new Set([
  'GET /api/session',
  'DELETE /api/session',
  'POST /api/session/password',
]);

/**
 * Turns the cookie of a browser into the short-lived token that every service's guard verifies. A request without the
 * cookie keeps its own Authorization header: that is how programs come.
 */
@Injectable()
export class SessionMiddleware implements NestMiddleware<IncomingMessage, ServerResponse> {
  private readonly trustedProxies: number;

  constructor(
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(GATEWAY_OPTIONS) options: GatewayOptions,
  ) {
    this.trustedProxies = options.trustedProxies ?? 0;
  }

  async use(request: IncomingMessage, _: ServerResponse, next: () => void): Promise<void> {
    await this.identify(request);
    next();
  }

  private async identify(request: IncomingMessage): Promise<void> {
    const sessionId = readCookie(request.headers.cookie, sessionCookie);
    const isProgram = sessionId === undefined && request.headers.authorization !== undefined;
    if (!isProgram && isChanging(request) && !isFromOurPages(request, this.trustedProxies)) throw crossSite();
    if (sessionId === undefined) return;
    // One way in only: whoever sends the cookie is judged by it.
    delete request.headers.authorization;
    const session = isSessionId(sessionId) ? await this.sessions.find(sessionId) : null;
    if (!session) return;
    const path = pathOf(request);
    // Signing in anew needs no token: the page that would know it may be long closed.
    const isLogin = request.method === 'POST' && path === '/api/session';
    if (isChanging(request) && !isLogin && !carriesToken(request, sessionId)) throw crossSite();
    if (session.user.mustChangePassword && !beforeChange.has(`${request.method} ${path}`)) {
      if (isLogin || !/^\/api\//i.test(path)) return;
      throw mustChangePassword();
    }
    attachSession(request, session);
    request.headers.authorization = `Bearer ${session.token}`;
  }
}

function carriesToken(request: IncomingMessage, sessionId: string): boolean {
  const given = request.headers['x-csrf-token'];
  return typeof given === 'string' && isCsrfTokenOf(sessionId, given);
}

/** Nest mounts middleware with a shortened `url`; the whole address is in `originalUrl`. */
function pathOf(request: IncomingMessage & { originalUrl?: string }): string {
  return (request.originalUrl ?? request.url ?? '/').split('?')[0] ?? '/';
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import helmet from 'helmet';
import { isHttps } from './client-address.js';

type Next = (error?: unknown) => void;
type Middleware = (request: IncomingMessage, response: ServerResponse, next: Next) => void;

const hstsSeconds = 365 * 24 * 3_600;

/** What answers of the API may load when a browser is made to show one as a page: nothing. */
const apiPolicy = "default-src 'none'; frame-ancestors 'none'";

/** Every answer has these, refused and failed ones too; the web app's page replaces the policy by its own. */
export function securityHeaders(trustedProxies: number): Middleware {
  const common = helmet({
    contentSecurityPolicy: false,
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  });
  return (request, response, next) => {
    response.setHeader('content-security-policy', apiPolicy);
    response.setHeader('permissions-policy', 'camera=(), microphone=(), geolocation=()');
    // What people read here is not left behind in a browser's or a proxy's cache.
    response.setHeader('cache-control', 'no-store');
    if (isHttps(request, trustedProxies))
      response.setHeader('strict-transport-security', `max-age=${hstsSeconds}`);
    common(request, response, next);
  };
}

/**
 * Our own files alone, and no inline script. The interface library writes style elements, which need the nonce; without
 * one in the page they are let through. Style attributes are what charts write into their tooltips.
 */
export function pagePolicy(nonce: string | null): string {
  const styles = nonce === null ? "'unsafe-inline'" : `'nonce-${nonce}'`;
  return [
    "default-src 'self'",
    "script-src 'self'",
    `style-src 'self' ${styles}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

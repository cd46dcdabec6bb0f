import type { IncomingMessage } from 'node:http';
import { hostOf } from '../web-door/client-address.js';

/** Methods that change nothing. */
const safeMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

export const isChanging = (request: IncomingMessage): boolean => !safeMethods.has(request.method ?? 'GET');

/** False when the browser says that a page of another site sends this. Programs say nothing and are judged otherwise. */
export function isFromOurPages(request: IncomingMessage, trustedProxies: number): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const origin = originOf(request);
  return origin === undefined || (origin !== null && origin.host === hostOf(request, trustedProxies));
}

const loopback = /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/;

/** A browser keeps a `__Host-` cookie over https and from this very computer; elsewhere a login would be forgotten at once. */
export function keepsCookies(request: IncomingMessage): boolean {
  const origin = originOf(request);
  if (origin === undefined || origin === null) return true;
  return origin.protocol === 'https:' || loopback.test(origin.hostname);
}

/** Undefined without the header; null when it names no site (`Origin: null`). */
function originOf(request: IncomingMessage): URL | null | undefined {
  const { origin } = request.headers;
  if (origin === undefined) return undefined;
  return URL.canParse(origin) ? new URL(origin) : null;
}

import type { IncomingMessage } from 'node:http';
import { clientAddress, hostOf, isHttps } from '../web-door/client-address.js';

/** Of one connection alone (RFC 9110, 7.6.1); `transfer-encoding` stays, the body is led on as it comes. */
const hopByHop = [
  'connection',
  'keep-alive',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'upgrade',
  'expect',
];
/** What proves a session is for this door alone: behind it, the signed token speaks. */
const ofThisDoor = ['cookie', 'x-csrf-token'];
const claimed = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-port'];

/** Turns the headers of a request into those that a service of ours gets: what a client claims is replaced by what we know. */
export function forwardHeaders(request: IncomingMessage, trustedProxies: number): void {
  const { headers } = request;
  const known = {
    'x-forwarded-for': clientAddress(request, trustedProxies),
    'x-forwarded-host': hostOf(request, trustedProxies),
    'x-forwarded-proto': isHttps(request, trustedProxies) ? 'https' : 'http',
  };
  const named = String(headers.connection ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase());
  for (const name of [...hopByHop, ...ofThisDoor, ...claimed, ...named]) delete headers[name];
  Object.assign(headers, known);
}

import type { IncomingMessage } from 'node:http';

const headerOf = (request: IncomingMessage, name: string): string[] =>
  String(request.headers[name] ?? '')
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');

/**
 * Who is at the other end. Each proxy of ours adds one entry to X-Forwarded-For, so the entry of the outermost one is as
 * many from the right as there are proxies; everything left of it is what the client wrote.
 */
export function clientAddress(request: IncomingMessage, trustedProxies: number): string {
  const forwarded = trustedProxies > 0 ? headerOf(request, 'x-forwarded-for').at(-trustedProxies) : undefined;
  return network(forwarded ?? request.socket.remoteAddress ?? 'unknown');
}

/** Did the browser speak https, to us or to the proxy of ours that said so? */
export function isHttps(request: IncomingMessage, trustedProxies: number): boolean {
  if ('encrypted' in request.socket && request.socket.encrypted === true) return true;
  return trustedProxies > 0 && headerOf(request, 'x-forwarded-proto').at(-trustedProxies) === 'https';
}

/** The host that the browser asked for. */
export function hostOf(request: IncomingMessage, trustedProxies: number): string {
  const forwarded = trustedProxies > 0 ? headerOf(request, 'x-forwarded-host').at(-1) : undefined;
  return forwarded ?? request.headers.host ?? '';
}

/** An IPv6 subscriber owns a /64 and may use a new address for each try, so the network counts as one. */
function network(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/, '').slice(0, 64);
  if (!plain.includes(':')) return plain;
  const [head = '', tail] = plain.split('%')[0]!.split('::');
  const groups = head === '' ? [] : head.split(':');
  if (tail !== undefined) {
    const after = tail === '' ? 0 : tail.split(':').length;
    while (groups.length + after < 8) groups.push('0');
  }
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, '').toLowerCase())
    .join(':')}::/64`;
}

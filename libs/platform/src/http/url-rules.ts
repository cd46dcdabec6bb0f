import { isIP } from 'node:net';
import { isPublicAddress } from './address-rules.js';
import { SafeHttpError } from './http-errors.js';

export const defaultAllowedPorts: readonly number[] = [80, 443];
const urlCharactersMax = 4_000;

/**
 * Reads and checks an address before any name is resolved. The WHATWG parser has already turned decimal, octal and
 * hexadecimal spellings of an IPv4 address into the dotted one, so one check sees them all.
 * @throws SafeHttpError with the reason it is refused for
 */
export function checkedUrl(address: string, allowedPorts: readonly number[]): URL {
  const url = parse(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new SafeHttpError(
      'scheme',
      `only http and https addresses are fetched, not ${url.protocol.slice(0, 20)}`,
    );
  if (url.username !== '' || url.password !== '')
    throw new SafeHttpError('userinfo', 'an address with a user name or password is not fetched');
  const port = portOf(url);
  if (!allowedPorts.includes(port)) throw new SafeHttpError('port', `port ${port} is not allowed`);
  const host = hostOf(url);
  if (isIP(host) !== 0 && !isPublicAddress(host))
    throw new SafeHttpError('forbiddenAddress', `${host} is not a public address`);
  return url;
}

function portOf(url: URL): number {
  if (url.port !== '') return Number(url.port);
  return url.protocol === 'https:' ? 443 : 80;
}

/** The host without the brackets of an IPv6 literal. */
function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '');
}

function parse(address: string): URL {
  if (address.length <= urlCharactersMax && URL.canParse(address)) return new URL(address);
  throw new SafeHttpError('badUrl', 'this is not an address that can be read');
}

import { absoluteMilliseconds } from './session-limits.js';

/** `__Host-`: Secure, this host alone, every path; a browser takes it over https and from localhost. */
export const sessionCookie = '__Host-kentongan';
/** Names a browser in which somebody signed in before, so that strangers' wrong guesses do not hold its owner back. */
export const deviceCookie = '__Host-kentongan-device';

const deviceSeconds = 365 * 24 * 3_600;
const headerCharactersMax = 8_192;

/** The value of a cookie; undefined when it is not sent, or sent twice with different values. */
export function readCookie(header: string | undefined, name: string): string | undefined {
  if (header === undefined || header.length > headerCharactersMax) return undefined;
  const values = header
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
  return new Set(values).size === 1 ? values[0] : undefined;
}

const setCookie = (name: string, value: string, maxAgeSeconds: number): string =>
  `${name}=${value}; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=${maxAgeSeconds}`;

export const setSessionCookie = (sessionId: string): string =>
  setCookie(sessionCookie, sessionId, absoluteMilliseconds / 1_000);
export const clearSessionCookie = (): string => setCookie(sessionCookie, '', 0);
export const setDeviceCookie = (device: string): string => setCookie(deviceCookie, device, deviceSeconds);

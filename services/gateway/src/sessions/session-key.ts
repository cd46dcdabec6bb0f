import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** What the cookie carries: 256 random bits. */
export const newSessionId = (): string => randomBytes(32).toString('base64url');

export const isSessionId = (text: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(text);

/** What the table holds: a thief of the table has no cookie. */
export const sessionKeyOf = (sessionId: string): Buffer => createHash('sha256').update(sessionId).digest();

/** Bound to the session, so that it ends with it and no other session's token serves. */
export const csrfTokenOf = (sessionId: string): string =>
  createHmac('sha256', sessionId).update('csrf').digest('base64url');

export function isCsrfTokenOf(sessionId: string, given: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(csrfTokenOf(sessionId)));
}

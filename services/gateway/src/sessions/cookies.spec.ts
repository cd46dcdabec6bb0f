import { describe, expect, it } from '@jest/globals';
import { readCookie, sessionCookie } from './cookies.js';
import { csrfTokenOf, isCsrfTokenOf, newSessionId, sessionKeyOf } from './session-key.js';

describe('cookies', () => {
  it('are found by their whole name, and not when two disagree', () => {
    expect(readCookie(`a=1; ${sessionCookie}=abc; b=2`, sessionCookie)).toBe('abc');
    expect(readCookie(`x${sessionCookie}=abc`, sessionCookie)).toBeUndefined();
    expect(readCookie(`${sessionCookie}=a; ${sessionCookie}=b`, sessionCookie)).toBeUndefined();
    expect(readCookie(undefined, sessionCookie)).toBeUndefined();
  });

  it('carry ids of which the key and the token tell nothing', () => {
    const [one, other] = [newSessionId(), newSessionId()];
    expect(one).not.toBe(other);
    expect(sessionKeyOf(one).toString('base64url')).not.toContain(one.slice(0, 8));
    expect(isCsrfTokenOf(one, csrfTokenOf(one))).toBe(true);
    expect(isCsrfTokenOf(one, csrfTokenOf(other))).toBe(false);
    expect(isCsrfTokenOf(one, '')).toBe(false);
  });
});

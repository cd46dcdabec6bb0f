import { describe, expect, it } from '@jest/globals';
import { type AttemptResult, afterAttempt, attemptsMax } from './after-attempt.js';

const now = Date.parse('2026-11-22T06:00:00Z');
const answered = (status: number, retryAfter?: string): AttemptResult => ({
  kind: 'answered',
  status,
  retryAfter,
});
const next = (result: AttemptResult, attempts = 1, random = 0.5) =>
  afterAttempt(result, attempts, now, random);

describe('after a try', () => {
  it('ends with any answer in the two hundreds', () => {
    expect(next(answered(200))).toEqual({ status: 'delivered', detail: 'HTTP 200' });
    expect(next(answered(204))).toEqual({ status: 'delivered', detail: 'HTTP 204' });
  });

  it('ends with an answer that says the message itself is wrong, and with an address that may not be reached', () => {
    for (const status of [301, 400, 401, 404, 410, 422])
      expect(next(answered(status))).toEqual({ status: 'failed', detail: `HTTP ${status}` });
    expect(next({ kind: 'unreached', reason: 'forbiddenAddress', retriable: false }).status).toBe('failed');
  });

  it('waits 5 s, 10 s, 20 s … for a receiver in trouble, a fifth more or less, and gives up after eight tries', () => {
    const waits = [1, 2, 3].map((attempts) => next(answered(500), attempts));
    expect(waits.map((step) => step.status === 'pending' && step.afterMilliseconds)).toEqual([
      5_000, 10_000, 20_000,
    ]);
    expect(next(answered(503), 1, 0)).toMatchObject({ afterMilliseconds: 4_000 });
    expect(next(answered(503), 1, 1)).toMatchObject({ afterMilliseconds: 6_000 });
    expect(next({ kind: 'unreached', reason: 'timeout', retriable: true })).toMatchObject({
      status: 'pending',
    });
    expect(next(answered(500), attemptsMax)).toEqual({ status: 'failed', detail: 'HTTP 500, 8 tries' });
  });

  it('waits as long as Retry-After asks, in seconds or as a date, but never more than an hour', () => {
    expect(next(answered(429, '120'))).toMatchObject({ status: 'pending', afterMilliseconds: 120_000 });
    expect(next(answered(429, 'Sun, 22 Nov 2026 06:01:00 GMT'))).toMatchObject({ afterMilliseconds: 60_000 });
    expect(next(answered(503, '1'))).toMatchObject({ afterMilliseconds: 5_000 });
    expect(next(answered(429, 'kapan-kapan'))).toMatchObject({ afterMilliseconds: 5_000 });
    expect(next(answered(429, '999999'))).toMatchObject({ afterMilliseconds: 3_600_000 });
  });
});

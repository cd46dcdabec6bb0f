import { describe, expect, it } from '@jest/globals';
import { backOffMilliseconds, millisecondsToPauseEnd } from './signal.js';

describe('the sleep of a group with paused partitions', () => {
  it('ends with the first pause', () => {
    expect(millisecondsToPauseEnd([130, 0, 150], 100, 101)).toBe(30);
  });

  it('ends at once when a pause ran out between the look and the sleep', () => {
    expect(millisecondsToPauseEnd([100.2], 100, 100.4)).toBe(1);
  });

  it('has no end when nothing is paused', () => {
    expect(millisecondsToPauseEnd([0, 99], 100, 100)).toBe(Number.POSITIVE_INFINITY);
    expect(millisecondsToPauseEnd([], 100, 100)).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('the pause after failures', () => {
  it('doubles up to ten seconds', () => {
    expect([1, 2, 3, 20].map(backOffMilliseconds)).toEqual([100, 200, 400, 10_000]);
  });
});

import { describe, expect, it } from '@jest/globals';
import {
  type Attempt,
  addressFailuresMax,
  type Familiarity,
  heldBackSeconds,
  type PastAttempt,
} from './login-rules.js';

const noon = Date.UTC(2026, 10, 22, 5);
const quiet = { count: 0, oldestAt: noon };
const at = (familiarity: Familiarity, address = '10.0.0.1', device: string | null = null): Attempt => ({
  familiarity,
  address,
  device,
});
const failed = (attempt: Attempt, secondsAgo: number): PastAttempt => ({
  ...attempt,
  at: noon - secondsAgo * 1_000,
});
const times = (count: number, attempt: Attempt, secondsAgo = 600): PastAttempt[] =>
  Array.from({ length: count }, (_, i) => failed(attempt, secondsAgo + i));

describe('holding back guesses', () => {
  it('lets five slips pass, then doubles the pause from one second to two minutes', () => {
    const me = at('none');
    const waits = [0, 4, 5, 6, 7, 11, 12, 30].map((count) =>
      heldBackSeconds(me, times(count, me, 0), quiet, noon),
    );
    expect(waits).toEqual([0, 0, 1, 2, 4, 64, 120, 120]);
    expect(heldBackSeconds(me, times(6, me, 2), quiet, noon)).toBe(0);
  });

  it('does not make one address wait for the slips of another, until the share is used up', () => {
    const others = Array.from({ length: 49 }, (_, i) => failed(at('none', `10.0.1.${i}`), i));
    expect(heldBackSeconds(at('none'), others, quiet, noon)).toBe(0);
    const full = [...others, failed(at('none', '10.0.2.1'), 1_800)];
    // Until the oldest of the fifty is an hour old.
    expect(heldBackSeconds(at('none'), full, quiet, noon)).toBe(1_800);
  });

  it('keeps shares for what is known, and never lets more than a hundred through', () => {
    const strangers = times(50, at('none', '10.9.9.9'));
    expect(heldBackSeconds(at('address'), strangers, quiet, noon)).toBe(0);
    expect(heldBackSeconds(at('device', '10.9.9.9', 'd1'), strangers, quiet, noon)).toBe(0);
    const offices = [0, 1, 2].flatMap((i) => times(10, at('address', `10.1.0.${i}`)));
    const all = [
      ...strangers,
      ...offices,
      ...times(10, at('device', 'x', 'd1')),
      ...times(10, at('device', 'x', 'd2')),
    ];
    expect(all).toHaveLength(100);
    for (const attempt of [at('none', '10.5.5.5'), at('address', '10.1.0.3'), at('device', 'x', 'd3')])
      expect(heldBackSeconds(attempt, all, quiet, noon)).toBeGreaterThan(0);
  });

  it('holds back an unfamiliar address that fails on many accounts, not the people known there', () => {
    const busy = { count: addressFailuresMax, oldestAt: noon - 3_000_000 };
    expect(heldBackSeconds(at('none'), [], busy, noon)).toBe(600);
    expect(heldBackSeconds(at('address'), [], busy, noon)).toBe(0);
    expect(heldBackSeconds(at('device', '10.0.0.1', 'd1'), [], busy, noon)).toBe(0);
  });
});

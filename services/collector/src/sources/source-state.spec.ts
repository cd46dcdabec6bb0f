import { describe, expect, it } from '@jest/globals';
import type { PollFailure, PollResult } from './source.port.js';
import { nextStatus, type SourceStatus, secondsToNextPoll } from './source-state.js';

const good: PollResult = { kind: 'unchanged', cursor: {} };
const bad = (failure: PollFailure): PollResult => ({
  kind: 'failed',
  failure,
  detail: failure,
  retryAfterSeconds: null,
});

function run(results: readonly PollResult[]): SourceStatus[] {
  const all: SourceStatus[] = [];
  results.forEach((result, index) => void all.push(nextStatus(all.at(-1) ?? null, result, index * 1_000)));
  return all;
}

describe('the state of a source', () => {
  it('is late before it is down, and live at once when it answers again', () => {
    const states = run([good, bad('timeout'), bad('serverError'), bad('unreachable'), bad('timeout'), good]);
    expect(states.map(({ state }) => state)).toEqual(['live', 'late', 'late', 'down', 'down', 'live']);
    expect(states.map(({ since }) => since)).toEqual([0, 1_000, 1_000, 3_000, 3_000, 5_000]);
    expect(states.map(({ failures }) => failures)).toEqual([0, 1, 2, 3, 4, 0]);
  });

  it.each(['refused', 'tooLarge', 'notAFeed', 'hostile'] as const)(
    'is down at once when it is %s',
    (failure) => expect(run([good, bad(failure)])[1]).toMatchObject({ state: 'down', detail: failure }),
  );

  it('tells a used-up quota apart', () => expect(run([bad('overQuota')])[0]?.state).toBe('overQuota'));
});

describe('the next poll', () => {
  const status = (failures: number): SourceStatus => ({
    state: 'late',
    since: 0,
    detail: '',
    failures,
    failure: null,
  });

  it('comes after the interval, give or take a tenth', () => {
    expect(secondsToNextPoll(300, status(0), null, 0)).toBeCloseTo(270);
    expect(secondsToNextPoll(300, status(0), null, 1)).toBeCloseTo(330);
  });

  it('backs off up to six hours, and never comes before the server allows it', () => {
    expect([1, 2, 3, 50].map((failures) => secondsToNextPoll(300, status(failures), null, 0.5))).toEqual([
      600, 1_200, 2_400, 21_600,
    ]);
    expect(secondsToNextPoll(300, status(1), 5_000, 0.5)).toBe(5_000);
  });
});

import { describe, expect, it } from '@jest/globals';
import { dead, done, drop, retry } from './outcome.js';
import { type Retries, retriesMax, settle, WrongOutcomeCount } from './settle.js';
import type { StreamRecord } from './stream.port.js';

const record = (offset: number): StreamRecord => ({
  partition: 0,
  offset,
  key: `k${offset}`,
  value: null,
  headers: {},
  appendedAt: '2026-01-05T00:00:00.000Z',
});
const batch = [record(10), record(11), record(12)];

describe('settle', () => {
  it('finishes the whole batch when nothing asks to be tried again', () => {
    const settled = settle(batch, [done, drop('duplicate'), dead('poison', 'why')], null);
    expect(settled).toMatchObject({ finished: 3, pauseMilliseconds: null, retries: null });
    expect(settled.dead).toEqual([{ record: batch[2], reason: 'poison', detail: 'why' }]);
  });

  it('finishes the prefix before the first retry only, dead letters behind it included', () => {
    const settled = settle(batch, [done, retry('poison', 50), dead('poison', 'later')], null);
    expect(settled).toEqual({
      finished: 1,
      dead: [],
      pauseMilliseconds: 50,
      retries: { offset: 11, count: 1 },
    });
  });

  it('retries a message 8 times, then it is dead and what is behind it goes on', () => {
    let retries: Retries | null = null;
    for (let tried = 1; tried <= retriesMax; tried += 1) {
      const settled = settle([record(11)], [retry('poison', 0)], retries);
      expect(settled.retries).toEqual({ offset: 11, count: tried });
      retries = settled.retries;
    }
    const last = settle([record(11), record(12)], [retry('poison', 0), done], retries);
    expect(last).toMatchObject({ finished: 2, pauseMilliseconds: null });
    expect(last.dead[0]).toMatchObject({ reason: 'exhausted', record: { offset: 11 } });
  });

  it('retries an outage without end and does not count it', () => {
    let retries: Retries | null = { offset: 11, count: 7 };
    for (let n = 0; n < 100; n += 1) {
      const settled = settle([record(11)], [retry('outage', 5)], retries);
      expect(settled).toMatchObject({ finished: 0, pauseMilliseconds: 5, dead: [] });
      retries = settled.retries;
    }
    expect(retries).toEqual({ offset: 11, count: 7 });
  });

  it('counts afresh for another message', () => {
    const settled = settle([record(12)], [retry('poison', 0)], { offset: 11, count: 8 });
    expect(settled.retries).toEqual({ offset: 12, count: 1 });
  });

  it.each([
    ['too few', [done]],
    ['too many', [done, done, done, done]],
  ])('calls %s outcomes a bug', (_name, outcomes) => {
    expect(() => settle(batch, outcomes, null)).toThrow(WrongOutcomeCount);
  });
});

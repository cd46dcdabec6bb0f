import { describe, expect, it } from 'vitest';
import { barsOf, niceCeiling, rangeOfBars } from './histogram-bars.js';
import { narrowBarsMax, rangeOf, unitOf } from './time-range.js';

const timeZone = 'Asia/Jakarta';
/** Sunday 22 November 2026, 13.05 in Semarang. */
const now = Date.parse('2026-11-22T06:05:00Z');
const hour = 3_600_000;
const day = 24 * hour;

describe('bars of a histogram', () => {
  it('fills days without posts with zero, in the days of the zone', () => {
    const bars = barsOf({
      buckets: [{ start: '2026-11-19T17:00:00.000Z', count: 4 }],
      unit: 'day',
      timeZone,
      from: '2026-11-18T20:00:00Z',
      to: '2026-11-21T17:00:00Z',
      now,
    });
    expect(bars.map((bar) => bar.count)).toEqual([0, 4, 0]);
    expect(bars[0]?.start).toBe(Date.parse('2026-11-18T17:00:00Z'));
  });

  it('shows the hour that is not over as partial and what is to come as unknown', () => {
    const bars = barsOf({
      buckets: [],
      unit: 'hour',
      timeZone,
      from: '2026-11-22T05:00:00Z',
      to: '2026-11-22T08:00:00Z',
      now,
    });
    expect(bars.map((bar) => [bar.count, bar.isPartial])).toEqual([
      [0, false],
      [0, true],
      [null, false],
    ]);
  });

  it('draws a silence as unknown, never as zero, and keeps what came nevertheless', () => {
    const silences = [{ start: now - 3 * hour, end: null }];
    const bars = barsOf({
      buckets: [{ start: '2026-11-22T05:00:00.000Z', count: 2 }],
      unit: 'hour',
      timeZone,
      from: '2026-11-22T02:00:00Z',
      now,
      silences,
    });
    expect(bars.map((bar) => bar.count)).toEqual([0, 0, null, 2, null]);
    expect(bars.map((bar) => bar.isPartial)).toEqual([false, true, true, true, true]);
  });

  it('begins at the first post when no time is asked for, and is empty without any', () => {
    const buckets = [{ start: '2026-11-01T17:00:00.000Z', count: 1 }];
    expect(barsOf({ buckets, unit: 'day', timeZone, now })).toHaveLength(21);
    expect(barsOf({ buckets: [], unit: 'day', timeZone, now })).toEqual([]);
  });

  it('never makes more bars than the archive has buckets, whatever the range', () => {
    expect(barsOf({ buckets: [], unit: 'hour', timeZone, from: '2005-01-01T00:00:00Z', now })).toHaveLength(
      2_000,
    );
  });

  it('weeks begin on Monday, months on the first', () => {
    const week = barsOf({ buckets: [], unit: 'week', timeZone, from: '2026-11-22T00:00:00Z', now });
    expect(new Date(week[0]?.start ?? 0).toISOString()).toBe('2026-11-15T17:00:00.000Z');
    const month = barsOf({ buckets: [], unit: 'month', timeZone, from: '2026-10-31T18:00:00Z', now });
    expect(new Date(month[0]?.start ?? 0).toISOString()).toBe('2026-10-31T17:00:00.000Z');
    expect(month).toHaveLength(1);
  });

  it('survives a zone with summer time: 25 hours are one day', () => {
    const bars = barsOf({
      buckets: [],
      unit: 'day',
      timeZone: 'Europe/Amsterdam',
      from: '2026-10-24T22:00:00Z',
      to: '2026-10-25T23:00:00Z',
      now,
    });
    expect(bars.map((bar) => bar.end - bar.start)).toEqual([25 * hour]);
  });
});

describe('the time asked for', () => {
  it('is fixed to the minute, so that all calls of a screen ask the same', () => {
    expect(rangeOf({ period: 'day' }, now + 1)).toEqual(rangeOf({ period: 'day' }, now + 59_000));
    expect(rangeOf({ period: 'all' }, now)).toEqual({});
    expect(rangeOf({ period: 'custom', to: '2026-01-01T00:00:00.000Z' }, now)).toEqual({
      to: '2026-01-01T00:00:00.000Z',
    });
  });

  it('takes the finest unit whose bars can be told apart', () => {
    expect([day, 7 * day, 30 * day, 90 * day, 800 * day, 4_000 * day].map((span) => unitOf(span))).toEqual([
      'hour',
      'hour',
      'day',
      'day',
      'week',
      'month',
    ]);
    expect(unitOf(7.5 * day, narrowBarsMax)).toBe('day');
  });

  it('takes both ends of a drag, from either side and beyond the edge', () => {
    const bars = barsOf({ buckets: [], unit: 'day', timeZone, from: '2026-11-18T17:00:00Z', now });
    const range = { from: '2026-11-19T17:00:00.000Z', to: '2026-11-21T17:00:00.000Z' };
    expect(rangeOfBars(bars, 1, 2)).toEqual(range);
    expect(rangeOfBars(bars, 2, 1)).toEqual(range);
    expect(rangeOfBars(bars, -5, 0)?.from).toBe('2026-11-18T17:00:00.000Z');
    expect(rangeOfBars([], 0, 1)).toBeNull();
  });
});

it('labels its one grid line with a round number', () => {
  expect([0, 4, 7, 23, 110, 2_400].map(niceCeiling)).toEqual([5, 5, 8, 25, 150, 2_500]);
});

import { expect, it } from 'vitest';
import { axisTicks } from './axis-ticks.js';
import { barsOf } from './histogram-bars.js';

const timeZone = 'Asia/Jakarta';
const now = Date.parse('2026-11-22T06:05:00Z');
const bars = (unit: 'hour' | 'day', from: string) => barsOf({ buckets: [], unit, timeZone, from, now });

it('puts the ticks of a week of hours at midnight of the zone', () => {
  const ticks = axisTicks(bars('hour', '2026-11-15T06:05:00Z'), 'hour', timeZone, 8);
  expect(ticks).toHaveLength(7);
  expect(ticks.every(({ start, kind }) => new Date(start).getUTCHours() === 17 && kind === 'day')).toBe(true);
});

it('uses round hours within a day, fewer where there is less room', () => {
  const day = bars('hour', '2026-11-21T06:05:00Z');
  expect(axisTicks(day, 'hour', timeZone, 9)).toHaveLength(8);
  expect(axisTicks(day, 'hour', timeZone, 4).map(({ kind }) => kind)).toEqual([
    'clock',
    'day',
    'clock',
    'clock',
  ]);
});

it('spaces days evenly and never has more ticks than room', () => {
  const ticks = axisTicks(bars('day', '2026-08-25T00:00:00Z'), 'day', timeZone, 5);
  expect(ticks.length).toBeLessThanOrEqual(5);
  const gaps = ticks.slice(1).map(({ start }, i) => start - (ticks[i]?.start ?? 0));
  expect(new Set(gaps).size).toBe(1);
  expect(axisTicks([], 'day', timeZone, 5)).toEqual([]);
});

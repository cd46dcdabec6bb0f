import { describe, expect, it } from '@jest/globals';
import { peakHour, rangeOf, readRanges } from './time-ranges.js';

const ranges = readRanges('2026-01-14..2026-01-16,2026-02-25..2026-02-25');

describe('ranges of days', () => {
  it('hold both their ends and nothing else', () => {
    const times = [
      '2026-01-13T23:59:59Z',
      '2026-01-14T00:00:00Z',
      '2026-01-16T23:59:59Z',
      '2026-01-17T00:00:00Z',
      '2026-02-25T12:00:00Z',
    ];
    expect(times.map((at) => rangeOf(at, ranges)?.from ?? null)).toEqual([
      null,
      '2026-01-14',
      '2026-01-14',
      null,
      '2026-02-25',
    ]);
  });

  it('have the hour with most posts as their peak, whatever happens outside', () => {
    const at = (hour: string, count: number) =>
      Array.from({ length: count }, () => ({ at: `${hour}:30:00Z` }));
    const posts = [...at('2026-01-14T03', 2), ...at('2026-01-15T04', 5), ...at('2026-02-01T04', 50)];
    expect(peakHour(posts, ranges[0]!)).toBe('2026-01-15T04');
  });

  it('refuse what is no range', () => {
    expect(() => readRanges('2026-01-14')).toThrow('no range of days');
    expect(readRanges('')).toEqual([]);
  });
});

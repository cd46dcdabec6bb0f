import { describe, expect, it } from 'vitest';
import { postsByWeek, weeklyRates } from './weekly-rates.js';

const weeks = [
  {
    start: '2026-11-15T17:00:00.000Z',
    corrections: [{ part: 'sentiment' as const, count: 3 }],
    issuesWithAgency: 4,
  },
  {
    start: '2026-11-22T17:00:00.000Z',
    corrections: [
      { part: 'agency' as const, count: 1 },
      { part: 'sentiment' as const, count: 6 },
    ],
    issuesWithAgency: 0,
  },
];
const histogram = (...counts: number[]) => ({
  timeZone: 'Asia/Jakarta',
  unit: 'week' as const,
  buckets: counts.map((count, index) => ({ start: weeks[index]!.start.replace('.000', ''), count })),
  countedSince: null,
});
const ratesOf = (part: string, posts: ReturnType<typeof postsByWeek>) =>
  weeklyRates(weeks, posts, (highest) => highest * 2).find((each) => each.part === part)!;

describe('weekly rates', () => {
  it('count corrections against the posts of the same weeks', () => {
    const { columns, corrections, n, rate } = ratesOf('sentiment', postsByWeek(histogram(600, 300)));
    expect([corrections, n, rate]).toEqual([9, 900, 0.01]);
    expect(columns.map(({ height, isRunning }) => [height, isRunning])).toEqual([
      [0.25, false],
      [0.5, true],
    ]);
  });

  it('count those of agencies against the issues that have one', () => {
    expect(ratesOf('agency', null)).toMatchObject({ corrections: 1, n: 4, rate: 0.25 });
  });

  it('know no rate without posts, or without an answer of the archive', () => {
    expect(ratesOf('sentiment', postsByWeek(histogram()))).toMatchObject({ n: 0, rate: null });
    expect(ratesOf('sentiment', null)).toMatchObject({ corrections: 9, n: null, rate: null });
    expect(ratesOf('language', postsByWeek(histogram(10, 10)))).toMatchObject({
      corrections: 0,
      n: 20,
      rate: 0,
    });
  });
});

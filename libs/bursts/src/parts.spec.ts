import { describe, expect, it } from '@jest/globals';
import { HoursOfWeek, hourMilliseconds } from './hour-of-week.js';
import { ObservedHours } from './observed-hours.js';
import { RecentSet } from './recent-set.js';
import { shrunkSeason } from './season.js';
import { SeenPosts } from './seen-posts.js';

describe('the hour of the week', () => {
  const hourOf = (iso: string) => Date.parse(iso) / hourMilliseconds;
  it('starts on Monday in the zone of the region', () => {
    expect(new HoursOfWeek('Asia/Jakarta').of(hourOf('2026-03-01T17:00:00Z'))).toBe(0);
    expect(new HoursOfWeek('Asia/Jayapura').of(hourOf('2026-03-01T17:00:00Z'))).toBe(2);
    expect(new HoursOfWeek('Asia/Jakarta').of(hourOf('2026-03-01T16:00:00Z'))).toBe(167);
  });
});

describe('observed hours', () => {
  it('leave out what was not seen, from counts of hours and from what a norm rests on', () => {
    const hours = new ObservedHours(100);
    hours.exclude(110, 120);
    hours.exclude(118, 125);
    expect([hours.at(109), hours.at(115), hours.at(130)]).toEqual([10, 10, 16]);
    expect([hours.isUnknown(109), hours.isUnknown(110), hours.isUnknown(124), hours.isUnknown(125)]).toEqual([
      false,
      true,
      true,
      false,
    ]);
    const seen = Array.from({ length: 31 }, (_, i) => 100 + i).filter((hour) => !hours.isUnknown(hour));
    const weights = seen.reduce((sum, hour) => sum + Math.exp(-(130 - hour) / 50), 0);
    expect(hours.exposure(100, 130, 50)).toBeCloseTo(weights, 9);
  });
});

describe('a season', () => {
  const flat = new Float64Array(168).fill(1);
  const weeks = new Float64Array(168).fill(8);
  const evening = Float64Array.from({ length: 168 }, (_, at) => (at % 24 === 20 ? 80 : 8));
  it('is the parent’s with no posts and its own with many', () => {
    expect(Math.max(...shrunkSeason(new Float64Array(168), weeks, 0, flat, 30))).toBe(1);
    const season = shrunkSeason(evening, weeks, 11 / 8, flat, 30);
    expect(season[20]! / season[19]!).toBeGreaterThan(6);
  });
  it('believes an hour of the day before it believes one evening of the week', () => {
    const friday = Float64Array.from({ length: 168 }, (_, at) => (at === 4 * 24 + 20 ? 80 : 8));
    const season = shrunkSeason(friday, weeks, 1, flat, 30);
    expect(season[4 * 24 + 20]! / season[3 * 24 + 20]!).toBeGreaterThan(1.5);
    expect(season[3 * 24 + 20]!).toBeGreaterThan(season[3 * 24 + 19]!);
  });
});

describe('what is remembered of posts and people', () => {
  it('knows a hundred thousand ids, also after a restart, and forgets whole generations', () => {
    const seen = new SeenPosts(24 * hourMilliseconds, 40_000);
    for (let i = 0; i < 100_000; i += 1)
      if (!seen.addIfNew(`post:${i}`, i + 1)) throw new Error(`post:${i} was known`);
    const { chunks, oldestGeneration } = seen.takeChanges();
    expect([chunks.length, oldestGeneration]).toEqual([3, 0]);
    const restored = new SeenPosts(24 * hourMilliseconds, 40_000);
    restored.restore(seen.state(), chunks);
    for (const each of [seen, restored]) {
      expect(each.addIfNew('post:0', 200_000)).toBe(false);
      for (let i = 100_000; i < 121_000; i += 1) each.addIfNew(`post:${i}`, i);
      expect([each.addIfNew('post:0', 200_001), each.addIfNew('post:50000', 200_001)]).toEqual([true, false]);
    }
  });

  it('counts a voice once, and bounds how many it knows', () => {
    const voices = new RecentSet(100);
    for (let i = 0; i < 1_000; i += 1) voices.add(i % 10, i * 1_000);
    expect(voices.countSince(0)).toBe(10);
    for (let i = 0; i < 10_000; i += 1) voices.add(i, 1_000_000 + i * 1_000);
    expect(voices.state()[1].length).toBeLessThanOrEqual(150);
    expect(voices.countSince(1_000_000 + 9_949 * 1_000)).toBe(50);
  });
});

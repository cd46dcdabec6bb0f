import { expect, it } from '@jest/globals';
import { FadingCounts } from './fading-counts.js';

it('never holds more keys than its maximum, and keeps the frequent ones', () => {
  const counts = new FadingCounts<string>(100);
  for (let i = 0; i < 10_000; i += 1) {
    counts.add('sering');
    counts.add(`sekali${i}`);
  }
  expect(counts.size).toBeLessThanOrEqual(100);
  expect(counts.count('sering')).toBeGreaterThan(10);
  expect(counts.count('sekali1')).toBe(0);
});

it('keeps its total equal to the sum of what it holds', () => {
  const counts = new FadingCounts<number>(10);
  for (let i = 0; i < 37; i += 1) counts.add(i % 4);
  counts.halve();
  expect(counts.total).toBeCloseTo(
    [0, 1, 2, 3].reduce((sum, key) => sum + counts.count(key), 0),
    9,
  );
});

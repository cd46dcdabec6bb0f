import type { TrendsView } from '@kentongan/contracts';
import { describe, expect, it } from 'vitest';
import { changeOf, heatMapOf, stepOf, timesOf } from './heat-map.js';

const trends = {
  subjects: [
    { subject: 'waste', posts: 10, before: 12 },
    { subject: 'flooding', posts: 120, before: 30 },
  ],
  places: [
    { place: '33.74.06', posts: 90, before: 10 },
    { place: '33.74.07', posts: 40, before: 32 },
  ],
  cells: [
    { subject: 'flooding', place: '33.74.06', posts: 88, before: 9 },
    { subject: 'waste', place: '33.74.07', posts: 4, before: 5 },
  ],
} as unknown as TrendsView;

describe('the heat map', () => {
  it('puts the busiest first and reads a missing cell as zero', () => {
    const map = heatMapOf(trends, 8, 8);
    expect(map.subjects.map(({ subject }) => subject)).toEqual(['flooding', 'waste']);
    expect(map.rows[0]).toEqual([
      { posts: 88, before: 9, step: 5, change: 'risen' },
      { posts: 0, before: 0, step: 0, change: 'same' },
    ]);
  });

  it('is as large as there is room for', () => {
    const map = heatMapOf(trends, 1, 1);
    expect(map.rows).toEqual([[{ posts: 88, before: 9, step: 5, change: 'risen' }]]);
    expect(heatMapOf({ subjects: [], places: [], cells: [] } as unknown as TrendsView, 8, 8).rows).toEqual(
      [],
    );
  });

  it('sees no change while the archive is younger than the period before', () => {
    const young = { ...trends, subjects: trends.subjects.map((each) => ({ ...each, before: 0 })) };
    const map = heatMapOf(young, 8, 8);
    expect(map.hasBefore).toBe(false);
    expect(map.rows.flat().every(({ change }) => change === 'same')).toBe(true);
  });

  it('shades by the root, so that one loud cell does not hide the others', () => {
    expect([0, 1, 4, 16, 40, 100].map((posts) => stepOf(posts, 100))).toEqual([0, 1, 1, 2, 4, 5]);
    expect([1, 2].map((posts) => stepOf(posts, 2))).toEqual([1, 2]);
  });

  it('calls it a change only beyond chance', () => {
    expect(changeOf(6, 3)).toBe('same');
    expect(changeOf(30, 8)).toBe('risen');
    expect(changeOf(8, 30)).toBe('fallen');
    expect(changeOf(9, 0)).toBe('new');
    expect(changeOf(4, 0)).toBe('same');
    expect(changeOf(1_200, 1_000)).toBe('same');
    expect([timesOf(9, 3), timesOf(9, 0)]).toEqual([3, null]);
  });
});

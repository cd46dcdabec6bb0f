import { describe, expect, it } from '@jest/globals';
import { monthsThatDiffer } from './compare-tallies.js';
import { Sample } from './sample.js';

describe('comparing two archives', () => {
  const tally = (month: string, posts: number, tombstones = 0) => ({
    regionId: 'kota',
    month,
    posts,
    tombstones,
  });

  it('names the months that differ, whichever side lacks them', () => {
    const differences = monthsThatDiffer(
      [tally('2026-01', 3, 1), tally('2026-02', 5), tally('2026-03', 1)],
      [tally('2026-01', 3, 1), tally('2026-02', 4, 1), tally('2026-04', 2)],
    );
    expect(differences.map(({ month, from, to }) => [month, from.posts, to.posts, to.tombstones])).toEqual([
      ['2026-02', 5, 4, 1],
      ['2026-03', 1, 0, 0],
      ['2026-04', 0, 2, 0],
    ]);
  });
});

describe('a sample', () => {
  it('takes all of a few, and of many an even share from everywhere', () => {
    let state = 7;
    const random = () => {
      state = (state * 48_271) % 2_147_483_647;
      return state / 2_147_483_647;
    };
    const few = new Sample<number>(10, random);
    for (let i = 0; i < 4; i += 1) few.offer(i);
    expect(few.taken).toEqual([0, 1, 2, 3]);
    const many = new Sample<number>(200, random);
    for (let i = 0; i < 10_000; i += 1) many.offer(i);
    expect(many.taken).toHaveLength(200);
    expect(many.taken.filter((value) => value < 5_000).length).toBeGreaterThan(70);
    expect(many.taken.filter((value) => value >= 5_000).length).toBeGreaterThan(70);
  });
});

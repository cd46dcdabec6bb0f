import { expect, it } from '@jest/globals';
import { tokenize } from '@kentongan/language';
import { Bm25 } from './bm25.js';

it('scores by the published formula and breaks ties by id', () => {
  const bm25 = new Bm25();
  for (const [id, text] of [
    ['b', 'pasar kota'],
    ['a', 'pasar desa'],
    ['c', 'sungai sungai hulu desa'],
  ])
    bm25.add(id!, tokenize(text!));
  const ranked = bm25.rank(tokenize('pasar'), 5);
  // N = 3, df = 2, mean length 8/3, length 2.
  const rarity = Math.log(1 + 1.5 / 2.5);
  const expected = (rarity * 2.2) / (1 + 1.2 * (0.25 + (0.75 * 2) / (8 / 3)));
  expect(ranked.map(({ id }) => id)).toEqual(['a', 'b']);
  expect(ranked[0]?.score).toBeCloseTo(expected, 12);
});

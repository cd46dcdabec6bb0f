import { describe, expect, it } from '@jest/globals';
import { type HoaxMatch, HoaxMatchLevel, PostType } from '@kentongan/contracts';
import { tokenize } from '@kentongan/language';
import { guardedMatch } from './guarded-match.js';

const matchAt = (level: HoaxMatch['level']): HoaxMatch => ({
  factId: 'uji:1',
  level,
  score: 1,
  matchedWords: [],
});
const telling = tokenize('Tiang jembatan Kaligarang retak karena ritual tambang emas');
const plain = { postType: { label: 'other', confidence: 1 } } as const;

describe('a match as the desk may see it', () => {
  it.each(HoaxMatchLevel.options)(
    'never calls a press item or an official word a hoax, at level %s',
    (level) => {
      for (const authorKind of ['press', 'official'] as const)
        expect(guardedMatch(matchAt(level), telling, { ...plain, authorKind }).level).toBe('related');
    },
  );

  it.each(['criticism', 'complaint', 'question', 'officialInfo'] as const)(
    'never calls a %s a hoax, whatever the score',
    (label) => {
      const nature = { postType: { label, confidence: 0.9 } };
      expect(guardedMatch(matchAt('matched'), telling, nature).level).toBe('related');
    },
  );

  it.each(HoaxMatchLevel.options)('holds back who corrects or asks, at level %s', (level) => {
    for (const text of ['Kabar tiang jembatan retak itu tidak benar', 'apa benar tiang jembatan retak?']) {
      const guarded = guardedMatch(matchAt(level), tokenize(text), plain);
      expect(guarded.level).toBe('related');
      expect(guarded.stance).not.toBe('tells');
    }
  });

  it('leaves who tells the claim at its level, and a copy of the hoax whatever text it imitates', () => {
    for (const level of HoaxMatchLevel.options)
      expect(guardedMatch(matchAt(level), telling, plain)).toEqual({ ...matchAt(level), stance: 'tells' });
    const asCriticism = { postType: { label: 'criticism', confidence: 0.9 } } as const;
    expect(guardedMatch(matchAt('same'), telling, asCriticism).level).toBe('same');
  });

  it('raises no match, whatever the post is', () => {
    for (const label of PostType.options)
      expect(guardedMatch(matchAt('related'), telling, { postType: { label, confidence: 1 } }).level).toBe(
        'related',
      );
  });
});

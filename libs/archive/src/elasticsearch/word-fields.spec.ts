import { describe, expect, it } from '@jest/globals';
import { wordsOf } from '../words.js';
import { tokenOf, wordFieldsOf } from './word-fields.js';
import { trendPeriods } from './zoned-time.js';

describe('the word fields', () => {
  it('hold every form of a word at its position, and nothing where no word needs them', () => {
    expect(wordFieldsOf(wordsOf('air gak jalan'))).toEqual({ words: 'air gak jalan', words2: '. tidak' });
    expect(wordFieldsOf(wordsOf('#BanjirRob rsud'))).toEqual({
      words: 'banjir rob rsud',
      words2: 'banjirrob . rumah',
      words3: '. . sakit',
      words4: '. . umum',
      words5: '. . daerah',
    });
    expect(wordFieldsOf(wordsOf('!!'))).toEqual({});
  });

  it('take a lexeme as one token, however long and whatever stands in it', () => {
    for (const lexeme of ['a b', 'x'.repeat(300), '\t', 'a\u2003b'])
      expect(tokenOf(lexeme)).toMatch(/^~\S{32}$/);
    expect(tokenOf('contoh.id/AbC?x=1')).toBe('contoh.id/AbC?x=1');
  });
});

describe('the periods of the trends', () => {
  const at = (instant: number): string => new Date(instant).toISOString();

  it('begin at midnight of the zone, also across a change of the clocks', () => {
    const { days, beforeTo } = trendPeriods(Date.parse('2026-03-30T10:00:00.000Z'), 3, 'Europe/Amsterdam');
    expect(days.map(({ start }) => at(start))).toEqual([
      '2026-03-27T23:00:00.000Z',
      '2026-03-28T23:00:00.000Z',
      '2026-03-29T22:00:00.000Z',
    ]);
    expect(at(beforeTo)).toBe('2026-03-27T11:00:00.000Z');
    expect(() => trendPeriods(0, 1, 'Mars/Olympus')).toThrow(RangeError);
  });
});

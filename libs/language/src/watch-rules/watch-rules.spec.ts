import { describe, expect, it } from '@jest/globals';
import { tokenize } from '../tokens/index.js';
import { WatchRules, wordNorms } from './watch-rules.js';

const wordsOf = (phrase: string) => wordNorms(tokenize(phrase));
const rules = new WatchRules(
  [
    { id: 'air-beracun', phrases: ['air beracun', 'PDAM diracun'] },
    { id: 'culik', phrases: ['penculikan anak', '#waspadaculik'] },
  ],
  wordsOf,
);

describe('watch rules', () => {
  it.each([
    ['Hati2 AIR BERACUN di Pedurungan!!', ['air-beracun']],
    ['Katanya pdam, diracun', ['air-beracun']],
    ['air sungai tidak beracun', []],
    ['Isu penculikan anak & air beracun', ['culik', 'air-beracun']],
    ['sebarkan #WaspadaCulik', ['culik']],
    ['mata airnya beracunnya', []],
  ])('%s', (text, held) => {
    expect(rules.match(tokenize(text))).toEqual(held);
  });
});

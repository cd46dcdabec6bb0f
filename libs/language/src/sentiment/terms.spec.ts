import { describe, expect, it } from '@jest/globals';
import { tokenize } from '../tokens/tokenize.js';
import { termsOf } from './terms.js';

const shown = (text: string) =>
  termsOf(tokenize(text)).map(({ text: term, negated }) => (negated ? `NOT ${term}` : term));

describe('termsOf', () => {
  it('marks three words after a negator, up to the end of the clause', () => {
    expect(shown('tidak begitu bagus untuk kami')).toEqual([
      'tidak',
      'NOT begitu',
      'NOT bagus',
      'NOT untuk',
      'kami',
    ]);
    expect(shown('bukan, ini bagus')).toEqual(['bukan', 'ini', 'bagus']);
  });

  it('reads hashtags as words and any number as one, and leaves out names and links', () => {
    expect(shown('@walikota #JalanRusak 12 kali https://contoh.id 👎!')).toEqual([
      'jalan',
      'rusak',
      '0',
      'kali',
      '👎',
      '!',
    ]);
  });

  it('stops at its maximum', () => {
    expect(termsOf(tokenize('kata '.repeat(50)), 7)).toHaveLength(7);
  });
});

import { expect, it } from '@jest/globals';
import type { LanguageCode } from '../languages/language-codes.js';
import type { ForeignWords } from './foreign-words.js';
import { packForeignWords, unpackForeignWords } from './foreign-words-file.js';

it('foreign words come out as they went in, language by language', () => {
  const javanese: ForeignWords = {
    translations: new Map([[4_000_000_000, [1, 2]]]),
    polarities: new Map([
      [3, -1],
      [4, 1],
    ]),
  };
  const parts = packForeignWords(new Map<LanguageCode, ForeignWords>([['jv', javanese]]));
  const [translations, polarities] = parts.map((part) => new Uint8Array(part.buffer));
  const read = unpackForeignWords(translations!, polarities!);
  expect(read.get('jv')).toEqual(javanese);
  expect(read.get('su')).toEqual({ translations: new Map(), polarities: new Map() });
});

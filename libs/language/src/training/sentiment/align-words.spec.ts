import { expect, it } from '@jest/globals';
import { alignWords } from './align-words.js';

const sentence = (foreign: string, indonesian: string) => ({
  foreign: foreign.split(' '),
  indonesian: indonesian.split(' '),
});

it('learns which word translates which from parallel sentences', () => {
  const found = alignWords([
    sentence('omahe gedhe', 'rumahnya besar'),
    sentence('omahe cilik', 'rumahnya kecil'),
    sentence('segane gedhe', 'nasinya besar'),
    sentence('segane cilik', 'nasinya kecil'),
  ]);
  const best = new Map(found.map(({ foreign, indonesian }) => [foreign, indonesian] as const).reverse());
  expect(best.get('omahe')).toBe('rumahnya');
  expect(best.get('gedhe')).toBe('besar');
  expect(best.get('cilik')).toBe('kecil');
});

it('says nothing of words that met once', () => {
  expect(alignWords([sentence('adoh', 'jauh')])).toEqual([]);
});

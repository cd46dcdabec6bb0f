import { describe, expect, it } from '@jest/globals';
import { hashOf } from '../hashing/hashing.js';
import { tokenize } from '../tokens/tokenize.js';
import { blamingWords, praisingWords } from './polar-words.js';
import { polarityOf, polarityOfPair } from './polarity.js';
import { polarityFeatureCount, polarityFeatures } from './polarity-features.js';
import { termsOf } from './terms.js';

describe('polarity', () => {
  it.each([
    ['bagus', 1],
    ['mantul', 1],
    ['mengecewakan', -1],
    ['dikecewakan', -1],
    ['korupsi', -1],
    ['jalan', 0],
    ['senin', 0],
  ])('of %s is %i', (word, polarity) => {
    expect(polarityOf(word)).toBe(polarity);
  });

  it('of a pair is that of the two words together', () => {
    expect(polarityOfPair('luar', 'biasa')).toBe(1);
    expect(polarityOfPair('tutup', 'mata')).toBe(-1);
    expect(polarityOfPair('tutup', 'pintu')).toBeUndefined();
  });

  it('never says both of one word', () => {
    const praising = new Set(praisingWords);
    expect(blamingWords.filter((word) => praising.has(word))).toEqual([]);
  });
});

describe('polarity features', () => {
  const features = (text: string) => polarityFeatures(termsOf(tokenize(text)), undefined);
  const balance = (text: string) => features(text)[2]!;

  it('turn with a negator', () => {
    expect(balance('pelayanan bagus')).toBeGreaterThan(0);
    expect(balance('pelayanan tidak bagus')).toBeLessThan(0);
    expect(balance('pelayanan tidak buruk')).toBeGreaterThan(0);
    expect(balance('pelayanan tidak buruk')).toBeLessThan(balance('pelayanan bagus'));
  });

  it('are as many as the weights of the file', () => {
    expect(features('apa saja!')).toHaveLength(polarityFeatureCount);
  });

  it('read a foreign word by what is known of it', () => {
    const terms = termsOf(tokenize('zzgood'));
    const foreign = { translations: new Map(), polarities: new Map([[hashOf('zzgood'), 1 as const]]) };
    expect(polarityFeatures(terms, foreign)[0]).toBeGreaterThan(0);
    expect(polarityFeatures(terms, undefined)[0]).toBe(0);
  });
});

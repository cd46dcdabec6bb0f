import { hash32, mix32 } from './hash.js';

/** Length of a signature: the estimate of the similarity has a standard error of at most 0.05. */
export const signatureLength = 96;

// Multipliers and additions of the hash family; odd multipliers, made by the mixing function itself from fixed seeds.
const multipliers = Uint32Array.from({ length: signatureLength }, (_, i) => mix32(i * 2 + 1) | 1);
const additions = Uint32Array.from({ length: signatureLength }, (_, i) => mix32(0x5bd1e995 + i));

/**
 * MinHash signature (Broder 1997) of a text's words and neighbouring pairs of words. The share of equal places in two
 * signatures estimates the Jaccard similarity of the two sets.
 *
 * Words *and* pairs: with triples alone one changed word in twelve halves the similarity, with words alone the order is lost.
 */
export function signatureOf(words: readonly string[], into: Uint32Array): void {
  into.fill(0xffffffff);
  let before = 0;
  for (let i = 0; i < words.length; i += 1) {
    const word = hash32(words[i]!);
    lower(into, word);
    if (i > 0) lower(into, mix32(Math.imul(before, 31) + word));
    before = word;
  }
}

function lower(signature: Uint32Array, shingle: number): void {
  for (let k = 0; k < signatureLength; k += 1) {
    const value = (Math.imul(shingle, multipliers[k]!) + additions[k]!) >>> 0;
    if (value < signature[k]!) signature[k] = value;
  }
}

/** Estimated Jaccard similarity of two signatures, 0 to 1; each is read from its offset. */
export function similarity(a: Uint32Array, aOffset: number, b: Uint32Array, bOffset: number): number {
  let equal = 0;
  for (let k = 0; k < signatureLength; k += 1) if (a[aOffset + k] === b[bOffset + k]) equal += 1;
  return equal / signatureLength;
}

import { mix32 } from './hash.js';

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
 *
 * @param wordHashes as `CopyWords` gives them
 */
export function signatureOf(wordHashes: Uint32Array, into: Uint32Array): void {
  const shingles = shinglesOf(wordHashes);
  // Hash function by hash function, so that the least value stays in a register.
  for (let k = 0; k < signatureLength; k += 1) {
    const multiplier = multipliers[k]!;
    const addition = additions[k]!;
    let least = 0xffffffff;
    for (let i = 0; i < shingles.length; i += 1) {
      const value = (Math.imul(shingles[i]!, multiplier) + addition) >>> 0;
      if (value < least) least = value;
    }
    into[k] = least;
  }
}

function shinglesOf(words: Uint32Array): Uint32Array {
  const shingles = new Uint32Array(Math.max(0, 2 * words.length - 1));
  for (let i = 0; i < words.length; i += 1) {
    shingles[2 * i] = words[i]!;
    if (i > 0) shingles[2 * i - 1] = mix32(Math.imul(words[i - 1]!, 31) + words[i]!);
  }
  return shingles;
}

/** Estimated Jaccard similarity of two signatures, 0 to 1; each is read from its offset. */
export function similarity(a: Uint32Array, aOffset: number, b: Uint32Array, bOffset: number): number {
  let equal = 0;
  for (let k = 0; k < signatureLength; k += 1) if (a[aOffset + k] === b[bOffset + k]) equal += 1;
  return equal / signatureLength;
}

import type { BucketCounts } from './bucket-counts.js';
import { bucketOf } from './hashing.js';

const salt = 0x43;
const gramLettersMin = 2;
const gramLettersMax = 4;
/** Letters of a word beyond this add no new n-grams worth having. */
const spelledLettersMax = 24;

/** The word's character n-grams (2 to 4 characters, a blank at either end included): they bear misspellings and affixes. */
export function addCharacterGrams(word: string, into: BucketCounts): void {
  const spelled = ` ${word.slice(0, spelledLettersMax)} `;
  for (let start = 0; start + gramLettersMin <= spelled.length; start += 1) {
    // The hash of a longer n-gram continues that of the shorter one (FNV-1a, written out for speed).
    let hash = 0x811c9dc5 ^ salt;
    const end = Math.min(spelled.length, start + gramLettersMax);
    for (let i = start; i < end; i += 1) {
      hash = Math.imul(hash ^ spelled.charCodeAt(i), 0x01000193);
      if (i - start + 1 >= gramLettersMin) into.add(bucketOf(hash >>> 0, into.bits));
    }
  }
}

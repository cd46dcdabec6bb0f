import { spread } from './hashing.js';

const salt = 0x43;
const gramLettersMin = 2;
const gramLettersMax = 4;
/** Letters of a word beyond this add no new n-grams worth having. */
const spelledLettersMax = 24;

/** A word of `spelledLettersMax` letters and two blanks has 25 n-grams of two characters, 24 of three and 23 of four. */
export const gramsOfWordMax = 72;

/**
 * Writes the hashes, spread, of the word's character n-grams (2 to 4 characters, a blank at either end included) into
 * `into` from `at`; they bear misspellings and affixes.
 * @returns the index behind the last one
 */
export function writeCharacterGrams(word: string, into: Uint32Array, at: number): number {
  const spelled = ` ${word.slice(0, spelledLettersMax)} `;
  let next = at;
  for (let start = 0; start + gramLettersMin <= spelled.length; start += 1) {
    // The hash of a longer n-gram continues that of the shorter one (FNV-1a, written out for speed).
    let hash = 0x811c9dc5 ^ salt;
    const end = Math.min(spelled.length, start + gramLettersMax);
    for (let i = start; i < end; i += 1) {
      hash = Math.imul(hash ^ spelled.charCodeAt(i), 0x01000193);
      if (i - start + 1 < gramLettersMin) continue;
      into[next] = spread(hash >>> 0);
      next += 1;
    }
  }
  return next;
}

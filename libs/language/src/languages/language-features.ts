import type { BucketCounts } from '../hashing/bucket-counts.js';
import { addCharacterGrams } from '../hashing/character-grams.js';
import { bucketOf, hashOf } from '../hashing/hashing.js';
import type { Token } from '../tokens/token.js';

/** Words after these tell nothing new about a post's language. */
const wordsMax = 300;

/** All languages told apart here are written in Latin letters; a post without any is in none of them. */
const latin = /[a-z]/;

/** The words that show a post's language. Hashtags, names and numbers are the same in all of them. */
export function languageWords(tokens: readonly Token[]): string[] {
  const words: string[] = [];
  for (const token of tokens) {
    if (token.kind !== 'word' || !latin.test(token.norm)) continue;
    words.push(token.norm);
    if (words.length === wordsMax) break;
  }
  return words;
}

/** Which words occur; how often does not matter. */
export function addWords(words: readonly string[], into: BucketCounts): void {
  for (const word of words) into.add(bucketOf(hashOf(word), into.bits));
}

/** Words and their character n-grams. */
export function addWordsAndGrams(words: readonly string[], into: BucketCounts): void {
  for (const word of words) {
    into.add(bucketOf(hashOf(word), into.bits));
    addCharacterGrams(word, into);
  }
}

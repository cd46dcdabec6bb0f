import type { BucketCounts } from '../hashing/bucket-counts.js';
import { wordTable } from '../hashing/word-table.js';
import type { Token } from '../tokens/token.js';

/** Words after these tell nothing new about a post's language. */
const wordsMax = 300;

/** All languages told apart here are written in Latin letters; a post without any is in none of them. */
function hasLatin(norm: string): boolean {
  const first = norm.charCodeAt(0);
  return (first >= 97 && first <= 122) || /[a-z]/.test(norm);
}

/** The words that show a post's language. Hashtags, names and numbers are the same in all of them. */
export function languageWords(tokens: readonly Token[]): string[] {
  const words: string[] = [];
  for (const token of tokens) {
    if (token.kind !== 'word' || !hasLatin(token.norm)) continue;
    words.push(token.norm);
    if (words.length === wordsMax) break;
  }
  return words;
}

/** Which words occur; how often does not matter. @param numbers different words of the word table */
export function addWords(numbers: Uint32Array, into: BucketCounts): void {
  const { spreads, starts } = wordTable;
  for (const number of numbers) into.addSpreads(spreads, starts[number]!, starts[number]! + 1);
}

/** Words and their character n-grams, each as often as different words hold it. @param numbers different words of the word table */
export function addWordsAndGrams(numbers: Uint32Array, into: BucketCounts): void {
  const { spreads, starts } = wordTable;
  for (const number of numbers) into.addSpreads(spreads, starts[number]!, starts[number + 1]!);
}

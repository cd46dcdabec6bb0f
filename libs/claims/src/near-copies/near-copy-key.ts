import type { Token } from '@kentongan/language';
import { type CopyWords, copyWordsOf } from './copy-words.js';
import { hash64Hex } from './hash.js';

/** "setuju banget" and "gas terus pak" are written by a thousand people by themselves; they are no copies of each other. */
const wordsMin = 5;
const contentWordsMin = 4;

/** Key of texts that say the same words in the same order; null when the text is too short to be a copy of another. */
export function keyOfCopyWords({ words, content }: CopyWords): string | null {
  if (words.length < wordsMin || new Set(content).size < contentWordsMin) return null;
  return hash64Hex(words.join(' '));
}

/**
 * Key of a text and its copies: the same key whatever case, signs, emoji, mentions, links, hashtags at the end,
 * forward marks, colloquial spelling and affixes a copy has. Copies with other words need `NearCopyIndex`.
 * @returns 16 hexadecimal digits, or null when the text has fewer than five words or four different content words
 */
export function nearCopyKey(tokens: readonly Token[]): string | null {
  return keyOfCopyWords(copyWordsOf(tokens));
}

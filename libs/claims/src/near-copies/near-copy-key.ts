import type { Token } from '@kentongan/language';
import { copyWordsOf } from './copy-words.js';

/**
 * Key of a text and its copies: the same key whatever case, signs, emoji, mentions, links, hashtags at the end,
 * forward marks, colloquial spelling and affixes a copy has. Copies with other words are told by their sketches.
 * @returns 16 hexadecimal digits, or null when the text has fewer than five words or four different content words
 */
export function nearCopyKey(tokens: readonly Token[]): string | null {
  return copyWordsOf(tokens).key;
}

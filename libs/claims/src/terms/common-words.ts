import { commonWordList } from './common-word-list.js';

const bandMark = '=';

function readList(list: string): Map<string, number> {
  const shares = new Map<string, number>();
  let share = 0;
  for (const entry of list.split(/\s+/)) {
    if (entry.startsWith(bandMark)) share = Number(entry.slice(1)) / 1e6;
    else shares.set(entry, share);
  }
  return shares;
}

/**
 * Stem → share of all words in everyday and press texts, 0 to 1. Titles of fact-checks are short of the small words that
 * posts are made of: without this, "tidak lagi" would weigh as much in a memory as a person's name.
 */
export const everydayShares: ReadonlyMap<string, number> = readList(commonWordList);

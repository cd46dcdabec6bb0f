import { FewByKey } from './few-by-key.js';
import { mix32 } from './hash.js';

/** Words of one print: three content words in a row are seldom written by two people by themselves. */
const wordsPerPrint = 3;
const printsPerTextMax = 160;
/** Fewer shared prints may be a proverb, a greeting, a name with its office. */
const sharedMin = 5;
/** So much of the post must come from the text, or of the text stand in the post. */
const containedMin = 0.6;
/** A print that more texts hold is a form letter's. */
const textsPerPrintMax = 50;

/**
 * Winnowed prints of a text (Schleimer, Wilkerson & Aiken 2003): of two neighbours the smaller is kept, so that two texts with four
 * content words in a row share one. Signed, as small integers: there are millions of them.
 * @param words hashes of its content words in order
 */
function printsOf(words: Uint32Array): Int32Array {
  const prints = new Set<number>();
  let before = Number.POSITIVE_INFINITY;
  for (let at = 0; at + wordsPerPrint <= words.length && prints.size < printsPerTextMax; at += 1) {
    let print = 0;
    for (let i = at; i < at + wordsPerPrint; i += 1) print = mix32(Math.imul(print, 31) + words[i]!) | 0;
    if (at > 0) prints.add(Math.min(before, print));
    before = print;
  }
  return Int32Array.from(prints);
}

/**
 * Finds the text that a post is a part of, or that is a part of the post: half a chain message, or the whole with a page
 * of comment around it. Similarity as a whole misses both.
 */
export class Passages {
  private readonly idsOfPrint = new FewByKey<number>();
  private readonly printsOfId = new Map<string, Int32Array>();

  /** @param words hashes of content words */
  add(id: string, words: Uint32Array): void {
    this.remove(id);
    const prints = printsOf(words);
    if (prints.length < sharedMin) return;
    this.printsOfId.set(id, prints);
    for (const print of prints) this.idsOfPrint.add(print, id);
  }

  remove(id: string): void {
    for (const print of this.printsOfId.get(id) ?? []) this.idsOfPrint.remove(print, id);
    this.printsOfId.delete(id);
  }

  /**
   * @param words hashes of content words
   * @param isOpen whether this text may be told of; of equal ones the smaller id
   */
  find(words: Uint32Array, isOpen: (id: string) => boolean): string | null {
    if (this.printsOfId.size === 0) return null;
    const prints = printsOf(words);
    const shared = new Map<string, number>();
    for (const print of prints) {
      const ids = this.idsOfPrint.get(print);
      if (ids === undefined) continue;
      if (typeof ids === 'string') shared.set(ids, (shared.get(ids) ?? 0) + 1);
      else if (ids.length <= textsPerPrintMax)
        for (const id of ids) shared.set(id, (shared.get(id) ?? 0) + 1);
    }
    let best: string | null = null;
    let bestShare = containedMin;
    for (const [id, count] of shared) {
      if (count < sharedMin || !isOpen(id)) continue;
      const share = count / Math.min(prints.length, this.printsOfId.get(id)!.length);
      if (share > bestShare || (share === bestShare && (best === null || id < best)))
        [best, bestShare] = [id, share];
    }
    return best;
  }
}

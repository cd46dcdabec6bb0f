import { stopwords } from '@kentongan/language';
import { FewByKey } from '../near-copies/few-by-key.js';
import { hash32 } from '../near-copies/hash.js';

/** Shorter words have neighbours of other meaning. */
const lettersMin = 5;
/** In a word of this length one letter may differ; in a shorter one a letter may only be missing or too many. */
const lettersMinReplaced = 6;
const word = /^[a-z]+$/;
const answersMax = 20_000;

/**
 * The known stem that a misspelt one means: `kualisi` → koalisi, `afganistan` → afghanistan. One letter missing, too many
 * or replaced, the first one right, and only one known stem so near: names are what is misspelt, and a guess between
 * two would accuse the wrong one.
 *
 * Every known stem is filed under itself with each of its letters but the first left out (symmetric deletes); look-up is
 * a few hashes whatever the memory holds.
 */
export class Spelling {
  /** By hash: half a million shortened words as strings would weigh more than the facts. */
  private readonly stemsOf = new FewByKey<number>();
  private readonly known = new Set<string>();
  /** Answers given since the last change, the undefined ones too: a stream asks about the same words again and again. */
  private readonly answers = new Map<string, string | undefined>();

  add(stem: string): void {
    if (stem.length < lettersMin || !word.test(stem) || this.known.has(stem)) return;
    this.known.add(stem);
    this.answers.clear();
    for (const key of shortened(stem)) this.stemsOf.add(hash32(key) | 0, stem);
  }

  remove(stem: string): void {
    if (!this.known.delete(stem)) return;
    this.answers.clear();
    for (const key of shortened(stem)) this.stemsOf.remove(hash32(key) | 0, stem);
  }

  /** @param stem one that is not known itself */
  meant(stem: string): string | undefined {
    const answer = this.answers.get(stem);
    if (answer !== undefined || this.answers.has(stem)) return answer;
    if (this.answers.size >= answersMax) this.answers.clear();
    const found = this.search(stem);
    this.answers.set(stem, found);
    return found;
  }

  private search(stem: string): string | undefined {
    if (stem.length < lettersMin || stopwords.has(stem) || !word.test(stem)) return undefined;
    const near = new Set(this.filedUnder(stem));
    for (const key of shortened(stem)) {
      if (this.known.has(key)) near.add(key);
      if (stem.length < lettersMinReplaced) continue;
      for (const each of this.filedUnder(key)) if (each.length === stem.length) near.add(each);
    }
    return near.size === 1 ? [...near][0] : undefined;
  }

  /** Known stems that are this with one letter more; a hash may also lead to others. */
  private filedUnder(key: string): string[] {
    return this.stemsOf.of(hash32(key) | 0).filter((stem) => shortened(stem).has(key));
  }
}

function shortened(stem: string): Set<string> {
  const keys = new Set<string>();
  for (let i = 1; i < stem.length; i += 1) keys.add(stem.slice(0, i) + stem.slice(i + 1));
  return keys;
}

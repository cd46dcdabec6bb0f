import type { Token } from '@kentongan/language';
import { plainStemsOf } from './ranking-terms.js';

/** Saturation of repeated words and weight of the length, as in Robertson & Zaragoza 2009. */
const k1 = 1.2;
const b = 0.75;

export interface Bm25Score {
  readonly id: string;
  readonly score: number;
}

/** Weight of a term that so many of all documents hold, natural logarithm. */
export const rarityOf = (documents: number, all: number): number =>
  Math.log(1 + (all - documents + 0.5) / (documents + 0.5));

/** What a term counts that stands so often in a document. @param length of the document, as a share of the mean length */
export const saturated = (times: number, length: number): number =>
  (times * (k1 + 1)) / (times + k1 * (1 - b + b * length));

/** Okapi BM25 over stems, every document held in memory: the yardstick that claim matching is measured against. */
export class Bm25 {
  private readonly documents: { readonly id: string; readonly length: number }[] = [];
  private readonly postings = new Map<string, Map<number, number>>();
  private termTotal = 0;

  /** @param id one that was not added before */
  add(id: string, tokens: readonly Token[]): void {
    const at = this.documents.length;
    const stems = plainStemsOf(tokens);
    this.documents.push({ id, length: stems.length });
    this.termTotal += stems.length;
    for (const stem of stems) {
      const posting = this.postings.get(stem) ?? new Map<number, number>();
      this.postings.set(stem, posting.set(at, (posting.get(at) ?? 0) + 1));
    }
  }

  /** The documents with the highest scores, best first; equal scores by id. */
  rank(tokens: readonly Token[], countMax: number): Bm25Score[] {
    const scores = new Map<number, number>();
    const meanLength = this.termTotal / this.documents.length;
    for (const stem of new Set(plainStemsOf(tokens))) {
      const posting = this.postings.get(stem);
      if (!posting) continue;
      const rarity = rarityOf(posting.size, this.documents.length);
      for (const [at, times] of posting) {
        const length = this.documents[at]!.length / meanLength;
        scores.set(at, (scores.get(at) ?? 0) + rarity * saturated(times, length));
      }
    }
    return bestOf(
      Array.from(scores, ([at, score]) => ({ id: this.documents[at]!.id, score })),
      countMax,
    );
  }
}

/** The highest scores, best first; equal ones by id. */
export function bestOf(scores: readonly Bm25Score[], countMax: number): Bm25Score[] {
  return [...scores].sort((x, y) => y.score - x.score || (x.id < y.id ? -1 : 1)).slice(0, countMax);
}

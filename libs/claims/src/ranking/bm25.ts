import type { Token } from '@kentongan/language';
import { plainStemsOf } from './ranking-terms.js';

/** Saturation of repeated words and weight of the length, as in Robertson & Zaragoza 2009. */
const k1 = 1.2;
const b = 0.75;

interface Document {
  readonly id: string;
  readonly length: number;
}

/** Okapi BM25 over stems, every document held in memory: the yardstick that claim matching is measured against. */
export class Bm25 {
  private readonly documents: Document[] = [];
  private readonly postings = new Map<string, Map<number, number>>();
  private termTotal = 0;

  /** @param stemsOf how a text becomes terms; the same for documents and queries */
  constructor(private readonly stemsOf: (tokens: readonly Token[]) => readonly string[] = plainStemsOf) {}

  add(id: string, tokens: readonly Token[]): void {
    const at = this.documents.length;
    const terms = this.stemsOf(tokens);
    this.documents.push({ id, length: terms.length });
    this.termTotal += terms.length;
    for (const stem of terms) {
      const posting = this.postings.get(stem) ?? new Map<number, number>();
      this.postings.set(stem, posting.set(at, (posting.get(at) ?? 0) + 1));
    }
  }

  /** The documents with the highest scores, best first; equal scores by id. */
  rank(tokens: readonly Token[], countMax: number): { readonly id: string; readonly score: number }[] {
    const scores = new Map<number, number>();
    for (const stem of new Set(this.stemsOf(tokens))) this.addTerm(stem, scores);
    return [...scores]
      .map(([at, score]) => ({ id: this.documents[at]!.id, score }))
      .sort((x, y) => y.score - x.score || (x.id < y.id ? -1 : 1))
      .slice(0, countMax);
  }

  private addTerm(stem: string, scores: Map<number, number>): void {
    const posting = this.postings.get(stem);
    if (!posting) return;
    const count = this.documents.length;
    const rarity = Math.log(1 + (count - posting.size + 0.5) / (posting.size + 0.5));
    const lengthMean = this.termTotal / count;
    for (const [at, times] of posting) {
      const length = 1 - b + (b * this.documents[at]!.length) / lengthMean;
      scores.set(at, (scores.get(at) ?? 0) + (rarity * times * (k1 + 1)) / (times + k1 * length));
    }
  }
}

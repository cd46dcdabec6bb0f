import type { Token } from '@kentongan/language';
import { plainStemsOf } from './ranking-terms.js';

/** Saturation of repeated words and weight of the length, as in Robertson & Zaragoza 2009. */
const k1 = 1.2;
const b = 0.75;

interface Document {
  readonly id: string;
  readonly length: number;
  /** Distinct terms. */
  readonly terms: readonly string[];
}

/** How Okapi BM25 is bent; left out, it is the textbook's. */
export interface Bm25Options {
  /** How a text becomes terms, the same for documents and queries. */
  readonly stemsOf?: (tokens: readonly Token[]) => readonly string[];
  /** Weight of a query's term by its places in the query, ascending. */
  readonly weightOf?: (places: readonly number[]) => number;
  /** Weight of a term by its rarity in the documents. */
  readonly rarityOf?: (term: string, rarity: number) => number;
}

export interface Bm25Score {
  readonly id: string;
  readonly score: number;
}

/** Okapi BM25 over stems, every document held in memory: the yardstick that claim matching is measured against. */
export class Bm25 {
  private readonly documents: Document[] = [];
  private readonly postings = new Map<string, Map<number, number>>();
  private readonly placeOf = new Map<string, number>();
  private termTotal = 0;

  constructor(private readonly options: Bm25Options = {}) {}

  /** @param id one that was not added before */
  add(id: string, tokens: readonly Token[]): void {
    const at = this.documents.length;
    const terms = this.stemsOf(tokens);
    this.documents.push({ id, length: terms.length, terms: [...new Set(terms)] });
    this.placeOf.set(id, at);
    this.termTotal += terms.length;
    for (const stem of terms) {
      const posting = this.postings.get(stem) ?? new Map<number, number>();
      this.postings.set(stem, posting.set(at, (posting.get(at) ?? 0) + 1));
    }
  }

  /** The documents with the highest scores, best first; equal scores by id. */
  rank(tokens: readonly Token[], countMax: number): Bm25Score[] {
    const scores = new Map<number, number>();
    for (const [stem, places] of this.placesOf(tokens)) {
      const posting = this.postings.get(stem);
      if (!posting) continue;
      const weight = this.weight(places) * this.rarity(stem);
      for (const [at, times] of posting)
        scores.set(at, (scores.get(at) ?? 0) + weight * this.saturated(at, times));
    }
    return bestOf(
      Array.from(scores, ([at, score]) => ({ id: this.documents[at]!.id, score })),
      countMax,
    );
  }

  /** The scores of these documents alone: cheap where a rank over all would not be. */
  scoresOf(tokens: readonly Token[], ids: readonly string[]): Map<string, number> {
    const scores = new Map(ids.map((id) => [id, 0]));
    for (const [stem, places] of this.placesOf(tokens)) {
      const posting = this.postings.get(stem);
      if (!posting) continue;
      const weight = this.weight(places) * this.rarity(stem);
      for (const id of ids) {
        const at = this.placeOf.get(id)!;
        const times = posting.get(at);
        if (times !== undefined) scores.set(id, scores.get(id)! + weight * this.saturated(at, times));
      }
    }
    return scores;
  }

  /** What of a document a text does not hold: the weights of its other terms, summed. */
  missingIn(tokens: readonly Token[], id: string): number {
    const held = new Set(this.stemsOf(tokens));
    const { terms } = this.documents[this.placeOf.get(id)!]!;
    return terms.reduce((sum, term) => (held.has(term) ? sum : sum + this.rarity(term)), 0);
  }

  private stemsOf(tokens: readonly Token[]): readonly string[] {
    return (this.options.stemsOf ?? plainStemsOf)(tokens);
  }

  private weight(places: readonly number[]): number {
    return this.options.weightOf?.(places) ?? 1;
  }

  /** Distinct stems of a query with their places. */
  private placesOf(tokens: readonly Token[]): Map<string, number[]> {
    const placesOf = new Map<string, number[]>();
    for (const [place, stem] of this.stemsOf(tokens).entries()) {
      const places = placesOf.get(stem);
      if (places) places.push(place);
      else placesOf.set(stem, [place]);
    }
    return placesOf;
  }

  private rarity(term: string): number {
    const documents = this.postings.get(term)?.size ?? 0;
    const rarity = Math.log(1 + (this.documents.length - documents + 0.5) / (documents + 0.5));
    return this.options.rarityOf?.(term, rarity) ?? rarity;
  }

  private saturated(at: number, times: number): number {
    const length = 1 - b + (b * this.documents[at]!.length * this.documents.length) / this.termTotal;
    return (times * (k1 + 1)) / (times + k1 * length);
  }
}

/** The highest scores, best first; equal ones by id. */
export function bestOf(scores: readonly Bm25Score[], countMax: number): Bm25Score[] {
  return [...scores].sort((x, y) => y.score - x.score || (x.id < y.id ? -1 : 1)).slice(0, countMax);
}

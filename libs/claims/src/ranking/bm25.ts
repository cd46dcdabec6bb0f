import type { Token } from '@kentongan/language';
import { plainStemsOf } from './ranking-terms.js';

/** Saturation of repeated words and weight of the length, as in Robertson & Zaragoza 2009. */
const k1 = 1.2;
const b = 0.75;

interface Document {
  readonly id: string;
  readonly length: number;
}

/** Weight of a query's term by its first place in the query. */
type PlaceWeight = (place: number) => number;

const evenWeight: PlaceWeight = () => 1;

/** Okapi BM25 over stems, every document held in memory: the yardstick that claim matching is measured against. */
export class Bm25 {
  private readonly documents: Document[] = [];
  private readonly postings = new Map<string, Map<number, number>>();
  private readonly placeOf = new Map<string, number>();
  private termTotal = 0;

  /** @param stemsOf how a text becomes terms; the same for documents and queries */
  constructor(private readonly stemsOf: (tokens: readonly Token[]) => readonly string[] = plainStemsOf) {}

  /** @param id one that was not added before */
  add(id: string, tokens: readonly Token[]): void {
    const at = this.documents.length;
    const terms = this.stemsOf(tokens);
    this.documents.push({ id, length: terms.length });
    this.placeOf.set(id, at);
    this.termTotal += terms.length;
    for (const stem of terms) {
      const posting = this.postings.get(stem) ?? new Map<number, number>();
      this.postings.set(stem, posting.set(at, (posting.get(at) ?? 0) + 1));
    }
  }

  /** The documents with the highest scores, best first; equal scores by id. */
  rank(
    tokens: readonly Token[],
    countMax: number,
    weightOf: PlaceWeight = evenWeight,
  ): { readonly id: string; readonly score: number }[] {
    const scores = new Map<number, number>();
    for (const [stem, place] of this.placesOf(tokens)) {
      const posting = this.postings.get(stem);
      if (!posting) continue;
      const weight = weightOf(place) * this.rarity(posting.size);
      for (const [at, times] of posting)
        scores.set(at, (scores.get(at) ?? 0) + weight * this.saturated(at, times));
    }
    return [...scores]
      .map(([at, score]) => ({ id: this.documents[at]!.id, score }))
      .sort((x, y) => y.score - x.score || (x.id < y.id ? -1 : 1))
      .slice(0, countMax);
  }

  /** The scores of these documents alone: cheap where a rank over all would not be. */
  scoresOf(tokens: readonly Token[], ids: readonly string[]): Map<string, number> {
    const scores = new Map(ids.map((id) => [id, 0]));
    for (const stem of this.placesOf(tokens).keys()) {
      const posting = this.postings.get(stem);
      if (!posting) continue;
      const weight = this.rarity(posting.size);
      for (const id of ids) {
        const at = this.placeOf.get(id)!;
        const times = posting.get(at);
        if (times !== undefined) scores.set(id, scores.get(id)! + weight * this.saturated(at, times));
      }
    }
    return scores;
  }

  /** Distinct stems of a query with their first place. */
  private placesOf(tokens: readonly Token[]): Map<string, number> {
    const places = new Map<string, number>();
    for (const [place, stem] of this.stemsOf(tokens).entries())
      if (!places.has(stem)) places.set(stem, place);
    return places;
  }

  private rarity(documents: number): number {
    return Math.log(1 + (this.documents.length - documents + 0.5) / (documents + 0.5));
  }

  private saturated(at: number, times: number): number {
    const length = 1 - b + (b * this.documents[at]!.length * this.documents.length) / this.termTotal;
    return (times * (k1 + 1)) / (times + k1 * length);
  }
}

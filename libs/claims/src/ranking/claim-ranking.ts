import type { Token } from '@kentongan/language';
import { everydayShares } from '../terms/common-words.js';
import { type Bm25Score, bestOf, rarityOf, saturated } from './bm25.js';
import { PieceCounts } from './piece-counts.js';
import { rankingTermsOf, withoutEnglishEnding } from './ranking-terms.js';
import { TermPostings } from './term-postings.js';

/** Words after which a word of the text counts half: a claim is told at the start, what follows is comment and signature. */
const halfPlace = 80;
/** What each doubling of a word adds, up to the third: what a text comes back to is what it is about. */
const repeatedWeight = 0.3;
const doublingsMax = 3;
/** So many of the best by words are ordered anew by their spelling. */
const reorderedMax = 40;
/** What a shared piece of four letters counts beside a shared word. */
const pieceWeight = 0.12;
const pieceLetters = 4;
/** What a word of the title counts that the text lacks, and how much of it: names that the text does not name. */
const missingWeight = 0.1;
const missingMax = 20;
/** Taken off what each word weighs, so that two rare words count for more than four that half of the memory holds. */
const rarityFloor = 1;
/** Words of an everyday text, to tell how many texts hold a word of which a share of all words is known. */
const everydayLength = 20;

/** Stem without its English ending → the rarity of a word that as many everyday texts hold. */
const everydayRarity = new Map<string, number>();
for (const [stem, share] of everydayShares) {
  const term = withoutEnglishEnding(stem);
  const held = 1 - (1 - share) ** everydayLength;
  const rarity = Math.log(1 + (1 - held) / held);
  everydayRarity.set(term, Math.min(rarity, everydayRarity.get(term) ?? rarity));
}

/** Piece → the rarity of the commonest word it is a piece of. */
const everydayPieceRarity = new Map<string, number>();
for (const [term, rarity] of everydayRarity)
  for (const piece of piecesOf([term]))
    everydayPieceRarity.set(piece, Math.min(rarity, everydayPieceRarity.get(piece) ?? rarity));

/** `^koalisi$` → ^koa, koal, … : names and borrowed words are spelt in many ways and share most of their pieces. */
function piecesOf(terms: readonly string[]): string[] {
  const pieces: string[] = [];
  for (const term of new Set(terms)) {
    const word = `^${term}$`;
    if (word.length < pieceLetters + 2) pieces.push(word);
    for (let at = 0; at + pieceLetters <= word.length; at += 1)
      pieces.push(word.slice(at, at + pieceLetters));
  }
  return pieces;
}

function weightOf(places: readonly number[]): number {
  const doublings = Math.min(doublingsMax, Math.log2(places.length));
  return 1 / (1 + places[0]! / halfPlace) + repeatedWeight * doublings;
}

/** A text that is held against the titles. */
interface Asked {
  /** Distinct terms with what each counts by its places. */
  readonly weights: ReadonlyMap<string, number>;
  readonly pieces: ReadonlySet<string>;
}

function askedBy(tokens: readonly Token[]): Asked {
  const terms = rankingTermsOf(tokens);
  const placesOf = new Map<string, number[]>();
  for (const [place, term] of terms.entries()) {
    const places = placesOf.get(term);
    if (places) places.push(place);
    else placesOf.set(term, [place]);
  }
  return {
    weights: new Map(Array.from(placesOf, ([term, places]) => [term, weightOf(places)])),
    pieces: new Set(piecesOf(terms)),
  };
}

/**
 * Ranks fact-checks by a text: which of them is it about, if any? Words weighed by where they stand and how often, then
 * pieces of words, then what the title says beyond the text. Knows nothing of accusation: `HoaxMemory` decides
 * whether a post is about a fact at all.
 */
export class ClaimRanking {
  private readonly titles = new TermPostings();
  private readonly pieces = new PieceCounts();
  private pieceTotal = 0;

  /** Adds a title or replaces the one with the same id. */
  add(id: string, tokens: readonly Token[]): void {
    this.remove(id);
    const terms = rankingTermsOf(tokens);
    this.titles.add(id, terms);
    this.countPieces(terms, 1);
  }

  remove(id: string): void {
    const terms = this.titles.remove(id);
    if (terms !== null) this.countPieces(terms, -1);
  }

  /**
   * The best first; equal scores by id.
   * @param isOpen whether a title may be told of
   */
  rank(tokens: readonly Token[], countMax: number, isOpen: (id: string) => boolean): Bm25Score[] {
    const asked = askedBy(tokens);
    const best = bestOf(this.byWords(asked), Number.POSITIVE_INFINITY)
      .filter(({ id }) => isOpen(id))
      .slice(0, reorderedMax);
    return bestOf(
      best.map(({ id }) => ({ id, score: this.score(asked, id) })),
      countMax,
    );
  }

  /** The scores of these titles alone. */
  scoresOf(tokens: readonly Token[], ids: readonly string[]): Map<string, number> {
    const asked = askedBy(tokens);
    return new Map(ids.map((id) => [id, this.score(asked, id)]));
  }

  private countPieces(terms: readonly string[], change: 1 | -1): void {
    const pieces = piecesOf(terms);
    this.pieceTotal += change * pieces.length;
    this.pieces.count(new Set(pieces), change);
  }

  /** Every title that shares a word, as if it held none of them twice: good enough to tell which are looked at closely. */
  private byWords({ weights }: Asked): Bm25Score[] {
    const { titles } = this;
    const sums = new Map<number, number>();
    for (const [term, weight] of weights) {
      const gain = weight * this.rarityOfWord(term);
      for (const place of titles.places(term)) sums.set(place, (sums.get(place) ?? 0) + gain);
    }
    return Array.from(sums, ([place, sum]) => {
      const { id, terms } = titles.textAt(place);
      return { id, score: sum * saturated(1, terms.length / titles.meanLength) };
    });
  }

  private score({ weights, pieces }: Asked, id: string): number {
    const terms = this.titles.text(id)?.terms ?? [];
    const length = terms.length / this.titles.meanLength;
    let [score, missing] = [0, 0];
    for (const [term, times] of timesOf(terms)) {
      const weight = weights.get(term);
      if (weight === undefined) missing += this.rarityOfWord(term);
      else score += weight * this.rarityOfWord(term) * saturated(times, length);
    }
    return (
      score + pieceWeight * this.pieceScore(pieces, terms) - missingWeight * Math.min(missingMax, missing)
    );
  }

  private pieceScore(asked: ReadonlySet<string>, terms: readonly string[]): number {
    const pieces = piecesOf(terms);
    const length = (pieces.length * this.titles.size) / this.pieceTotal;
    let score = 0;
    for (const [piece, times] of timesOf(pieces))
      if (asked.has(piece)) score += this.rarityOfPiece(piece) * saturated(times, length);
    return score;
  }

  /** A word weighs as little as it does in the memory or in everyday texts, whichever is less. */
  private rarityOfWord(term: string): number {
    const rarity = rarityOf(this.titles.places(term).length, this.titles.size);
    return Math.max(0, Math.min(rarity, everydayRarity.get(term) ?? rarity) - rarityFloor);
  }

  private rarityOfPiece(piece: string): number {
    const rarity = rarityOf(this.pieces.of(piece), this.titles.size);
    return Math.max(0, Math.min(rarity, everydayPieceRarity.get(piece) ?? rarity));
  }
}

function timesOf(terms: readonly string[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const term of terms) times.set(term, (times.get(term) ?? 0) + 1);
  return times;
}

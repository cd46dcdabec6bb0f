import type { Token } from '@kentongan/language';
import { everydayShares } from '../terms/common-words.js';
import { Bm25, type Bm25Score, bestOf } from './bm25.js';
import { rankingTermsOf, withoutEnglishEnding } from './ranking-terms.js';

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

/** A word weighs as little as it does in the memory or in everyday texts, whichever is less. */
const commonIn =
  (rarities: ReadonlyMap<string, number>, floor: number) =>
  (term: string, rarity: number): number =>
    Math.max(0, Math.min(rarity, rarities.get(term) ?? rarity) - floor);

function weightOf(places: readonly number[]): number {
  const doublings = Math.min(doublingsMax, Math.log2(places.length));
  return 1 / (1 + places[0]! / halfPlace) + repeatedWeight * doublings;
}

/**
 * Ranks fact-checks by a text: which of them is it about, if any? Words weighed by where they stand and how often, then
 * pieces of words, then what the title says beyond the text. Knows nothing of accusation: use `HoaxMemory` to decide
 * whether a post is about a fact at all.
 */
export class ClaimRanking {
  private readonly words = new Bm25({
    stemsOf: rankingTermsOf,
    rarityOf: commonIn(everydayRarity, rarityFloor),
    weightOf,
  });
  private readonly pieces = new Bm25({
    stemsOf: (tokens) => piecesOf(rankingTermsOf(tokens)),
    rarityOf: commonIn(everydayPieceRarity, 0),
  });

  add(id: string, tokens: readonly Token[]): void {
    this.words.add(id, tokens);
    this.pieces.add(id, tokens);
  }

  /** The best first; equal scores by id. */
  rank(tokens: readonly Token[], countMax: number): Bm25Score[] {
    const best = this.words.rank(tokens, reorderedMax);
    const pieceScores = this.pieces.scoresOf(
      tokens,
      best.map(({ id }) => id),
    );
    const scores = best.map(({ id, score }) => ({
      id,
      score:
        score +
        pieceWeight * (pieceScores.get(id) ?? 0) -
        missingWeight * Math.min(missingMax, this.words.missingIn(tokens, id)),
    }));
    return bestOf(scores, countMax);
  }
}

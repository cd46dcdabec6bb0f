import type { Token } from '@kentongan/language';
import { Bm25 } from './bm25.js';
import { rankingTermsOf } from './ranking-terms.js';

/** Words after which a word of the text counts half: a claim is told at the start, what follows is comment and signature. */
const halfPlace = 80;
/** So many of the best by words are ordered anew by their spelling. */
const reorderedMax = 40;
/** What a shared piece of four letters counts beside a shared word. */
const pieceWeight = 0.12;
const pieceLetters = 4;

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

/**
 * Ranks fact-checks by a text: which of them is it about, if any? Words weighed by where they stand, then pieces of words.
 * Knows nothing of accusation: use `HoaxMemory` to decide whether a post is about a fact at all.
 */
export class ClaimRanking {
  private readonly words = new Bm25(rankingTermsOf);
  private readonly pieces = new Bm25((tokens) => piecesOf(rankingTermsOf(tokens)));

  add(id: string, tokens: readonly Token[]): void {
    this.words.add(id, tokens);
    this.pieces.add(id, tokens);
  }

  /** The best first; equal scores by id. */
  rank(tokens: readonly Token[], countMax: number): { readonly id: string; readonly score: number }[] {
    const best = this.words.rank(tokens, reorderedMax, (place) => 1 / (1 + place / halfPlace));
    const pieceScores = this.pieces.scoresOf(
      tokens,
      best.map(({ id }) => id),
    );
    return best
      .map(({ id, score }) => ({ id, score: score + pieceWeight * (pieceScores.get(id) ?? 0) }))
      .sort((x, y) => y.score - x.score || (x.id < y.id ? -1 : 1))
      .slice(0, countMax);
  }
}

import { wordsOf } from './words.js';

// Usual values of BM25: Robertson & Zaragoza, The Probabilistic Relevance Framework (2009), §3.2.
const saturation = 1.2;
const lengthWeight = 0.75;

/** What ranking needs of a hit. */
export interface RankedText {
  readonly postId: string;
  readonly milliseconds: number;
  readonly text: string;
}

/**
 * Hits ordered best first by BM25, equal ones newest first, then by id. Document frequencies and the mean length are
 * those of the hits themselves: no adapter's own statistics come in, so all rank alike.
 * @param phrases wanted phrases of the query; each of their lexemes counts as a term
 */
export function rankByWords<T extends RankedText>(
  hits: readonly T[],
  phrases: readonly (readonly string[])[],
): T[] {
  const terms = [...new Set(phrases.flat())];
  const counted = hits.map((hit) => countTerms(hit.text, new Set(terms)));
  const meanLength = counted.reduce((sum, { length }) => sum + length, 0) / Math.max(1, hits.length) || 1;
  const weights = new Map(
    terms.map((term) => {
      const holding = counted.filter(({ counts }) => counts.has(term)).length;
      return [term, Math.log(1 + (hits.length - holding + 0.5) / (holding + 0.5))];
    }),
  );
  const scored = hits.map((hit, i) => ({ hit, score: scoreOf(counted[i]!, weights, meanLength) }));
  return scored
    .sort(
      (a, b) =>
        b.score - a.score ||
        b.hit.milliseconds - a.hit.milliseconds ||
        (a.hit.postId < b.hit.postId ? 1 : -1),
    )
    .map(({ hit }) => hit);
}

interface CountedText {
  readonly length: number;
  readonly counts: ReadonlyMap<string, number>;
}

function countTerms(text: string, terms: ReadonlySet<string>): CountedText {
  const counts = new Map<string, number>();
  const words = wordsOf(text);
  for (const { lexeme } of words) if (terms.has(lexeme)) counts.set(lexeme, (counts.get(lexeme) ?? 0) + 1);
  return { length: words.at(-1)?.position ?? 0, counts };
}

function scoreOf(text: CountedText, weights: ReadonlyMap<string, number>, meanLength: number): number {
  const norm = saturation * (1 - lengthWeight + (lengthWeight * text.length) / meanLength);
  let score = 0;
  for (const [term, count] of text.counts)
    score += (weights.get(term)! * count * (saturation + 1)) / (count + norm);
  return score;
}

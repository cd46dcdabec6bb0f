import { WordSums } from '../hashing/word-sums.js';
import type { OwnWeights, SentimentWeights } from './sentiment-file.js';

/** The models of one language alone, and what they make of the n-grams of a word. */
export interface OwnModels {
  readonly weights: OwnWeights;
  /** The upper bits of a shared bucket are its bucket here. */
  readonly shift: number;
  /** Per word: the sums of the three classes. */
  readonly grams: WordSums;
}

/** @param idfOf inverse document frequency of a shared bucket */
export function ownModelsOf(
  weights: OwnWeights,
  { wordBits, ownBits }: SentimentWeights,
  idfOf: (bucket: number) => number,
): OwnModels {
  const { spelling } = weights;
  const grams = new WordSums(3, (spreads, from, to, sums, at) => {
    // The first is the word itself.
    for (let i = from + 1; i < to; i += 1) {
      const value = idfOf(spreads[i]! >>> (32 - wordBits));
      const row = (spreads[i]! >>> (32 - ownBits)) * 3;
      for (let k = 0; k < 3; k += 1) sums[at + k]! += value * spelling[row + k]!;
    }
  });
  return { weights, shift: wordBits - ownBits, grams };
}

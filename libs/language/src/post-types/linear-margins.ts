import { BucketCounts } from '../hashing/bucket-counts.js';
import { WordSums } from '../hashing/word-sums.js';
import type { Token } from '../tokens/token.js';
import { addWordsAndPairs, shapesOf } from './model-features.js';
import type { PostFeatures } from './post-features.js';
import type { PostTypeWeights } from './post-type-file.js';
import { decidedPostTypes } from './post-type-labels.js';
import type { TypeScores } from './rule-scores.js';

/** An n-gram counts this much beside a word: there are many of them. */
export const gramScale = 0.5;
/** What a feature of form counts, before the post is brought to length 1; a word's idf is 1 to 9. */
export const shapeValue = 4;

const classes = decidedPostTypes.length;

/** Margins of the learned linear model, one for each type. */
export class LinearMargins {
  private readonly counts: BucketCounts;
  /** Per word, of its n-grams: the sums of the classes, then that of the squared values. */
  private readonly grams: WordSums;

  constructor(private readonly weights: PostTypeWeights) {
    this.counts = new BucketCounts(weights.bits);
    this.grams = gramsOfWords(weights);
  }

  of(tokens: readonly Token[], features: PostFeatures): TypeScores {
    const { shapes, steps, shapeSteps, biases } = this.weights;
    const sums = new Array<number>(classes).fill(0);
    const shapeSums = new Array<number>(classes).fill(0);
    const spelled = addWordsAndPairs(tokens, this.counts);
    let squares = this.addGrams(spelled, sums) + this.addWords(sums);
    for (const shape of shapesOf(tokens, features)) {
      squares += shapeValue * shapeValue;
      for (let k = 0; k < classes; k += 1) shapeSums[k]! += shapeValue * shapes[shape * classes + k]!;
    }
    const length = Math.sqrt(squares) || 1;
    return sums.map((sum, k) => biases[k]! + (sum * steps[k]! + shapeSums[k]! * shapeSteps[k]!) / length);
  }

  /** Returns the sum of the squared values. */
  private addWords(sums: number[]): number {
    const { words, idf, idfStep } = this.weights;
    let squares = 0;
    for (const bucket of this.counts.touched()) {
      const value = idf[bucket]! * idfStep;
      if (value === 0) continue;
      squares += value * value;
      for (let k = 0; k < classes; k += 1) sums[k]! += value * words[bucket * classes + k]!;
    }
    this.counts.clear();
    return squares;
  }

  /** Returns the sum of the squared values. @param spelled numbers of the words in the word table */
  private addGrams(spelled: Uint32Array, sums: number[]): number {
    const { grams } = this;
    let squares = 0;
    for (const number of spelled) {
      const at = grams.of(number);
      for (let k = 0; k < classes; k += 1) sums[k]! += grams.sums[at + k]!;
      squares += grams.sums[at + classes]!;
    }
    return squares;
  }
}

function gramsOfWords({ bits, idf, idfStep, words }: PostTypeWeights): WordSums {
  return new WordSums(classes + 1, (spreads, from, to, sums, at) => {
    // The first is the word itself.
    for (let i = from + 1; i < to; i += 1) {
      const bucket = spreads[i]! >>> (32 - bits);
      const value = idf[bucket]! * idfStep * gramScale;
      for (let k = 0; k < classes; k += 1) sums[at + k]! += value * words[bucket * classes + k]!;
      sums[at + classes]! += value * value;
    }
  });
}

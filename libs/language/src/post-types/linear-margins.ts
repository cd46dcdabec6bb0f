import { BucketCounts } from '../hashing/bucket-counts.js';
import type { Token } from '../tokens/token.js';
import { addGrams, addWordsAndPairs, shapesOf } from './model-features.js';
import type { PostFeatures } from './post-features.js';
import type { PostTypeWeights } from './post-type-file.js';
import { decidedPostTypes } from './post-type-labels.js';
import type { TypeScores } from './rule-scores.js';

/** An n-gram counts this much beside a word: there are many of them. */
export const gramScale = 0.5;
/** What a feature of form counts, before the post is brought to length 1; a word's idf is 1 to 9. */
export const shapeValue = 4;

/** Margins of the learned linear model, one for each type. */
export class LinearMargins {
  private readonly counts: BucketCounts;

  constructor(private readonly weights: PostTypeWeights) {
    this.counts = new BucketCounts(weights.bits);
  }

  of(tokens: readonly Token[], features: PostFeatures): TypeScores {
    const { counts } = this;
    const { words, shapes, idf, idfStep, steps, shapeSteps, biases } = this.weights;
    const classes = decidedPostTypes.length;
    const sums = new Array<number>(classes).fill(0);
    const shapeSums = new Array<number>(classes).fill(0);
    const spelled = addWordsAndPairs(tokens, counts);
    const wordsCount = counts.touched().length;
    addGrams(spelled, counts);
    const touched = counts.touched();
    let squares = 0;
    for (let i = 0; i < touched.length; i += 1) {
      const bucket = touched[i]!;
      const value = idf[bucket]! * idfStep * (i < wordsCount ? 1 : gramScale);
      if (value === 0) continue;
      squares += value * value;
      for (let k = 0; k < classes; k += 1) sums[k]! += value * words[bucket * classes + k]!;
    }
    counts.clear();
    for (const shape of shapesOf(tokens, features)) {
      squares += shapeValue * shapeValue;
      for (let k = 0; k < classes; k += 1) shapeSums[k]! += shapeValue * shapes[shape * classes + k]!;
    }
    const length = Math.sqrt(squares) || 1;
    return sums.map((sum, k) => biases[k]! + (sum * steps[k]! + shapeSums[k]! * shapeSteps[k]!) / length);
  }
}

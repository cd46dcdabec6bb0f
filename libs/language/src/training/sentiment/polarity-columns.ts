import type { LinearWeights } from '../linear-svm.js';
import type { SparseRow } from '../sparse-rows.js';
import { type ClassWeights, featureBits, type LearnedPost, polarityScale } from './learned-post.js';

/** The row with the post's polarity features as columns behind the buckets. */
export function withPolarity(
  { indexes, values }: SparseRow,
  { polarity }: LearnedPost,
  bits = featureBits,
): SparseRow {
  const buckets = 2 ** bits;
  return {
    indexes: [...Array.from(indexes), ...polarity.map((_, i) => buckets + i)],
    values: [...Array.from(values), ...polarity.map((value) => value * polarityScale)],
  };
}

/** Splits solutions over such rows into weights per bucket and per polarity feature. */
export function classWeights(solved: readonly LinearWeights[], bits = featureBits): ClassWeights {
  const buckets = 2 ** bits;
  return {
    columns: solved.map(({ weights }) => weights.slice(0, buckets)),
    polarity: solved.map(({ weights }) =>
      Array.from(weights.subarray(buckets), (weight) => weight * polarityScale),
    ),
    biases: solved.map(({ bias }) => bias),
  };
}

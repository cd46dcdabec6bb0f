import { BucketCounts } from '../../hashing/bucket-counts.js';
import { addSpellingFeatures, addWordFeatures } from '../../sentiment/features.js';
import { sentimentLabels } from '../../sentiment/sentiment-file.js';
import { spellingValue } from '../../sentiment/sentiment-model.js';
import { numbersOfTerms } from '../../sentiment/terms.js';
import { trainLinearSvm } from '../linear-svm.js';
import { solveClass } from '../one-vs-rest.js';
import { type SparseRow, sparseRows } from '../sparse-rows.js';
import { type ClassWeights, featureBits, type LearnedPost, solverSeed } from './learned-post.js';
import { classWeights, withPolarity } from './polarity-columns.js';
import { standardised } from './standardised.js';

const cost = 1;
/** A feature seen in fewer posts is left out. */
const postsMin = 2;
export const idfStep = 1 / 20;

/** SVM over TF-IDF of words and character n-grams, its margins brought to a share of `1 / models`. */
export function trainSpelling(
  posts: readonly LearnedPost[],
  models: number,
): { model: ClassWeights; idf: Uint8Array } {
  const counted = countsOf(posts);
  const idf = inverseDocumentFrequencies(counted.map(({ indexes }) => indexes));
  const unitRows = counted.map((post) => unitLength(post.indexes, post.counts, idf));
  const rows = sparseRows(
    unitRows.map((row, i) => withPolarity(row, posts[i]!)),
    2 ** featureBits + posts[0]!.polarity.length,
  );
  const labels = posts.map(({ label }) => label);
  const solved = sentimentLabels.map((label) =>
    solveClass(trainLinearSvm, { rows, labels, label, cost, seed: solverSeed }),
  );
  const polarity = posts.map((post) => post.polarity);
  return { model: standardised(classWeights(solved), unitRows, polarity, models), idf };
}

function countsOf(posts: readonly LearnedPost[]) {
  const counts = new BucketCounts(featureBits);
  return posts.map(({ terms, foreign }) => {
    counts.clear();
    const numbers = numbersOfTerms(terms);
    addWordFeatures(terms, numbers, foreign, counts);
    addSpellingFeatures(terms, numbers, counts);
    const indexes = counts.touched().slice();
    return { indexes, counts: Array.from(indexes, (bucket) => counts.countOf(bucket)) };
  });
}

function inverseDocumentFrequencies(posts: readonly Uint32Array[]): Uint8Array {
  const frequencies = new Uint32Array(2 ** featureBits);
  for (const buckets of posts) for (const bucket of buckets) frequencies[bucket]! += 1;
  return Uint8Array.from(frequencies, (frequency) =>
    frequency < postsMin ? 0 : Math.round((Math.log((1 + posts.length) / (1 + frequency)) + 1) / idfStep),
  );
}

function unitLength(buckets: Uint32Array, counts: readonly number[], idf: Uint8Array): SparseRow {
  const indexes = buckets.filter((bucket) => idf[bucket]! > 0);
  const countOf = new Map(Array.from(buckets, (bucket, i) => [bucket, counts[i]!]));
  const values = Array.from(indexes, (bucket) => spellingValue(countOf.get(bucket)!, idf[bucket]! * idfStep));
  const length = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0)) || 1;
  return { indexes, values: values.map((value) => value / length) };
}

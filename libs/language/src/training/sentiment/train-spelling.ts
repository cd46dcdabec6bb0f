import { BucketCounts } from '../../hashing/bucket-counts.js';
import { wordTable } from '../../hashing/word-table.js';
import { addWordFeatures, spelledWordsOf, sublinear } from '../../sentiment/features.js';
import { sentimentLabels } from '../../sentiment/sentiment-file.js';
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

/** TF-IDF of words, pairs, roots and character n-grams, each post brought to length 1. */
export function spellingRows(posts: readonly LearnedPost[]): { rows: SparseRow[]; idf: Uint8Array } {
  const held = heldOf(posts);
  const idf = inverseDocumentFrequencies(held);
  return { rows: held.map((post) => unitLength(post, idf)), idf };
}

/** The same rows in fewer buckets: those that share their upper bits are one. */
export function inFewerBuckets({ indexes, values }: SparseRow, bits: number): SparseRow {
  const sums = new Map<number, number>();
  for (let i = 0; i < indexes.length; i += 1) {
    const bucket = indexes[i]! >>> (featureBits - bits);
    sums.set(bucket, (sums.get(bucket) ?? 0) + values[i]!);
  }
  return { indexes: [...sums.keys()], values: [...sums.values()] };
}

/**
 * SVM over such rows, its margins brought to a share of `1 / models`.
 * @param unitRows of the posts
 * @param bits the rows' buckets are 2^bits
 */
export function trainSpelling(
  posts: readonly LearnedPost[],
  unitRows: readonly SparseRow[],
  models: number,
  bits = featureBits,
): ClassWeights {
  const rows = sparseRows(
    unitRows.map((row, i) => withPolarity(row, posts[i]!, bits)),
    2 ** bits + posts[0]!.polarity.length,
  );
  const labels = posts.map(({ label }) => label);
  const solved = sentimentLabels.map((label) =>
    solveClass(trainLinearSvm, { rows, labels, label, cost, seed: solverSeed }),
  );
  const polarity = posts.map((post) => post.polarity);
  return standardised(classWeights(solved, bits), unitRows, polarity, models);
}

/** The buckets that a post holds, and by which of its words, pairs and roots or by the n-grams of which words. */
interface Held {
  readonly buckets: Uint32Array;
  /** Sublinear frequency of the word, pair or root; 0 for a mere n-gram. */
  readonly words: Float32Array;
  /** Sum of the sublinear frequencies of the words that hold the n-gram, and of their squares. */
  readonly grams: Float32Array;
  readonly gramSquares: Float32Array;
}

function heldOf(posts: readonly LearnedPost[]): Held[] {
  const counts = new BucketCounts(featureBits);
  const grams = new Float32Array(2 ** featureBits);
  const gramSquares = new Float32Array(2 ** featureBits);
  return posts.map(({ terms, foreign }) => {
    counts.clear();
    const numbers = numbersOfTerms(terms);
    addWordFeatures(terms, numbers, foreign, counts);
    const asWord = Float32Array.from(counts.touched(), (bucket) => sublinear(counts.countOf(bucket)));
    const spelled = spelledWordsOf(terms, numbers);
    spelled.numbers.forEach((number, word) => {
      const { spreads, starts } = wordTable;
      const factor = sublinear(spelled.times[word]!);
      for (let i = starts[number]! + 1; i < starts[number + 1]!; i += 1) {
        const bucket = spreads[i]! >>> (32 - featureBits);
        counts.add(bucket);
        grams[bucket]! += factor;
        gramSquares[bucket]! += factor * factor;
      }
    });
    const buckets = counts.touched().slice();
    const words = new Float32Array(buckets.length);
    words.set(asWord);
    const held = {
      buckets,
      words,
      grams: Float32Array.from(buckets, (bucket) => grams[bucket]!),
      gramSquares: Float32Array.from(buckets, (bucket) => gramSquares[bucket]!),
    };
    for (const bucket of buckets) grams[bucket] = gramSquares[bucket] = 0;
    return held;
  });
}

function inverseDocumentFrequencies(posts: readonly Held[]): Uint8Array {
  const frequencies = new Uint32Array(2 ** featureBits);
  for (const { buckets } of posts) for (const bucket of buckets) frequencies[bucket]! += 1;
  return Uint8Array.from(frequencies, (frequency) =>
    frequency < postsMin ? 0 : Math.round((Math.log((1 + posts.length) / (1 + frequency)) + 1) / idfStep),
  );
}

/** Words add up, as the model is asked: an n-gram of two words counts twice, in the length as well. */
function unitLength({ buckets, words, grams, gramSquares }: Held, idf: Uint8Array): SparseRow {
  const indexes: number[] = [];
  const values: number[] = [];
  let squares = 0;
  buckets.forEach((bucket, i) => {
    if (idf[bucket] === 0) return;
    const value = idf[bucket]! * idfStep;
    indexes.push(bucket);
    values.push((words[i]! + grams[i]!) * value);
    squares += (words[i]! ** 2 + gramSquares[i]!) * value * value;
  });
  const length = Math.sqrt(squares) || 1;
  return { indexes, values: values.map((value) => value / length) };
}

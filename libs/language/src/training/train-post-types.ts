import { BucketCounts } from '../hashing/bucket-counts.js';
import { wordTable } from '../hashing/word-table.js';
import { gramScale, shapeValue } from '../post-types/linear-margins.js';
import { addWordsAndPairs, shapesCount, shapesOf } from '../post-types/model-features.js';
import { postFeatures } from '../post-types/post-features.js';
import { encodePostTypes } from '../post-types/post-type-file.js';
import { type DecidedPostType, decidedPostTypes } from '../post-types/post-type-labels.js';
import { tokenize } from '../tokens/tokenize.js';
import { type LinearWeights, trainLinearSvm } from './linear-svm.js';
import { quantise } from './one-vs-rest.js';
import { type SparseRow, sparseRows } from './sparse-rows.js';

/** A post of known type; `weight` is what it counts beside the others (1 = a post that a person labelled). */
export interface TypedText {
  readonly text: string;
  readonly label: DecidedPostType;
  readonly weight: number;
}

const bits = 16;
const cost = 1;
/** A word or n-gram in fewer posts is left out. */
const postsMin = 2;
const idfStep = 1 / 20;
const seed = 1;

interface CountedPost {
  /** Buckets of words and pairs. */
  readonly words: Uint32Array;
  /** Buckets of n-grams, and how many different words hold each. */
  readonly grams: Uint32Array;
  readonly holders: Uint32Array;
  readonly shapes: readonly number[];
}

/**
 * Trains the learned half of the post types: a linear SVM, one type against the rest, over TF-IDF words, word pairs and
 * character n-grams and over features of form (cues, capitals, length, links), each post at length 1. Deterministic.
 * @returns the bytes of the weights file
 */
export function trainPostTypes(posts: readonly TypedText[]): Uint8Array {
  const counted = countPosts(posts);
  const idf = inverseDocumentFrequencies(counted);
  const rows = sparseRows(
    counted.map((post) => unitRow(post, idf)),
    2 ** bits + shapesCount,
  );
  const solved = decidedPostTypes.map((label) => solve(rows, posts, label));
  const columns = solved.map(({ weights }) => weights);
  const words = quantise(columns.map((column) => column.subarray(0, 2 ** bits)));
  const shapes = quantise(
    columns.map((column) => column.subarray(2 ** bits)),
    0,
  );
  return encodePostTypes({
    bits,
    idfStep,
    steps: words.steps,
    shapeSteps: shapes.steps,
    biases: solved.map(({ bias }) => bias),
    words: words.bytes,
    idf,
    shapes: shapes.bytes,
  });
}

function countPosts(posts: readonly TypedText[]): CountedPost[] {
  const counts = new BucketCounts(bits);
  return posts.map(({ text }) => {
    const tokens = tokenize(text);
    const spelled = addWordsAndPairs(tokens, counts);
    const words = counts.touched().slice();
    counts.clear();
    const { spreads, starts } = wordTable;
    for (const number of spelled) counts.addSpreads(spreads, starts[number]! + 1, starts[number + 1]!);
    const grams = counts.touched().slice();
    const holders = grams.map((bucket) => counts.countOf(bucket));
    counts.clear();
    return { words, grams, holders, shapes: shapesOf(tokens, postFeatures(tokens)) };
  });
}

function inverseDocumentFrequencies(posts: readonly CountedPost[]): Uint8Array {
  const frequencies = new Uint32Array(2 ** bits);
  for (const { words, grams } of posts)
    for (const bucket of new Set([...words, ...grams])) frequencies[bucket]! += 1;
  return Uint8Array.from(frequencies, (frequency) =>
    frequency < postsMin ? 0 : Math.round((Math.log((1 + posts.length) / (1 + frequency)) + 1) / idfStep),
  );
}

/** Words add up, as the model is asked: an n-gram of two words counts twice, in the length as well. */
function unitRow({ words, grams, holders, shapes }: CountedPost, idf: Uint8Array): SparseRow {
  const values = new Map<number, number>();
  let squares = 0;
  const add = (index: number, value: number, times = 1): void => {
    if (value === 0) return;
    values.set(index, (values.get(index) ?? 0) + value * times);
    squares += value * value * times;
  };
  for (const bucket of words) add(bucket, idf[bucket]! * idfStep);
  grams.forEach((bucket, i) => {
    add(bucket, idf[bucket]! * idfStep * gramScale, holders[i]);
  });
  for (const shape of shapes) add(2 ** bits + shape, shapeValue);
  const length = Math.sqrt(squares) || 1;
  return { indexes: [...values.keys()], values: Array.from(values.values(), (value) => value / length) };
}

/** Both sides of a type get the same total cost, so that a rare type is not drowned. */
function solve(
  rows: ReturnType<typeof sparseRows>,
  posts: readonly TypedText[],
  label: DecidedPostType,
): LinearWeights {
  const sum = (wanted: boolean) =>
    posts.reduce((total, post) => total + ((post.label === label) === wanted ? post.weight : 0), 0);
  const [inside, outside] = [sum(true), sum(false)];
  const half = (inside + outside) / 2;
  const costs = posts.map(
    (post) => (cost * post.weight * half) / Math.max(1, post.label === label ? inside : outside),
  );
  return trainLinearSvm({
    rows,
    signs: Int8Array.from(posts, (post) => (post.label === label ? 1 : -1)),
    costs: Float64Array.from(costs),
    seed,
  });
}

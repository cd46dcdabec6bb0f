import { BucketCounts } from '../hashing/bucket-counts.js';
import { bucketOf, hashOf, joined } from '../hashing/hashing.js';
import { wordTable } from '../hashing/word-table.js';
import { findSubjects } from '../subjects/find-subjects.js';
import { tokenize } from '../tokens/tokenize.js';
import { type LinearWeights, trainLinearSvm } from './linear-svm.js';
import { type SparseRow, sparseRows } from './sparse-rows.js';

export interface HandledComplaint {
  readonly text: string;
  readonly agency: string;
}

/** Agencies of a text with their margins, best first. */
export type RankAgencies = (text: string) => readonly { readonly agency: string; readonly margin: number }[];

const bits = 18;
const cost = 0.3;
const postsMin = 2;
/** An n-gram of letters counts this much beside a word or a word pair. */
const gramScale = 0.6;
const wordsMax = 1_000;
const pairReach = 2;
const seed = 1;

interface Counted {
  readonly buckets: Uint32Array;
  readonly counts: readonly number[];
  readonly wordsCount: number;
}

/**
 * A linear SVM, one agency against the rest, over TF-IDF words, pairs of words up to two apart, subjects and character
 * n-grams: what a region can train on thousands of handled complaints of its own. Deterministic.
 */
export function trainAgencies(complaints: readonly HandledComplaint[]): RankAgencies {
  const counter = new BucketCounts(bits, 2 ** 15);
  const counted = complaints.map(({ text }) => countText(text, counter));
  const idf = inverseDocumentFrequencies(counted);
  const rows = sparseRows(
    counted.map((each) => unitRow(each, idf)),
    2 ** bits,
  );
  const labels = complaints.map(({ agency }) => agency);
  const agencies = [...new Set(labels)].sort();
  const solved = agencies.map((agency) => solve(rows, labels, agency));
  return (text) => {
    const { indexes, values } = unitRow(countText(text, counter), idf);
    return agencies
      .map((agency, k) => ({ agency, margin: marginOf(solved[k]!, indexes, values) }))
      .sort((a, b) => b.margin - a.margin);
  };
}

function marginOf(
  { weights, bias }: LinearWeights,
  indexes: ArrayLike<number>,
  values: ArrayLike<number>,
): number {
  let margin = bias;
  for (let i = 0; i < indexes.length; i += 1) margin += weights[indexes[i]!]! * values[i]!;
  return margin;
}

function countText(text: string, counter: BucketCounts): Counted {
  counter.clear();
  const tokens = tokenize(text);
  const words = tokens
    .flatMap(({ kind, slang, norm }) => (kind === 'word' ? [slang ?? norm] : kind === 'number' ? ['0'] : []))
    .slice(0, wordsMax);
  const numbers = wordTable.numbersOf(words);
  numbers.forEach((number, i) => {
    const hash = wordTable.hashes[number]!;
    counter.add(bucketOf(hash, bits));
    for (let back = 1; back <= Math.min(pairReach, i); back += 1)
      counter.add(bucketOf(joined(wordTable.hashes[numbers[i - back]!]! + back, hash), bits));
  });
  for (const subject of findSubjects(tokens)) counter.add(bucketOf(hashOf(subject, 0x5355), bits));
  const wordsCount = counter.touched().length;
  const { spreads, starts } = wordTable;
  for (const number of numbers) counter.addSpreads(spreads, starts[number]! + 1, starts[number + 1]!);
  const buckets = counter.touched().slice();
  return { buckets, wordsCount, counts: Array.from(buckets, (bucket) => counter.countOf(bucket)) };
}

function inverseDocumentFrequencies(texts: readonly Counted[]): Float64Array {
  const frequencies = new Float64Array(2 ** bits);
  for (const { buckets } of texts) for (const bucket of buckets) frequencies[bucket]! += 1;
  return frequencies.map((frequency) =>
    frequency < postsMin ? 0 : Math.log((1 + texts.length) / (1 + frequency)) + 1,
  );
}

function unitRow({ buckets, counts, wordsCount }: Counted, idf: Float64Array): SparseRow {
  const indexes: number[] = [];
  const values: number[] = [];
  buckets.forEach((bucket, i) => {
    if (idf[bucket] === 0) return;
    indexes.push(bucket);
    values.push((1 + Math.log(counts[i]!)) * idf[bucket]! * (i < wordsCount ? 1 : gramScale));
  });
  const length = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0)) || 1;
  return { indexes, values: values.map((value) => value / length) };
}

/** Between no balance and full balance of the two sides: the rare agencies gain and the frequent ones hardly lose. */
function solve(
  rows: ReturnType<typeof sparseRows>,
  labels: readonly string[],
  agency: string,
): LinearWeights {
  const members = labels.filter((label) => label === agency).length;
  const costs = Float64Array.from(labels, (label) => {
    const side = label === agency ? members : labels.length - members;
    return cost * Math.sqrt(labels.length / (2 * Math.max(1, side)));
  });
  const signs = Int8Array.from(labels, (label) => (label === agency ? 1 : -1));
  return trainLinearSvm({ rows, signs, costs, seed });
}

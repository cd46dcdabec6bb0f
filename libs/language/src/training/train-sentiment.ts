import { BucketCounts } from '../hashing/bucket-counts.js';
import { hashOf } from '../hashing/hashing.js';
import { addSpellingFeatures, addWordFeatures, type Translations } from '../sentiment/features.js';
import {
  encodeSentiment,
  type Sentiment,
  type SentimentWeights,
  sentimentLabels,
} from '../sentiment/sentiment-file.js';
import { spellingValue } from '../sentiment/sentiment-model.js';
import { numbersOfTerms, type Term, termsOf } from '../sentiment/terms.js';
import { tokenize } from '../tokens/tokenize.js';
import { trainLinearSvm } from './linear-svm.js';
import { trainLogisticRegression } from './logistic-regression.js';
import { quantise, solveClass } from './one-vs-rest.js';
import { type SparseRow, sparseRows } from './sparse-rows.js';

export interface LabelledText {
  readonly text: string;
  readonly label: Sentiment;
}

/** A regional or English word and its Indonesian translation. */
export interface TranslatedWord {
  readonly foreign: string;
  readonly indonesian: string;
}

const featureBits = 18;
const wordCost = 0.3;
const spellingCost = 0.3;
/** A spelling feature seen in fewer posts is left out. */
const postsMin = 2;
const idfStep = 1 / 20;
const seed = 1;
/** Makes the softmax of the margins as sure as it is right on held-out rows (mean confidence .87 at accuracy .89). */
const sharpness = 2.5;
const translationsPerWordMax = 3;
/** A word this frequent in the Indonesian rows is Indonesian: translating it would mix in a false friend. */
const indonesianOccurrencesMin = 5;

interface Margined {
  readonly columns: Float64Array[];
  readonly biases: number[];
}

/**
 * Trains the shipped sentiment model: NB-SVM over words (Wang & Manning 2012: binary features times log-count ratio, here with
 * logistic regression) plus an SVM over TF-IDF words and character n-grams; margins on one scale, averaged. Deterministic.
 * @param indonesian large Indonesian set; also decides which words need no translation
 * @param others further rows, of any language
 * @returns the bytes of the weights file
 */
export function trainSentiment(
  indonesian: readonly LabelledText[],
  others: readonly LabelledText[],
  lexicon: readonly TranslatedWord[],
): Uint8Array {
  const rows = [...indonesian, ...others];
  const termsOfRows = rows.map((row) => termsOf(tokenize(row.text)));
  const labels = rows.map((row) => row.label);
  const translations = usefulTranslations(termsOfRows.slice(0, indonesian.length), lexicon);
  const words = trainWords(termsOfRows, labels, translations);
  const { model: spelling, idf } = trainSpelling(termsOfRows, labels, translations);
  const weights = combine(words, spelling, { idf, translations });
  return encodeSentiment({ ...weights, sharpness });
}

function usefulTranslations(
  indonesian: readonly (readonly Term[])[],
  lexicon: readonly TranslatedWord[],
): Translations {
  const occurrences = new Map<string, number>();
  for (const terms of indonesian)
    for (const { text } of terms) occurrences.set(text, (occurrences.get(text) ?? 0) + 1);
  const translations = new Map<number, number[]>();
  for (const entry of lexicon) {
    const foreign = entry.foreign.toLowerCase();
    const target = entry.indonesian.toLowerCase();
    if (foreign === target || /\s/.test(foreign + target)) continue;
    if ((occurrences.get(foreign) ?? 0) >= indonesianOccurrencesMin || !occurrences.has(target)) continue;
    const known = translations.get(hashOf(foreign)) ?? [];
    if (known.length < translationsPerWordMax && !known.includes(hashOf(target))) known.push(hashOf(target));
    translations.set(hashOf(foreign), known);
  }
  return translations;
}

function trainWords(
  posts: readonly (readonly Term[])[],
  labels: readonly string[],
  translations: Translations,
): Margined {
  const counts = new BucketCounts(featureBits);
  const buckets = posts.map((terms) => {
    counts.clear();
    addWordFeatures(terms, numbersOfTerms(terms), translations, counts);
    return counts.touched().slice();
  });
  const solved = sentimentLabels.map((label) => {
    const ratios = logCountRatios(buckets, labels, label);
    const rows = sparseRows(
      buckets.map((indexes) => ({ indexes, values: Array.from(indexes, (bucket) => ratios[bucket]!) })),
      2 ** featureBits,
    );
    const { weights, bias } = solveClass(trainLogisticRegression, {
      rows,
      labels,
      label,
      cost: wordCost,
      seed,
    });
    return { column: weights.map((weight, bucket) => weight * ratios[bucket]!), bias };
  });
  return standardised(
    solved.map(({ column }) => column),
    solved.map(({ bias }) => bias),
    buckets.map((indexes) => ({ indexes, values: Array.from(indexes, () => 1) })),
  );
}

/** log of (share of the class's feature occurrences) / (share of the others'), add-one smoothed. */
function logCountRatios(
  buckets: readonly Uint32Array[],
  labels: readonly string[],
  label: string,
): Float64Array {
  const inside = new Float64Array(2 ** featureBits).fill(1);
  const outside = new Float64Array(2 ** featureBits).fill(1);
  buckets.forEach((row, i) => {
    const counts = labels[i] === label ? inside : outside;
    for (const bucket of row) counts[bucket]! += 1;
  });
  const sum = (counts: Float64Array) => counts.reduce((a, b) => a + b, 0);
  const [insideSum, outsideSum] = [sum(inside), sum(outside)];
  return inside.map((count, bucket) => Math.log(count / insideSum / (outside[bucket]! / outsideSum)));
}

function trainSpelling(
  posts: readonly (readonly Term[])[],
  labels: readonly string[],
  translations: Translations,
): { model: Margined; idf: Uint8Array } {
  const counts = new BucketCounts(featureBits);
  const counted = posts.map((terms) => {
    counts.clear();
    const numbers = numbersOfTerms(terms);
    addWordFeatures(terms, numbers, translations, counts);
    addSpellingFeatures(terms, numbers, counts);
    const indexes = counts.touched().slice();
    return { indexes, counts: Array.from(indexes, (bucket) => counts.countOf(bucket)) };
  });
  const idf = inverseDocumentFrequencies(counted.map(({ indexes }) => indexes));
  const rowsOfPosts = counted.map((post) => unitLength(post.indexes, post.counts, idf));
  const rows = sparseRows(rowsOfPosts, 2 ** featureBits);
  const solved = sentimentLabels.map((label) =>
    solveClass(trainLinearSvm, { rows, labels, label, cost: spellingCost, seed }),
  );
  const model = standardised(
    solved.map(({ weights }) => weights),
    solved.map(({ bias }) => bias),
    rowsOfPosts,
  );
  return { model, idf };
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

/** Divides a model by twice the standard deviation of its margins on the training rows: two such models add up to their mean. */
function standardised(columns: Float64Array[], biases: number[], rows: readonly SparseRow[]): Margined {
  const margins = rows.flatMap(({ indexes, values }) =>
    columns.map((column, k) => {
      let sum = biases[k]!;
      for (let i = 0; i < indexes.length; i += 1) sum += column[indexes[i]!]! * values[i]!;
      return sum;
    }),
  );
  const mean = margins.reduce((a, b) => a + b, 0) / margins.length;
  const deviation =
    Math.sqrt(margins.reduce((sum, margin) => sum + (margin - mean) ** 2, 0) / margins.length) || 1;
  return {
    columns: columns.map((column) => column.map((weight) => weight / (2 * deviation))),
    biases: biases.map((bias) => bias / (2 * deviation)),
  };
}

function combine(
  words: Margined,
  spelling: Margined,
  rest: Pick<SentimentWeights, 'idf' | 'translations'>,
): Omit<SentimentWeights, 'sharpness'> {
  const quantisedWords = quantise(words.columns);
  const quantisedSpelling = quantise(spelling.columns);
  return {
    ...rest,
    wordBits: featureBits,
    spellingBits: featureBits,
    idfStep,
    words: quantisedWords.bytes,
    wordSteps: quantisedWords.steps,
    spelling: quantisedSpelling.bytes,
    spellingSteps: quantisedSpelling.steps,
    biases: words.biases.map((bias, k) => bias + spelling.biases[k]!),
  };
}

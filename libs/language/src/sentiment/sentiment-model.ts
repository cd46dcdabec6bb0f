import { BucketCounts } from '../hashing/bucket-counts.js';
import { WordSums } from '../hashing/word-sums.js';
import type { LanguageCode } from '../languages/language-codes.js';
import type { Token } from '../tokens/token.js';
import { addWordFeatures, type SpelledWords, spelledWordsOf, sublinear } from './features.js';
import { type OwnModels, ownModelsOf } from './own-models.js';
import { polarityFeatures } from './polarity-features.js';
import { decodeSentiment, type Sentiment, type SentimentWeights, sentimentLabels } from './sentiment-file.js';
import { addServiceLeaning } from './service-leaning.js';
import { numbersOfTerms, type Term, termsOf } from './terms.js';

export interface SentimentScore {
  readonly label: Sentiment;
  /** Share of belief in `label`, 0-1: the softmax of the margins, sharpened so that it fits held-out rows. */
  readonly confidence: number;
  /** Margin per class, in the order of `sentimentLabels`; larger is likelier, 0 is the border. */
  readonly margins: readonly [number, number, number];
}

export interface SentimentModel {
  /**
   * Sentiment of the post that `tokenize` cut into these tokens. A post without words is neutral with confidence 0.
   * @param language of the post, as identified: its words are then read as that language's; Indonesian by default
   */
  score(tokens: readonly Token[], language?: string): SentimentScore;
}

type Margins = [number, number, number];

/**
 * A linear model over words plus one over words and spelling, both with polarity features, and in a regional language both again of
 * its own rows; their margins, on one scale, are averaged.
 */
class HashedSentimentModel implements SentimentModel {
  private readonly counts: BucketCounts;
  /** Spelling weights of the three classes and the idf of a bucket side by side: one piece of memory to fetch, not four. */
  private readonly spelling: Int8Array;
  private readonly idf: Uint8Array;
  /** By the weight file's idf number. */
  private readonly idfValues: Float64Array;
  /** Per word, of its n-grams: the sums of the three classes, then that of the squared values. */
  private readonly grams: WordSums;
  /** Of one post: as in `grams`. */
  private readonly spellingSums = new Float64Array(4);
  /** Of one post, by its language's own model. */
  private readonly ownSums = new Float64Array(3);
  /** Made when a language is first met: most desks meet one or two. */
  private readonly own = new Map<LanguageCode, OwnModels>();

  constructor(private readonly weights: SentimentWeights) {
    this.counts = new BucketCounts(weights.wordBits);
    this.spelling = rowsOfFour(weights);
    this.idf = new Uint8Array(this.spelling.buffer);
    this.idfValues = Float64Array.from({ length: 256 }, (_, steps) => steps * weights.idfStep);
    this.grams = gramsOfWords(this.spelling, this.idf, this.idfValues, weights.wordBits);
  }

  private ownOf(language: LanguageCode): OwnModels | undefined {
    const known = this.own.get(language);
    if (known) return known;
    const weights = this.weights.own.find((each) => each.language === language);
    if (!weights) return undefined;
    const models = ownModelsOf(weights, this.weights, (bucket) => this.idfValues[this.idf[bucket * 4 + 3]!]!);
    this.own.set(language, models);
    return models;
  }

  score(tokens: readonly Token[], language = 'id'): SentimentScore {
    return this.scoreTerms(termsOf(tokens), language as LanguageCode);
  }

  scoreTerms(terms: readonly Term[], language: LanguageCode): SentimentScore {
    if (terms.length === 0) return { label: 'neutral', confidence: 0, margins: [0, 0, 0] };
    const { biases, polarity, sharpness, foreignWords } = this.weights;
    const foreign = foreignWords.get(language);
    const own = this.ownOf(language);
    const margins: Margins = [biases[0]!, biases[1]!, biases[2]!];
    const numbers = numbersOfTerms(terms);
    const polar = polarityFeatures(terms, foreign);
    addWordFeatures(terms, numbers, foreign, this.counts);
    this.addWordMargins(margins);
    addPolarityMargins(margins, polarity, polar);
    if (own) this.addOwnMargins(margins, own, polar);
    this.addSpellingMargins(margins, terms, numbers, own);
    this.counts.clear();
    // Each model's margins are half a mean's share: of four, the mean is half of the sum.
    if (own) for (let k = 0; k < margins.length; k += 1) margins[k]! /= 2;
    addServiceLeaning(margins, polar);
    return verdict(margins, sharpness);
  }

  /** Of the words alone: comes before their spelling is added. */
  private addWordMargins(margins: Margins): void {
    const { words, wordSteps } = this.weights;
    const touched = this.counts.touched();
    let [negative, neutral, positive] = [0, 0, 0];
    for (let i = 0; i < touched.length; i += 1) {
      const at = touched[i]! * 3;
      negative += words[at]!;
      neutral += words[at + 1]!;
      positive += words[at + 2]!;
    }
    addScaledMargins(margins, [negative, neutral, positive], wordSteps, 1);
  }

  /** Of the language's own word model, which has fewer buckets: the upper bits of the shared ones. */
  private addOwnMargins(margins: Margins, { weights, shift }: OwnModels, polar: readonly number[]): void {
    const { words, steps, biases, polarity } = weights;
    const sums: Margins = [0, 0, 0];
    for (const bucket of this.counts.touched())
      for (let k = 0; k < sums.length; k += 1) sums[k]! += words[(bucket >>> shift) * sums.length + k]!;
    addScaledMargins(margins, sums, steps, 1);
    addPolarityMargins(margins, polarity, polar);
    for (let k = 0; k < margins.length; k += 1) margins[k]! += biases[k]!;
  }

  /** Of the words, pairs and roots counted so far, and of what the words are spelled with. */
  private addSpellingMargins(
    margins: Margins,
    terms: readonly Term[],
    numbers: Uint32Array,
    own: OwnModels | undefined,
  ): void {
    const { spellingSums: sums, ownSums } = this;
    sums.fill(0);
    const spelled = spelledWordsOf(terms, numbers);
    this.sumCounted();
    this.sumGrams(spelled);
    const squares = sums[3]!;
    if (squares === 0) return;
    const factor = 1 / Math.sqrt(squares);
    addScaledMargins(margins, sums, this.weights.spellingSteps, factor);
    if (!own) return;
    this.sumOwn(own, spelled);
    addScaledMargins(margins, ownSums, own.weights.spellingSteps, factor);
  }

  private sumCounted(): void {
    const { counts, spelling, spellingSums: sums } = this;
    const touched = counts.touched();
    for (let i = 0; i < touched.length; i += 1) {
      const at = touched[i]! * 4;
      const value = this.valueOf(touched[i]!);
      sums[0]! += value * spelling[at]!;
      sums[1]! += value * spelling[at + 1]!;
      sums[2]! += value * spelling[at + 2]!;
      sums[3]! += value * value;
    }
  }

  /** TF-IDF of a bucket that was counted. */
  private valueOf(bucket: number): number {
    return sublinear(this.counts.countOf(bucket)) * this.idfValues[this.idf[bucket * 4 + 3]!]!;
  }

  private sumGrams({ numbers, times }: SpelledWords): void {
    const { grams, spellingSums: sums } = this;
    for (let i = 0; i < times.length; i += 1) {
      const at = grams.of(numbers[i]!);
      const factor = sublinear(times[i]!);
      for (let k = 0; k < 3; k += 1) sums[k]! += factor * grams.sums[at + k]!;
      sums[3]! += factor * factor * grams.sums[at + 3]!;
    }
  }

  /** The same by the language's own spelling model; the length is that of the shared one, which has the same rows. */
  private sumOwn({ weights: { spelling }, shift, grams }: OwnModels, { numbers, times }: SpelledWords): void {
    const { ownSums: sums } = this;
    sums.fill(0);
    for (const bucket of this.counts.touched()) {
      const at = (bucket >>> shift) * 3;
      const value = this.valueOf(bucket);
      for (let k = 0; k < 3; k += 1) sums[k]! += value * spelling[at + k]!;
    }
    for (let i = 0; i < times.length; i += 1) {
      const at = grams.of(numbers[i]!);
      const factor = sublinear(times[i]!);
      for (let k = 0; k < 3; k += 1) sums[k]! += factor * grams.sums[at + k]!;
    }
  }
}

/** @param rows as of `rowsOfFour`; `idf` the same memory as unsigned bytes */
function gramsOfWords(rows: Int8Array, idf: Uint8Array, idfValues: Float64Array, bits: number): WordSums {
  return new WordSums(4, (spreads, from, to, sums, at) => {
    // The first is the word itself.
    for (let i = from + 1; i < to; i += 1) {
      const row = (spreads[i]! >>> (32 - bits)) * 4;
      const value = idfValues[idf[row + 3]!]!;
      for (let k = 0; k < 3; k += 1) sums[at + k]! += value * rows[row + k]!;
      sums[at + 3]! += value * value;
    }
  });
}

function addPolarityMargins(
  margins: Margins,
  weights: readonly (readonly number[])[],
  features: readonly number[],
): void {
  for (let k = 0; k < margins.length; k += 1)
    for (let i = 0; i < features.length; i += 1) margins[k]! += weights[k]![i]! * features[i]!;
}

function rowsOfFour({ spelling, idf }: SentimentWeights): Int8Array {
  const rows = new Int8Array(idf.length * 4);
  // One by one: a million calls of `set` for three numbers each would take ten times as long.
  for (let bucket = 0; bucket < idf.length; bucket += 1) {
    rows[bucket * 4] = spelling[bucket * 3]!;
    rows[bucket * 4 + 1] = spelling[bucket * 3 + 1]!;
    rows[bucket * 4 + 2] = spelling[bucket * 3 + 2]!;
    rows[bucket * 4 + 3] = idf[bucket]!;
  }
  return rows;
}

function addScaledMargins(
  margins: Margins,
  sums: ArrayLike<number>,
  steps: readonly number[],
  factor: number,
): void {
  for (let k = 0; k < margins.length; k += 1) margins[k]! += sums[k]! * steps[k]! * factor;
}

function verdict(margins: Margins, sharpness: number): SentimentScore {
  let best = 0;
  for (let k = 1; k < margins.length; k += 1) if (margins[k]! > margins[best]!) best = k;
  let sum = 0;
  for (const margin of margins) sum += Math.exp((margin - margins[best]!) * sharpness);
  return { label: sentimentLabels[best]!, confidence: 1 / sum, margins };
}

/**
 * @param bytes the whole weights file (libs/language/models/sentiment.bin)
 * @throws Error when the bytes are not such a file
 */
export function loadSentimentModel(bytes: Uint8Array): SentimentModel {
  return new HashedSentimentModel(decodeSentiment(bytes));
}

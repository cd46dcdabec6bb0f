import { BucketCounts } from '../hashing/bucket-counts.js';
import type { Token } from '../tokens/token.js';
import { addSpellingFeatures, addWordFeatures } from './features.js';
import { decodeSentiment, type Sentiment, type SentimentWeights, sentimentLabels } from './sentiment-file.js';
import { numbersOfTerms, termsOf } from './terms.js';

export interface SentimentScore {
  readonly label: Sentiment;
  /** Share of belief in `label`, 0-1: the softmax of the margins, sharpened so that it fits held-out rows. */
  readonly confidence: number;
  /** Margin per class, in the order of `sentimentLabels`; larger is likelier, 0 is the border. */
  readonly margins: readonly [number, number, number];
}

export interface SentimentModel {
  /** Sentiment of the post that `tokenize` cut into these tokens. A post without words is neutral with confidence 0. */
  score(tokens: readonly Token[]): SentimentScore;
}

type Margins = [number, number, number];

/** A linear model over words plus a linear model over words and spelling; their margins, on one scale, are averaged. */
class HashedSentimentModel implements SentimentModel {
  private readonly counts: BucketCounts;
  /** Spelling weights of the three classes and the idf of a bucket side by side: one piece of memory to fetch, not four. */
  private readonly spelling: Int8Array;
  private readonly idf: Uint8Array;
  /** By the weight file's idf number. */
  private readonly idfValues: Float64Array;

  constructor(private readonly weights: SentimentWeights) {
    this.counts = new BucketCounts(weights.wordBits);
    this.spelling = rowsOfFour(weights);
    this.idf = new Uint8Array(this.spelling.buffer);
    this.idfValues = Float64Array.from({ length: 256 }, (_, steps) => steps * weights.idfStep);
  }

  score(tokens: readonly Token[]): SentimentScore {
    const terms = termsOf(tokens);
    if (terms.length === 0) return { label: 'neutral', confidence: 0, margins: [0, 0, 0] };
    const { biases, translations } = this.weights;
    const margins: Margins = [biases[0]!, biases[1]!, biases[2]!];
    const numbers = numbersOfTerms(terms);
    addWordFeatures(terms, numbers, translations, this.counts);
    this.addWordMargins(margins);
    addSpellingFeatures(terms, numbers, this.counts);
    this.addSpellingMargins(margins);
    this.counts.clear();
    return verdict(margins, this.weights.sharpness);
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

  private addSpellingMargins(margins: Margins): void {
    const { counts, spelling, idf, idfValues } = this;
    const touched = counts.touched();
    let [negative, neutral, positive, squares] = [0, 0, 0, 0];
    for (let i = 0; i < touched.length; i += 1) {
      const at = touched[i]! * 4;
      const value = spellingValue(counts.countOf(touched[i]!), idfValues[idf[at + 3]!]!);
      negative += value * spelling[at]!;
      neutral += value * spelling[at + 1]!;
      positive += value * spelling[at + 2]!;
      squares += value * value;
    }
    if (squares > 0)
      addScaledMargins(
        margins,
        [negative, neutral, positive],
        this.weights.spellingSteps,
        1 / Math.sqrt(squares),
      );
  }
}

function rowsOfFour({ spelling, idf }: SentimentWeights): Int8Array {
  const rows = new Int8Array(idf.length * 4);
  for (let bucket = 0; bucket < idf.length; bucket += 1) {
    rows.set(spelling.subarray(bucket * 3, bucket * 3 + 3), bucket * 4);
    rows[bucket * 4 + 3] = idf[bucket]!;
  }
  return rows;
}

const logarithms = Float64Array.from({ length: 256 }, (_, count) => Math.log(count));

/** Sublinear term frequency times inverse document frequency, before the post is brought to length 1. */
export function spellingValue(count: number, idf: number): number {
  return count === 1 ? idf : (1 + (logarithms[count] ?? Math.log(count))) * idf;
}

function addScaledMargins(margins: Margins, sums: Margins, steps: readonly number[], factor: number): void {
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

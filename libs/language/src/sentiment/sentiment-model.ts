import { BucketCounts } from '../hashing/bucket-counts.js';
import type { Token } from '../tokens/token.js';
import { addSpellingFeatures, addWordFeatures } from './features.js';
import { decodeSentiment, type Sentiment, type SentimentWeights, sentimentLabels } from './sentiment-file.js';
import { termsOf } from './terms.js';

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
  private readonly wordCounts: BucketCounts;
  private readonly spellingCounts: BucketCounts;

  constructor(private readonly weights: SentimentWeights) {
    this.wordCounts = new BucketCounts(weights.wordBits);
    this.spellingCounts = new BucketCounts(weights.spellingBits);
  }

  score(tokens: readonly Token[]): SentimentScore {
    const terms = termsOf(tokens);
    if (terms.length === 0) return { label: 'neutral', confidence: 0, margins: [0, 0, 0] };
    const { biases, translations } = this.weights;
    const margins: Margins = [biases[0]!, biases[1]!, biases[2]!];
    addWordFeatures(terms, translations, this.wordCounts);
    addWordFeatures(terms, translations, this.spellingCounts);
    addSpellingFeatures(terms, this.spellingCounts);
    this.addWordMargins(margins);
    this.addSpellingMargins(margins);
    this.wordCounts.clear();
    this.spellingCounts.clear();
    return verdict(margins, this.weights.sharpness);
  }

  private addWordMargins(margins: Margins): void {
    const { words, wordSteps } = this.weights;
    let [negative, neutral, positive] = [0, 0, 0];
    for (const bucket of this.wordCounts.touched()) {
      negative += words[bucket * 3]!;
      neutral += words[bucket * 3 + 1]!;
      positive += words[bucket * 3 + 2]!;
    }
    addScaledMargins(margins, [negative, neutral, positive], wordSteps, 1);
  }

  private addSpellingMargins(margins: Margins): void {
    const { spelling, spellingSteps, idf, idfStep } = this.weights;
    let [negative, neutral, positive, squares] = [0, 0, 0, 0];
    for (const bucket of this.spellingCounts.touched()) {
      const value = spellingValue(this.spellingCounts.countOf(bucket), idf[bucket]! * idfStep);
      negative += value * spelling[bucket * 3]!;
      neutral += value * spelling[bucket * 3 + 1]!;
      positive += value * spelling[bucket * 3 + 2]!;
      squares += value * value;
    }
    if (squares > 0)
      addScaledMargins(margins, [negative, neutral, positive], spellingSteps, 1 / Math.sqrt(squares));
  }
}

/** Sublinear term frequency times inverse document frequency, before the post is brought to length 1. */
export function spellingValue(count: number, idf: number): number {
  return count === 1 ? idf : (1 + Math.log(count)) * idf;
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

import type { LanguageCode } from '../../languages/language-codes.js';
import type { ForeignWords } from '../../sentiment/foreign-words.js';
import type { Sentiment } from '../../sentiment/sentiment-file.js';
import type { Term } from '../../sentiment/terms.js';

/** A labelled post as both models learn it. */
export interface LearnedPost {
  readonly terms: readonly Term[];
  /** Polarity features. */
  readonly polarity: readonly number[];
  readonly label: Sentiment;
  readonly language: LanguageCode;
  /** What is known of the words of its language; undefined for Indonesian. */
  readonly foreign: ForeignWords | undefined;
}

/** Both models hash into 2^featureBits buckets. Twice as many did not help. */
export const featureBits = 18;
export const solverSeed = 1;
/** Polarity features are few and dense: this scale beside the sparse ones lets the solver use them. */
export const polarityScale = 2;

/** One linear model: per class a weight for each bucket and polarity feature, and a bias. */
export interface ClassWeights {
  readonly columns: readonly Float64Array[];
  readonly polarity: readonly (readonly number[])[];
  readonly biases: readonly number[];
}

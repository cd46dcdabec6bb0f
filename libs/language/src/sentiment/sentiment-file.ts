import { decodeWeights, encodeWeights } from '../hashing/weights-file.js';
import type { LanguageCode } from '../languages/language-codes.js';
import type { ForeignWordsByLanguage } from './foreign-words.js';
import { packForeignWords, unpackForeignWords } from './foreign-words-file.js';

export const sentimentLabels = ['negative', 'neutral', 'positive'] as const;
export type Sentiment = (typeof sentimentLabels)[number];

/** The numbers beside the weights. */
interface SentimentHeader {
  /** Buckets are 2^bits. Both models share them, so the two numbers are equal. */
  readonly wordBits: number;
  readonly spellingBits: number;
  readonly idfStep: number;
  readonly wordSteps: readonly number[];
  readonly spellingSteps: readonly number[];
  readonly biases: readonly number[];
  /** Per class, a weight for each of the polarity features; both models added. */
  readonly polarity: readonly (readonly number[])[];
  readonly sharpness: number;
  /** Models of single languages besides those of all; their word buckets are 2^ownBits. */
  readonly own: readonly OwnHeader[];
  readonly ownBits: number;
}

interface OwnHeader {
  readonly language: LanguageCode;
  readonly steps: readonly number[];
  readonly spellingSteps: readonly number[];
  /** Both of the language's models added. */
  readonly polarity: readonly (readonly number[])[];
  readonly biases: readonly number[];
}

/** A word model and a spelling model of one language alone; both as those of all languages, the idf is theirs. */
export interface OwnWeights extends OwnHeader {
  readonly words: Int8Array;
  readonly spelling: Int8Array;
}

export interface SentimentWeights extends Omit<SentimentHeader, 'own'> {
  /** `bucket * 3 + class`, times `wordSteps[class]`. */
  readonly words: Int8Array;
  /** The same for the spelling model. */
  readonly spelling: Int8Array;
  /** Inverse document frequency per spelling bucket, times `idfStep`; 0 = unknown. */
  readonly idf: Uint8Array;
  readonly foreignWords: ForeignWordsByLanguage;
  readonly own: readonly OwnWeights[];
}

export function encodeSentiment(weights: SentimentWeights): Uint8Array {
  const { words, spelling, idf, foreignWords, own, ...numbers } = weights;
  const header: SentimentHeader = { ...numbers, own: own.map(({ words: _, spelling: __, ...rest }) => rest) };
  const parts = [
    words,
    spelling,
    idf,
    ...packForeignWords(foreignWords),
    ...own.flatMap((each) => [each.words, each.spelling]),
  ];
  return encodeWeights('sentiment', header, parts);
}

/** @throws Error when the bytes are not a whole sentiment model */
export function decodeSentiment(bytes: Uint8Array): SentimentWeights {
  const { header, parts } = decodeWeights<SentimentHeader>('sentiment', bytes);
  if (header.wordBits !== header.spellingBits)
    throw new Error('words and spelling of a sentiment model must share their buckets');
  const [words, spelling, idf, translations, polarities, ...own] = parts;
  if (!words || !spelling || !idf || !translations || !polarities || own.length !== 2 * header.own.length)
    throw new Error('sentiment model lacks a part');
  return {
    ...header,
    words: new Int8Array(words.buffer),
    spelling: new Int8Array(spelling.buffer),
    idf,
    foreignWords: unpackForeignWords(translations, polarities),
    own: header.own.map((each, i) => ({
      ...each,
      words: new Int8Array(own[2 * i]!.buffer),
      spelling: new Int8Array(own[2 * i + 1]!.buffer),
    })),
  };
}

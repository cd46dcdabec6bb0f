import { decodeWeights, encodeWeights } from '../hashing/weights-file.js';
import type { Translations } from './features.js';

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
  readonly sharpness: number;
}

export interface SentimentWeights extends SentimentHeader {
  /** `bucket * 3 + class`, times `wordSteps[class]`. */
  readonly words: Int8Array;
  /** The same for the spelling model. */
  readonly spelling: Int8Array;
  /** Inverse document frequency per spelling bucket, times `idfStep`; 0 = unknown. */
  readonly idf: Uint8Array;
  readonly translations: Translations;
}

export function encodeSentiment(weights: SentimentWeights): Uint8Array {
  const { words, spelling, idf, translations, ...header } = weights;
  const pairs = [...translations]
    .sort(([a], [b]) => a - b)
    .flatMap(([from, to]) => to.flatMap((target) => [from, target]));
  const packed = new DataView(new ArrayBuffer(pairs.length * 4));
  pairs.forEach((hash, i) => {
    packed.setUint32(i * 4, hash, true);
  });
  return encodeWeights('sentiment', header, [words, spelling, idf, packed]);
}

/** @throws Error when the bytes are not a whole sentiment model */
export function decodeSentiment(bytes: Uint8Array): SentimentWeights {
  const { header, parts } = decodeWeights<SentimentHeader>('sentiment', bytes);
  if (header.wordBits !== header.spellingBits)
    throw new Error('words and spelling of a sentiment model must share their buckets');
  const [words, spelling, idf, pairs] = parts;
  if (!words || !spelling || !idf || !pairs) throw new Error('sentiment model lacks a part');
  return {
    ...header,
    words: new Int8Array(words.buffer),
    spelling: new Int8Array(spelling.buffer),
    idf,
    translations: readTranslations(new DataView(pairs.buffer)),
  };
}

function readTranslations(pairs: DataView): Translations {
  const translations = new Map<number, number[]>();
  for (let at = 0; at + 8 <= pairs.byteLength; at += 8) {
    const from = pairs.getUint32(at, true);
    const known = translations.get(from);
    if (known) known.push(pairs.getUint32(at + 4, true));
    else translations.set(from, [pairs.getUint32(at + 4, true)]);
  }
  return translations;
}

import { decodeWeights, encodeWeights } from '../hashing/weights-file.js';

interface LanguageHeader {
  readonly wordBits: number;
  readonly gramBits: number;
  readonly codes: readonly string[];
  /** Log share of posts, per language, of a word that was never seen in it. */
  readonly unseen: readonly number[];
  readonly presenceStep: number;
  readonly gramSteps: readonly number[];
  readonly biases: readonly number[];
}

export interface LanguageWeights extends LanguageHeader {
  /** `bucket * languages + language`: log share of posts with the word, above `unseen`, times `presenceStep`. */
  readonly presence: Uint8Array;
  /** `bucket * languages + language`, times `gramSteps[language]`. */
  readonly grams: Int8Array;
}

export function encodeLanguages({ presence, grams, ...header }: LanguageWeights): Uint8Array {
  return encodeWeights('language', header, [presence, grams]);
}

/** @throws Error when the bytes are not a whole language model */
export function decodeLanguages(bytes: Uint8Array): LanguageWeights {
  const { header, parts } = decodeWeights<LanguageHeader>('language', bytes);
  const [presence, grams] = parts;
  if (!presence || !grams) throw new Error('language model lacks a part');
  return { ...header, presence, grams: new Int8Array(grams.buffer) };
}

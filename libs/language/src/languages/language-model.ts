import { BucketCounts } from '../hashing/bucket-counts.js';
import { WordSums } from '../hashing/word-sums.js';
import { wordTable } from '../hashing/word-table.js';
import type { Token } from '../tokens/token.js';
import type { IdentifiedCode, LanguageCode } from './language-codes.js';
import { addWords, languageWords } from './language-features.js';
import { decodeLanguages, type LanguageWeights } from './language-file.js';
import { malayBelief } from './malay.js';
import { secondLanguage } from './mixed-languages.js';
import { isRegional, regionalConfidenceMin, surelyRegionalMin } from './regional-margin.js';

export interface IdentifiedLanguage {
  readonly code: IdentifiedCode;
  /** Belief in `code`, 0-1; 0 for `und`. */
  readonly confidence: number;
  /** The second language of a mixed post. */
  readonly mixedWith?: LanguageCode;
}

export interface LanguageModel {
  /**
   * Language of the post that `tokenize` cut into these tokens; `und` when hardly a word of it is known in any language.
   * @param among the only languages to think of, as of a desk that knows its region's; all by default
   */
  identify(tokens: readonly Token[], among?: ReadonlySet<LanguageCode>): IdentifiedLanguage;
}

/** Below this share of known words the post is in a language that the model never saw. */
const knownShareMin = 0.25;
/** Below this belief the best language is a guess. */
const confidenceMin = 0.25;
/** Scores are sums over words that hang together, so their softmax is surer than it is right: fitted on posts cut to five words. */
const sharpness = 0.4;
const unknown: IdentifiedLanguage = { code: 'und', confidence: 0 };

/** Naive Bayes over word presence plus a linear SVM over words and character n-grams, added. */
class HashedLanguageModel implements LanguageModel {
  private readonly words: BucketCounts;
  /** Per word: how many n-grams it has, itself included, and their weights for each language. */
  private readonly grams: WordSums;
  private readonly gramSums: Float64Array;
  private readonly scores: Float64Array;

  constructor(private readonly weights: LanguageWeights) {
    this.words = new BucketCounts(weights.wordBits, 1024);
    this.grams = gramsOfWords(weights);
    this.gramSums = new Float64Array(this.grams.columns);
    this.scores = new Float64Array(weights.codes.length);
  }

  identify(tokens: readonly Token[], among?: ReadonlySet<LanguageCode>): IdentifiedLanguage {
    const words = languageWords(tokens);
    if (words.length === 0) return unknown;
    const numbers = wordTable.differentNumbersOf(words);
    addWords(numbers, this.words);
    this.scores.set(this.weights.biases);
    const knownShare = this.addPresence();
    this.addGrams(numbers);
    const found = knownShare < knownShareMin ? this.hardlyKnown(words, among) : this.verdict(words, among);
    this.words.clear();
    return found;
  }

  /** Malay formal words are seldom in the training data. */
  private hardlyKnown(
    words: readonly string[],
    among: ReadonlySet<LanguageCode> | undefined,
  ): IdentifiedLanguage {
    const malay = among ? 0 : malayBelief(words);
    return malay > 0 ? { code: 'ms', confidence: malay } : unknown;
  }

  private verdict(
    words: readonly string[],
    among: ReadonlySet<LanguageCode> | undefined,
  ): IdentifiedLanguage {
    const codes = this.weights.codes as readonly LanguageCode[];
    for (let k = 0; among && k < codes.length; k += 1)
      if (!among.has(codes[k]!)) this.scores[k] = Number.NEGATIVE_INFINITY;
    const { best, confidence } = this.best();
    const code = codes[best]!;
    if (confidence < confidenceMin) return this.hardlyKnown(words, among);
    const isSurelyRegional = isRegional(code) && confidence >= surelyRegionalMin;
    const malay = among || code === 'en' ? 0 : malayBelief(words, isSurelyRegional);
    if (malay > 0) return { code: 'ms', confidence: malay };
    if (!among && isRegional(code) && confidence < regionalConfidenceMin(words.length))
      return { code: 'id', confidence: 1 - confidence };
    const second = secondLanguage(this.weights, this.words.touched(), best);
    const mixedWith = second === undefined ? undefined : codes[second]!;
    return mixedWith && (!among || among.has(mixedWith))
      ? { code, confidence, mixedWith }
      : { code, confidence };
  }

  /** Adds the word model's scores; returns the share of different words known in some language. */
  private addPresence(): number {
    const { presence, presenceStep, unseen } = this.weights;
    const languages = this.scores.length;
    const touched = this.words.touched();
    let known = 0;
    for (const bucket of touched) {
      let isKnown = false;
      for (let k = 0; k < languages; k += 1) {
        const weight = presence[bucket * languages + k]!;
        if (weight > 0) isKnown = true;
        this.scores[k]! += weight * presenceStep + unseen[k]!;
      }
      if (isKnown) known += 1;
    }
    return known / touched.length;
  }

  private addGrams(numbers: Uint32Array): void {
    const { gramSums, grams, scores } = this;
    gramSums.fill(0);
    for (const number of numbers) {
      const at = grams.of(number);
      for (let k = 0; k < gramSums.length; k += 1) gramSums[k]! += grams.sums[at + k]!;
    }
    const length = Math.sqrt(gramSums[0]!);
    for (let k = 0; k < scores.length; k += 1)
      scores[k]! += (gramSums[1 + k]! * this.weights.gramSteps[k]!) / length;
  }

  private best(): { readonly best: number; readonly confidence: number } {
    let best = 0;
    for (let k = 1; k < this.scores.length; k += 1) if (this.scores[k]! > this.scores[best]!) best = k;
    let sum = 0;
    for (const score of this.scores) sum += Math.exp((score - this.scores[best]!) * sharpness);
    return { best, confidence: 1 / sum };
  }
}

function gramsOfWords({ codes, gramBits, grams }: LanguageWeights): WordSums {
  const languages = codes.length;
  return new WordSums(1 + languages, (spreads, from, to, sums, at) => {
    sums[at] = to - from;
    for (let i = from; i < to; i += 1) {
      const row = (spreads[i]! >>> (32 - gramBits)) * languages;
      for (let k = 0; k < languages; k += 1) sums[at + 1 + k]! += grams[row + k]!;
    }
  });
}

/**
 * @param bytes the whole weights file (libs/language/models/language.bin)
 * @throws Error when the bytes are not such a file
 */
export function loadLanguageModel(bytes: Uint8Array): LanguageModel {
  return new HashedLanguageModel(decodeLanguages(bytes));
}

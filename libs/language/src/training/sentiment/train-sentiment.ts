import type { LanguageCode } from '../../languages/language-codes.js';
import { polarityFeatures } from '../../sentiment/polarity-features.js';
import {
  encodeSentiment,
  type OwnWeights,
  type Sentiment,
  sentimentLabels,
} from '../../sentiment/sentiment-file.js';
import { type Term, termsOf } from '../../sentiment/terms.js';
import { tokenize } from '../../tokens/tokenize.js';
import { quantise } from '../one-vs-rest.js';
import { learnForeignWords, type TranslatedWord } from './learn-foreign-words.js';
import { featureBits, type LearnedPost } from './learned-post.js';
import { idfStep, trainSpelling } from './train-spelling.js';
import { trainWords } from './train-words.js';

export interface LabelledText {
  readonly text: string;
  readonly label: Sentiment;
}

/** A row of a set that says the same sentences in several languages. */
export interface ParallelText extends LabelledText {
  readonly sentence: string;
  readonly language: LanguageCode;
}

/** Pooled words and spelling; the margins of a language's own model are on the same scale. */
const models = 2;
const ownBits = 16;
/** A language with fewer rows of its own gets no model of its own. */
const ownRowsMin = 100;
/** Makes the softmax of the margins as sure as it is right on held-out rows. */
const sharpness = 3;

/**
 * Trains the shipped sentiment model: NB-SVM over words plus an SVM over TF-IDF words and character n-grams, both with
 * hand-written polarities, and for each language but Indonesian an NB-SVM of its own; margins on one scale, averaged. Deterministic.
 * @param indonesian large Indonesian set
 * @param parallel rows of several languages; translations of words are learned from them
 * @returns the bytes of the weights file
 */
export function trainSentiment(
  indonesian: readonly LabelledText[],
  parallel: readonly ParallelText[],
  lexicon: readonly TranslatedWord[],
): Uint8Array {
  const read = [
    ...indonesian.map((row) => ({ ...row, language: 'id' as const, terms: termsOf(tokenize(row.text)) })),
    ...parallel.map((row) => ({ ...row, terms: termsOf(tokenize(row.text)) })),
  ];
  const known = new Set(
    read.flatMap(({ language, terms }) => (language === 'id' ? spelledWords(terms) : [])),
  );
  const foreignWords = learnForeignWords(lexicon, parallelWords(parallel), (word) => known.has(word));
  const posts = read.map(({ terms, label, language }): LearnedPost => {
    const foreign = foreignWords.get(language);
    return { terms, label, language, foreign, polarity: polarityFeatures(terms, foreign) };
  });
  const words = trainWords(posts, models);
  const { model: spelling, idf } = trainSpelling(posts, models);
  const [wordBytes, spellingBytes] = [quantise(words.columns), quantise(spelling.columns)];
  return encodeSentiment({
    wordBits: featureBits,
    spellingBits: featureBits,
    idfStep,
    idf,
    foreignWords,
    words: wordBytes.bytes,
    wordSteps: wordBytes.steps,
    spelling: spellingBytes.bytes,
    spellingSteps: spellingBytes.steps,
    polarity: words.polarity.map((weights, k) =>
      weights.map((weight, i) => weight + spelling.polarity[k]![i]!),
    ),
    biases: words.biases.map((bias, k) => bias + spelling.biases[k]!),
    sharpness,
    own: [...foreignWords.keys()].flatMap((language) => ownModel(posts, language)),
    ownBits,
  });
}

const spelledWords = (terms: readonly Term[]): string[] =>
  terms.filter(({ sense }) => sense !== undefined).map(({ text }) => text);

function parallelWords(parallel: readonly ParallelText[]) {
  return parallel.map(({ sentence, language, text }) => ({
    sentence,
    language,
    words: [...new Set(spelledWords(termsOf(tokenize(text))))],
  }));
}

/** The language's own word model, or none when too little of it was given to learn all three classes. */
function ownModel(posts: readonly LearnedPost[], language: LanguageCode): OwnWeights[] {
  const rows = posts.filter((post) => post.language === language);
  const labels = new Set(rows.map(({ label }) => label));
  if (rows.length < ownRowsMin || labels.size < sentimentLabels.length) return [];
  const { columns, polarity, biases } = trainWords(rows, models, ownBits);
  const { bytes, steps } = quantise(columns);
  return [{ language, words: bytes, steps, polarity, biases }];
}

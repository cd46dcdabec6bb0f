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
import type { SparseRow } from '../sparse-rows.js';
import { learnForeignWords, type TranslatedWord } from './learn-foreign-words.js';
import { type ClassWeights, featureBits, type LearnedPost } from './learned-post.js';
import { idfStep, inFewerBuckets, spellingRows, trainSpelling } from './train-spelling.js';
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
 * hand-written polarities, and for each language but Indonesian both again of its own rows; margins on one scale, averaged. Deterministic.
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
  const { rows, idf } = spellingRows(posts);
  const spelling = trainSpelling(posts, rows, models);
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
    ...addedUp(words, spelling),
    sharpness,
    own: [...foreignWords.keys()].flatMap((language) => ownModels(posts, rows, language)),
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

/** The language's own models, or none when too little of it was given to learn all three classes. */
function ownModels(
  posts: readonly LearnedPost[],
  spellingOfPosts: readonly SparseRow[],
  language: LanguageCode,
): OwnWeights[] {
  const members = posts.flatMap((post, i) => (post.language === language ? [i] : []));
  const rows = members.map((i) => posts[i]!);
  const labels = new Set(rows.map(({ label }) => label));
  if (rows.length < ownRowsMin || labels.size < sentimentLabels.length) return [];
  const words = trainWords(rows, models, ownBits);
  const spelled = members.map((i) => inFewerBuckets(spellingOfPosts[i]!, ownBits));
  const spelling = trainSpelling(rows, spelled, models, ownBits);
  const [wordBytes, spellingBytes] = [quantise(words.columns), quantise(spelling.columns)];
  return [
    {
      language,
      words: wordBytes.bytes,
      steps: wordBytes.steps,
      spelling: spellingBytes.bytes,
      spellingSteps: spellingBytes.steps,
      ...addedUp(words, spelling),
    },
  ];
}

/** What two models make of the polarity features, and their biases. */
function addedUp(first: ClassWeights, second: ClassWeights) {
  return {
    polarity: first.polarity.map((weights, k) =>
      weights.map((weight, i) => weight + second.polarity[k]![i]!),
    ),
    biases: first.biases.map((bias, k) => bias + second.biases[k]!),
  };
}

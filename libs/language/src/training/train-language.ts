import { BucketCounts } from '../hashing/bucket-counts.js';
import { wordTable } from '../hashing/word-table.js';
import { type LanguageCode, languageCodes } from '../languages/language-codes.js';
import { addWords, addWordsAndGrams, languageWords } from '../languages/language-features.js';
import { encodeLanguages } from '../languages/language-file.js';
import { tokenize } from '../tokens/tokenize.js';
import { trainLinearSvm } from './linear-svm.js';
import { quantise } from './one-vs-rest.js';
import { seededRandom } from './random.js';
import { type SparseRow, sparseRows } from './sparse-rows.js';

export interface TextInLanguage {
  readonly text: string;
  readonly language: LanguageCode;
}

/** A word of a list that is known to belong to a language; weighs as much as `posts` posts that hold it. */
export interface WordOfLanguage {
  readonly word: string;
  readonly language: LanguageCode;
  readonly posts: number;
}

interface WordsInLanguage {
  readonly words: readonly string[];
  readonly language: LanguageCode;
}

const wordBits = 17;
const gramBits = 17;
/** Added to every word count: small, because a word unseen in 500 sentences is strong evidence. */
const smoothing = 0.05;
const svmCost = 0.3;
/** A rare language's rows count at most this many times. */
const balanceMax = 4;
/** Scale of the SVM's margins beside the word model's natural logarithms. */
const gramWeight = 5;
/**
 * Head start of Indonesian in natural logarithms: most posts are Indonesian, and colloquial ones borrow regional words.
 * Chosen on held-out rows: more costs short Javanese or Banjarese posts (NusaX valid cut to five words), less calls more
 * colloquial Indonesian regional (SmSA valid and EmoT valid stay under 1 %).
 */
const indonesianHeadStart = 1;
/** Each row is learned whole and as this many short cuts, so that five words suffice. */
const cutsPerRow = 4;
const cutWordsMin = 3;
const cutWordsMax = 8;
const colloquialSvmRowsMax = 8000;
const seed = 7;

/**
 * Trains the shipped language model. Deterministic.
 * @param parallel rows of all languages, about as many of each
 * @param colloquial further Indonesian rows as people write them; the word model learns all, the SVM a sample
 * @param lists words that the word model also learns
 * @returns the bytes of the weights file
 */
export function trainLanguage(
  parallel: readonly TextInLanguage[],
  colloquial: readonly string[],
  lists: readonly WordOfLanguage[] = [],
): Uint8Array {
  const rows = parallel.map(({ text, language }) => ({ words: languageWords(tokenize(text)), language }));
  const more = colloquial
    .map((text) => ({ words: languageWords(tokenize(text)), language: 'id' as const }))
    .filter(({ words }) => words.length > 0);
  const presence = trainPresence([...rows, ...more], lists);
  const grams = trainGrams(rows, more);
  const biases = languageCodes.map(
    (code, k) => gramWeight * grams.biases[k]! + (code === 'id' ? indonesianHeadStart : 0),
  );
  return encodeLanguages({
    wordBits,
    gramBits,
    codes: languageCodes,
    biases,
    ...presence,
    grams: grams.bytes,
    gramSteps: grams.steps,
  });
}

const presenceStep = 1 / 20;

/** Log share of each language's posts that hold the word (Bernoulli naive Bayes, absent words ignored). */
function trainPresence(rows: readonly WordsInLanguage[], lists: readonly WordOfLanguage[]) {
  const languages = languageCodes.length;
  const holders = new Float64Array(2 ** wordBits * languages);
  const posts = new Float64Array(languages);
  const counts = new BucketCounts(wordBits);
  for (const { words, language } of rows) {
    const k = languageCodes.indexOf(language);
    counts.clear();
    addWords(wordTable.differentNumbersOf(words), counts);
    posts[k]! += 1;
    for (const bucket of counts.touched()) holders[bucket * languages + k]! += 1;
  }
  for (const { word, language, posts } of lists) {
    counts.clear();
    addWords(wordTable.differentNumbersOf(languageWords(tokenize(word))), counts);
    for (const bucket of counts.touched())
      holders[bucket * languages + languageCodes.indexOf(language)]! += posts;
  }
  const unseen = languageCodes.map((_, k) => Math.log(smoothing / (posts[k]! + 2 * smoothing)));
  const presence = Uint8Array.from(holders, (count) =>
    count === 0 ? 0 : Math.min(255, Math.round(Math.log((count + smoothing) / smoothing) / presenceStep)),
  );
  return { presence, unseen, presenceStep };
}

function trainGrams(rows: readonly WordsInLanguage[], colloquial: readonly WordsInLanguage[]) {
  const random = seededRandom(seed);
  const learned = [
    ...rows.flatMap((row) => [row, ...Array.from({ length: cutsPerRow }, () => cut(row, random))]),
    ...sample(colloquial, colloquialSvmRowsMax).map((row, i) => (i % 2 === 0 ? row : cut(row, random))),
  ];
  const counts = new BucketCounts(gramBits);
  const matrix = sparseRows(
    learned.map(({ words }) => unitRow(words, counts)),
    2 ** gramBits,
  );
  const solved = languageCodes.map((code) => {
    const members = learned.filter(({ language }) => language === code).length;
    const balance = Math.min(balanceMax, learned.length / (2 * Math.max(1, members)));
    const signs = Int8Array.from(learned, ({ language }) => (language === code ? 1 : -1));
    const costs = Float64Array.from(signs, (sign) => (sign > 0 ? svmCost * balance : svmCost));
    return trainLinearSvm({ rows: matrix, signs, costs, seed });
  });
  const scaled = solved.map(({ weights }) => weights.map((weight) => weight * gramWeight));
  return { ...quantise(scaled), biases: solved.map(({ bias }) => bias) };
}

function cut({ words, language }: WordsInLanguage, random: () => number): WordsInLanguage {
  const length = cutWordsMin + Math.floor(random() * (cutWordsMax - cutWordsMin + 1));
  const start = Math.floor(random() * Math.max(1, words.length - length + 1));
  return { words: words.slice(start, start + length), language };
}

function sample<Item>(items: readonly Item[], most: number): Item[] {
  const step = Math.max(1, items.length / most);
  return Array.from({ length: Math.min(items.length, most) }, (_, i) => items[Math.floor(i * step)]!);
}

function unitRow(words: readonly string[], counts: BucketCounts): SparseRow {
  counts.clear();
  addWordsAndGrams(wordTable.differentNumbersOf(words), counts);
  const indexes = counts.touched().slice();
  const values = Float32Array.from(indexes, (bucket) => counts.countOf(bucket));
  // As the model is asked: words add up, an n-gram of two words counts twice.
  const length = Math.sqrt(values.reduce((sum, value) => sum + value, 0)) || 1;
  return { indexes, values: values.map((value) => value / length) };
}

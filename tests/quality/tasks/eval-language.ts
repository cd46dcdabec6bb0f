import { basename, dirname, join } from 'node:path';
import { type LanguageCode, type LanguageModel, tokenize } from '@kentongan/language';
import { accuracy, macroF1, macroF1Interval, scoresOf } from '@kentongan/language/training';
import { percent, readTextFile } from './labelled-files.js';
import {
  languageNamed,
  readFileInLanguage,
  readLanguageFolders,
  readTextsWithLanguage,
  type TextInLanguage,
} from './language-files.js';
import { shippedLanguageModel } from './language-models.js';
import { readEmot, readNusax, readSmsa } from './language-sets.js';

interface Scores {
  readonly accuracy: number;
  readonly macroF1: number;
}

export interface LanguageFigures extends Scores {
  readonly n: number;
  readonly interval: readonly [number, number];
  /** The same texts cut to their first five words. */
  readonly fiveWords: Scores;
  /** Indonesian, Javanese, Sundanese, Madurese and English rows alone, and no other language thought of. */
  readonly fiveLanguages: Scores & { readonly fiveWords: Scores };
  /** Recall per language. */
  readonly perLanguage: Readonly<Record<string, number>>;
  /** Share of these posts, each of one language, that are called mixed. */
  readonly calledMixedPercent: number;
  /** Share of posts called a regional language, per file of Indonesian posts. */
  readonly calledRegionalPercent: Readonly<Record<string, number>>;
}

export interface LanguageArguments {
  /** CSV or TSV files whose folder or name is a language (`javanese/test.csv`, `jv.tsv`). */
  readonly files: readonly string[];
  /** CSV files with the columns text and language. */
  readonly file?: readonly string[] | undefined;
  /** A folder with a folder per language. */
  readonly dir?: string | undefined;
  /** Score the first so many words of each text. */
  readonly cut?: number | undefined;
  /** Codes of the only languages to think of. */
  readonly among?: string | undefined;
  /** NDJSON of Indonesian posts, with `text`. */
  readonly opinion: readonly string[];
  readonly data?: string | undefined;
}

const fiveLanguages: ReadonlySet<LanguageCode> = new Set(['id', 'jv', 'su', 'mad', 'en']);
const cutWords = 5;

interface Reading {
  readonly words?: number | undefined;
  readonly among?: ReadonlySet<LanguageCode> | undefined;
}

/** The shipped model; it has learned no validation row. */
export function evaluateLanguage(given: LanguageArguments): LanguageFigures {
  const { opinion, data } = given;
  const rows = rowsOf(given);
  const model = shippedLanguageModel();
  const reading: Reading = { words: given.cut, among: given.among ? codesOf(given.among) : undefined };
  const five = rows.filter(({ language }) => language !== 'ms' && fiveLanguages.has(language));
  const expected = rows.map(({ language }) => language);
  const predicted = predictions(model, rows, reading);
  const [low, high] = macroF1Interval(expected, predicted);
  const posts = Object.fromEntries(
    opinion.map((file) => [join(basename(dirname(file)), basename(file)), readPosts(file)]),
  );
  if (data) {
    posts['smsa-valid'] = readSmsa(data, 'valid').map(({ text }) => text);
    posts['emot-valid'] = readEmot(data, 'valid');
  }
  const amongFive: Reading = { words: given.cut, among: fiveLanguages };
  return {
    n: rows.length,
    accuracy: percent(accuracy(expected, predicted)),
    macroF1: percent(macroF1(expected, predicted)),
    interval: [percent(low), percent(high)],
    fiveWords: scores(model, rows, { ...reading, words: cutWords }),
    fiveLanguages: {
      ...scores(model, five, amongFive),
      fiveWords: scores(model, five, { ...amongFive, words: cutWords }),
    },
    perLanguage: recalls(expected, predicted),
    calledMixedPercent: percent(
      rows.filter(({ text }) => model.identify(tokenize(text)).mixedWith).length / rows.length,
    ),
    calledRegionalPercent: Object.fromEntries(
      Object.entries(posts).map(([name, texts]) => [name, regionalShare(model, texts)]),
    ),
  };
}

function rowsOf({ files, file = [], dir, data }: LanguageArguments): TextInLanguage[] {
  const rows = [
    ...files.flatMap(readFileInLanguage),
    ...file.flatMap(readTextsWithLanguage),
    ...(dir ? readLanguageFolders(dir) : []),
    ...(data ? readNusax(data, 'valid', true) : []),
  ];
  if (rows.length === 0) throw new Error('name files, --file, --dir or --data');
  return rows;
}

function codesOf(list: string): ReadonlySet<LanguageCode> {
  return new Set(
    list.split(',').map((name) => {
      const code = languageNamed(name);
      if (!code || code === 'ms') throw new Error(`"${name}" is no language that the model knows`);
      return code;
    }),
  );
}

function predictions(
  model: LanguageModel,
  rows: readonly TextInLanguage[],
  { words, among }: Reading,
): string[] {
  return rows.map(({ text }) => model.identify(tokenize(firstWords(text, words)), among).code);
}

/** Words as blanks separate them. */
function firstWords(text: string, words: number | undefined): string {
  return words === undefined ? text : text.trim().split(/\s+/).slice(0, words).join(' ');
}

function scores(model: LanguageModel, rows: readonly TextInLanguage[], reading: Reading): Scores {
  const expected = rows.map(({ language }) => language);
  const predicted = predictions(model, rows, reading);
  return { accuracy: percent(accuracy(expected, predicted)), macroF1: percent(macroF1(expected, predicted)) };
}

function recalls(expected: readonly string[], predicted: readonly string[]): Record<string, number> {
  return Object.fromEntries(
    [...new Set(expected)].map((code) => [code, percent(scoresOf(code, expected, predicted).recall)]),
  );
}

function regionalShare(model: LanguageModel, texts: readonly string[]): number {
  const regional = texts.filter(
    (text) => !['id', 'en', 'ms', 'und'].includes(model.identify(tokenize(text)).code),
  );
  return percent(regional.length / Math.max(1, texts.length));
}

function readPosts(file: string): string[] {
  return readTextFile(file)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => (JSON.parse(line) as { text?: string }).text ?? '');
}

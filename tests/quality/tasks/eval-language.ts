import { basename, dirname, join } from 'node:path';
import { type LanguageCode, type LanguageModel, tokenize } from '@kentongan/language';
import { accuracy, macroF1, macroF1Interval } from '@kentongan/language/training';
import { percent, readLabelled, readTextFile } from './labelled-files.js';
import { shippedLanguageModel } from './language-models.js';
import { nusaxLanguages, readEmot, readNusax, readSmsa } from './language-sets.js';

interface TextInLanguage {
  readonly text: string;
  readonly language: LanguageCode;
}

interface Scores {
  readonly accuracy: number;
  readonly macroF1: number;
}

export interface LanguageFigures extends Scores {
  readonly n: number;
  readonly interval: readonly [number, number];
  /** The same texts cut to their first five words. */
  readonly fiveWords: Scores;
  /** Indonesian, Javanese, Sundanese, Madurese and English rows alone. */
  readonly fiveLanguages: Scores & { readonly fiveWords: Scores };
  /** Share of posts called a regional language, per file of Indonesian posts. */
  readonly calledRegionalPercent: Readonly<Record<string, number>>;
}

export interface LanguageArguments {
  /** CSV or TSV files whose folder or name is a language (`javanese/test.csv`, `jv.tsv`). */
  readonly files: readonly string[];
  /** NDJSON of Indonesian posts, with `text`. */
  readonly opinion: readonly string[];
  readonly data?: string | undefined;
}

const fiveLanguages: ReadonlySet<string> = new Set(['id', 'jv', 'su', 'mad', 'en']);
const cutWords = 5;

/** The shipped model; it has learned no validation row. */
export function evaluateLanguage({ files, opinion, data }: LanguageArguments): LanguageFigures {
  const rows = [...files.flatMap(readFileInLanguage), ...(data ? readNusax(data, 'valid', true) : [])];
  if (rows.length === 0) throw new Error('name files, or --data');
  const model = shippedLanguageModel();
  const five = rows.filter(({ language }) => fiveLanguages.has(language));
  const [low, high] = macroF1Interval(
    rows.map(({ language }) => language),
    predictions(model, rows),
  );
  const posts = Object.fromEntries(opinion.map((file) => [basename(file), readPosts(file)]));
  if (data) {
    posts['smsa-valid'] = readSmsa(data, 'valid').map(({ text }) => text);
    posts['emot-valid'] = readEmot(data, 'valid');
  }
  return {
    n: rows.length,
    ...scores(model, rows),
    interval: [percent(low), percent(high)],
    fiveWords: scores(model, rows, cutWords),
    fiveLanguages: { ...scores(model, five), fiveWords: scores(model, five, cutWords) },
    calledRegionalPercent: Object.fromEntries(
      Object.entries(posts).map(([name, texts]) => [name, regionalShare(model, texts)]),
    ),
  };
}

function predictions(
  model: LanguageModel,
  rows: readonly TextInLanguage[],
  words = Number.POSITIVE_INFINITY,
): string[] {
  return rows.map(({ text }) => {
    const tokens = tokenize(text);
    return model.identify(
      words === Number.POSITIVE_INFINITY
        ? tokens
        : tokens.filter(({ kind }) => kind === 'word').slice(0, words),
    ).code;
  });
}

function scores(model: LanguageModel, rows: readonly TextInLanguage[], words?: number): Scores {
  const expected = rows.map(({ language }) => language);
  const predicted = predictions(model, rows, words);
  return { accuracy: percent(accuracy(expected, predicted)), macroF1: percent(macroF1(expected, predicted)) };
}

function regionalShare(model: LanguageModel, texts: readonly string[]): number {
  const regional = texts.filter((text) => !['id', 'en', 'und'].includes(model.identify(tokenize(text)).code));
  return percent(regional.length / Math.max(1, texts.length));
}

function readFileInLanguage(file: string): TextInLanguage[] {
  const language = languageOfPath(file);
  return readLabelled(file).map(({ text }) => ({ text, language }));
}

function languageOfPath(file: string): LanguageCode {
  const place = join(basename(dirname(file)), basename(file)).toLowerCase();
  for (const [name, code] of Object.entries(nusaxLanguages)) if (place.includes(name)) return code;
  const code = Object.values(nusaxLanguages).find((value) => basename(file).split(/[._-]/)[0] === value);
  if (code) return code;
  throw new Error(
    `${file}: the language must stand in the folder's or file's name (${Object.keys(nusaxLanguages).join(', ')})`,
  );
}

function readPosts(file: string): string[] {
  return readTextFile(file)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => (JSON.parse(line) as { text?: string }).text ?? '');
}

import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { LanguageCode } from '@kentongan/language';
import { readCsv, readLabelled, readTextFile } from './labelled-files.js';
import { nusaxLanguages } from './language-sets.js';

export interface TextInLanguage {
  readonly text: string;
  readonly language: LanguageCode | 'ms';
}

/** ISO 639-3 codes and names beside the ones that NusaX and the product use. */
const otherNames: Readonly<Record<string, LanguageCode | 'ms'>> = {
  ind: 'id',
  jav: 'jv',
  sun: 'su',
  eng: 'en',
  toba: 'bbc',
  batak: 'bbc',
  malay: 'ms',
  melayu: 'ms',
  msa: 'ms',
  zsm: 'ms',
  ms: 'ms',
};

/** The code that a name or code stands for, in any case; undefined for an unknown one. */
export function languageNamed(name: string): LanguageCode | 'ms' | undefined {
  const low = name.trim().toLowerCase();
  const names: Readonly<Record<string, LanguageCode>> = nusaxLanguages;
  return names[low] ?? Object.values(names).find((code) => code === low) ?? otherNames[low];
}

/**
 * The language in the folder's or file's name (`javanese/test.csv`, `jv.tsv`).
 * @throws Error when there is none
 */
export function languageOfPath(file: string): LanguageCode | 'ms' {
  const code = languageInPath(file);
  if (code) return code;
  throw new Error(
    `${file}: the language must stand in the folder's or file's name (${Object.keys(nusaxLanguages).join(', ')})`,
  );
}

export function languageInPath(file: string): LanguageCode | 'ms' | undefined {
  return languageNamed(basename(dirname(file))) ?? languageNamed(basename(file).split(/[._-]/)[0] ?? '');
}

/**
 * A CSV with the columns `text` and `language`.
 * @throws Error that names the file when a column is missing or a language unknown
 */
export function readTextsWithLanguage(file: string): TextInLanguage[] {
  const [header = [], ...rows] = readCsv(readTextFile(file));
  const names = header.map((name) =>
    name
      .replace(/^\ufeff/, '')
      .trim()
      .toLowerCase(),
  );
  const [text, language] = [names.indexOf('text'), names.findIndex((name) => /^lang(uage)?$/.test(name))];
  if (text < 0 || language < 0)
    throw new Error(`${file} needs a header with the columns text and language; it has ${names.join(', ')}`);
  return rows
    .filter((row) => row.length > 1)
    .map((row, at) => {
      const code = languageNamed(row[language] ?? '');
      if (!code) throw new Error(`${file}, row ${at + 2}: "${row[language] ?? ''}" is no known language`);
      return { text: row[text] ?? '', language: code };
    });
}

export function readFileInLanguage(file: string): TextInLanguage[] {
  const language = languageOfPath(file);
  return readLabelled(file).map(({ text }) => ({ text, language }));
}

/** A folder per language: its test file, else its validation file, else all of its files. */
export function readLanguageFolders(folder: string): TextInLanguage[] {
  const languages = readdirSync(folder).filter(
    (name) => languageNamed(name) && statSync(join(folder, name)).isDirectory(),
  );
  if (languages.length === 0)
    throw new Error(
      `${folder} holds no folder named after a language (${Object.keys(nusaxLanguages).join(', ')})`,
    );
  return languages.flatMap((name) => filesToScore(join(folder, name)).flatMap(readFileInLanguage));
}

function filesToScore(folder: string): string[] {
  for (const name of ['test.csv', 'valid.csv'])
    if (existsSync(join(folder, name))) return [join(folder, name)];
  return readdirSync(folder)
    .filter((name) => /\.(csv|tsv)(\.gz)?$/.test(name))
    .map((name) => join(folder, name));
}

import { writeFileSync } from 'node:fs';
import { termsOf } from '@kentongan/claims';
import { tokenize } from '@kentongan/language';
import { readEmot, readSmsa } from './language-sets.js';
import { readTaggedTexts } from './place-files.js';

/** Press texts, free to use: IndoNLU (Apache-2.0) and idner-news-2k (MIT). */
const taggedFiles = ['ner-nerp/train.txt.gz', 'ner-nergrit/train.txt.gz', 'ner-idnews2k/train.txt.gz'];
/** A stem rarer than this per million words says what it says in a memory of thousands of titles too. */
const perMillionMin = 50;
/** Stems with nearly the same share stand on one line: half an octave is as much as these texts know. */
const bandsPerOctave = 2;

interface Genre {
  readonly total: number;
  readonly counts: ReadonlyMap<string, number>;
}

function countStems(texts: readonly string[]): Genre {
  const counts = new Map<string, number>();
  let total = 0;
  for (const text of texts)
    for (const { stem } of termsOf(tokenize(text))) {
      counts.set(stem, (counts.get(stem) ?? 0) + 1);
      total += 1;
    }
  return { counts, total };
}

/** The middle one of three: what reviewers of restaurants say all the time is no everyday word yet. */
function perMillionOf(stem: string, genres: readonly Genre[]): number {
  const shares = genres.map(({ counts, total }) => (1e6 * (counts.get(stem) ?? 0)) / total);
  return shares.sort((a, b) => a - b)[Math.floor(shares.length / 2)] ?? 0;
}

/** Words per million → stems, the commonest first. */
function bandsOf(genres: readonly Genre[]): [number, string[]][] {
  const bands = new Map<number, string[]>();
  for (const stem of new Set(genres.flatMap(({ counts }) => [...counts.keys()]))) {
    const perMillion = perMillionOf(stem, genres);
    if (perMillion < perMillionMin || !/^[\p{L}\p{N}]+$/u.test(stem)) continue;
    const band = Math.round(2 ** (Math.round(bandsPerOctave * Math.log2(perMillion)) / bandsPerOctave));
    const stems = bands.get(band);
    if (stems) stems.push(stem);
    else bands.set(band, [stem]);
  }
  return [...bands].sort(([a], [b]) => b - a).map(([band, stems]) => [band, stems.sort()]);
}

/** Lines of at most 108 characters. */
const wrapped = (words: readonly string[]): string =>
  (words.join(' ').match(/.{1,108}(?:\s|$)/g) ?? []).map((line) => line.trimEnd()).join('\n');

const source = (bands: readonly [number, readonly string[]][]): string => `/**
 * Written by \`npm run train -- common-words\`; do not edit. How often stems occur in reviews, posts and press texts alike,
 * per million words (the middle one of the three genres); \`=1448\` stands before the stems that do so about 1,448 times.
 * From SmSA, EmoT, NERP and NERGrit (IndoNLU, Apache-2.0) and idner-news-2k (MIT).
 */
export const commonWordList = \`
${wrapped(bands.flatMap(([band, stems]) => [`=${band}`, ...stems]))}
\`.trim();
`;

const target = new URL('../../../../libs/claims/src/terms/common-word-list.ts', import.meta.url);

/** Compiles the shipped list of words that everybody uses; the same files give the same list. */
export function compileCommonWords(data: string): { words: number; stems: number; path: string } {
  const tagged = taggedFiles.flatMap((file) => readTaggedTexts(`${data}/${file}`));
  const genres = [
    readSmsa(data, 'train').map(({ text }) => text),
    readEmot(data, 'train'),
    tagged.map(({ words }) => words.join(' ')),
  ].map(countStems);
  const bands = bandsOf(genres);
  writeFileSync(target, source(bands));
  return {
    words: genres.reduce((sum, { total }) => sum + total, 0),
    stems: bands.reduce((sum, [, stems]) => sum + stems.length, 0),
    path: target.pathname,
  };
}

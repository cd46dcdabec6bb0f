import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { standardForm, stopwords } from '@kentongan/language';
import { readLines, readTaggedTexts } from './place-files.js';

/** Texts that are free to use: IndoNLU (Apache-2.0), idner-news-2k and LAPOR! 2017 (MIT). */
const taggedFiles = ['ner-nerp/train.txt.gz', 'ner-nergrit/train.txt.gz', 'ner-idnews2k/train.txt.gz'];
const plainFiles = [
  'smsa/train.tsv.gz',
  'complaints-lapor-2017/dev.tsv.gz',
  'indonlu-extra/emot_train.csv',
  'indonlu-extra/casa_train.csv',
  'indonlu-extra/hoasa_train.csv',
];

/** A word this frequent outside place names is an ordinary word. */
const countMin = 3;
const lettersMin = 3;
/** Behind these a name is meant, even in texts without tags. */
const locatives = new Set('di ke kecamatan kabupaten kota desa kelurahan daerah wilayah kawasan'.split(' '));

type Counts = Map<string, number>;
const raise = (counts: Counts, word: string): void => void counts.set(word, (counts.get(word) ?? 0) + 1);
const of = (counts: Counts, word: string): number => counts.get(word) ?? 0;
const wordsOf = (text: string): string[] => text.toLowerCase().match(/[a-z]+/g) ?? [];

interface WordCounts {
  readonly place: Counts;
  readonly person: Counts;
  readonly outside: Counts;
  /** In texts without tags: all, and those behind a locative. */
  readonly plain: Counts;
  readonly located: Counts;
}

function countWords(dataFolder: string): WordCounts {
  const counts: WordCounts = {
    place: new Map(),
    person: new Map(),
    outside: new Map(),
    plain: new Map(),
    located: new Map(),
  };
  for (const file of taggedFiles)
    for (const { words, tags } of readTaggedTexts(`${dataFolder}/${file}`))
      words.forEach((word, at) => {
        const low = word.toLowerCase();
        if (!/^[a-z]+$/.test(low)) return;
        const isPlace = tags[at] === 'begins' || tags[at] === 'inside';
        raise(isPlace ? counts.place : counts.outside, low);
        if (tags[at] === 'person') raise(counts.person, low);
      });
  for (const file of plainFiles)
    for (const line of readLines(`${dataFolder}/${file}`)) {
      let before = '';
      for (const word of wordsOf(line)) {
        raise(counts.plain, word);
        if (locatives.has(before)) raise(counts.located, word);
        before = word;
      }
    }
  return counts;
}

function isOrdinary(word: string, counts: WordCounts): boolean {
  if (stopwords.has(word) || standardForm(word) !== undefined) return true;
  const [place, outside] = [of(counts.place, word), of(counts.outside, word)];
  const [plain, located] = [of(counts.plain, word), of(counts.located, word)];
  if (place > outside && place >= 2) return false;
  if (located >= 0.5 * plain && located >= 2 && place >= outside) return false;
  const unlocated = located >= 0.3 * plain ? Math.max(0, plain - 1.5 * located) : plain;
  return outside + unlocated >= countMin;
}

/** Names of districts and villages that are one word. */
function singleNames(): Set<string> {
  const require = createRequire(import.meta.url);
  const names = ['districts', 'villages'].flatMap((table) =>
    readFileSync(require.resolve(`idn-area-data/data/${table}.csv`), 'utf8')
      .split('\n')
      .slice(1)
      .map((line) => (line.split(',')[2] ?? '').toLowerCase().replace(/[^a-z]/g, '')),
  );
  return new Set(names.filter((name) => name.length >= lettersMin));
}

/** Lines of at most 108 characters. */
const wrapped = (words: readonly string[]): string =>
  (words.join(' ').match(/.{1,108}(?:\s|$)/g) ?? []).map((line) => line.trimEnd()).join('\n');

const source = (ordinary: readonly string[], people: readonly string[]): string => `/**
 * Written by \`npm run train -- place-words\`; do not edit. Ordinary words that are also names of districts or villages
 * (\`yang\`, \`negara\`, \`gaji\`): outside place names at least ${countMin} times in NERP, NERGrit, SmSA, EmoT, CASA and HoASA
 * (IndoNLU, Apache-2.0), idner-news-2k and LAPOR! 2017 (MIT), or in this package's stop-word and slang lists.
 */
export const ordinaryWords = \`
${wrapped(ordinary)}
\`.trim();

/** Names that the person spans of the tagged texts hold more often than their place spans. */
export const peopleNames = \`
${wrapped(people)}
\`.trim();
`;

const target = new URL('../../../../libs/language/src/places/ordinary-words.ts', import.meta.url);

/** Compiles the shipped list of names that must not be read as places; the same files give the same list. */
export function compilePlaceWords(dataFolder: string): { ordinary: number; people: number; path: string } {
  const counts = countWords(dataFolder);
  const names = [...singleNames()].sort();
  const ordinary = names.filter((name) => isOrdinary(name, counts));
  const known = new Set(ordinary);
  const people = names.filter((name) => !known.has(name) && of(counts.person, name) > of(counts.place, name));
  writeFileSync(target, source(ordinary, people));
  return { ordinary: ordinary.length, people: people.length, path: target.pathname };
}

import type { BucketCounts } from '../hashing/bucket-counts.js';
import { bucketOf, joined } from '../hashing/hashing.js';
import { wordNumbersMax, wordTable } from '../hashing/word-table.js';
import type { ForeignWords } from './foreign-words.js';
import type { Term } from './terms.js';

const negationSalt = 0x4e4547;
const rootSalt = 0x524f4f;
const negatedRootSalt = 0x4e524f;
const postStart = 7;

/**
 * Words, word pairs, roots, and each word and root again as negated when it stands behind a negator. A word that has a translation counts as
 * that too, so that a regional language shares the evidence of the large Indonesian set.
 * @param numbers of the terms in the word table
 */
export function addWordFeatures(
  terms: readonly Term[],
  numbers: Uint32Array,
  foreign: ForeignWords | undefined,
  into: BucketCounts,
): void {
  const { bits } = into;
  let previous = postStart;
  for (let i = 0; i < terms.length; i += 1) {
    const { negated, sense } = terms[i]!;
    const hash = wordTable.hashes[numbers[i]!]!;
    into.add(bucketOf(hash, bits));
    into.add(bucketOf(joined(previous, hash), bits));
    if (negated) into.add(bucketOf(joined(negationSalt, hash), bits));
    if (sense) addRoot(sense.rootHash, negated, into);
    const translated = foreign?.translations.get(hash);
    if (translated) addTranslations(translated, negated, into);
    previous = hash;
  }
}

function addRoot(hash: number, negated: boolean, into: BucketCounts): void {
  into.add(bucketOf(joined(rootSalt, hash), into.bits));
  if (negated) into.add(bucketOf(joined(negatedRootSalt, hash), into.bits));
}

function addTranslations(translated: readonly number[], negated: boolean, into: BucketCounts): void {
  for (const hash of translated) {
    into.add(bucketOf(hash, into.bits));
    if (negated) into.add(bucketOf(joined(negationSalt, hash), into.bits));
  }
}

/** Per word: how often the post spells it; all zero between posts. */
const timesSpelled = new Uint16Array(wordNumbersMax);

/** The different words that a post spells, with how often it does. @param numbers of the terms in the word table */
export function eachSpelledWord(
  terms: readonly Term[],
  numbers: Uint32Array,
  tell: (number: number, times: number) => void,
): void {
  for (let i = 0; i < terms.length; i += 1) if (terms[i]!.sense) timesSpelled[numbers[i]!]! += 1;
  for (let i = 0; i < terms.length; i += 1) {
    const number = numbers[i]!;
    const times = timesSpelled[number]!;
    if (times === 0 || !terms[i]!.sense) continue;
    timesSpelled[number] = 0;
    tell(number, times);
  }
}

const logarithms = Float64Array.from({ length: 256 }, (_, count) => Math.log(count));

/** Sublinear term frequency: what a word or pair counts that a post holds `count` times. */
export const sublinear = (count: number): number =>
  count === 1 ? 1 : 1 + (logarithms[count] ?? Math.log(count));

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

/** The different words that a post spells, and how often it does. */
export interface SpelledWords {
  /** In the word table. */
  readonly numbers: Uint32Array;
  readonly times: Uint16Array;
}

/** @param numbers of the terms in the word table */
export function spelledWordsOf(terms: readonly Term[], numbers: Uint32Array): SpelledWords {
  const different = new Uint32Array(terms.length);
  let count = 0;
  for (let i = 0; i < terms.length; i += 1) {
    if (!terms[i]!.sense) continue;
    const number = numbers[i]!;
    timesSpelled[number]! += 1;
    if (timesSpelled[number] === 1) {
      different[count] = number;
      count += 1;
    }
  }
  const times = new Uint16Array(count);
  for (let i = 0; i < count; i += 1) {
    times[i] = timesSpelled[different[i]!]!;
    timesSpelled[different[i]!] = 0;
  }
  return { numbers: different.subarray(0, count), times };
}

/** Counts looked up; a larger one is worked out. */
const sublinearCounts = Float64Array.from({ length: 256 }, (_, count) => 1 + Math.log(count));

/** Sublinear term frequency: what a word or pair counts that a post holds `count` times, from 1. */
export const sublinear = (count: number): number => sublinearCounts[count] ?? 1 + Math.log(count);

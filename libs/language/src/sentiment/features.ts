import type { BucketCounts } from '../hashing/bucket-counts.js';
import { bucketOf, joined } from '../hashing/hashing.js';
import { wordNumbersMax, wordTable } from '../hashing/word-table.js';
import type { Term } from './terms.js';

/** Hash of a regional or English word → hashes of its Indonesian translations. */
export type Translations = ReadonlyMap<number, readonly number[]>;

const negationSalt = 0x4e4547;
const postStart = 7;

/**
 * Words, word pairs, and each word again as negated when it stands behind a negator. A word that the lexicon translates counts as
 * its Indonesian translation too, so that a regional language shares the evidence of the large Indonesian set.
 * @param numbers of the terms in the word table
 */
export function addWordFeatures(
  terms: readonly Term[],
  numbers: Uint32Array,
  translations: Translations,
  into: BucketCounts,
): void {
  const { bits } = into;
  let previous = postStart;
  for (let i = 0; i < terms.length; i += 1) {
    const { negated } = terms[i]!;
    const hash = wordTable.hashes[numbers[i]!]!;
    into.add(bucketOf(hash, bits));
    into.add(bucketOf(joined(previous, hash), bits));
    if (negated) into.add(bucketOf(joined(negationSalt, hash), bits));
    const translated = translations.get(hash);
    if (translated) addTranslations(translated, negated, into);
    previous = hash;
  }
}

function addTranslations(translated: readonly number[], negated: boolean, into: BucketCounts): void {
  for (const hash of translated) {
    into.add(bucketOf(hash, into.bits));
    if (negated) into.add(bucketOf(joined(negationSalt, hash), into.bits));
  }
}

/** Per word: how often the post spells it; all zero between posts. */
const timesSpelled = new Uint16Array(wordNumbersMax);

/** Character n-grams of the words; those of a repeated word are added once, as often as it stands there. */
export function addSpellingFeatures(terms: readonly Term[], numbers: Uint32Array, into: BucketCounts): void {
  const { spreads, starts } = wordTable;
  for (let i = 0; i < terms.length; i += 1) if (terms[i]!.spelled) timesSpelled[numbers[i]!]! += 1;
  for (let i = 0; i < terms.length; i += 1) {
    const number = numbers[i]!;
    const times = timesSpelled[number]!;
    if (times === 0 || !terms[i]!.spelled) continue;
    into.addSpreads(spreads, starts[number]! + 1, starts[number + 1]!, times);
    timesSpelled[number] = 0;
  }
}

import type { BucketCounts } from '../hashing/bucket-counts.js';
import { bucketOf, joined } from '../hashing/hashing.js';
import { wordNumbersMax, wordTable } from '../hashing/word-table.js';
import type { ForeignWords } from './foreign-words.js';
import { senseOf } from './polarity.js';
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
    const { text, negated, spelled } = terms[i]!;
    const hash = wordTable.hashes[numbers[i]!]!;
    into.add(bucketOf(hash, bits));
    into.add(bucketOf(joined(previous, hash), bits));
    if (negated) into.add(bucketOf(joined(negationSalt, hash), bits));
    if (spelled) addRoot(senseOf(text).rootHash, negated, into);
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

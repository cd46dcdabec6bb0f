import type { BucketCounts } from '../hashing/bucket-counts.js';
import { addCharacterGrams } from '../hashing/character-grams.js';
import { bucketOf, hashOf, joined } from '../hashing/hashing.js';
import type { Term } from './terms.js';

/** Hash of a regional or English word → hashes of its Indonesian translations. */
export type Translations = ReadonlyMap<number, readonly number[]>;

const negationSalt = 0x4e4547;
const postStart = 7;

/**
 * Words, word pairs, and each word again as negated when it stands behind a negator. A word that the lexicon translates counts as
 * its Indonesian translation too, so that a regional language shares the evidence of the large Indonesian set.
 */
export function addWordFeatures(
  terms: readonly Term[],
  translations: Translations,
  into: BucketCounts,
): void {
  const { bits } = into;
  let previous = postStart;
  for (const term of terms) {
    const hash = hashOf(term.text);
    into.add(bucketOf(hash, bits));
    into.add(bucketOf(joined(previous, hash), bits));
    if (term.negated) into.add(bucketOf(joined(negationSalt, hash), bits));
    const translated = translations.get(hash);
    if (translated) addTranslations(translated, term.negated, into);
    previous = hash;
  }
}

function addTranslations(translated: readonly number[], negated: boolean, into: BucketCounts): void {
  for (const hash of translated) {
    into.add(bucketOf(hash, into.bits));
    if (negated) into.add(bucketOf(joined(negationSalt, hash), into.bits));
  }
}

/** Character n-grams of the words. */
export function addSpellingFeatures(terms: readonly Term[], into: BucketCounts): void {
  for (const term of terms) if (term.spelled) addCharacterGrams(term.text, into);
}

import { type FactTitle, sayTheSame, type TermEntry } from './fact-terms.js';
import { figureKept, formWordKept } from './kept-probability.js';

/** Share of the longer title's weight that two tellings of one hoax have in common, at least … */
const sharedMin = 0.55;
/** … or so much, where both have words of their own: nothing but a turn of phrase is left to differ. */
const sharedMinBoth = 0.8;
/** Topics share one word, claims more. */
const wordsMin = 2;

/** What a word tells about which hoax a title is, natural logarithm: rare words much, figures half, form words nothing. */
function weightOf(entry: TermEntry, shareOf: (entry: TermEntry) => number): number {
  if (entry.kept === formWordKept) return 0;
  return (entry.kept === figureKept ? 0.5 : 1) * -Math.log(shareOf(entry));
}

/**
 * Whether two titles tell one hoax, as it comes back from year to year or as two fact-checkers word it. One may say more
 * than the other; where each has words that the other lacks, they name different persons or places.
 */
export function areVariants(
  one: FactTitle,
  other: FactTitle,
  shareOf: (entry: TermEntry) => number,
): boolean {
  if (sayTheSame(one, other)) return true;
  if (nameOthers(one, other)) return false;
  const common = new Set(one.terms.filter((entry) => other.terms.includes(entry)));
  let [shared, ofOne, ofOther] = [0, 0, 0];
  let words = 0;
  for (const entry of one.terms) {
    const weight = weightOf(entry, shareOf);
    ofOne += weight;
    if (!common.has(entry)) continue;
    shared += weight;
    if (isTelling(entry)) words += 1;
  }
  for (const entry of other.terms) ofOther += weightOf(entry, shareOf);
  if (words < wordsMin) return false;
  const share = shared / Math.max(ofOne, ofOther);
  const isOneSided = [one, other].some(({ terms }) =>
    terms.every((entry) => common.has(entry) || !isTelling(entry)),
  );
  return share >= (isOneSided ? sharedMin : sharedMinBoth);
}

/** A word that neither everybody uses nor every fact-checker. */
function isTelling({ kept, everydayShare }: TermEntry): boolean {
  return kept !== formWordKept && everydayShare === 0;
}

/** The bank of the one is not the bank of the other. */
function nameOthers(one: FactTitle, other: FactTitle): boolean {
  for (const [head, names] of one.names) {
    const others = other.names.get(head);
    if (others && !names.some((name) => others.includes(name))) return true;
  }
  return false;
}

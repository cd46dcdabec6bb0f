/**
 * The one rule that decides a match: a likelihood ratio over the words of a fact's title.
 *
 * A post that tells the same story holds each title word with probability `wordKeptProbability`; a post of `length` words
 * that talks about something else holds it by chance with probability 1 − (1 − share)^length, where `share` is how common
 * the word is in the memory's titles or in the live stream, whichever is more. The score is the natural logarithm of the
 * ratio of the two, summed over the title's distinct words, found and missing.
 *
 * Source: the binary independence model (Robertson & Spärck Jones 1976) with the length of the post put into the chance
 * of a coincidence. Why this and not BM25 or a trained classifier: it has no weights to be learned from texts that may not
 * be learned from, and it answers the question that matters, "would an innocent post share these words?".
 */

/** Chance never counts as surer than this, or a word that all posts hold would turn its absence into proof. */
export const chanceMax = 0.95;
/** Headlines of six words share two rare names by their topic alone: shorter posts are judged as if they were this long. */
export const lengthMin = 15;

/** Probability that an innocent post of `length` words holds a word with this share of all words. */
export function chanceOf(share: number, length: number): number {
  const exponent = Math.max(length, lengthMin) * Math.log1p(-Math.min(share, 0.5));
  return Math.min(chanceMax, -Math.expm1(exponent));
}

/** What a found word adds to the score, natural logarithm. @param kept probability that a retelling keeps the word */
export function foundEvidence(kept: number, chance: number): number {
  return Math.log(kept / chance);
}

/** What a missing word adds: negative for rare words, about nothing for words that every post holds. */
export function missingEvidence(kept: number, chance: number): number {
  return Math.log((1 - kept) / (1 - chance));
}

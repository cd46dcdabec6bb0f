import type { LanguageWeights } from './language-file.js';

/** In natural logarithms: a word speaks for one language against another when it is this much likelier there (55 times). */
const advantageMin = 4;
/** Fewer words are borrowed ones. */
const wordsMin = 3;
/** Of the words that speak for either language. */
const shareMin = 0.25;

/**
 * The language that a post's other words speak for, besides its `best` one; undefined in a post of one language. Chosen so that
 * 2 of 1,000 posts of one language (NusaX valid) are called mixed, and four in ten of two halves in different languages.
 * @param buckets different words of the post
 */
export function secondLanguage(
  weights: LanguageWeights,
  buckets: Uint32Array,
  best: number,
): number | undefined {
  if (buckets.length < 2 * wordsMin) return undefined;
  const languages = weights.codes.length;
  const wordsFor = new Uint16Array(languages);
  const wordsAgainst = new Uint16Array(languages);
  for (const bucket of buckets)
    for (let k = 0; k < languages; k += 1) {
      if (k === best) continue;
      const advantage = advantageOver(weights, bucket, k, best);
      if (advantage >= advantageMin) wordsFor[k]! += 1;
      else if (-advantage >= advantageMin) wordsAgainst[k]! += 1;
    }
  let second: number | undefined;
  for (let k = 0; k < languages; k += 1) {
    const isSecond = wordsFor[k]! >= wordsMin && wordsFor[k]! >= shareMin * (wordsFor[k]! + wordsAgainst[k]!);
    if (isSecond && (second === undefined || wordsFor[k]! > wordsFor[second]!)) second = k;
  }
  return second;
}

/** How much likelier a word known in one of the two is in language `k` than in `best`; 0 for a word known in neither. */
function advantageOver(
  { presence, presenceStep, unseen, codes }: LanguageWeights,
  bucket: number,
  k: number,
  best: number,
): number {
  const [here, there] = [presence[bucket * codes.length + k]!, presence[bucket * codes.length + best]!];
  const advantage = (here - there) * presenceStep + unseen[k]! - unseen[best]!;
  return (advantage > 0 ? here : there) > 0 ? advantage : 0;
}

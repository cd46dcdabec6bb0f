import { hashOf } from '../hashing/hashing.js';
import { negators } from '../sentiment/negation.js';
import { stopwords } from '../tokens/stopwords.js';
import type { Token } from '../tokens/token.js';

/** A longer text is told apart by its beginning as well. */
const digestsMax = 60;

/** Stands for every word that turns the meaning of others: *tidak*, *gak*, *bukan* … */
export const negationDigest = hashOf('¬');

/**
 * What a text speaks of, as numbers from which it cannot be read again: digests of its content words (standard spelling,
 * each once, ascending), and one for all its negations.
 */
export function wordDigestsOf(tokens: readonly Token[]): number[] {
  const digests = new Set<number>();
  for (const word of contentWords(tokens)) {
    if (digests.size === digestsMax) break;
    digests.add(negators.has(word) ? negationDigest : hashOf(word));
  }
  return [...digests].sort((a, b) => a - b);
}

function* contentWords(tokens: readonly Token[]): Generator<string> {
  for (const token of tokens)
    for (const word of wordsOf(token)) if (negators.has(word) || !stopwords.has(word)) yield word;
}

function wordsOf({ kind, norm, slang, parts }: Token): readonly string[] {
  if (kind === 'hashtag') return parts ?? [];
  if (kind !== 'word') return [];
  return slang?.split(' ') ?? [norm];
}

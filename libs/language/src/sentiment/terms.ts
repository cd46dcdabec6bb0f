import { wordTable } from '../hashing/word-table.js';
import type { Token } from '../tokens/token.js';
import { negationReach, negators } from './negation.js';

/** A word as the sentiment model reads it. */
export interface Term {
  readonly text: string;
  /** Stands within `negationReach` terms after a negator. */
  readonly negated: boolean;
  /** Made of letters: has character n-grams. */
  readonly spelled: boolean;
}

const kept = new Set(['!', '?']);

/** The terms of a post: words, hashtag words, one mark for any number, emoji, `!` and `?`. Names, links and the rest say nothing. */
export function termsOf(tokens: readonly Token[], termsMax = 2000): Term[] {
  const terms: Term[] = [];
  let reach = 0;
  const push = (text: string, spelled: boolean) => {
    terms.push({ text, negated: reach > 0, spelled });
    if (spelled) reach = negators.has(text) ? negationReach : Math.max(reach - 1, 0);
  };
  for (const token of tokens) {
    if (terms.length >= termsMax) break;
    if (token.kind === 'word') push(token.norm, true);
    else if (token.kind === 'hashtag') for (const part of token.parts ?? []) push(part, true);
    else if (token.kind === 'number') push('0', false);
    else if (token.kind === 'emoji') push(token.norm, false);
    else if (token.kind === 'punctuation') {
      if (kept.has(token.norm)) push(token.norm, false);
      if ('.!?,;'.includes(token.norm)) reach = 0;
    }
  }
  return terms;
}

/** Numbers of the terms in the word table; they hold until it is next asked. */
export function numbersOfTerms(terms: readonly Term[]): Uint32Array {
  return wordTable.numbersOf(terms.map(({ text }) => text));
}

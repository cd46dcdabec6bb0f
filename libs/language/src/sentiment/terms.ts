import { wordTable } from '../hashing/word-table.js';
import type { Token } from '../tokens/token.js';
import { negationReach } from './negation.js';
import { senseOf, type WordSense } from './polarity.js';

/** A word as the sentiment model reads it. */
export interface Term {
  readonly text: string;
  /** Stands within `negationReach` terms after a negator. */
  readonly negated: boolean;
  /** Of a word made of letters, which has character n-grams too; undefined for a sign, a number, an emoji. */
  readonly sense: WordSense | undefined;
}

const kept = new Set(['!', '?']);

/** The terms of a post: words, hashtag words, one mark for any number, emoji, `!` and `?`. Names, links and the rest say nothing. */
export function termsOf(tokens: readonly Token[], termsMax = 2000): Term[] {
  const terms: Term[] = [];
  let reach = 0;
  const pushSign = (text: string) => terms.push({ text, negated: reach > 0, sense: undefined });
  const pushWord = (text: string) => {
    const sense = senseOf(text);
    terms.push({ text, negated: reach > 0, sense });
    reach = sense.negates ? negationReach : Math.max(reach - 1, 0);
  };
  for (const token of tokens) {
    if (terms.length >= termsMax) break;
    if (token.kind === 'word') pushWord(token.norm);
    else if (token.kind === 'hashtag') for (const part of token.parts ?? []) pushWord(part);
    else if (token.kind === 'number') pushSign('0');
    else if (token.kind === 'emoji') pushSign(token.norm);
    else if (token.kind === 'punctuation') {
      if (kept.has(token.norm)) pushSign(token.norm);
      if ('.!?,;'.includes(token.norm)) reach = 0;
    }
  }
  return terms;
}

/** Numbers of the terms in the word table; they hold until it is next asked. */
export function numbersOfTerms(terms: readonly Term[]): Uint32Array {
  return wordTable.numbersOf(terms.map(({ text }) => text));
}

import { stem, type Token } from '@kentongan/language';
import { undisguise } from './disguise.js';
import { numberTermsOf } from './number-terms.js';
import { standardStemsOf } from './same-words.js';

/** A text of 20,000 characters has about 3,000 words; what stands behind this many adds nothing to a match. */
export const termsMax = 2_000;
const stemsRememberedMax = 50_000;

const stems = new Map<string, string>();

/** Stems repeat so often that remembering them makes matching several times faster. */
export function stemOf(word: string): string {
  let known = stems.get(word);
  if (known === undefined) {
    if (stems.size >= stemsRememberedMax) stems.clear();
    known = stem(undisguise(word));
    stems.set(word, known);
  }
  return known;
}

/** One word as matching sees it, and the token it came from. */
export interface Term {
  readonly stem: string;
  readonly token: number;
}

/** `anak-anak` and the several words of a slang word's standard form are words of their own. */
function separated(word: string): readonly string[] {
  return /[-_ ]/.test(word) ? word.split(/[-_ ]/) : [word];
}

function wordsOf(token: Token): readonly string[] {
  switch (token.kind) {
    case 'word':
      return separated(token.slang ?? token.norm);
    case 'number':
      return [token.norm];
    case 'hashtag':
      return token.parts ?? [];
    case 'mention':
    case 'link':
    case 'emoji':
    case 'punctuation':
      return [];
    default:
      return token.kind satisfies never;
  }
}

const remembered = new Map<string, readonly string[]>();

/** What one word is in matching: its figures written one way, its stem, the standard word for it. */
function termStemsOf(word: string): readonly string[] {
  let known = remembered.get(word);
  if (known === undefined) {
    if (remembered.size >= stemsRememberedMax) remembered.clear();
    const words = numberTermsOf(word) ?? [word];
    known = words.flatMap((each) => {
      const stem = stemOf(each);
      return standardStemsOf(stem) ?? [stem];
    });
    remembered.set(word, known);
  }
  return known;
}

/** The stems of a text in order: words, numbers and the words of hashtags, but no mentions, links, signs or emoji. */
export function termsOf(tokens: readonly Token[]): Term[] {
  const terms: Term[] = [];
  for (let i = 0; i < tokens.length && terms.length < termsMax; i += 1) {
    for (const word of wordsOf(tokens[i]!))
      if (word !== '') for (const stem of termStemsOf(word)) terms.push({ stem, token: i });
  }
  return terms;
}

import { remembered, stem, type Token } from '@kentongan/language';
import { undisguise } from './disguise.js';
import { numberTermsOf } from './number-terms.js';
import { standardStemsOf } from './same-words.js';

/** A text of 20,000 characters has about 3,000 words; what stands behind this many adds nothing to a match. */
export const termsMax = 2_000;
const stemsRememberedMax = 25_000;

/** Stems repeat so often that remembering them makes matching several times faster. */
export const stemOf = remembered(stemsRememberedMax, (word) => stem(undisguise(word)));

/** One word as matching sees it, and the token it came from. */
export interface Term {
  readonly stem: string;
  readonly token: number;
}

/** What one word is in matching: its figures written one way, its stem, the standard word for it. */
const stemsOfPart = remembered(stemsRememberedMax, (word) =>
  (numberTermsOf(word) ?? [word]).flatMap(standardStems),
);

/** `anak-anak` and the several words of a slang word's standard form are words of their own. */
const stemsOfWord = remembered(stemsRememberedMax, (word) =>
  word
    .split(/[-_ ]/)
    .filter((part) => part !== '')
    .flatMap(stemsOfPart),
);

function standardStems(word: string): readonly string[] {
  const stem = stemOf(word);
  return standardStemsOf(stem) ?? [stem];
}

/** The stems of a text in order: words, numbers and the words of hashtags, but no mentions, links, signs or emoji. */
export function termsOf(tokens: readonly Token[]): Term[] {
  const terms: Term[] = [];
  for (let token = 0; token < tokens.length && terms.length < termsMax; token += 1)
    for (const stem of stemsOfToken(tokens[token]!)) terms.push({ stem, token });
  return terms;
}

const none: readonly string[] = [];

function stemsOfToken(token: Token): readonly string[] {
  switch (token.kind) {
    case 'word':
      return stemsOfWord(token.slang ?? token.norm);
    case 'number':
      return token.norm === '' ? none : stemsOfPart(token.norm);
    case 'hashtag':
      return (token.parts ?? none).flatMap((part) => (part === '' ? none : stemsOfPart(part)));
    case 'mention':
    case 'link':
    case 'emoji':
    case 'punctuation':
      return none;
    default:
      return token.kind satisfies never;
  }
}

import { stem, type Token, tokenize } from '@kentongan/language';

/** Words of a text past this are not searchable. PostgreSQL keeps positions up to 16,383. */
export const indexedWordsMax = 16_000;
/** Longer lexemes and keys are told apart by their beginning: PostgreSQL takes at most 2,046 bytes. */
export const lexemeCharactersMax = 400;

/** One searchable form of one word. Several forms of a word share its position, so that phrases still hold. */
export interface IndexedWord {
  /** The stem. Never holds `=` before a dot, so it cannot be taken for a key (see keys.ts). */
  readonly lexeme: string;
  /** From 1, without gaps: punctuation and mentions have none. */
  readonly position: number;
  readonly start: number;
  readonly end: number;
  /** False for forms added so that other spellings find it: the standard word of a slang word, a link's host. */
  readonly isAsWritten: boolean;
}

/**
 * The words of a text as every adapter indexes them: our own tokens and stems, so that all give the same answers.
 * Stop words stay, or phrases would break. Mentions are left out: people are not to be found by name.
 */
export function wordsOf(text: string): IndexedWord[] {
  const words: IndexedWord[] = [];
  let position = 0;
  for (const token of tokenize(text)) {
    if (position >= indexedWordsMax) break;
    position = addForms(words, token, position + 1) ?? position;
  }
  return words;
}

/** Adds a token's forms from `position` on and returns the last position taken; null = none. */
function addForms(words: IndexedWord[], token: Token, position: number): number | null {
  switch (token.kind) {
    case 'word': {
      const written = stemOf(token.norm);
      if (!add(words, written, position, token, true)) return null;
      for (const standard of token.slang?.split(' ') ?? []) {
        const form = stemOf(standard);
        if (form !== written) add(words, form, position, token, false);
      }
      return position;
    }
    case 'number':
    case 'emoji':
      return add(words, token.norm, position, token, true) ? position : null;
    case 'hashtag':
      return addHashtag(words, token, position);
    case 'link': {
      add(words, token.norm, position, token, true);
      const host = token.norm.split(/[/?#]/, 1)[0]!;
      if (host !== token.norm) add(words, host, position, token, false);
      return position;
    }
    case 'mention':
    case 'punctuation':
      return null;
  }
}

/** The parts of `#BanjirSemarang` one after the other, and the whole beside the first. */
function addHashtag(words: IndexedWord[], token: Token, position: number): number | null {
  const parts = token.parts ?? [];
  let last = position - 1;
  for (const part of parts) if (add(words, stemOf(part), last + 1, token, true)) last += 1;
  if (parts.length > 1 && last >= position) add(words, token.norm.slice(1), position, token, false);
  return last >= position ? last : null;
}

function add(
  words: IndexedWord[],
  form: string,
  position: number,
  token: Token,
  isAsWritten: boolean,
): boolean {
  if (form === '') return false;
  const lexeme = form.length > lexemeCharactersMax ? form.slice(0, lexemeCharactersMax) : form;
  words.push({ lexeme, position, start: token.start, end: token.end, isAsWritten });
  return true;
}

/** Words whose stems are remembered; natural texts repeat a few thousand, and stemming was half the cost of a post. */
const knownStemsMax = 50_000;
const knownStems = new Map<string, string>();

function stemOf(norm: string): string {
  const known = knownStems.get(norm);
  if (known !== undefined) return known;
  const found = stem(norm);
  if (knownStems.size >= knownStemsMax) knownStems.clear();
  knownStems.set(norm, found);
  return found;
}

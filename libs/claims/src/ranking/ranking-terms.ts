import { type Token, tokenize } from '@kentongan/language';
import { stemOf, termsMax, termsOf } from '../terms/terms.js';

/** English endings; applied to both sides alike, so that an Indonesian word which loses one still meets itself. */
export function withoutEnglishEnding(stem: string): string {
  if (!/^[a-z']{5,}$/.test(stem)) return stem;
  return stem
    .replace(/'s?$/, '')
    .replace(/ies$/, 'y')
    .replace(/(?<=[a-z]{3})(?:ing|ed|es|s|ly|e)$/, '');
}

/** `@OfficeOfGovernor` → office, of, governor: signatures name people that claims name too. */
function wordsOfMention(token: Token): string[] {
  return tokenize(`#${token.text.slice(1)}`).flatMap(({ parts }) => parts ?? []);
}

/** Terms for ranking fact-checks by a text: those of matching, and the words of mentions; English endings off. */
export function rankingTermsOf(tokens: readonly Token[]): string[] {
  const stems = tokens.flatMap((token) =>
    token.kind === 'mention' ? wordsOfMention(token).map(stemOf) : termsOf([token]).map(({ stem }) => stem),
  );
  return stems.slice(0, termsMax).map(withoutEnglishEnding);
}

/** Stems of words, numbers and hashtag words and nothing more: the yardstick's terms, whatever matching learns. */
export function plainStemsOf(tokens: readonly Token[]): string[] {
  const words = tokens.flatMap((token) => {
    if (token.kind === 'hashtag') return token.parts ?? [];
    if (token.kind === 'number') return [token.norm];
    return token.kind === 'word' ? (token.slang ?? token.norm).split(/[-_ ]/) : [];
  });
  return words.filter((word) => word !== '').map(stemOf);
}

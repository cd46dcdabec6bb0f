import type { Token } from '@kentongan/language';

/**
 * Chance at least given to a word that goes on a name whose first part was found: who writes "Menko Pangan Zulkifli"
 * writes "Hasan" next, whatever they say about him. Chosen among three round values on
 * development figures; without it two people's names make a match.
 */
export const namePartChance = 0.05;
/** In headlines and shouted texts nearly every word begins with a capital, so capitals tell nothing about names. */
const capitalShareMax = 0.6;

const capital = /^\p{Lu}/u;

function isCapitalised(token: Token | undefined): boolean {
  if (token?.kind !== 'word') return false;
  const unit = token.text.charCodeAt(0);
  // Nearly every word is in plain Latin letters, which need no pattern.
  return unit < 128 ? unit >= 65 && unit <= 90 : capital.test(token.text);
}

/** For each token whether it goes on a name: a capitalised word directly after another, in a text that uses capitals for names. */
export function namePartsOf(tokens: readonly Token[]): (index: number) => boolean {
  let words = 0;
  let capitalised = 0;
  for (const token of tokens) {
    if (token.kind !== 'word') continue;
    words += 1;
    if (isCapitalised(token)) capitalised += 1;
  }
  if (capitalised > capitalShareMax * words) return () => false;
  return (index) => isCapitalised(tokens[index]) && isCapitalised(tokens[index - 1]);
}

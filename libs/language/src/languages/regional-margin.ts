import type { LanguageCode } from './language-codes.js';

export function isRegional(code: LanguageCode): boolean {
  return code !== 'id' && code !== 'en';
}

/**
 * Belief that a regional language needs before it is said of a post of so many words. Colloquial Indonesian borrows regional
 * words, and in a short post one of them is half of what there is: nine in ten false calls were posts of eight words or fewer.
 */
export function regionalConfidenceMin(words: number): number {
  if (words <= 2) return 0.9;
  return words <= 4 ? 0.5 : 0;
}

/** From this belief on a post that holds words of Malay is taken to be in the regional language that shares them. */
export const surelyRegionalMin = 0.9;

/** ISO 639 codes of the languages that can be told apart; `und` when none is likely enough. */
export const languageCodes = [
  'id',
  'jv',
  'su',
  'mad',
  'min',
  'ban',
  'bjn',
  'ace',
  'bug',
  'nij',
  'bbc',
  'en',
] as const;
export type LanguageCode = (typeof languageCodes)[number];

/** What a post can be identified as: also Malay (`ms`), told by a word list, and `und`. */
export type IdentifiedCode = LanguageCode | 'ms' | 'und';

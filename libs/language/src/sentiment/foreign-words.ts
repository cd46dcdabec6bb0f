import type { LanguageCode } from '../languages/language-codes.js';
import type { Polarity } from './polarity.js';

/** What is known of the words of one language other than Indonesian; keys are hashes of words. */
export interface ForeignWords {
  /** Hashes of the Indonesian translations. */
  readonly translations: ReadonlyMap<number, readonly number[]>;
  /** Polarity of the Indonesian translations. */
  readonly polarities: ReadonlyMap<number, Polarity>;
}

export type ForeignWordsByLanguage = ReadonlyMap<LanguageCode, ForeignWords>;

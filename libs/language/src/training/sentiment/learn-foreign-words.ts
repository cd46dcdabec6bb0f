import { hashOf } from '../../hashing/hashing.js';
import { type LanguageCode, languageCodes } from '../../languages/language-codes.js';
import type { ForeignWords, ForeignWordsByLanguage } from '../../sentiment/foreign-words.js';
import { type Polarity, polarityOf } from '../../sentiment/polarity.js';
import { type AlignedWord, alignWords } from './align-words.js';

/** A regional or English word and its Indonesian translation. */
export interface TranslatedWord {
  readonly foreign: string;
  readonly indonesian: string;
  readonly language: LanguageCode;
}

/** The different words of a row that is a translation: rows of one `sentence` say the same in several languages. */
export interface ParallelWords {
  readonly sentence: string;
  readonly language: LanguageCode;
  readonly words: readonly string[];
}

const translationsPerWordMax = 3;
const alignedPerWordMax = 2;

/**
 * Translations of each language's words, from the lexicon and learned from parallel rows, and the hand-written polarities
 * projected through them.
 * @param isKnown whether an Indonesian word was seen in training; another translation would say nothing
 */
export function learnForeignWords(
  lexicon: readonly TranslatedWord[],
  parallel: readonly ParallelWords[],
  isKnown: (indonesian: string) => boolean,
): ForeignWordsByLanguage {
  const languages = languageCodes.filter((code) => code !== 'id');
  return new Map(
    languages.map((language) => {
      const ofLexicon = lexicon
        .filter((entry) => entry.language === language)
        .map(({ foreign, indonesian }) => ({
          foreign: foreign.toLowerCase(),
          indonesian: indonesian.toLowerCase(),
        }));
      const aligned = firstPerWord(alignWords(sentencePairs(parallel, language)), alignedPerWordMax);
      return [language, foreignWords([...ofLexicon, ...aligned], isKnown)];
    }),
  );
}

function sentencePairs(parallel: readonly ParallelWords[], language: LanguageCode) {
  const indonesian = new Map(
    parallel.filter((row) => row.language === 'id').map(({ sentence, words }) => [sentence, words]),
  );
  return parallel
    .filter((row) => row.language === language)
    .flatMap(({ sentence, words }) => {
      const translated = indonesian.get(sentence);
      return translated ? [{ foreign: words, indonesian: translated }] : [];
    });
}

function firstPerWord(aligned: readonly AlignedWord[], most: number): AlignedWord[] {
  const taken = new Map<string, number>();
  return aligned.filter(({ foreign }) => {
    const count = (taken.get(foreign) ?? 0) + 1;
    taken.set(foreign, count);
    return count <= most;
  });
}

function foreignWords(
  entries: readonly AlignedWord[],
  isKnown: (indonesian: string) => boolean,
): ForeignWords {
  const targets = new Map<string, string[]>();
  const senses = new Map<string, number>();
  for (const { foreign, indonesian } of entries) {
    if (foreign === indonesian || /\s/.test(foreign)) continue;
    senses.set(foreign, (senses.get(foreign) ?? 0) + polarityOf(indonesian));
    const known = targets.get(foreign) ?? [];
    if (!isKnown(indonesian) || known.includes(indonesian) || known.length >= translationsPerWordMax)
      continue;
    targets.set(foreign, [...known, indonesian]);
  }
  const polarities = new Map<number, Polarity>();
  // A word that the hand-written lists hold themselves keeps what they say.
  for (const [word, sum] of senses)
    if (sum !== 0 && polarityOf(word) === 0) polarities.set(hashOf(word), sum > 0 ? 1 : -1);
  const translations = new Map(
    [...targets].map(([word, to]) => [hashOf(word), to.map((each) => hashOf(each))]),
  );
  return { translations, polarities };
}

import type { OverviewView, SourceView, TrendsView } from '@kentongan/contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.js';
import { durationWords } from './duration-words.js';
import { sentenceOf, wordSentence } from './sentence.js';

/** The dashboard in one sentence, in the reader's language; null while there is nothing to say it from. */
export function useSentence(input: {
  overview: OverviewView | undefined;
  trends: TrendsView | undefined;
  sources: readonly SourceView[];
  days: number;
  agencyName: (agencyId: string) => string;
  now: number;
}): string | null {
  const { t } = useTranslation('dashboard');
  const format = useFormat();
  const { overview, trends } = input;
  if (!overview) return null;
  return wordSentence(
    sentenceOf({ ...input, overview, trends: trends ?? null }),
    (key, values) => t(key.startsWith('numbers.') ? key : `sentence.${key}`, { ...values }),
    (seconds) => durationWords(seconds, format.language),
    (value) => format.number(value),
  );
}

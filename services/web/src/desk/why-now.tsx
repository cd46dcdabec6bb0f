import type { IssueCard, Signal } from '@kentongan/contracts';
import { useTranslation } from 'react-i18next';
import { type Format, useFormat } from '../format/use-format.js';
import { usualRange } from './usual-range.js';

const normDaysNeeded = 14;

/** One sentence: how many, by how many, in what time, and what is usual. */
export function WhyNow({ card }: { card: IssueCard }) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const { signal } = card;
  if (!signal) return <span>{t('why.byHand')}</span>;
  return (
    <span>
      {t('why.sentence', {
        posts: t('why.posts', { count: signal.count, number: format.number(signal.count) }),
        authors: t('why.authors', {
          count: signal.distinctAuthors,
          number: format.number(signal.distinctAuthors),
        }),
        window: windowWords(signal.windowMinutes, t),
      })}
      {'; '}
      <Usual signal={signal} format={format} />
    </span>
  );
}

function Usual({ signal, format }: { signal: Signal; format: Format }) {
  const { t } = useTranslation('desk');
  const { t: common } = useTranslation();
  if (signal.normLearning) {
    const days = format.number(Math.floor(signal.normDays));
    return common('time.learning', { days, daysNeeded: normDaysNeeded });
  }
  // Likenesses to a known fact-check alarm by their authors alone: no norm is kept of them.
  if (signal.norm === null) return t(signal.key.kind === 'hoaxMatch' ? 'why.needsNoNorm' : 'why.noNorm');
  const [low, high] = usualRange(signal.norm);
  if (high === 0) return t('why.usualNone');
  return t('why.usual', { low: format.number(low), high: format.number(high) });
}

/** `40 menit`, `6 jam`, `2 hari`. */
export function windowWords(
  minutes: number,
  t: (key: string, values: Record<string, unknown>) => string,
): string {
  if (minutes < 60 || minutes % 60 !== 0) return t('window.minutes', { count: minutes });
  if (minutes < 48 * 60) return t('window.hours', { count: minutes / 60 });
  return t('window.days', { count: Math.round(minutes / (24 * 60)) });
}

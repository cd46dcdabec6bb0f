import type { Signal } from '@kentongan/contracts';
import { useTranslation } from 'react-i18next';
import { usualRange } from '../../desk/usual-range.js';
import { windowWords } from '../../desk/why-now.js';
import { useFormat } from '../../format/use-format.js';
import styles from './story.module.css';

/** The figures behind the sentence. What is not known says so. */
export function SignalNumbers({ signal }: { signal: Signal }) {
  const { t } = useTranslation('issue');
  const { t: desk } = useTranslation('desk');
  const format = useFormat();
  const range = signal.norm === null ? null : usualRange(signal.norm);
  const ratio = signal.norm !== null && signal.norm >= 0.5 ? signal.count / signal.norm : null;
  const figures: readonly (readonly [string, string])[] = [
    ['posts', format.number(signal.count)],
    ['authors', format.number(signal.distinctAuthors)],
    ['window', windowWords(signal.windowMinutes, desk)],
    ['usual', range ? `${format.number(range[0])}–${format.number(range[1])}` : t('unknown')],
    [
      'ratio',
      ratio === null ? t('unknown') : t('times', { ratio: format.number(ratio, ratio < 10 ? 1 : 0) }),
    ],
    ['firstSeen', format.shortDateTime(signal.firstPost.createdAt)],
    ['toAlert', format.span(signal.timeToAlertEventSeconds * 1_000)],
  ];
  return (
    <dl className={styles.numbers}>
      {figures.map(([name, value]) => (
        <div key={name}>
          <dt>{t(`numbers.${name}`)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

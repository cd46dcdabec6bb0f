import type { OverviewView } from '@kentongan/contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.js';
import { Block } from './block.js';
import { durationWords } from './duration-words.js';
import styles from './times-block.module.css';

const stretches = ['toAlert', 'toAcknowledge', 'toTriage', 'toPublish', 'toClose'] as const;
/** The median of fewer is the case of one issue, not the speed of a desk. */
const issuesMin = 5;

/** How long each stretch takes, from how many issues; too few are said to be too few. */
export function TimesBlock({ times }: { times: OverviewView['responseTimes'] }) {
  const { t } = useTranslation('dashboard');
  return (
    <Block title={t('times.title')} caption={t('times.caption')}>
      <dl className={styles.times}>
        {stretches.map((stretch) => (
          <div key={stretch} className={styles.time}>
            <dt>{t(`times.${stretch}`)}</dt>
            <Duration duration={times[stretch]} />
          </div>
        ))}
      </dl>
    </Block>
  );
}

type DurationView = OverviewView['responseTimes'][(typeof stretches)[number]];

function Duration({ duration: { medianSeconds, p90Seconds, n } }: { duration: DurationView }) {
  const { t } = useTranslation('dashboard');
  const { language } = useFormat();
  if (n === 0 || medianSeconds === null) return <dd className={styles.few}>{t('times.none')}</dd>;
  if (n < issuesMin) return <dd className={styles.few}>{t('times.tooFew', { count: n, min: issuesMin })}</dd>;
  return (
    <dd>
      <span className={styles.median}>{durationWords(medianSeconds, language, 2)}</span>
      <span className={styles.note}>
        {p90Seconds !== null && `${t('times.p90', { duration: durationWords(p90Seconds, language, 2) })} · `}
        {t('times.n', { count: n })}
      </span>
    </dd>
  );
}

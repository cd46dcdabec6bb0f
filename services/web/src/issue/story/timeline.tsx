import type { TimelineEntry } from '@kentongan/contracts';
import { useTranslation } from 'react-i18next';
import { useCodeWords } from '../../i18n/codes.js';
import { ExactTime } from '../../ui/exact-time.js';
import { Panel } from '../panel.js';
import { foldRises } from './fold-rises.js';
import styles from './story.module.css';

/** Who, when, why: newest first. */
export function Timeline({
  entries,
  isHistorical,
}: {
  entries: readonly TimelineEntry[];
  isHistorical: boolean;
}) {
  const { t } = useTranslation('issue');
  const words = useCodeWords();
  const newest = foldRises(entries);
  return (
    <Panel title={t('timeline.title')}>
      <ol className={styles.timeline}>
        {newest.map(({ entry, times }) => (
          <li key={entry.sequence}>
            <strong>{words('change', entry.change)}</strong>{' '}
            {times > 1 && <span>({t('timeline.times', { count: times })}) </span>}
            <span className="k-muted">
              {entry.by ? <bdi>{entry.by.name}</bdi> : t('timeline.program')} ·{' '}
              <ExactTime at={entry.at} isHistorical={isHistorical} />
              {entry.fromState !== null && entry.fromState !== entry.toState && (
                <>
                  {' '}
                  · {words('state', entry.fromState)} → {words('state', entry.toState)}
                </>
              )}
            </span>
            {entry.reason && (
              <p className={styles.reason} dir="auto">
                {entry.reason}
              </p>
            )}
          </li>
        ))}
      </ol>
    </Panel>
  );
}

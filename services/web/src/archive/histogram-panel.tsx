import { Button, Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Failure } from '../ui/failure.js';
import type { ArchiveSelection } from './archive-call.js';
import { Histogram } from './histogram.js';
import styles from './histogram-panel.module.css';
import type { SearchState } from './search-state.js';
import { withPeriod, withRange } from './search-state.js';
import { SilenceNote } from './silence-note.js';
import type { SourceSilence } from './source-silence.js';
import { useHistogramBars } from './use-histogram-bars.js';

/** The chart with what must be said beside it: its unit, and the sources that are missing from it. */
export function HistogramPanel({
  state,
  selection,
  asOf,
  silence,
  isNarrow,
  onChange,
}: {
  state: SearchState;
  selection: ArchiveSelection;
  asOf: number;
  silence: SourceSilence;
  isNarrow: boolean;
  onChange: (state: SearchState) => void;
}) {
  const { t } = useTranslation('archive');
  const { unit, bars, error } = useHistogramBars(selection, asOf, silence.silentSince, isNarrow);
  const hasPosts = bars?.some((bar) => bar.count !== 0) ?? false;
  return (
    <section className={`k-panel ${styles.panel}`} aria-labelledby="histogram-title">
      <header className={styles.head}>
        <h2 id="histogram-title" className={styles.title}>
          {t('histogram.title')} <span className={styles.unit}>{t(`histogram.unit.${unit}`)}</span>
        </h2>
        {state.period === 'custom' && (
          <Button size="sm" variant="subtle" onClick={() => onChange(withPeriod(state, 'week'))}>
            {t('histogram.reset')}
          </Button>
        )}
      </header>
      <SilenceNote silence={silence} isShort={isNarrow} />
      {error && !bars ? <Failure error={error} /> : null}
      {!bars && !error && <Skeleton height={isNarrow ? 130 : 164} />}
      {bars && !hasPosts && <p className={styles.quiet}>{t('histogram.quiet')}</p>}
      {bars && hasPosts && (
        // Other bars, another chart: a choice among the old ones would mean another time.
        <Histogram
          key={`${unit} ${bars[0]?.start} ${bars.length}`}
          bars={bars}
          unit={unit}
          onSelect={(from, to) => onChange(withRange(state, from, to))}
        />
      )}
    </section>
  );
}

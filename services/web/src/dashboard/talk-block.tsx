import type { TrendsView } from '@kentongan/contracts';
import { useTranslation } from 'react-i18next';
import { usePlaceNames } from '../archive/place-queries.js';
import { SilenceNote } from '../archive/silence-note.js';
import type { SourceSilence } from '../archive/source-silence.js';
import { Block, BlockEmpty } from './block.js';
import { heatMapOf, heatStepsMax } from './heat-map.js';
import { HeatTable } from './heat-table.js';
import styles from './talk-block.module.css';

const wide = { subjects: 10, places: 12 };
const narrow = { subjects: 8, places: 5 };

/** Subjects by place: where people talk about what, and where that changed. */
export function TalkBlock({
  trends,
  days,
  silence,
  isNarrow,
}: {
  trends: TrendsView;
  days: number;
  silence: SourceSilence;
  isNarrow: boolean;
}) {
  const { t } = useTranslation('dashboard');
  const size = isNarrow ? narrow : wide;
  const map = heatMapOf(trends, size.subjects, size.places);
  const placeName = usePlaceNames(map.places.map(({ place }) => place));
  return (
    <Block title={t('talk.title')} caption={t('talk.caption')} className={styles.block}>
      <SilenceNote silence={silence} isShort />
      {map.subjects.length === 0 ? (
        <BlockEmpty title={t('talk.emptyTitle')}>{t('talk.empty')}</BlockEmpty>
      ) : (
        <>
          {!map.hasBefore && <p className={styles.note}>{t('talk.noBefore')}</p>}
          <HeatTable map={map} days={days} placeName={placeName} />
          <Legend />
        </>
      )}
    </Block>
  );
}

function Legend() {
  const { t } = useTranslation('dashboard');
  return (
    <p className={styles.legend}>
      <span>{t('talk.fewer')}</span>
      {Array.from({ length: heatStepsMax }, (_, i) => i + 1).map((step) => (
        <span key={step} className={styles.swatch} data-step={step} />
      ))}
      <span>{t('talk.more')}</span>
      <span className={styles.mark}>▲ {t('talk.change.up')}</span>
      <span className={styles.mark}>▼ {t('talk.change.down')}</span>
    </p>
  );
}

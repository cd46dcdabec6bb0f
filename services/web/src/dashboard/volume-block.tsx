import type { TrendsView } from '@kentongan/contracts';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { niceCeiling } from '../archive/histogram-bars.js';
import { SilenceNote } from '../archive/silence-note.js';
import type { SourceSilence } from '../archive/source-silence.js';
import { type Format, useFormat } from '../format/use-format.js';
import { useCodeWords } from '../i18n/codes.js';
import { Block, BlockEmpty } from './block.js';
import { type DayColumn, dayColumns, volumeRatio } from './day-columns.js';
import styles from './volume-block.module.css';
import { VolumeTable } from './volume-table.js';

/** From the ground up, as the columns are stacked. */
const moods = ['negative', 'neutral', 'positive'] as const;

/** Posts per day and their mood, with the same day a week earlier as a line across. */
export function VolumeBlock({
  trends,
  silence,
  now,
}: {
  trends: TrendsView;
  silence: SourceSilence;
  now: number;
}) {
  const { t } = useTranslation('dashboard');
  const format = useFormat();
  const columns = dayColumns(trends.days, now, niceCeiling);
  const hasPosts = columns.some((column) => column.posts > 0);
  const ratio = volumeRatio(columns);
  const highest = niceCeiling(Math.max(0, ...columns.flatMap((each) => [each.posts, each.before ?? 0])));
  return (
    <Block title={t('volume.title')} caption={t('volume.caption')}>
      <SilenceNote silence={silence} isShort />
      {!hasPosts && <BlockEmpty title={t('volume.emptyTitle')}>{t('volume.empty')}</BlockEmpty>}
      {hasPosts && (
        <>
          {ratio !== null && <p className={styles.summary}>{ratioWords(ratio, t, format)}</p>}
          <figure>
            <div className={styles.chart} aria-hidden="true">
              <span className={styles.ceiling}>{format.number(highest)}</span>
              {columns.map((column) => (
                <Column key={column.start} column={column} />
              ))}
            </div>
            <DayLabels columns={columns} />
            <Legend />
          </figure>
          <VolumeTable columns={columns} />
        </>
      )}
    </Block>
  );
}

/** From here on "4 kali" is understood sooner than "+300 %". */
const timesFrom = 3;

function ratioWords(ratio: number, t: TFunction<'dashboard'>, format: Format): string {
  if (ratio >= timesFrom) return t('volume.times', { times: format.number(ratio, 1) });
  const percent = format.percent(Math.abs(ratio - 1), 0);
  return t('volume.change', { percent: `${ratio < 1 ? '−' : '+'}${percent}` });
}

function Column({ column }: { column: DayColumn }) {
  const words = useDayWords();
  return (
    <div className={styles.day} data-today={column.isToday} title={words(column)}>
      <div className={styles.stack} style={{ height: `${column.height * 100}%` }}>
        {moods.map((mood) => (
          <span key={mood} data-mood={mood} style={{ flexGrow: column[mood] }} />
        ))}
      </div>
      {column.beforeHeight !== null && (
        <span className={styles.before} style={{ bottom: `${column.beforeHeight * 100}%` }} />
      )}
    </div>
  );
}

function useDayWords(): (column: DayColumn) => string {
  const { t } = useTranslation('dashboard');
  const format = useFormat();
  return (column) =>
    t('volume.day', {
      date: format.date(column.start),
      posts: format.number(column.posts),
      negative: format.number(column.negative),
      neutral: format.number(column.neutral),
      positive: format.number(column.positive),
      before: column.before === null ? t('volume.unknown') : format.number(column.before),
    });
}

/** At most eight dates under the columns, today's always. */
function DayLabels({ columns }: { columns: readonly DayColumn[] }) {
  const format = useFormat();
  const every = Math.ceil(columns.length / 8);
  return (
    <div className={styles.labels} aria-hidden="true">
      {columns.map((column, index) => (
        <span key={column.start}>
          {(columns.length - 1 - index) % every === 0 ? format.day(column.start) : ''}
        </span>
      ))}
    </div>
  );
}

function Legend() {
  const { t } = useTranslation('dashboard');
  const codeWords = useCodeWords();
  return (
    <figcaption className={styles.legend}>
      {moods.toReversed().map((mood) => (
        <span key={mood}>
          <i className={styles.swatch} data-mood={mood} /> {codeWords('sentiment', mood)}
        </span>
      ))}
      <span>
        <i className={styles.line} /> {t('volume.before')}
      </span>
      <span>
        <i className={styles.swatch} data-mood="today" /> {t('volume.today')}
      </span>
    </figcaption>
  );
}

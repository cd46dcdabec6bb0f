import type { OverviewView, TrendsView } from '@kentongan/contracts';
import { useMediaQuery } from '@mantine/hooks';
import type { SourceSilence } from '../archive/source-silence.js';
import { Failure } from '../ui/failure.js';
import styles from './dashboard-page.module.css';
import type { useTrends } from './overview-queries.js';
import { RisingBlock } from './rising-block.js';
import { TalkBlock } from './talk-block.js';
import { TimesBlock } from './times-block.js';
import { VolumeBlock } from './volume-block.js';
import { WorkBlock } from './work-block.js';

/** The blocks in the order they are read on a phone; a wide screen puts the columns of days beside the work. */
export function DashboardBlocks({
  overview,
  trends,
  columns,
  days,
  agencyName,
  silence,
  now,
}: {
  overview: OverviewView;
  trends: ReturnType<typeof useTrends>;
  columns: TrendsView | undefined;
  days: number;
  agencyName: (agencyId: string) => string;
  silence: SourceSilence;
  now: number;
}) {
  const isNarrow = useMediaQuery('(max-width: 61.99em)') ?? false;
  return (
    <div className={styles.blocks}>
      <div className={styles.rising}>
        <RisingBlock rising={overview.rising} />
      </div>
      <div className={styles.work}>
        <WorkBlock overview={overview} agencyName={agencyName} now={now} />
      </div>
      <div className={styles.talk}>
        {trends.error && !trends.data && (
          <Failure error={trends.error} onRetry={() => void trends.refetch()} />
        )}
        {trends.data && <TalkBlock trends={trends.data} days={days} silence={silence} isNarrow={isNarrow} />}
      </div>
      <div className={styles.volume}>
        {columns && <VolumeBlock trends={columns} silence={silence} now={now} />}
      </div>
      <div className={styles.times}>
        <TimesBlock times={overview.responseTimes} />
      </div>
    </div>
  );
}

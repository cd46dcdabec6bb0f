import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { sourceSilence } from '../archive/source-silence.js';
import { useFormat } from '../format/use-format.js';
import { useNow } from '../format/use-now.js';
import { sourcesQuery } from '../frame/source-queries.js';
import { useRegion } from '../session/region.js';
import { Failure } from '../ui/failure.js';
import { Page } from '../ui/page.js';
import { DashboardActions } from './dashboard-actions.js';
import { DashboardBlocks } from './dashboard-blocks.js';
import styles from './dashboard-page.module.css';
import { DashboardWaiting } from './dashboard-waiting.js';
import { useAgencyNames, useOverview, useTrends } from './overview-queries.js';
import { useDays } from './use-days.js';
import { useSentence } from './use-sentence.js';

/** Columns of less than a week show no rhythm, so a day is drawn with the six before it. */
const columnsMin = 7;

/** The leader's thirty seconds: one sentence, then what rises, what is being done, what people talk about. */
export function DashboardPage() {
  const { t } = useTranslation('dashboard');
  const region = useRegion();
  const format = useFormat();
  const clock = useNow();
  const [days, setDays] = useDays();
  const overview = useOverview(region.regionId, days);
  const trends = useTrends(region.regionId, days);
  const columns = useTrends(region.regionId, Math.max(days, columnsMin));
  const sources = useQuery(sourcesQuery(region.regionId)).data ?? [];
  const agencyName = useAgencyNames(region.regionId);
  const isPast = region.mode === 'historical' && overview.data !== undefined;
  const now = isPast ? Date.parse(overview.data.to) : clock;
  const sentence = useSentence({
    overview: overview.data,
    trends: trends.data,
    sources,
    days,
    agencyName,
    now,
  });
  return (
    <Page
      title={t('title')}
      aside={
        <DashboardActions
          days={days}
          onDays={setDays}
          sentence={sentence}
          overview={overview.data}
          trends={trends.data}
          now={now}
        />
      }
    >
      <p className={styles.sentence} role="status" aria-label={t('sentence.label')}>
        {sentence}
      </p>
      <p className={styles.compared}>
        {days === 1 ? t('comparedDay') : t('compared', { count: days })}
        {overview.data && ` · ${t('dataFrom', { time: format.time(overview.dataUpdatedAt) })}`}
      </p>
      {overview.error && !overview.data ? (
        <Failure error={overview.error} onRetry={() => void overview.refetch()} />
      ) : (
        !overview.data && <DashboardWaiting />
      )}
      {overview.data && (
        <DashboardBlocks
          overview={overview.data}
          trends={trends}
          columns={columns.data}
          days={days}
          agencyName={agencyName}
          silence={sourceSilence(sources)}
          now={now}
        />
      )}
    </Page>
  );
}

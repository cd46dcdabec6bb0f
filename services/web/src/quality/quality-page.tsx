import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { niceCeiling } from '../archive/histogram-bars.js';
import { Block, BlockEmpty } from '../dashboard/block.js';
import { useAgencyNames } from '../dashboard/overview-queries.js';
import { useFormat } from '../format/use-format.js';
import { useRegion } from '../session/region.js';
import { Failure } from '../ui/failure.js';
import { Page } from '../ui/page.js';
import { ChangesBlock } from './changes-block.js';
import { ModelsBlock } from './models-block.js';
import { PartChart } from './part-chart.js';
import styles from './quality-page.module.css';
import { usePostsByWeek, useQuality } from './quality-queries.js';
import { RatesTable } from './rates-table.js';
import { postsByWeek, weeklyRates } from './weekly-rates.js';

/** How often people had to correct the program, and what is known of its parts. */
export function QualityPage() {
  const { t } = useTranslation('quality');
  const { regionId } = useRegion();
  const { data, error, refetch } = useQuality(regionId);
  return (
    <Page title={t('title')}>
      <p className={styles.lead}>{t('lead')}</p>
      {error && !data && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <QualityWaiting />}
      {data && <Corrections quality={data} />}
      <ModelsBlock />
    </Page>
  );
}

function Corrections({ quality }: { quality: NonNullable<ReturnType<typeof useQuality>['data']> }) {
  const { t } = useTranslation('quality');
  const format = useFormat();
  const { regionId } = useRegion();
  const agencyName = useAgencyNames(regionId);
  const posts = usePostsByWeek(regionId, quality.weeks[0]?.start);
  const rates = weeklyRates(quality.weeks, postsByWeek(posts.data), niceCeiling);
  const total = rates.reduce((sum, { corrections }) => sum + corrections, 0);
  return (
    <>
      <Block
        title={t('corrections.title', { count: quality.weeks.length })}
        caption={t('corrections.caption')}
      >
        {total === 0 && <BlockEmpty title={t('corrections.emptyTitle')}>{t('corrections.empty')}</BlockEmpty>}
        {total > 0 && (
          <>
            <p className={styles.summary}>
              {t('corrections.total', { count: total, number: format.number(total) })}
            </p>
            <ul className={styles.parts}>
              {rates.map((each) => (
                <PartChart key={each.part} rates={each} />
              ))}
            </ul>
            <RatesTable rates={rates} />
          </>
        )}
        {posts.isError && <p className={styles.note}>{t('corrections.postsUnknown')}</p>}
      </Block>
      {quality.changes.length > 0 && <ChangesBlock changes={quality.changes} agencyName={agencyName} />}
    </>
  );
}

/** The outline of the page while its figures are on their way. */
function QualityWaiting() {
  return (
    <div className={styles.waiting} aria-hidden="true">
      <Skeleton height={320} radius={12} />
      <Skeleton height={140} radius={12} />
    </div>
  );
}

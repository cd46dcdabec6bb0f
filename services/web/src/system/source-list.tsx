import type { SourceView } from '@kentongan/contracts';
import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { durationWords } from '../dashboard/duration-words.js';
import { useFormat } from '../format/use-format.js';
import { useNow } from '../format/use-now.js';
import { sourcesQuery } from '../frame/source-queries.js';
import { useRegion } from '../session/region.js';
import { Empty } from '../ui/empty.js';
import { ExactTime } from '../ui/exact-time.js';
import { Failure } from '../ui/failure.js';
import { OuterLink } from '../ui/outer-link.js';
import styles from './source-list.module.css';
import { bySourceUrgency, countByState } from './source-order.js';
import { SourceState } from './source-state.js';

/** Every source with its state in words, what needs somebody first, and what to do about it. */
export function SourceList({ isAdmin }: { isAdmin: boolean }) {
  const { t } = useTranslation('system');
  const region = useRegion();
  const { data, error, refetch } = useQuery(sourcesQuery(region.regionId));
  const counts = data && countByState(data);
  return (
    <section className={`k-panel ${styles.panel}`} aria-labelledby="sources-title">
      <header className={styles.head}>
        <h2 id="sources-title" className={styles.title}>
          {t('sources.title')}
        </h2>
        {counts && data.length > 0 && (
          <p className="k-muted">{t('sources.summary', { live: counts.live, all: data.length })}</p>
        )}
      </header>
      {error && !data && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={180} />}
      {data?.length === 0 && <SourcesEmpty isAdmin={isAdmin} />}
      <ul>
        {[...(data ?? [])].sort(bySourceUrgency).map((source) => (
          <Source key={source.sourceId} source={source} />
        ))}
      </ul>
    </section>
  );
}

function Source({ source }: { source: SourceView }) {
  const { t } = useTranslation('system');
  const format = useFormat();
  const now = useNow();
  const advice = source.state === 'live' ? '' : t(`sources.advice.${source.state}`);
  return (
    <li className={styles.source}>
      <div className={styles.name}>
        {source.url === null ? (
          <bdi>{source.name}</bdi>
        ) : (
          <OuterLink href={source.url}>{source.name}</OuterLink>
        )}
      </div>
      <p className={styles.standing}>
        <SourceState state={source.state} />
        <time className="k-muted" dateTime={source.since} title={format.dateTime(source.since)}>
          {t('sources.for', {
            duration: durationWords((now - Date.parse(source.since)) / 1_000, format.language),
          })}
        </time>
      </p>
      <p className={styles.figures}>
        <span>
          {t('sources.lastPost')}:{' '}
          {source.lastPostAt === null ? t('sources.noPost') : <ExactTime at={source.lastPostAt} />}
        </span>
        <span>
          {t('sources.lastDayPosts', {
            count: source.postsLastDay,
            number: format.number(source.postsLastDay),
          })}
        </span>
      </p>
      {(advice !== '' || source.detail !== '') && (
        <p className={styles.advice}>
          {source.detail !== '' && <bdi className={styles.detail}>{source.detail}</bdi>} {advice}
        </p>
      )}
    </li>
  );
}

function SourcesEmpty({ isAdmin }: { isAdmin: boolean }) {
  const { t } = useTranslation('system');
  const step = isAdmin && (
    <Button component={Link} to="/pengaturan" variant="default">
      {t('sources.emptyStep')}
    </Button>
  );
  return (
    <Empty title={t('sources.emptyTitle')} step={step}>
      {t('sources.empty')}
    </Empty>
  );
}

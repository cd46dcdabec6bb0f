import type { ArchiveHit } from '@kentongan/contracts';
import { Button, NativeSelect, Skeleton } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.js';
import { Failure } from '../ui/failure.js';
import type { ArchiveSelection } from './archive-call.js';
import { useCount, type useSearchPages } from './archive-queries.js';
import { foldCopies } from './fold-copies.js';
import { NothingFound } from './nothing-found.js';
import { ResultCard } from './result-card.js';
import styles from './result-list.module.css';
import { orders, type SearchState } from './search-state.js';

interface ResultListProps {
  readonly state: SearchState;
  readonly selection: ArchiveSelection;
  readonly asOf: number;
  readonly pages: ReturnType<typeof useSearchPages>;
  readonly placeName: (code: string) => string;
  readonly platformName: (platform: string) => string;
  readonly onChange: (state: SearchState) => void;
  readonly onRefresh: () => void;
}

/** The hits, page by page. */
export function ResultList(props: ResultListProps) {
  const { t } = useTranslation('archive');
  const { state, selection, asOf, pages, onChange } = props;
  const hits: ArchiveHit[] = foldCopies(pages.data?.pages.map((page) => page.hits) ?? []);
  if (pages.error && hits.length === 0)
    return <Failure error={pages.error} onRetry={() => void pages.refetch()} />;
  return (
    <section
      className={`k-panel ${styles.results}`}
      aria-labelledby="results-title"
      aria-busy={pages.isFetching}
    >
      <ResultHead {...props} hasHits={hits.length > 0} />
      {pages.isPending && <ResultsWaiting />}
      {pages.isSuccess && hits.length === 0 && (
        <NothingFound region={selection.region} state={state} asOf={asOf} onChange={onChange} />
      )}
      {hits.map((hit) => (
        <ResultCard
          key={hit.post.postId}
          hit={hit}
          placeName={props.placeName}
          platformName={props.platformName}
        />
      ))}
      {pages.isFetchNextPageError && (
        <Failure error={pages.error} onRetry={() => void pages.fetchNextPage()} />
      )}
      {hits.length > 0 && (
        <footer className={styles.foot}>
          {pages.hasNextPage ? (
            <Button
              variant="default"
              loading={pages.isFetchingNextPage}
              onClick={() => void pages.fetchNextPage()}
            >
              {t('results.more')}
            </Button>
          ) : (
            <p className="k-muted">{t('results.end')}</p>
          )}
        </footer>
      )}
    </section>
  );
}

function ResultHead({
  state,
  selection,
  asOf,
  hasHits,
  onChange,
  onRefresh,
}: ResultListProps & { hasHits: boolean }) {
  const { t } = useTranslation('archive');
  const format = useFormat();
  const { data: count } = useCount(selection);
  const countWords = count
    ? t(count.isLowerBound ? 'results.countAtLeast' : 'results.count', {
        count: count.count,
        number: format.number(count.count),
      })
    : t('results.counting');
  return (
    <header className={styles.head}>
      <h2 id="results-title" className={styles.title}>
        <span role="status">{countWords}</span>
      </h2>
      <span className={styles.asOf}>{t('results.asOf', { time: format.time(asOf) })}</span>
      <Button
        variant="subtle"
        size="sm"
        className={styles.refresh}
        leftSection={<IconRefresh size={16} aria-hidden="true" />}
        onClick={onRefresh}
      >
        {t('results.refresh')}
      </Button>
      {hasHits && (
        <NativeSelect
          aria-label={t('results.order')}
          className={styles.order}
          data={orders.map((order) => ({ value: order, label: t(`results.${order}`) }))}
          value={state.order}
          onChange={(event) =>
            onChange({ ...state, order: event.currentTarget.value === 'best' ? 'best' : 'newest' })
          }
        />
      )}
      {state.order === 'best' && hasHits && <p className={styles.note}>{t('results.bestNote')}</p>}
    </header>
  );
}

function ResultsWaiting() {
  return (
    <div aria-hidden="true">
      {[1, 2, 3, 4].map((each) => (
        <div key={each} className={styles.waiting}>
          <Skeleton height={14} width="30%" />
          <Skeleton height={14} width="92%" />
          <Skeleton height={14} width="74%" />
          <Skeleton height={24} width="46%" />
        </div>
      ))}
    </div>
  );
}

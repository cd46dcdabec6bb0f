import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { sourcesQuery } from '../frame/source-queries.js';
import { useRegion } from '../session/region.js';
import { Page } from '../ui/page.js';
import { ActiveFilters } from './active-filters.js';
import { ArchiveActions } from './archive-actions.js';
import { archiveCall } from './archive-call.js';
import styles from './archive-page.module.css';
import { useFacets, useSearchPages } from './archive-queries.js';
import { FacetButton } from './facet-button.js';
import { FacetPanel } from './facet-panel.js';
import { useFilterWords } from './facet-words.js';
import { HistogramPanel } from './histogram-panel.js';
import { PeriodPicker } from './period-picker.js';
import { usePlaceNames } from './place-queries.js';
import { problemPosition } from './query-problem.js';
import { ResultList } from './result-list.js';
import { SearchBox } from './search-box.js';
import { sourceSilence } from './source-silence.js';
import { rangeOf } from './time-range.js';
import { useAsOf } from './use-as-of.js';
import { useSearchState } from './use-search-state.js';

/** The archive: everything that was posted, searched, sliced and taken along. */
export function ArchivePage() {
  const { t } = useTranslation('archive');
  const { regionId } = useRegion();
  const isNarrow = useMediaQuery('(max-width: 61.99em)') ?? false;
  const [state, onChange] = useSearchState();
  const [asOf, refresh] = useAsOf(state);
  const selection = useMemo(
    () => archiveCall(regionId, state, rangeOf(state, asOf)),
    [regionId, state, asOf],
  );
  const pages = useSearchPages(selection, state.order);
  const facets = useFacets(selection);
  const sources = useQuery(sourcesQuery(regionId)).data ?? [];
  const hits = pages.data?.pages.flatMap((page) => page.hits) ?? [];
  const placeName = usePlaceNames([
    ...(facets.data?.['place']?.map(({ value }) => value) ?? []),
    ...(state.filters.place ?? []),
    ...hits.flatMap(({ post }) => post.analysis.places.map(({ codes }) => codes[0] ?? '')),
  ]);
  const words = useFilterWords(placeName, (id) => sources.find((each) => each.sourceId === id)?.name ?? id);
  const panel = { state, facets: facets.data, hasFailed: facets.isError, words, onChange };
  return (
    <Page
      title={t('title')}
      aside={<ArchiveActions region={regionId} state={state} selection={selection} onChange={onChange} />}
    >
      <SearchBox query={state.q} error={pages.error} onSearch={(q) => onChange({ ...state, q })} />
      <div className={styles.narrowing}>
        {isNarrow && <FacetButton {...panel} />}
        <PeriodPicker state={state} isNarrow={isNarrow} onChange={onChange} />
        <ActiveFilters state={state} words={words} onChange={onChange} />
      </div>
      <div className={styles.columns} hidden={problemPosition(pages.error, state.q) !== null}>
        {!isNarrow && (
          <aside className={styles.facets} aria-label={t('filters.title')}>
            <FacetPanel {...panel} />
          </aside>
        )}
        <div className={styles.main}>
          {!(pages.isError && !pages.data) && (
            <HistogramPanel
              state={state}
              selection={selection}
              asOf={asOf}
              silence={sourceSilence(sources, state.filters.source)}
              isNarrow={isNarrow}
              onChange={onChange}
            />
          )}
          <ResultList
            state={state}
            selection={selection}
            asOf={asOf}
            pages={pages}
            placeName={placeName}
            platformName={(platform) => words('platform', platform)}
            onChange={onChange}
            onRefresh={refresh}
          />
        </div>
      </div>
    </Page>
  );
}

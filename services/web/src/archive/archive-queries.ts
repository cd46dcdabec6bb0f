import { keepPreviousData, useInfiniteQuery, useQueries, useQuery } from '@tanstack/react-query';
import { answer, client } from '../api/client.js';
import { type ArchiveSelection, archiveCall } from './archive-call.js';
import { nearestQueries } from './nearest-queries.js';
import type { SearchState } from './search-state.js';
import { type HistogramUnit, rangeOf } from './time-range.js';

const pagePosts = 30;
const facetValues = 40;
const copiesShown = 20;
/** Counts of what is stored change slowly against the time it takes to read them. */
const staleMilliseconds = 60_000;

export function useSearchPages(selection: ArchiveSelection, order: SearchState['order']) {
  return useInfiniteQuery({
    queryKey: ['archive', selection.region, 'search', selection, order],
    queryFn: ({ pageParam }) =>
      answer(
        client.GET('/api/archive/search', {
          params: {
            query: {
              ...selection,
              order,
              limit: pagePosts,
              fold: 'true',
              ...(pageParam === null ? {} : { cursor: pageParam }),
            },
          },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    staleTime: staleMilliseconds,
    refetchOnWindowFocus: false,
  });
}

export function useFacets(selection: ArchiveSelection) {
  return useQuery({
    queryKey: ['archive', selection.region, 'facets', selection],
    queryFn: () =>
      answer(
        client.GET('/api/archive/facets', { params: { query: { ...selection, valuesMax: facetValues } } }),
      ),
    staleTime: staleMilliseconds,
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
  });
}

export function useHistogram(selection: ArchiveSelection, unit: HistogramUnit, isWanted = true) {
  return useQuery({
    queryKey: ['archive', selection.region, 'histogram', selection, unit],
    queryFn: () =>
      answer(client.GET('/api/archive/histogram', { params: { query: { ...selection, unit } } })),
    enabled: isWanted,
    staleTime: staleMilliseconds,
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
  });
}

export function useCount(selection: ArchiveSelection) {
  return useQuery({
    queryKey: ['archive', selection.region, 'count', selection],
    queryFn: () => answer(client.GET('/api/archive/count', { params: { query: selection } })),
    staleTime: staleMilliseconds,
    refetchOnWindowFocus: false,
  });
}

/** The copies of one text, newest first; the first few, the archive page shows all. */
export function useCopies(region: string, nearCopyKey: string | null) {
  return useQuery({
    queryKey: ['archive', region, 'copies', nearCopyKey],
    queryFn: () =>
      answer(
        client.GET('/api/archive/search', {
          params: { query: { region, nearCopy: [nearCopyKey ?? ''], limit: copiesShown } },
        }),
      ),
    enabled: nearCopyKey !== null,
    staleTime: staleMilliseconds,
  });
}

/** Which searches next to an empty one find something, the smallest change first. */
export function useNearestQueries(region: string, state: SearchState, asOf: number) {
  const candidates = nearestQueries(state).map((candidate) => ({
    ...candidate,
    call: archiveCall(region, candidate.state, rangeOf(candidate.state, asOf)),
  }));
  const counts = useQueries({
    queries: candidates.map(({ call }) => ({
      queryKey: ['archive', region, 'count', call],
      queryFn: () => answer(client.GET('/api/archive/count', { params: { query: call } })),
      staleTime: staleMilliseconds,
    })),
  });
  const found = candidates
    .map((candidate, index) => ({ ...candidate, count: counts[index]?.data?.count ?? 0 }))
    .filter(({ count }) => count > 0);
  return { found, isAsking: counts.some((count) => count.isPending) };
}

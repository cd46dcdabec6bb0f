import { useQuery } from '@tanstack/react-query';
import { answer, client } from '../api/client.js';

const weeks = 12;

/** Corrections of the last twelve weeks; the key begins with `quality` and the region: a correction makes it stale. */
export function useQuality(region: string) {
  return useQuery({
    queryKey: ['quality', region],
    queryFn: () => answer(client.GET('/api/corrections/quality', { params: { query: { region, weeks } } })),
  });
}

/** Posts of each week since an instant: what corrections are counted against. */
export function usePostsByWeek(region: string, from: string | undefined) {
  return useQuery({
    queryKey: ['archive', region, 'weeks', from],
    queryFn: () =>
      answer(
        client.GET('/api/archive/histogram', {
          params: { query: { region, unit: 'week', from: from ?? '' } },
        }),
      ),
    enabled: from !== undefined,
    staleTime: 60_000,
    retry: false,
  });
}

import { useQuery } from '@tanstack/react-query';
import { answer, client } from '../api/client.js';

/** Trends are computed at most once a minute; asking more often brings nothing new. */
const trendsMilliseconds = 60_000;

/** The key begins with `overview` and the region: live changes of issues find it by them. */
export function useOverview(region: string, days: number) {
  return useQuery({
    queryKey: ['overview', region, days],
    queryFn: () => answer(client.GET('/api/issues/overview', { params: { query: { region, days } } })),
    refetchInterval: 120_000,
    placeholderData: (before) => before,
  });
}

export function useTrends(region: string, days: number) {
  return useQuery({
    queryKey: ['trends', region, days],
    queryFn: () => answer(client.GET('/api/archive/trends', { params: { query: { region, days } } })),
    staleTime: trendsMilliseconds,
    refetchInterval: 2 * trendsMilliseconds,
    placeholderData: (before) => before,
  });
}

/** An agency by name; the id stands in for one that the settings no longer know. */
export function useAgencyNames(regionId: string): (agencyId: string) => string {
  const { data } = useQuery({
    queryKey: ['region', regionId],
    queryFn: () => answer(client.GET('/api/regions/{regionId}', { params: { path: { regionId } } })),
    staleTime: 10 * 60_000,
    retry: false,
  });
  const names = new Map(data?.agencies.map((agency) => [agency.agencyId, agency.name]));
  return (agencyId) => names.get(agencyId) ?? agencyId;
}

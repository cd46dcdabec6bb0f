import type { FactView } from '@kentongan/contracts';
import { queryOptions, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, client } from '../api/client.js';

const pageFacts = 30;
const postsShown = 30;
/** A running import is looked at this often. */
const progressMilliseconds = 1_000;

export const factShows = ['all', 'own', 'shared', 'national', 'merged'] as const;
export type FactShow = (typeof factShows)[number];

/** Everything about the memory of a region begins with these. */
const memoryKey = (region: string) => ['memory', region] as const;

export function useFacts(region: string, q: string, show: FactShow) {
  return useInfiniteQuery({
    queryKey: [...memoryKey(region), 'list', q, show],
    queryFn: ({ pageParam }) =>
      answer(
        client.GET('/api/facts', {
          params: {
            query: {
              region,
              show,
              limit: pageFacts,
              ...(q === '' ? {} : { q }),
              ...(pageParam === null ? {} : { cursor: pageParam }),
            },
          },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
}

export const factViewQuery = (region: string, factId: string) =>
  queryOptions({
    queryKey: [...memoryKey(region), 'fact', factId],
    queryFn: () => answer(client.GET('/api/facts/{factId}', { params: { path: { factId } } })),
  });

/** The facts about the same hoax, earliest first. */
export const variantsQuery = (region: string, factId: string) =>
  queryOptions({
    queryKey: [...memoryKey(region), 'variants', factId],
    queryFn: () =>
      answer(
        client.GET('/api/checks/facts/{factId}/variants', {
          params: { path: { factId }, query: { region } },
        }),
      ),
  });

export const judgementsQuery = (region: string, factId: string) =>
  queryOptions({
    queryKey: [...memoryKey(region), 'judgements', factId],
    queryFn: () =>
      answer(
        client.GET('/api/facts/{factId}/judgements', { params: { path: { factId }, query: { region } } }),
      ),
  });

export const precisionQuery = (region: string) =>
  queryOptions({
    queryKey: [...memoryKey(region), 'precision'],
    queryFn: () => answer(client.GET('/api/facts/precision', { params: { query: { region } } })),
  });

/** @param isRunning asks again each second, to show how far an import is */
export const importsQuery = (region: string, isRunning: boolean) =>
  queryOptions({
    queryKey: [...memoryKey(region), 'imports'],
    queryFn: () => answer(client.GET('/api/facts/imports', { params: { query: { region } } })),
    refetchInterval: isRunning ? progressMilliseconds : false,
  });

/** The posts that resembled the fact or one of its duplicates, each text once. */
export function useMatchedPosts(region: string, factIds: readonly string[]) {
  return useQuery({
    queryKey: ['archive', region, 'facts', factIds],
    queryFn: () =>
      answer(
        client.GET('/api/archive/search', {
          params: { query: { region, fact: [...factIds], fold: 'true', limit: postsShown } },
        }),
      ),
  });
}

/** Something done to a fact: its view as the server answers it, and every list of the memory anew. */
export function useFactChange<Given>(region: string, change: (given: Given) => Promise<FactView>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async (view) => {
      queries.setQueryData(factViewQuery(region, view.fact.factId).queryKey, view);
      await queries.invalidateQueries({ queryKey: memoryKey(region) });
    },
  });
}

export function useRenewMemory(region: string): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: memoryKey(region) });
}

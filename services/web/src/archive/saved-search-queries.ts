import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, client } from '../api/client.js';

const keyOf = (region: string) => ['searches', region] as const;

export function useSavedSearches(region: string, isWanted: boolean) {
  return useQuery({
    queryKey: keyOf(region),
    queryFn: () => answer(client.GET('/api/searches', { params: { query: { region } } })),
    enabled: isWanted,
    staleTime: 60_000,
  });
}

export function useSaveSearch(region: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (search: { name: string; query: string }) =>
      answer(client.POST('/api/searches', { body: { ...search, region } })),
    onSettled: () => queries.invalidateQueries({ queryKey: keyOf(region) }),
  });
}

export function useRemoveSearch(region: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (searchId: string) =>
      answer(client.DELETE('/api/searches/{searchId}', { params: { path: { searchId } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: keyOf(region) }),
  });
}

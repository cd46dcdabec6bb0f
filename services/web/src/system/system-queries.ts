import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, client } from '../api/client.js';

export function useSystemState(isWanted: boolean) {
  return useQuery({
    queryKey: ['system'],
    queryFn: () => answer(client.GET('/api/system/state')),
    enabled: isWanted,
    refetchInterval: 10_000,
  });
}

/** Puts the dead letters of a stream back to where they came from. */
export function useRedrive() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (stream: string) =>
      answer(client.POST('/api/system/redrive', { params: { query: { stream } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: ['system'] }),
  });
}

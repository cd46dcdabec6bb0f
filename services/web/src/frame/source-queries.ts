import { queryOptions } from '@tanstack/react-query';
import { answer, client } from '../api/client.js';

export const sourcesQuery = (region: string) =>
  queryOptions({
    queryKey: ['sources', region],
    queryFn: () => answer(client.GET('/api/sources', { params: { query: { region } } })),
    staleTime: 60_000,
    refetchInterval: 120_000,
  });

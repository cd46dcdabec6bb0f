import { useQuery } from '@tanstack/react-query';
import { answer, client } from '../api/client.js';

/** The fact-check that a post resembles. Its name seldom changes, and a post can be read without it. */
export const useFact = (factId: string) =>
  useQuery({
    queryKey: ['fact', factId],
    queryFn: () => answer(client.GET('/api/facts/{factId}', { params: { path: { factId } } })),
    staleTime: 10 * 60_000,
    retry: false,
  });

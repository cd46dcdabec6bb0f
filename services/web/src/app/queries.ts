import { QueryClient } from '@tanstack/react-query';
import { ApiFailure, isUnreachable } from '../api/failure.js';

const triesMax = 2;

/** What was fetched stays on the screen while it is fetched anew; a refusal is not tried again, an outage is. */
export const createQueries = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        gcTime: 30 * 60_000,
        networkMode: 'always',
        retry: (tries, error) =>
          tries < triesMax && (isUnreachable(error) || (error instanceof ApiFailure && error.status >= 500)),
        refetchOnWindowFocus: true,
        refetchOnReconnect: false,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });

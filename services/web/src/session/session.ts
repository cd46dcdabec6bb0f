import type { SessionView } from '@kentongan/contracts';
import { queryOptions, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { answer, client, rememberToken } from '../api/client.js';

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async (): Promise<SessionView> => {
    const session = await answer(client.GET('/api/session'));
    rememberToken(session.csrfToken);
    return session;
  },
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
  retry: false,
});

/** Who is signed in. Only inside the frame, whose route has made sure that somebody is. */
export const useSession = (): SessionView => useSuspenseQuery(sessionQuery).data;

export function useStartSession(): (session: SessionView) => void {
  const queries = useQueryClient();
  return (session) => {
    rememberToken(session.csrfToken);
    queries.setQueryData(sessionQuery.queryKey, session);
  };
}

export function useSignOut(): () => Promise<void> {
  const queries = useQueryClient();
  return async () => {
    await answer(client.DELETE('/api/session')).catch(() => {});
    queries.clear();
  };
}

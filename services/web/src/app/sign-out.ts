import type { QueryClient } from '@tanstack/react-query';
import { whenSignedOut } from '../api/client.js';
import { sessionQuery } from '../session/session.js';
import type { createDeskRouter } from './router.js';

/** A session that ended on the server ends here: the guard then leads to the login, and back to this address. */
export function followSignOut(queries: QueryClient, router: ReturnType<typeof createDeskRouter>): void {
  whenSignedOut(() => {
    queries.removeQueries({ queryKey: sessionQuery.queryKey });
    router.invalidate().catch(() => {});
  });
}

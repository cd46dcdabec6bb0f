import type { SessionView } from '@kentongan/contracts';
import type { QueryClient } from '@tanstack/react-query';
import { redirect } from '@tanstack/react-router';
import { answer, client } from '../api/client.js';
import { ApiFailure } from '../api/failure.js';
import { sessionQuery } from '../session/session.js';

/** Lets only signed-in people in; sends the others where they have to begin. */
export async function requireSession(queries: QueryClient, address: string): Promise<SessionView> {
  const session = await queries.ensureQueryData(sessionQuery).catch(async (error: unknown) => {
    if (!(error instanceof ApiFailure) || error.status !== 401) throw error;
    throw await wayIn(address);
  });
  if (session.user.mustChangePassword) throw redirect({ to: '/ganti-sandi' });
  if (session.regions.length === 0 && session.user.role === 'admin') throw redirect({ to: '/setup' });
  return session;
}

async function wayIn(address: string) {
  const { isSetUp } = await answer(client.GET('/api/setup'));
  if (!isSetUp) return redirect({ to: '/setup' });
  return redirect({ to: '/masuk', search: address === '/' ? {} : { kembali: address } });
}

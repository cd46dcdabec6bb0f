import { withTransaction } from '@kentongan/database';
import type { Pool, PoolClient } from 'pg';

const triesMax = 5;
/** Someone else got in the way; the same statements succeed when run again. */
const collisions = new Set(['40P01', '40001', '55P03']);

/** SQLSTATE of a PostgreSQL error, or '' for anything else. */
export const sqlState = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** Runs `work` in a transaction that begins with `settings` (SET LOCAL statements, locks). Throws what `work` throws. */
export function inTransaction<T>(
  pool: Pool,
  settings: string,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  return withTransaction(pool, work, settings);
}

/** Runs `work` again when it lost a deadlock or waited too long for a lock. */
export async function retryingCollisions<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (tries === triesMax || !collisions.has(sqlState(error))) throw error;
    }
  }
}

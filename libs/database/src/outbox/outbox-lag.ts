import type { Pool } from 'pg';
import { quotedSchema } from '../schema-name.js';

/** How far the relay is behind. */
export interface OutboxLag {
  /** Age of the oldest row that waits; 0 when none does. */
  readonly lagSeconds: number;
  /** Rows that wait, counted up to 10,000. */
  readonly waitingRows: number;
  /** Those of them that an open transaction somewhere on the server holds back. */
  readonly heldBackRows: number;
}

/** Counting a long backlog to the end would make it longer. */
const countedRowsMax = 10_000;

export async function readOutboxLag(pool: Pool, schema: string): Promise<OutboxLag> {
  const { rows } = await pool.query<{ lag: number; waiting: number; held: number }>(
    `SELECT coalesce(extract(epoch FROM clock_timestamp() - min(appended_at)), 0)::float8 AS lag,
            count(*)::int AS waiting,
            (count(*) FILTER (WHERE transaction_id >= pg_snapshot_xmin(pg_current_snapshot())))::int AS held
     FROM (SELECT appended_at, transaction_id FROM ${quotedSchema(schema)}.outbox ORDER BY id LIMIT ${countedRowsMax}) AS oldest`,
  );
  const [found] = rows;
  return {
    lagSeconds: Math.max(0, found?.lag ?? 0),
    waitingRows: found?.waiting ?? 0,
    heldBackRows: found?.held ?? 0,
  };
}

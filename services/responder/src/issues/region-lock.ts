import type pg from 'pg';

/**
 * Until the transaction ends nobody else opens an issue in the region: two who look for the same thing at once would
 * both find nothing and both open it.
 */
export async function lockRegion(client: pg.ClientBase, regionId: string): Promise<void> {
  await client.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`issues of ${regionId}`]);
}

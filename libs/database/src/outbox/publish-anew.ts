import type pg from 'pg';
import { withTransaction } from '../connection/transaction.js';
import type { SqlMigration } from '../migrations/sql-migration.js';
import { quotedSchema } from '../schema-name.js';

/** On which stream of a name the schema's rows have been told. */
export function toldStreamsMigration(schema: string): SqlMigration {
  const table = `${quotedSchema(schema)}.told_streams`;
  return {
    timestamp: 1767225600001,
    name: 'CreateToldStreams',
    up: `CREATE TABLE ${table} (stream text PRIMARY KEY, identity text NOT NULL)`,
    down: `DROP TABLE ${table}`,
  };
}

export interface ToldStream {
  readonly schema: string;
  readonly stream: string;
  /** Of the stream as it is now. */
  readonly identity: string;
}

/**
 * Publishes everything that its owner keeps once more when a compacted stream is another one than before: elsewhere,
 * or made anew. Without it whoever reads the stream would know nothing of what was told on the old one.
 * @param publishAll locks what it reads (FOR SHARE) in this transaction: a change made meanwhile is told after it
 * @returns whether it was another stream
 */
export async function publishAnew(
  pool: pg.Pool,
  { schema, stream, identity }: ToldStream,
  publishAll: (client: pg.ClientBase) => Promise<void>,
): Promise<boolean> {
  const table = `${quotedSchema(schema)}.told_streams`;
  return withTransaction(pool, async (client) => {
    await client.query(`INSERT INTO ${table} (stream, identity) VALUES ($1, '') ON CONFLICT DO NOTHING`, [
      stream,
    ]);
    // Held until the commit: of several processes that start at once, one publishes.
    const { rows } = await client.query<{ identity: string }>(
      `SELECT identity FROM ${table} WHERE stream = $1 FOR UPDATE`,
      [stream],
    );
    if (rows[0]?.identity === identity) return false;
    await publishAll(client);
    await client.query(`UPDATE ${table} SET identity = $2 WHERE stream = $1`, [stream, identity]);
    return true;
  });
}

import type { ClientBase, Pool } from 'pg';
import type { SqlMigration } from '../migrations/sql-migration.js';
import { quotedSchema } from '../schema-name.js';

/** The inbox table of a schema: which events each consumer has already taken. */
export function inboxMigration(schema: string): SqlMigration {
  const table = `${quotedSchema(schema)}.inbox`;
  return {
    timestamp: 1767225600001,
    name: 'CreateInbox',
    up: `
      CREATE TABLE ${table} (
        consumer text NOT NULL,
        event_id text NOT NULL,
        recorded_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (consumer, event_id)
      ) WITH (autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_insert_scale_factor = 0.1);
      -- Rows arrive in the order of time: a few bytes for each megabyte are enough to find the old ones.
      CREATE INDEX inbox_recorded_at ON ${table} USING brin (recorded_at) WITH (autosummarize = on);`,
    down: `DROP TABLE ${table}`,
  };
}

/**
 * Notes events as taken, in the transaction that also holds their effect: the effect then happens once, however often
 * the event comes. A consumer that takes the same event at the same time waits here until the other one has committed.
 * @returns the ids that are new: only their effects may be applied
 */
export async function recordInInbox(
  client: ClientBase,
  schema: string,
  consumer: string,
  eventIds: readonly string[],
): Promise<Set<string>> {
  if (eventIds.length === 0) return new Set();
  // Sorted: two consumers that insert the same ids in different orders would wait for each other for ever.
  const { rows } = await client.query<{ event_id: string }>(
    `INSERT INTO ${quotedSchema(schema)}.inbox (consumer, event_id)
     SELECT $1, id FROM unnest($2::text[]) AS id
     ON CONFLICT DO NOTHING RETURNING event_id`,
    [consumer, [...new Set(eventIds)].sort()],
  );
  return new Set(rows.map(({ event_id }) => event_id));
}

const pruneRowsMax = 20_000;

/**
 * Forgets what was taken before `before`. That must be longer ago than the streams keep messages, or an event that is
 * read again from the start has its effect twice.
 * @returns how many were forgotten, at most 20,000; call again while it is that many
 */
export async function pruneInbox(pool: Pool, schema: string, before: Date): Promise<number> {
  const table = `${quotedSchema(schema)}.inbox`;
  const { rowCount } = await pool.query(
    `DELETE FROM ${table} WHERE ctid = ANY(ARRAY(SELECT ctid FROM ${table} WHERE recorded_at < $1 LIMIT ${pruneRowsMax}))`,
    [before],
  );
  return rowCount ?? 0;
}

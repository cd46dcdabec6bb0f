import type { SqlMigration } from '../migrations/sql-migration.js';
import { quotedSchema } from '../schema-name.js';

/**
 * The outbox table of a schema. Rows live for milliseconds, so the table is vacuumed after a few thousand of them and
 * not, as by default, after a fifth of a large table; values are JSON that is read once, so compressing them is waste.
 */
export function outboxMigration(schema: string): SqlMigration {
  const table = `${quotedSchema(schema)}.outbox`;
  return {
    timestamp: 1767225600000,
    name: 'CreateOutbox',
    up: `
      CREATE TABLE ${table} (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        transaction_id xid8 NOT NULL DEFAULT pg_current_xact_id(),
        stream text NOT NULL,
        key text NOT NULL,
        value bytea,
        headers jsonb,
        appended_at timestamptz NOT NULL DEFAULT clock_timestamp()
      ) WITH (
        autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000,
        autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 50000,
        autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 50000,
        autovacuum_vacuum_cost_delay = 0,
        toast.autovacuum_vacuum_scale_factor = 0, toast.autovacuum_vacuum_threshold = 5000
      );
      ALTER TABLE ${table} ALTER COLUMN value SET STORAGE EXTERNAL;`,
    down: `DROP TABLE ${table}`,
  };
}

import type { ClientBase } from 'pg';
import { quotedSchema } from '../schema-name.js';
import { recordedName, requireValid, type SqlMigration } from './sql-migration.js';

/**
 * Makes a schema as `migrate` would, but inside the caller's transaction: for a restore, which must be whole or not at
 * all. `migrate` goes on from what is recorded here. The schema must not exist.
 */
export async function applyMigrations(
  client: ClientBase,
  schema: string,
  migrations: readonly SqlMigration[],
): Promise<void> {
  requireValid(migrations);
  const quoted = quotedSchema(schema);
  const inOrder = [...migrations].sort((a, b) => a.timestamp - b.timestamp);
  // The table as TypeORM makes it; constraint and sequence get names of their own accord.
  await client.query(`CREATE SCHEMA ${quoted}; SET LOCAL search_path TO ${quoted}, public;
    CREATE TABLE migrations (id serial PRIMARY KEY, "timestamp" bigint NOT NULL, name varchar NOT NULL)`);
  for (const migration of inOrder) {
    await client.query(migration.up);
    await client.query(`INSERT INTO ${quoted}.migrations ("timestamp", name) VALUES ($1, $2)`, [
      migration.timestamp,
      recordedName(migration),
    ]);
  }
  await client.query(`SET LOCAL search_path TO ''`);
}

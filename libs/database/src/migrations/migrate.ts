import pg from 'pg';
import { DatabaseStartError } from '../embedded/database-start-error.js';
import { quotedSchema } from '../schema-name.js';
import { recordedName, requireValid, type SqlMigration } from './sql-migration.js';

const lockSecondsMax = 120;

/**
 * Brings a schema to the state the code wants: creates it when missing and runs what is pending, in one transaction.
 * Two processes may call it at once; the second waits. When nothing is pending it costs two queries: TypeORM, which
 * takes 0.2 s to load, is loaded only when it has work.
 * @returns names of the migrations that were run
 * @throws DatabaseStartError `dataFromNewerVersion` when the schema holds migrations that this code does not know
 */
export async function migrate(
  url: string,
  schema: string,
  migrations: readonly SqlMigration[],
): Promise<readonly string[]> {
  requireValid(migrations);
  return withSchemaLock(url, schema, async (client) => {
    const applied = await appliedMigrations(client, schema);
    refuseUnknown(schema, applied, migrations);
    if (migrations.every((migration) => applied.has(recordedName(migration)))) return [];
    await client.query(`CREATE SCHEMA IF NOT EXISTS ${quotedSchema(schema)}`);
    const { runPending } = await import('./typeorm-runner.js');
    return runPending(url, schema, migrations);
  });
}

/**
 * Takes back the newest migration of a schema.
 * @returns its name, or undefined when there is none
 */
export async function revertLastMigration(
  url: string,
  schema: string,
  migrations: readonly SqlMigration[],
): Promise<string | undefined> {
  requireValid(migrations);
  return withSchemaLock(url, schema, async (client) => {
    const before = await appliedMigrations(client, schema);
    refuseUnknown(schema, before, migrations);
    if (before.size === 0) return undefined;
    const { revertLast } = await import('./typeorm-runner.js');
    await revertLast(url, schema, migrations);
    const after = await appliedMigrations(client, schema);
    return [...before].find((name) => !after.has(name));
  });
}

async function withSchemaLock<Result>(
  url: string,
  schema: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: url, application_name: 'kentongan migrations' });
  client.on('error', () => {}); // told by the query that fails
  await client.connect();
  try {
    await client.query(`SET lock_timeout = '${lockSecondsMax}s'`);
    // Ends with the connection, so a process that dies in the middle leaves no lock.
    await client.query(`SELECT pg_advisory_lock(hashtext('kentongan migrations'), hashtext($1))`, [schema]);
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

async function appliedMigrations(client: pg.Client, schema: string): Promise<Set<string>> {
  const table = `${quotedSchema(schema)}.migrations`;
  const { rows: found } = await client.query<{ present: boolean }>(
    'SELECT to_regclass($1) IS NOT NULL AS present',
    [table],
  );
  if (!found[0]?.present) return new Set();
  const { rows } = await client.query<{ name: string }>(`SELECT name FROM ${table}`);
  return new Set(rows.map(({ name }) => name));
}

function refuseUnknown(schema: string, applied: Set<string>, migrations: readonly SqlMigration[]): void {
  const known = new Set(migrations.map(recordedName));
  const unknown = [...applied].filter((name) => !known.has(name));
  if (unknown.length === 0) return;
  throw new DatabaseStartError(
    'dataFromNewerVersion',
    `The database was written by a newer Kentongan: schema ${schema} holds ${unknown.join(', ')}, which this version does not know.`,
    'install the newer version again; to go back to this one, restore a backup that this version made into an empty database.',
  );
}

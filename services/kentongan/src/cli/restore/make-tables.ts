import { allStreams } from '@kentongan/contracts';
import { applyMigrations } from '@kentongan/database';
import { createPostgresLog } from '@kentongan/messaging/postgres';
import type pg from 'pg';
import { schemas } from '../../boot/schemas.js';
import type { Manifest } from '../backup-file/manifest.js';
import { messagingSchema } from '../backup-file/schemas.js';
import { CommandError } from '../desk/command-error.js';

/** Makes all tables as they were when the backup was made, in the caller's transaction. */
export async function makeTables(client: pg.ClientBase, manifest: Manifest): Promise<void> {
  for (const [schema, migrations] of schemas) {
    const applied = manifest.migrations[schema];
    if (!applied) continue;
    const ofThen = migrations.filter(({ name, timestamp }) => applied.includes(`${name}${timestamp}`));
    await applyMigrations(client, schema, ofThen);
  }
  if (manifest.streams.length > 0) await makeStreams(client, manifest);
  for (const partition of manifest.partitions) await makePartition(client, partition);
  await emptySeeded(client, manifest);
}

/** Streams keep their numbers: tables and functions are named by them. */
async function makeStreams(client: pg.ClientBase, { streams }: Manifest): Promise<void> {
  const declared = new Set(allStreams.flatMap(({ name }) => [name, `${name}.dead`]));
  const unknown = streams.filter(({ name }) => !declared.has(name));
  if (unknown.length > 0)
    throw new CommandError(
      `This backup has streams that this program does not know (${unknown.map(({ name }) => name).join(', ')}): restore it with the version that made it, or a later one.`,
    );
  const log = createPostgresLog({ pool: inTransaction(client) });
  await log.apply([]);
  for (const { id, name, keep, partitions, retentionHours, identity } of streams)
    await client.query(
      `INSERT INTO ${messagingSchema}.streams (stream_id, name, keep, partitions, retention_hours, identity)
       OVERRIDING SYSTEM VALUE VALUES ($1, $2, $3, $4, $5, coalesce($6, gen_random_uuid()))`,
      [id, name, keep, partitions, retentionHours, identity ?? null],
    );
  // Streams that are new since then get numbers behind those of the backup.
  await client.query(`SELECT setval(pg_get_serial_sequence('${messagingSchema}.streams', 'stream_id'), $1)`, [
    Math.max(...streams.map(({ id }) => id)),
  ]);
  await log.apply(allStreams);
}

/** Applying streams asks queries and nothing else of its pool, so it can be part of a transaction. */
function inTransaction(client: pg.ClientBase): pg.Pool {
  return { query: client.query.bind(client) } as unknown as pg.Pool;
}

async function makePartition(
  client: pg.ClientBase,
  { schema, parent, table, bound, options }: Manifest['partitions'][number],
): Promise<void> {
  const storage = options.length > 0 ? ` WITH (${options.join(', ')})` : '';
  await client.query(
    `CREATE TABLE "${schema}"."${table}" (LIKE "${schema}"."${parent}" INCLUDING ALL)${storage};
     ALTER TABLE "${schema}"."${parent}" ATTACH PARTITION "${schema}"."${table}" ${bound}`,
  );
}

/** A migration may fill a table; the backup holds those rows as they were at the end. */
async function emptySeeded(client: pg.ClientBase, manifest: Manifest): Promise<void> {
  for (const { schema, table } of manifest.tables) {
    const name = `"${schema}"."${table}"`;
    const { rows } = await client.query<{ seeded: boolean }>(`SELECT EXISTS (SELECT FROM ${name}) AS seeded`);
    if (rows[0]?.seeded) await client.query(`DELETE FROM ${name}`);
  }
}

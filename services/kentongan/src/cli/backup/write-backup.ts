import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { backupFormat, type Manifest, manifestEntry, secretFiles } from '../backup-file/manifest.js';
import { ourSchemas, refuseNewer, sessionSettings } from '../backup-file/schemas.js';
import { encodeTarEntry, type TarEntry, tarEnd } from '../backup-file/tar.js';
import { CommandError } from '../desk/command-error.js';
import {
  appliedMigrations,
  partitionsOf,
  sequencesOf,
  streamRows,
  type TableToCopy,
  tablesToCopy,
} from './catalog.js';
import { copyFile, copyLines, copyTable, type LineSource } from './copy-out.js';

export interface BackupParts {
  readonly databaseUrl: string;
  readonly dataDirectory: string;
  /** Of this program. */
  readonly version: string;
  readonly now: Date;
  readonly engines: Manifest['engines'];
  /** Read after the snapshot was taken: what they give is never older than the tables. */
  readonly lineSources: readonly LineSource[];
  readonly onProgress: (doneBytes: number, totalBytes: number, what: string) => void;
}

/** A partition that is dropped while the tables are locked makes the snapshot void; it happens once a day at most. */
const snapshotTriesMax = 3;

/**
 * Everything a desk needs on an empty machine, as the bytes of a tar archive whose last entry is the manifest. The
 * tables are those of one instant: messages of the streams, positions of their readers and outboxes fit together to
 * the message, so a restore neither loses nor doubles what was on its way. The desk works on meanwhile.
 * @throws CommandError when there is no desk in the database, or one of a newer program
 */
export async function* writeBackup(parts: BackupParts): AsyncGenerator<Buffer, Manifest> {
  const client = new pg.Client({ connectionString: parts.databaseUrl, application_name: 'kentongan backup' });
  client.on('error', () => {}); // told by the query that fails
  await client.connect();
  try {
    const modifiedSeconds = Math.floor(parts.now.getTime() / 1_000);
    const entries = backupEntries(client, parts);
    for (;;) {
      const next = await entries.next();
      if (next.done) {
        yield tarEnd;
        return next.value;
      }
      yield* encodeTarEntry(next.value, modifiedSeconds);
    }
  } finally {
    await client.end().catch(() => {});
  }
}

async function* backupEntries(client: pg.Client, parts: BackupParts): AsyncGenerator<TarEntry, Manifest> {
  await client.query(sessionSettings);
  const { tables, ...described } = await openSnapshot(client);
  const manifest: Manifest = {
    format: backupFormat,
    version: parts.version,
    createdAt: parts.now.toISOString(),
    engines: parts.engines,
    ...described,
    tables: [],
    lines: [],
    files: [],
  };
  const totalBytes = tables.reduce((sum, { size }) => sum + size, 0);
  let doneBytes = 0;
  for (const table of tables) {
    const tell = (bytes: number) =>
      parts.onProgress(doneBytes + Math.min(bytes, table.size), totalBytes, `${table.schema}.${table.table}`);
    manifest.tables.push(yield* copyTable(client, table, tell));
    doneBytes += table.size;
  }
  await client.query('COMMIT');
  for (const source of parts.lineSources) manifest.lines.push(yield* copyLines(source));
  // After the snapshot: a key is on disk before a row needs it.
  for (const name of secretFiles) {
    const path = join(parts.dataDirectory, name);
    if (!existsSync(path)) continue;
    const { entry, summary } = copyFile(name, readFileSync(path));
    yield entry;
    manifest.files.push(summary);
  }
  yield { name: manifestEntry, bytes: Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`) };
  return manifest;
}

type Snapshot = Pick<Manifest, 'migrations' | 'streams' | 'partitions' | 'sequences'> & {
  readonly tables: readonly TableToCopy[];
};

/** Begins the one transaction that everything is read in, and keeps months and days from being dropped meanwhile. */
async function openSnapshot(client: pg.Client): Promise<Snapshot> {
  for (let tries = 1; tries <= snapshotTriesMax; tries += 1) {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const migrations = await appliedMigrations(client, ourSchemas);
    if (Object.keys(migrations).length === 0)
      throw new CommandError('There is no desk in this database: there is nothing to back up.');
    refuseNewer(migrations, 'back it up with that version');
    const tables = await tablesToCopy(client, ourSchemas);
    const names = tables.map(({ schema, table }) => `"${schema}"."${table}"`);
    await client.query(`LOCK TABLE ${names.join(', ')} IN ACCESS SHARE MODE`);
    const partitions = await partitionsOf(client, ourSchemas);
    if (await areThere(client, partitions))
      return {
        migrations,
        tables,
        partitions,
        streams: await streamRows(client),
        sequences: await sequencesOf(client, ourSchemas),
      };
    await client.query('ROLLBACK');
  }
  throw new CommandError('Old months are being dropped just now: try again in a minute.');
}

/** Asks the catalogue of now, which knows what was dropped after the snapshot. */
async function areThere(client: pg.Client, partitions: Manifest['partitions']): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>(
    `SELECT coalesce(bool_and(to_regclass(name) IS NOT NULL), true) AS there FROM unnest($1::text[]) AS name`,
    [partitions.map(({ schema, table }) => `"${schema}"."${table}"`)],
  );
  return rows[0]?.there === true;
}

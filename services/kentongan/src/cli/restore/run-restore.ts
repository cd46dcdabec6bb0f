import { statSync } from 'node:fs';
import { allStreams } from '@kentongan/contracts';
import { migrate } from '@kentongan/database';
import { forgetPlaces } from '@kentongan/detector';
import type { StreamPort } from '@kentongan/messaging';
import { createPostgresLog } from '@kentongan/messaging/postgres';
import type { Configuration } from '@kentongan/platform';
import pg from 'pg';
import { schemas } from '../../boot/schemas.js';
import { openAlone } from '../backup-file/desk-database.js';
import { fileEntry, type Manifest } from '../backup-file/manifest.js';
import type { Progress } from '../backup-file/progress.js';
import { checkBackup, readEntries } from '../backup-file/read-backup.js';
import { ourSchemas, refuseNewer, sessionSettings } from '../backup-file/schemas.js';
import type { TarEntry } from '../backup-file/tar.js';
import { CommandError } from '../desk/command-error.js';
import { fillTables, type LineSink, verifyCounts } from './fill-tables.js';
import { makeTables } from './make-tables.js';
import { moveStreams } from './move-streams.js';
import { filesInTheWay, putFiles } from './put-files.js';

export interface RestoreOptions {
  readonly configuration: Configuration;
  readonly file: string;
  /** A desk that is there already is removed. */
  readonly replace: boolean;
  /** False leaves the tables as they were: the desk's next start brings them up to date. */
  readonly upgrade: boolean;
  readonly lineSinks: ReadonlyMap<string, LineSink>;
  /** Where the desk's streams are from now on, when that is not its database: they are new, and take what is waiting. */
  readonly newStreams: StreamPort | null;
  readonly progress: Progress;
}

export interface RestoreSummary {
  readonly manifest: Manifest;
  /** Run after the rows were in: from the backup's version to this program's. */
  readonly migrations: readonly string[];
  readonly seconds: number;
}

/**
 * Makes the configured place the desk of the backup. The file is read from end to end before anything is touched; then
 * tables, rows and counts are one transaction, so whatever fails leaves the place as it was.
 * @throws CommandError with words for the terminal
 */
export async function runRestore(options: RestoreOptions): Promise<RestoreSummary> {
  const { configuration, file, progress } = options;
  const startedAt = performance.now();
  try {
    const manifest = await checkBackup(file, (done, total) =>
      progress.update(done, total, 'checking the file'),
    );
    refuseNewer(manifest.migrations, 'restore it with the version that made it, or a later one');
    refuseWithoutSink(manifest, options.lineSinks);
    const files = await filesOf(file, manifest);
    refuseFilesInTheWay(options, files);
    const database = await openAlone(configuration);
    try {
      await inOneTransaction(database.url, (client) => restoreInto(client, manifest, files, options));
      const migrations = options.upgrade ? await upgraded(database.url) : [];
      // What a desk that has grown still has in its log is old: after the lines it would undo what came since.
      const hasLog = manifest.engines.streams === 'postgresql' && manifest.streams.length > 0;
      if (options.newStreams && hasLog) await moveOut(database.url, options.newStreams);
      const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
      return { manifest, migrations, seconds };
    } finally {
      await database.close();
    }
  } finally {
    progress.stop();
  }
}

async function upgraded(databaseUrl: string): Promise<string[]> {
  const run: string[] = [];
  for (const [schema, known] of schemas) run.push(...(await migrate(databaseUrl, schema, known)));
  return run;
}

/** A repeat of what was moved before does no harm, so a restore that ends here is simply run again with --replace. */
async function moveOut(databaseUrl: string, newStreams: StreamPort): Promise<void> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 4, application_name: 'kentongan restore' });
  pool.on('error', () => {}); // told by the query that fails
  const log = createPostgresLog({ pool });
  try {
    await moveStreams(log, newStreams);
  } finally {
    await log.close();
    await pool.end();
  }
}

async function restoreInto(
  client: pg.Client,
  manifest: Manifest,
  files: ReadonlyMap<string, Buffer>,
  { configuration, file, replace, lineSinks, newStreams, progress }: RestoreOptions,
): Promise<() => void> {
  await clearPlace(client, replace);
  await makeTables(client, manifest);
  await newStreams?.apply(allStreams);
  const size = statSync(file).size;
  const entries: AsyncIterable<TarEntry> = readEntries(file, (bytes) =>
    progress.update(bytes, size, 'restoring'),
  );
  await fillTables(client, manifest, entries, lineSinks);
  progress.update(size, size, 'counting');
  await verifyCounts(client, manifest);
  if (newStreams) await forgetPlaces(client);
  // Before the commit: rows without the keys that their pseudonyms were made with would be worse than nothing.
  return putFiles(configuration.dataDirectory, files);
}

/** @param work returns what undoes its effects outside of the database, should the commit fail */
async function inOneTransaction(
  url: string,
  work: (client: pg.Client) => Promise<() => void>,
): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: 'kentongan restore' });
  client.on('error', () => {}); // told by the query that fails
  await client.connect();
  let undo = (): void => {};
  try {
    await client.query(sessionSettings);
    await client.query('BEGIN');
    undo = await work(client);
    const { command } = await client.query('COMMIT');
    if (command !== 'COMMIT')
      throw new Error('the restore was rolled back: one of its statements had failed');
    undo = () => {};
    // Without figures of how many rows there are, the first searches would be planned for empty tables.
    await client.query('ANALYZE');
  } catch (error) {
    undo();
    throw error;
  } finally {
    await client.end().catch(() => {});
  }
}

async function clearPlace(client: pg.Client, replace: boolean): Promise<void> {
  const { rows: working } = await client.query<{ connections: string }>(
    `SELECT count(*) AS connections FROM pg_stat_activity
     WHERE datname = current_database() AND application_name = 'kentongan' AND pid <> pg_backend_pid()`,
  );
  if (Number(working[0]?.connections) > 0)
    throw new CommandError('A desk is at work in this database: stop it first. Nothing was changed.');
  const { rows } = await client.query<{ schema: string }>(
    'SELECT nspname AS schema FROM pg_namespace WHERE nspname = ANY($1) ORDER BY 1',
    [ourSchemas],
  );
  if (rows.length > 0 && !replace)
    throw new CommandError(
      'There is a desk in this database already. Restore into an empty one, or remove what is there with --replace. Nothing was changed.',
    );
  for (const { schema } of rows) await client.query(`DROP SCHEMA "${schema}" CASCADE`);
}

function refuseFilesInTheWay(options: RestoreOptions, files: ReadonlyMap<string, Buffer>): void {
  const { dataDirectory } = options.configuration;
  const inTheWay = options.replace ? [] : filesInTheWay(dataDirectory, files);
  if (inTheWay.length > 0)
    throw new CommandError(
      `${dataDirectory} has a desk's ${inTheWay.join(', ')} already. Restore into an empty data directory, or write over them with --replace. Nothing was changed.`,
    );
}

function refuseWithoutSink(manifest: Manifest, sinks: ReadonlyMap<string, LineSink>): void {
  const homeless = manifest.lines.filter(({ name }) => !sinks.has(name)).map(({ name }) => name);
  if (homeless.length > 0)
    throw new CommandError(
      `This backup is of a desk on other engines (${Object.values(manifest.engines).join(', ')}) and holds ${homeless.join(', ')}: set KAFKA_BROKERS and ELASTICSEARCH_URL as that desk had them. Nothing was changed.`,
    );
}

/** Small by nature: keys, tokens, a list of regions. */
async function filesOf(file: string, manifest: Manifest): Promise<Map<string, Buffer>> {
  const wanted = new Map(manifest.files.map(({ name }) => [fileEntry(name), name]));
  const files = new Map<string, Buffer>();
  for await (const { name, bytes } of readEntries(file)) {
    const fileName = wanted.get(name);
    if (fileName) files.set(fileName, Buffer.from(bytes));
  }
  return files;
}

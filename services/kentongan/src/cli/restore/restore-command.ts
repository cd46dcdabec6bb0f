import { resolve } from 'node:path';
import { readConfiguration } from '@kentongan/platform';
import { lineSinks, openEngines } from '../backup-file/engines.js';
import type { Manifest } from '../backup-file/manifest.js';
import { createProgress } from '../backup-file/progress.js';
import { runRestore } from './run-restore.js';

export interface RestoreFlags {
  readonly replace: boolean;
  readonly upgrade: boolean;
}

/** `kentongan restore FILE`. */
export async function restore(path: string, flags: RestoreFlags, userFolder: string): Promise<void> {
  const configuration = readConfiguration(process.env, userFolder);
  const engines = await openEngines(configuration);
  const file = resolve(userFolder, path);
  const { manifest, migrations, seconds } = await runRestore({
    configuration,
    file,
    replace: flags.replace,
    upgrade: flags.upgrade,
    lineSinks: lineSinks(engines),
    newStreams: engines.streams,
    progress: createProgress('restore', process.stderr),
  }).finally(() => engines.close());
  process.stderr.write(`${countsTable(manifest)}\n`);
  if (engines.archive && manifest.engines.archive === 'postgresql')
    process.stderr.write(
      'The posts of this backup lie in PostgreSQL. Before the start: kentongan archive reindex --from postgres --to elasticsearch\n',
    );
  const { version, createdAt, tables, files } = manifest;
  const summary = {
    file,
    version,
    createdAt,
    tables: tables.length,
    rows: tables.reduce((sum, { rows }) => sum + rows, 0),
    counts: Object.fromEntries(tables.map(({ schema, table, rows }) => [`${schema}.${table}`, rows])),
    files: files.map(({ name }) => name),
    migrations,
    seconds,
  };
  process.stdout.write(`${JSON.stringify(summary)}\n`);
}

/** What was counted after the restore, table by table: it is what the backup says, or the restore had failed. */
function countsTable({ tables }: Manifest): string {
  const rows = tables.filter((each) => each.rows > 0);
  const width = Math.max(...rows.map(({ schema, table }) => schema.length + table.length + 1), 5);
  const digits = Math.max(...rows.map((each) => String(each.rows).length), 4);
  return rows
    .map(
      ({ schema, table, rows: count }) =>
        `${`${schema}.${table}`.padEnd(width)}  ${String(count).padStart(digits)}`,
    )
    .join('\n');
}

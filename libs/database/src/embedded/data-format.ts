import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseStartError } from './database-start-error.js';

/** Layout of the data directory. Raise it when an older program could no longer read the directory. */
export const dataFormat = 1;

const formatFileName = 'kentongan-data.json';

/**
 * Refuses data that this program cannot read, before anything touches it.
 * @param postgresMajor major version of the PostgreSQL programs at hand
 * @throws DatabaseStartError `dataFromNewerVersion`, `dataFromOlderPostgres` or `dataDamaged`
 */
export function checkDataFormat(
  dataDirectory: string,
  clusterDirectory: string,
  postgresMajor: number,
): void {
  const format = readFormat(join(dataDirectory, formatFileName));
  if (format !== undefined && format > dataFormat)
    throw new DatabaseStartError(
      'dataFromNewerVersion',
      `${dataDirectory} was written by a newer Kentongan (data format ${format}; this program knows ${dataFormat}).`,
      'install that newer version again; to go back to this one, restore a backup that this version made into an empty directory.',
    );
  const versionFile = join(clusterDirectory, 'PG_VERSION');
  if (!existsSync(clusterDirectory)) return;
  const written = existsSync(versionFile)
    ? Number.parseInt(readFileSync(versionFile, 'utf8'), 10)
    : Number.NaN;
  if (Number.isNaN(written))
    throw new DatabaseStartError(
      'dataDamaged',
      `${clusterDirectory} is not a PostgreSQL data directory: its PG_VERSION is missing or unreadable.`,
      'restore a backup into an empty directory; if this directory was never meant for Kentongan, choose another with KENTONGAN_DATA_DIR.',
    );
  if (written > postgresMajor)
    throw new DatabaseStartError(
      'dataFromNewerVersion',
      `${dataDirectory} was written by PostgreSQL ${written}; this program brings PostgreSQL ${postgresMajor}.`,
      `install the newer Kentongan that brings PostgreSQL ${written}, or restore a backup into an empty directory.`,
    );
  if (written < postgresMajor)
    throw new DatabaseStartError(
      'dataFromOlderPostgres',
      `${dataDirectory} was written by PostgreSQL ${written}; this program brings PostgreSQL ${postgresMajor}, which cannot read it.`,
      'make a backup with the Kentongan version that wrote it, then restore it with this one into an empty directory.',
    );
}

/** Notes who writes the directory. Called once the cluster stands. */
export function writeDataFormat(dataDirectory: string, postgresMajor: number): void {
  const path = join(dataDirectory, formatFileName);
  const text = `${JSON.stringify({ format: dataFormat, postgresMajor })}\n`;
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return;
  writeFileSync(path, text, { mode: 0o600 });
}

function readFormat(path: string): number | undefined {
  if (!existsSync(path)) return undefined;
  try {
    const { format } = JSON.parse(readFileSync(path, 'utf8')) as { format?: unknown };
    return typeof format === 'number' ? format : undefined;
  } catch (error) {
    // A crash while it was written leaves it cut short; PG_VERSION still guards the data.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

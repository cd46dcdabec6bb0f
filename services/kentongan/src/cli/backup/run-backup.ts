import { statSync } from 'node:fs';
import type { Configuration } from '@kentongan/platform';
import { openToRead } from '../backup-file/desk-database.js';
import type { Manifest } from '../backup-file/manifest.js';
import type { Progress } from '../backup-file/progress.js';
import { backupFile, writeAtomically } from './backup-target.js';
import type { LineSource } from './copy-out.js';
import { writeBackup } from './write-backup.js';

export interface BackupOptions {
  readonly configuration: Configuration;
  /** A file, or a folder in which a file is made. */
  readonly path: string;
  readonly version: string;
  readonly now: Date;
  readonly lineSources: readonly LineSource[];
  readonly progress: Progress;
}

/** The command's last line. */
export interface BackupSummary {
  readonly file: string;
  readonly bytes: number;
  readonly version: string;
  readonly tables: number;
  readonly rows: number;
  /** Posts and messages that do not lie in PostgreSQL. */
  readonly lines: number;
  readonly files: readonly string[];
  readonly seconds: number;
}

/** Backs the configured desk up, running or not. */
export async function runBackup(options: BackupOptions): Promise<BackupSummary> {
  const { configuration, progress } = options;
  const startedAt = performance.now();
  const file = backupFile(options.path, options.now);
  const database = await openToRead(configuration);
  try {
    let manifest: Manifest | null = null;
    const entries = writeBackup({
      databaseUrl: database.url,
      dataDirectory: configuration.dataDirectory,
      version: options.version,
      now: options.now,
      engines: {
        streams: configuration.kafkaBrokers ? 'kafka' : 'postgresql',
        archive: configuration.elasticsearchUrl ? 'elasticsearch' : 'postgresql',
      },
      lineSources: options.lineSources,
      onProgress: progress.update,
    });
    await writeAtomically(
      file,
      (async function* () {
        manifest = yield* entries;
      })(),
    );
    return summaryOf(manifest as Manifest | null, file, (performance.now() - startedAt) / 1_000);
  } finally {
    progress.stop();
    await database.close();
  }
}

function summaryOf(manifest: Manifest | null, file: string, seconds: number): BackupSummary {
  if (!manifest) throw new Error('the backup ended without a manifest');
  return {
    file,
    bytes: statSync(file).size,
    version: manifest.version,
    tables: manifest.tables.length,
    rows: manifest.tables.reduce((sum, { rows }) => sum + rows, 0),
    lines: manifest.lines.reduce((sum, { count }) => sum + count, 0),
    files: manifest.files.map(({ name }) => name),
    seconds: Math.round(seconds * 10) / 10,
  };
}

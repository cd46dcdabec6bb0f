import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { lookAtEmbedded, openDatabase } from '@kentongan/database';
import type { Configuration } from '@kentongan/platform';
import { CommandError } from '../desk/command-error.js';

/** The database a command works on, and how to leave it. */
export interface DeskDatabase {
  readonly url: string;
  close(): Promise<void>;
}

const databaseDirectory = (configuration: Configuration): string =>
  join(configuration.dataDirectory, 'database');

/** The desk's database to read from: the server's, the one of the running desk, or the one at rest, started for this. */
export async function openToRead(configuration: Configuration): Promise<DeskDatabase> {
  if (configuration.databaseUrl) return openServer(configuration.databaseUrl.reveal());
  const state = lookAtEmbedded(databaseDirectory(configuration));
  if (state.kind === 'absent')
    throw new CommandError(
      `${configuration.dataDirectory} holds no desk: name its data directory in KENTONGAN_DATA_DIR, or its server in DATABASE_URL.`,
    );
  if (state.kind !== 'running') return openAlone(configuration);
  if (state.url === null)
    throw new CommandError('The desk is just starting or stopping: try again in a minute.');
  return { url: state.url, close: async () => {} };
}

/** The database of a desk that is not running. @throws DatabaseStartError `dataInUse` when it is (embedded) */
export async function openAlone(configuration: Configuration): Promise<DeskDatabase> {
  if (configuration.databaseUrl) return openServer(configuration.databaseUrl.reveal());
  // As the desk makes it: PostgreSQL's own user may have to pass through.
  mkdirSync(configuration.dataDirectory, { recursive: true });
  return openDatabase({ dataDirectory: databaseDirectory(configuration) });
}

/** Waits for the server and refuses one that is too old; the commands make connections of their own. */
async function openServer(url: string): Promise<DeskDatabase> {
  return openDatabase({ url, poolConnectionsMax: 1 });
}

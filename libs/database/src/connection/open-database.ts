import pg from 'pg';
import { DatabaseStartError } from '../embedded/database-start-error.js';
import { startEmbeddedPostgres } from '../embedded/embedded-postgres.js';
import { requireUsableServer } from './require-usable-server.js';

export interface OpenDatabaseOptions {
  /** A PostgreSQL server (`DATABASE_URL`), 15 or newer. When unset, PostgreSQL is started in `dataDirectory`. */
  readonly url?: string | undefined;
  readonly dataDirectory?: string | undefined;
  /** Default 16. */
  readonly poolConnectionsMax?: number;
  /** How long a server may take to answer at the start; containers come up in any order. Default 30. */
  readonly waitSecondsMax?: number;
  /** Embedded only; false for tests. Default true. */
  readonly durable?: boolean;
  /** Told of lost connections and restarts of the embedded server. Default: a line on standard error. */
  readonly onIncident?: (whatHappened: string) => void;
}

export interface Database {
  readonly pool: pg.Pool;
  /** Holds the password: not for logs. */
  readonly url: string;
  readonly embedded: boolean;
  /** Ends the pool, then the embedded server if there is one. */
  close(): Promise<void>;
}

/** Nest injection token of the one shared `pg.Pool`. */
export const DATABASE_POOL = Symbol('database pool');

/**
 * Opens the database that the configuration names: a server when there is a URL, else PostgreSQL of our own.
 * @throws DatabaseStartError with words for the person at the terminal
 */
export async function openDatabase(options: OpenDatabaseOptions): Promise<Database> {
  const onIncident = options.onIncident ?? ((text: string) => void process.stderr.write(`${text}\n`));
  if (options.url) {
    await requireUsableServer(options.url, options.waitSecondsMax ?? 30);
    const { pool, end } = openPool(options.url, options.poolConnectionsMax, onIncident);
    return { pool, url: options.url, embedded: false, close: end };
  }
  if (!options.dataDirectory)
    throw new DatabaseStartError(
      'startFailed',
      'Neither a database server nor a data directory is configured.',
      'set DATABASE_URL or KENTONGAN_DATA_DIR.',
    );
  const server = await startEmbeddedPostgres({
    dataDirectory: options.dataDirectory,
    durable: options.durable ?? true,
    onIncident,
  });
  const { pool, end } = openPool(server.url, options.poolConnectionsMax, onIncident);
  return {
    pool,
    url: server.url,
    embedded: true,
    close: async () => {
      await end();
      await server.stop();
    },
  };
}

function openPool(
  connectionString: string,
  poolConnectionsMax: number | undefined,
  onIncident: (whatHappened: string) => void,
): { pool: pg.Pool; end: () => Promise<void> } {
  let isEnding = false;
  const pool = new pg.Pool({
    connectionString,
    max: poolConnectionsMax ?? 16,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    application_name: 'kentongan',
  });
  // Without a listener a lost connection ends the whole process. Idle ones report to the pool, busy ones to themselves.
  pool.on('error', (error) => {
    // A pool that ends does not wait for its goodbyes to arrive, so the server may still close some connections first.
    if (!isEnding) onIncident(`A database connection was lost: ${error.message}`);
  });
  pool.on('connect', (client) => client.on('error', () => {})); // its query fails and tells
  const end = () => {
    isEnding = true;
    return pool.end();
  };
  return { pool, end };
}

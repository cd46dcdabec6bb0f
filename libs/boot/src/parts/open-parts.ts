import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { PostArchive } from '@kentongan/archive';
import { allStreams, type RegionSettings } from '@kentongan/contracts';
import { type Database, exclusively, migrate, openDatabase, type SqlMigration } from '@kentongan/database';
import type { StreamPort } from '@kentongan/messaging';
import {
  type Configuration,
  ConfigurationError,
  createMetrics,
  type Leases,
  loadOrCreateSigningKey,
  loadOrCreateToken,
  type Metrics,
  type Secret,
} from '@kentongan/platform';
import type { Probe } from '../health/health.js';
import { type OpenArchive, openArchive } from './open-archive.js';
import { type OpenStreams, openStreams } from './open-streams.js';
import { readRegions } from './regions-file.js';
import { streamObserver } from './stream-observer.js';
import { watchTables } from './watched-tables.js';

/** What a service asks for; everything else is not opened. */
export interface PartsNeeded {
  /** Names the process towards servers. */
  readonly name: string;
  /** Its own tables, each schema with its migrations. Empty = no tables, but perhaps the log or the archive. */
  readonly schemas: readonly (readonly [schema: string, migrations: readonly SqlMigration[]])[];
  readonly archive: boolean;
  /** Whether PostgreSQL may be started in the data directory where no server is configured. */
  readonly mayEmbedDatabase: boolean;
  readonly databaseConnections: number;
}

/** Everything the services are given: chosen here, and nowhere else, from the configuration. */
export interface Parts {
  /** Null for a service without tables whose streams and archive are elsewhere. */
  readonly database: Database | null;
  readonly streams: StreamPort;
  readonly archive: PostArchive | null;
  readonly metrics: Metrics;
  readonly token: Secret;
  readonly signingKey: Secret;
  readonly leases: Leases;
  /** Of the regions file; null without one. */
  readonly regions: readonly RegionSettings[] | null;
  readonly probes: readonly Probe[];
  /** Streams whose tables have not been read to their end yet. */
  readonly behind: () => readonly string[];
  /** Drops what is past its retention; null where the broker does that. */
  readonly dropExpired: ((now: number) => Promise<readonly unknown[]>) | null;
  close(): Promise<void>;
}

/**
 * Opens what is needed and applies migrations and streams: whoever comes first does, under a lock.
 * @throws ConfigurationError, DatabaseStartError with words for the person at the terminal
 */
export async function openParts(configuration: Configuration, needed: PartsNeeded): Promise<Parts> {
  mkdirSync(configuration.dataDirectory, { recursive: true });
  const regions = readRegions(configuration.dataDirectory);
  const database = await openDatabaseFor(configuration, needed);
  try {
    for (const [schema, migrations] of needed.schemas) await migrate(database!.url, schema, migrations);
    const metrics = createMetrics();
    const streams = await openStreams(
      configuration,
      `kentongan-${needed.name}`,
      database?.pool ?? null,
      streamObserver(metrics),
    );
    await streams.reach();
    await streams.port.apply(allStreams);
    const archive = needed.archive ? await openArchive(configuration, database) : null;
    return { ...assemble(configuration, database, streams, archive), metrics, regions };
  } catch (error) {
    await database?.close();
    throw error;
  }
}

function assemble(
  configuration: Configuration,
  database: Database | null,
  streams: OpenStreams,
  archive: OpenArchive | null,
): Omit<Parts, 'metrics' | 'regions'> {
  const { port, behind } = watchTables(streams.port);
  const leases = leasesOf(database);
  const { dropExpired } = streams;
  return {
    database,
    streams: port,
    archive: archive?.archive ?? null,
    token: loadOrCreateToken(configuration.token, configuration.dataDirectory),
    signingKey: loadOrCreateSigningKey(configuration.dataDirectory, configuration.signingKey),
    leases,
    probes: [
      ...(database ? [{ name: 'database', check: () => database.pool.query('SELECT 1') }] : []),
      ...(streams.probe ? [{ name: 'streams', check: streams.probe }] : []),
      ...(archive?.probe ? [{ name: 'archive', check: archive.probe }] : []),
    ],
    behind,
    dropExpired:
      dropExpired &&
      (async (now) => (await leases.exclusively('stream retention', () => dropExpired(now))) ?? []),
    close: async () => {
      await streams.port.close();
      await archive?.close();
      await database?.close();
    },
  };
}

async function openDatabaseFor(configuration: Configuration, needed: PartsNeeded): Promise<Database | null> {
  const { databaseUrl, kafkaBrokers, elasticsearchUrl, dataDirectory } = configuration;
  const isNeeded =
    needed.schemas.length > 0 || kafkaBrokers === null || (needed.archive && elasticsearchUrl === null);
  if (!databaseUrl && !needed.mayEmbedDatabase) {
    if (!isNeeded) return null;
    throw new ConfigurationError([
      `DATABASE_URL is not set: a service that runs by itself shares its database with the others. ` +
        'Give the address of a PostgreSQL server, or run everything in one process: npm start.',
    ]);
  }
  return openDatabase({
    url: databaseUrl?.reveal(),
    dataDirectory: join(dataDirectory, 'database'),
    poolConnectionsMax: configuration.databaseConnections ?? needed.databaseConnections,
  });
}

/** Without a database nobody can be asked: what then has a lease is safe to be done twice. */
function leasesOf(database: Database | null): Leases {
  return {
    exclusively: (name, work) => (database ? exclusively(database.pool, name, work) : work()),
  };
}

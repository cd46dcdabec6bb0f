import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { PostArchive } from '@kentongan/archive';
import { createPostgresArchive } from '@kentongan/archive/postgres';
import { allStreams, type RegionSettings } from '@kentongan/contracts';
import { type Database, migrate, openDatabase } from '@kentongan/database';
import { createPostgresLog, type PostgresLog } from '@kentongan/messaging/postgres';
import {
  type Configuration,
  createMetrics,
  loadOrCreateSigningKey,
  loadOrCreateToken,
  type Metrics,
  type Secret,
} from '@kentongan/platform';
import { readRegions } from './regions-file.js';
import { schemas } from './schemas.js';
import { streamObserver } from './stream-observer.js';

/** Everything the services are given: chosen here, and nowhere else, from the configuration. */
export interface Parts {
  readonly database: Database;
  readonly port: PostgresLog;
  readonly archive: PostArchive;
  readonly metrics: Metrics;
  readonly token: Secret;
  readonly signingKey: Secret;
  /** Of the regions file; null without one. */
  readonly regions: readonly RegionSettings[] | null;
}

export async function openParts(configuration: Configuration): Promise<Parts> {
  mkdirSync(configuration.dataDirectory, { recursive: true });
  const regions = readRegions(configuration.dataDirectory);
  const database = await openDatabase({
    url: configuration.databaseUrl?.reveal(),
    dataDirectory: join(configuration.dataDirectory, 'database'),
  });
  try {
    for (const [schema, migrations] of schemas) await migrate(database.url, schema, migrations);
    const metrics = createMetrics();
    const port = createPostgresLog({ pool: database.pool, observer: streamObserver(metrics) });
    await port.apply(allStreams);
    return {
      database,
      port,
      archive: createPostgresArchive(database.pool),
      metrics,
      token: loadOrCreateToken(configuration.token, configuration.dataDirectory),
      signingKey: loadOrCreateSigningKey(configuration.dataDirectory),
      regions,
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

import type { PostArchive } from '@kentongan/archive';
import { createElasticsearchArchive } from '@kentongan/archive/elasticsearch';
import { archiveMigrations, createPostgresArchive } from '@kentongan/archive/postgres';
import { migrate } from '@kentongan/database';
import type { StreamObserver, StreamPort } from '@kentongan/messaging';
import { createKafkaStreams } from '@kentongan/messaging/kafka';
import { createPostgresLog } from '@kentongan/messaging/postgres';
import pg from 'pg';

/** Which servers a suite and its processes use; null = that part stays in PostgreSQL. Survives JSON. */
export interface Servers {
  readonly databaseUrl: string;
  readonly kafkaBrokers: readonly string[] | null;
  readonly elasticsearchUrl: string | null;
}

export interface Parts {
  readonly streams: StreamPort;
  readonly archive: PostArchive;
  close(): Promise<void>;
}

const connectionsMax = 6;
/** A third of the usual: a death is noticed within a suite's patience. */
const timing = { sessionMilliseconds: 3_000, heartbeatMilliseconds: 600, rebalanceMilliseconds: 10_000 };

/** Opens the adapters as the composition root does. `prepareArchive` comes first, once for all processes. */
export function openParts(servers: Servers, observer: StreamObserver): Parts {
  const pool = new pg.Pool({ connectionString: servers.databaseUrl, max: connectionsMax });
  pool.on('error', () => {}); // a server that dies is what these suites are about
  const streams = servers.kafkaBrokers
    ? createKafkaStreams({
        brokers: servers.kafkaBrokers,
        clientId: `suite-${process.pid}`,
        observer,
        timing,
      })
    : createPostgresLog({ pool, observer });
  const elasticsearch = servers.elasticsearchUrl
    ? createElasticsearchArchive({ url: servers.elasticsearchUrl })
    : null;
  return {
    streams,
    archive: elasticsearch ?? createPostgresArchive(pool),
    close: async () => {
      await streams.close();
      await elasticsearch?.close();
      await pool.end();
    },
  };
}

/** Puts tables or templates. */
export async function prepareArchive({ databaseUrl, elasticsearchUrl }: Servers): Promise<void> {
  if (!elasticsearchUrl) {
    await migrate(databaseUrl, 'archive', archiveMigrations);
    return;
  }
  const archive = createElasticsearchArchive({ url: elasticsearchUrl });
  await archive.apply();
  await archive.close();
}

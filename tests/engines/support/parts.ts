import type { PostArchive } from '@kentongan/archive';
import { archiveMigrations, createPostgresArchive } from '@kentongan/archive/postgres';
import { migrate } from '@kentongan/database';
import type { StreamObserver, StreamPort } from '@kentongan/messaging';
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

/** Opens the adapters as the composition root does. The archive's tables and templates are put by `prepareArchive`. */
export function openParts(servers: Servers, observer: StreamObserver): Parts {
  const pool = new pg.Pool({ connectionString: servers.databaseUrl, max: connectionsMax });
  pool.on('error', () => {}); // a server that dies is what these suites are about
  const streams = createPostgresLog({ pool, observer });
  return {
    streams,
    archive: createPostgresArchive(pool),
    close: async () => {
      await streams.close();
      await pool.end();
    },
  };
}

export async function prepareArchive(servers: Servers): Promise<void> {
  await migrate(servers.databaseUrl, 'archive', archiveMigrations);
}

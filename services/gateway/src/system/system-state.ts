import { statfs } from 'node:fs/promises';
import { allStreams, type SystemView } from '@kentongan/contracts';
import type { StreamPort } from '@kentongan/messaging';
import type pg from 'pg';
import type { ServiceDirectory } from '../routing/service-directory.js';
import { version } from './version.js';

export interface SystemFacts {
  readonly databaseKind: SystemView['database']['kind'];
  /** The disk that holds it is the one that fills. */
  readonly dataDirectory: string;
}

type Measured = Pick<SystemView, 'uptimeSeconds' | 'eventLoopP99Milliseconds' | 'residentMegabytes'>;

/** What the operator looks at when something feels slow. */
export async function systemState(
  facts: SystemFacts,
  parts: {
    readonly pool: pg.Pool;
    readonly port: StreamPort;
    readonly directory: ServiceDirectory;
    readonly liveClients: number;
  },
  measured: Measured,
): Promise<SystemView> {
  const [bytes, disk, streams, services] = await Promise.all([
    databaseBytes(parts.pool),
    diskOf(facts.dataDirectory),
    parts.port.states(allStreams),
    parts.directory.states(),
  ]);
  return {
    version,
    ...measured,
    database: { kind: facts.databaseKind, bytes },
    disk,
    streams: streams.map(({ name, groups, deadLetters }) => ({ name, groups: [...groups], deadLetters })),
    liveClients: parts.liveClients,
    services,
  };
}

async function databaseBytes(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ bytes: string }>(
    'SELECT pg_database_size(current_database()) AS bytes',
  );
  return Number(rows[0]?.bytes ?? 0);
}

/** Null where the system does not tell. */
async function diskOf(directory: string): Promise<SystemView['disk']> {
  try {
    const { bsize, bavail, blocks } = await statfs(directory);
    return { freeBytes: bsize * bavail, totalBytes: bsize * blocks };
  } catch {
    return null;
  }
}

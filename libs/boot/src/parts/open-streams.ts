import type { StreamObserver, StreamPort } from '@kentongan/messaging';
import { createKafkaStreams } from '@kentongan/messaging/kafka';
import { createPostgresLog } from '@kentongan/messaging/postgres';
import type { Configuration } from '@kentongan/platform';
import type { Pool } from 'pg';

export interface OpenStreams {
  readonly port: StreamPort;
  /** Where the streams are elsewhere than in the database: fails when they cannot be reached. */
  readonly probe: (() => Promise<void>) | null;
  /** Drops what is past its retention at `now`; null where the broker does that. */
  readonly dropExpired: ((now: number) => Promise<readonly unknown[]>) | null;
}

/** The one place that chooses what carries the streams. */
export function openStreams(
  { kafkaBrokers }: Pick<Configuration, 'kafkaBrokers'>,
  clientId: string,
  pool: Pool | null,
  observer: StreamObserver,
): OpenStreams {
  if (kafkaBrokers) return openKafka(kafkaBrokers, clientId, observer);
  if (!pool) throw new Error('the log in PostgreSQL was chosen without a database');
  const port = createPostgresLog({ pool, observer });
  return { port, probe: null, dropExpired: (now) => port.dropExpired(now) };
}

function openKafka(brokers: readonly string[], clientId: string, observer: StreamObserver): OpenStreams {
  const port = createKafkaStreams({ brokers, clientId, observer });
  return { port, probe: () => port.ping(), dropExpired: null };
}

import type { StreamObserver, StreamPort } from '@kentongan/messaging';
import type { KafkaStreams } from '@kentongan/messaging/kafka';
import { createPostgresLog } from '@kentongan/messaging/postgres';
import type { Configuration } from '@kentongan/platform';
import type { Pool } from 'pg';
import { reachKafka } from './reach-kafka.js';

export interface OpenStreams {
  readonly port: StreamPort;
  /** Where the streams are elsewhere than in the database: fails when they cannot be reached. */
  readonly probe: (() => Promise<void>) | null;
  /**
   * Waits for the first answer, but not long: a start that hangs says nothing.
   * @throws StreamsUnreachable with words for the person at the terminal
   */
  readonly reach: () => Promise<void>;
  /** Drops what is past its retention at `now`; null where the broker does that. */
  readonly dropExpired: ((now: number) => Promise<readonly unknown[]>) | null;
}

/** The one place that chooses what carries the streams. */
export async function openStreams(
  configuration: Pick<Configuration, 'kafkaBrokers' | 'kafkaSecurity'>,
  clientId: string,
  pool: Pool | null,
  observer: StreamObserver,
): Promise<OpenStreams> {
  const port = await createStreamsOnKafka(configuration, clientId, observer);
  if (port) {
    const reach = () => reachKafka(port.ping(), configuration.kafkaBrokers ?? []);
    return { port, probe: () => port.ping(), reach, dropExpired: null };
  }
  if (!pool) throw new Error('the log in PostgreSQL was chosen without a database');
  const log = createPostgresLog({ pool, observer });
  return { port: log, probe: null, reach: async () => {}, dropExpired: (now) => log.dropExpired(now) };
}

/** Null where no broker is configured. Loads the client only where it is used: it takes 10 MB. */
export async function createStreamsOnKafka(
  { kafkaBrokers, kafkaSecurity }: Pick<Configuration, 'kafkaBrokers' | 'kafkaSecurity'>,
  clientId: string,
  observer?: StreamObserver,
): Promise<KafkaStreams | null> {
  if (!kafkaBrokers) return null;
  const { createKafkaStreams } = await import('@kentongan/messaging/kafka');
  const { isEncrypted, credentials } = kafkaSecurity;
  const signIn = credentials && { username: credentials.username, password: credentials.password.reveal() };
  const security = { isEncrypted, credentials: signIn };
  return createKafkaStreams({ brokers: kafkaBrokers, clientId, security, ...(observer && { observer }) });
}

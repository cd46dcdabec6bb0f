import { type ISocketFactory, Kafka, type KafkaConfig, logLevel, type RetryOptions } from 'kafkajs';
import { guardIdleRequestQueues } from './idle-guard.js';
import { connectMillisecondsMax, requestMillisecondsMax } from './limits.js';
import { guardLostRequests } from './lost-request-guard.js';
import { guardSilentConnections } from './silent-connection-guard.js';
import { guardTornResponses } from './torn-response-guard.js';

guardIdleRequestQueues();
guardLostRequests();
guardTornResponses();
guardSilentConnections();

/** How the brokers are met; as the configuration says it. */
export interface KafkaSecurity {
  /** TLS, with the certificates that Node.js trusts (NODE_EXTRA_CA_CERTS adds to them). */
  readonly isEncrypted: boolean;
  /** Sign-in by SCRAM-SHA-512. */
  readonly credentials: { readonly username: string; readonly password: string } | null;
}

export interface ClientOptions {
  readonly brokers: readonly string[];
  readonly clientId: string;
  readonly security?: KafkaSecurity;
  /** How connections are made; tests cut them through it. */
  readonly socketFactory?: ISocketFactory;
  /** Told when a broker cannot be reached or offsets are gone. */
  readonly onTrouble: (message: string) => void;
}

/** Outlasts the restart of a broker: about a minute. */
export const patientRetry: RetryOptions = {
  retries: 30,
  initialRetryTime: 100,
  maxRetryTime: 2_000,
  factor: 0.2,
  multiplier: 2,
};

/** For questions that somebody waits for: about three seconds. */
export const promptRetry: RetryOptions = { ...patientRetry, retries: 5 };

/** The same trouble is told at most this often. */
const troubleEveryMilliseconds = 10_000;
const troubles = /^(Connection error|Connection timeout|Offset out of range)/;

/** Every option is explicit: a default of the library may lose messages. */
export function createClient(options: ClientOptions): Kafka {
  const toldAt = new Map<string, number>();
  return new Kafka({
    brokers: [...options.brokers],
    clientId: options.clientId,
    ...(options.security && securityOf(options.security)),
    ...(options.socketFactory && { socketFactory: options.socketFactory }),
    connectionTimeout: connectMillisecondsMax,
    requestTimeout: requestMillisecondsMax,
    enforceRequestTimeout: true,
    retry: patientRetry,
    logLevel: logLevel.ERROR,
    logCreator:
      () =>
      ({ log }) => {
        if (!troubles.test(log.message)) return;
        const now = performance.now();
        if (now - (toldAt.get(log.message) ?? Number.NEGATIVE_INFINITY) < troubleEveryMilliseconds) return;
        toldAt.set(log.message, now);
        const where = [log['broker'], log['topic'], log['partition'], log['groupId']].filter(
          (each) => each !== undefined,
        );
        options.onTrouble(`${log.message} (${where.join(' ')})`);
      },
  });
}

function securityOf({ isEncrypted, credentials }: KafkaSecurity): Pick<KafkaConfig, 'ssl' | 'sasl'> {
  return { ssl: isEncrypted, ...(credentials && { sasl: { mechanism: 'scram-sha-512', ...credentials } }) };
}

import type { Secret } from './secret.js';

/** Where the streams are, and how to get in. */
export interface KafkaConfiguration {
  /** `host:port` each; null = the log in PostgreSQL. */
  readonly kafkaBrokers: readonly string[] | null;
  readonly kafkaSecurity: {
    readonly isEncrypted: boolean;
    readonly credentials: { readonly username: string; readonly password: Secret } | null;
  };
}

type Environment = Readonly<Record<string, string | undefined>>;

/** @param problems gets one more for each thing that cannot be used */
export function kafkaConfigurationOf(
  environment: Environment,
  password: Secret | null,
  problems: string[],
): KafkaConfiguration {
  const tls = environment['KAFKA_TLS'] || 'false';
  if (!['true', 'false'].includes(tls)) problems.push('KAFKA_TLS is true or false.');
  const username = environment['KAFKA_USERNAME'] || null;
  if ((username === null) !== (password === null))
    problems.push('KAFKA_USERNAME and KAFKA_PASSWORD belong together: set both or neither.');
  return {
    kafkaBrokers: brokersOf(environment['KAFKA_BROKERS'], problems),
    kafkaSecurity: {
      isEncrypted: tls === 'true',
      credentials: username && password ? { username, password } : null,
    },
  };
}

function brokersOf(text: string | undefined, problems: string[]): readonly string[] | null {
  if (!text) return null;
  const brokers = text.split(',').map((broker) => broker.trim());
  if (!brokers.every((broker) => /^[\w.-]+:\d{1,5}$/.test(broker)))
    problems.push('KAFKA_BROKERS is a list such as broker-1:9092,broker-2:9092.');
  return brokers;
}

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { Secret } from './secret.js';

/** Everything the environment decides, parsed once at boot. */
export interface Configuration {
  /** Absolute path: embedded database, token, keys, region file. */
  readonly dataDirectory: string;
  readonly host: string;
  readonly port: number;
  /** Where people open the desk, without a slash at the end; null = the address it listens on. Messages link there. */
  readonly publicUrl: string | null;
  /** Our own proxies before the web door; 0 = X-Forwarded-For is not believed. */
  readonly trustedProxies: number;
  /** null = embedded PostgreSQL in the data directory. */
  readonly databaseUrl: Secret | null;
  /** `host:port` each; null = the log in PostgreSQL. */
  readonly kafkaBrokers: readonly string[] | null;
  /** May carry `user:password@`; null = the archive in PostgreSQL. */
  readonly elasticsearchUrl: Secret | null;
  /** null = the token in `DATA/ingest-token`, generated at first start. */
  readonly token: Secret | null;
  readonly logLevel: LogLevel;
}

const LogLevel = z.enum(['debug', 'log', 'warn', 'error']);
export type LogLevel = z.infer<typeof LogLevel>;

/** All problems of the environment at once, each with what to do. */
export class ConfigurationError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The configuration cannot be used:\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
    this.name = 'ConfigurationError';
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

const PublicUrl = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ''));
const TrustedProxies = z.coerce.number().int().min(0).max(5);
const Port = z.coerce.number().int().min(0).max(65_535);

/**
 * Nothing set = everything embedded, data in `./data`, on http://127.0.0.1:3000.
 * @param userFolder relative paths are meant from where the user stands
 * @throws ConfigurationError that lists every problem
 */
export function readConfiguration(environment: Environment, userFolder: string): Configuration {
  const problems: string[] = [];
  const secret = (name: string) => readSecret(environment, name, problems);
  const port = Port.safeParse(environment['PORT'] ?? '3000');
  if (!port.success) problems.push(`PORT is "${environment['PORT']}": give a number from 0 to 65535.`);
  const logLevel = LogLevel.safeParse(environment['KENTONGAN_LOG_LEVEL'] ?? 'log');
  if (!logLevel.success) problems.push(`KENTONGAN_LOG_LEVEL must be one of ${LogLevel.options.join(', ')}.`);
  const kafkaBrokers = brokersOf(environment['KAFKA_BROKERS'], problems);
  const elasticsearchUrl = secret('ELASTICSEARCH_URL');
  if (elasticsearchUrl && !/^https?:\/\/\S+$/.test(elasticsearchUrl.reveal()))
    problems.push('ELASTICSEARCH_URL must start with http:// or https://.');
  const databaseUrl = secret('DATABASE_URL');
  if (databaseUrl && !/^postgres(ql)?:\/\//.test(databaseUrl.reveal()))
    problems.push('DATABASE_URL must start with postgres:// or postgresql://.');
  const publicUrl = PublicUrl.nullable().safeParse(environment['KENTONGAN_PUBLIC_URL'] || null);
  if (!publicUrl.success)
    problems.push('KENTONGAN_PUBLIC_URL must be an address such as https://meja.semarangkota.go.id.');
  const trustedProxies = TrustedProxies.safeParse(environment['KENTONGAN_TRUSTED_PROXIES'] || '0');
  if (!trustedProxies.success)
    problems.push(
      'KENTONGAN_TRUSTED_PROXIES is how many proxies of yours stand before the desk: give 0 to 5.',
    );
  const token = secret('KENTONGAN_TOKEN');
  if (token && token.reveal().length < 16)
    problems.push('KENTONGAN_TOKEN is shorter than 16 characters: use a longer one.');
  if (
    problems.length > 0 ||
    !port.success ||
    !logLevel.success ||
    !publicUrl.success ||
    !trustedProxies.success
  )
    throw new ConfigurationError(problems);
  return {
    dataDirectory: dataDirectoryOf(environment, userFolder),
    host: environment['HOST'] || '127.0.0.1',
    port: port.data,
    publicUrl: publicUrl.data,
    trustedProxies: trustedProxies.data,
    databaseUrl,
    kafkaBrokers,
    elasticsearchUrl,
    token,
    logLevel: logLevel.data,
  };
}

function brokersOf(text: string | undefined, problems: string[]): readonly string[] | null {
  if (!text) return null;
  const brokers = text.split(',').map((broker) => broker.trim());
  if (!brokers.every((broker) => /^[\w.-]+:\d{1,5}$/.test(broker)))
    problems.push('KAFKA_BROKERS is a list such as broker-1:9092,broker-2:9092.');
  return brokers;
}

/** `KENTONGAN_DATA_DIR`, or `./data` where the user stands. */
export function dataDirectoryOf(environment: Environment, userFolder: string): string {
  return resolve(userFolder, environment['KENTONGAN_DATA_DIR'] || 'data');
}

function readSecret(environment: Environment, name: string, problems: string[]): Secret | null {
  const direct = environment[name];
  const file = environment[`${name}_FILE`];
  if (direct && file) problems.push(`${name} and ${name}_FILE are both set: keep one.`);
  if (direct) return new Secret(direct);
  if (!file) return null;
  try {
    return new Secret(readFileSync(file, 'utf8').trim());
  } catch (error) {
    problems.push(
      `${name}_FILE cannot be read (${(error as NodeJS.ErrnoException).code}): check the path and its permissions.`,
    );
    return null;
  }
}

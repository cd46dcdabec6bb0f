import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type RoutedServiceName, serviceNames } from '@kentongan/contracts';
import { z } from 'zod';
import { type DrafterConfiguration, drafterConfigurationOf } from './drafter-configuration.js';
import { type KafkaConfiguration, kafkaConfigurationOf } from './kafka-configuration.js';
import { Secret } from './secret.js';

/** Everything the environment decides, parsed once at boot. */
export interface Configuration extends KafkaConfiguration, DrafterConfiguration {
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
  /** May carry `user:password@`; null = the archive in PostgreSQL. */
  readonly elasticsearchUrl: Secret | null;
  /** null = the token in `DATA/ingest-token`, generated at first start. */
  readonly token: Secret | null;
  /** null = the key in `DATA/signing-key`, generated at first start. The same for all processes. */
  readonly signingKey: Secret | null;
  /** null = keys in `DATA/collector-keys.json`. With it the keys of authors are derived and no file is kept. */
  readonly authorSecret: Secret | null;
  /** Most connections of this process; null = 16 for the whole desk in one process, 8 for a service of its own. */
  readonly databaseConnections: number | null;
  /** Where the services answer that run as processes of their own; empty = in this process. */
  readonly serviceUrls: ServiceUrls;
  readonly logLevel: LogLevel;
}

export type ServiceUrls = Readonly<Record<RoutedServiceName, readonly string[]>>;

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
const DatabaseConnections = z.coerce.number().int().min(4).max(200);
const secretCharactersMin = 16;

/**
 * Nothing set = everything embedded, data in `./data`, on http://127.0.0.1:3000.
 * @param userFolder relative paths are meant from where the user stands
 * @throws ConfigurationError that lists every problem
 */
export function readConfiguration(environment: Environment, userFolder: string): Configuration {
  const problems: string[] = [];
  /** The value of a variable, or its default and one more problem. */
  const read = <T>(name: string, schema: z.ZodType<T>, unset: T, advice: string): T => {
    const text = environment[name];
    if (!text) return unset;
    const parsed = schema.safeParse(text);
    if (!parsed.success) problems.push(`${name} is "${text.slice(0, 100)}": ${advice}`);
    return parsed.success ? parsed.data : unset;
  };
  const configuration: Configuration = {
    dataDirectory: dataDirectoryOf(environment, userFolder),
    host: environment['HOST'] || '127.0.0.1',
    port: read('PORT', Port, 3_000, 'give a number from 0 to 65535.'),
    publicUrl: read(
      'KENTONGAN_PUBLIC_URL',
      PublicUrl.nullable(),
      null,
      'give an address such as https://meja.semarangkota.go.id.',
    ),
    trustedProxies: read(
      'KENTONGAN_TRUSTED_PROXIES',
      TrustedProxies,
      0,
      'it is how many proxies of yours stand before the desk, 0 to 5.',
    ),
    databaseConnections: read(
      'KENTONGAN_DATABASE_CONNECTIONS',
      DatabaseConnections.nullable(),
      null,
      'give 4 to 200.',
    ),
    logLevel: read('KENTONGAN_LOG_LEVEL', LogLevel, 'log', `give one of ${LogLevel.options.join(', ')}.`),
    ...kafkaConfigurationOf(environment, readSecret(environment, 'KAFKA_PASSWORD', problems), problems),
    ...drafterConfigurationOf(
      environment,
      readSecret(environment, 'KENTONGAN_DRAFTER_KEY', problems),
      problems,
    ),
    serviceUrls: serviceUrlsOf(environment, problems),
    ...secretsOf(environment, problems),
  };
  if (problems.length > 0) throw new ConfigurationError(problems);
  return configuration;
}

type Secrets = Pick<
  Configuration,
  'databaseUrl' | 'elasticsearchUrl' | 'token' | 'signingKey' | 'authorSecret'
>;

function secretsOf(environment: Environment, problems: string[]): Secrets {
  const secret = (name: string, form: RegExp, advice: string) => {
    const value = readSecret(environment, name, problems);
    if (value && !form.test(value.reveal())) problems.push(`${name} ${advice}`);
    return value;
  };
  const key = (name: string) =>
    secret(
      name,
      new RegExp(`^[\\s\\S]{${secretCharactersMin},}$`),
      `is shorter than ${secretCharactersMin} characters: use a longer one.`,
    );
  return {
    elasticsearchUrl: secret('ELASTICSEARCH_URL', /^https?:\/\/\S+$/, 'must start with http:// or https://.'),
    databaseUrl: secret(
      'DATABASE_URL',
      /^postgres(ql)?:\/\//,
      'must start with postgres:// or postgresql://.',
    ),
    token: key('KENTONGAN_TOKEN'),
    signingKey: key('KENTONGAN_SIGNING_KEY'),
    authorSecret: key('KENTONGAN_AUTHOR_SECRET'),
  };
}

function serviceUrlsOf(environment: Environment, problems: string[]): ServiceUrls {
  const urlsOf = (name: string): string[] => {
    const urls = (environment[name] ?? '')
      .split(',')
      .map((url) => url.trim().replace(/\/+$/, ''))
      .filter((url) => url !== '');
    if (!urls.every((url) => /^http:\/\/[^\s/?#@]+$/.test(url) && URL.canParse(url)))
      problems.push(`${name} is a list of addresses without a path, such as http://service-1:3000.`);
    return urls;
  };
  const routed = serviceNames.filter((name) => name !== 'gateway');
  return Object.fromEntries(
    routed.map((name) => [name, urlsOf(`${name.toUpperCase()}_URL`)]),
  ) as unknown as ServiceUrls;
}

/** Where people open the desk: what was configured, or the address it listens on. */
export function publicAddress({ publicUrl, host, port }: Configuration): string {
  return publicUrl ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** `KENTONGAN_DATA_DIR`, or `./data` where the user stands. */
export function dataDirectoryOf(environment: Environment, userFolder: string): string {
  return resolve(userFolder, environment['KENTONGAN_DATA_DIR'] || 'data');
}

/** Where a region's own model of agencies lies: it was learned from citizens' messages and never leaves the data folder. */
export function agencyModelPath(dataDirectory: string, regionId: string): string {
  return resolve(dataDirectory, 'models', `agencies-${regionId}.bin`);
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

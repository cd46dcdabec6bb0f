import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RegionSettings, type Role } from '@kentongan/contracts';
import { DATABASE_POOL, migrate } from '@kentongan/database';
import type { OutgoingRecord, StreamPort } from '@kentongan/messaging';
import { STREAM_PORT } from '@kentongan/messaging/nest';
import {
  ACCESS_TOKEN,
  CLOCK,
  createMetrics,
  METRICS,
  Secret,
  SIGNING_KEY,
  signPrincipal,
} from '@kentongan/platform';
import { createTestDatabase, type TestDatabase } from '@kentongan/testing';
import { type DynamicModule, Global, type INestApplication, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CollectorModule } from '../collector.module.js';
import type { CollectorOptions } from '../collector.options.js';
import { collectorSchema } from '../collector.schema.js';
import { collectorMigrations } from '../migrations/collector-migrations.js';

export const testToken = 'token-untuk-uji-coba';
const signingKey = new Secret('kunci-tanda-tangan-percobaan-32-huruf');

/** The header of a person of these regions (none = all). */
export async function bearerOf(role: Role, regionIds: readonly string[] = []): Promise<string> {
  const person = {
    kind: 'person' as const,
    userId: 'u-1',
    name: 'Rina',
    role,
    regionIds: [...regionIds],
    agencyId: null,
  };
  return `Bearer ${await signPrincipal(person, signingKey, Date.now())}`;
}

/** The collector as it runs: Nest, HTTP and PostgreSQL; only the stream is a list. */
export interface TestDesk {
  readonly database: TestDatabase;
  readonly dataDirectory: string;
  readonly port: number;
  readonly published: readonly { readonly stream: string; readonly record: OutgoingRecord }[];
  post(body: string | Buffer, options?: PostOptions): Promise<PostAnswer>;
  /** Any other route; the operator's token unless another bearer is given. */
  ask(method: 'GET' | 'PUT', path: string, body?: object, bearer?: string): Promise<Answer>;
  close(): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly json: unknown;
}

interface PostOptions {
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

interface PostAnswer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
  /** All lines of an answer with outcomes. */
  readonly lines: readonly Readonly<Record<string, unknown>>[];
}

@Global()
@Module({})
class PartsModule {}

export async function createTestDesk(options: Partial<CollectorOptions> = {}): Promise<TestDesk> {
  const database = await createTestDatabase();
  await migrate(database.url, collectorSchema, collectorMigrations);
  const dataDirectory = mkdtempSync(join(tmpdir(), 'collector-desk-'));
  const published: { stream: string; record: OutgoingRecord }[] = [];
  const regions = [RegionSettings.parse({ regionId: 'default', name: 'Contoh', mode: 'live' })];
  const app = await startApplication(database, published, {
    regions,
    dataDirectory,
    isPollingFeeds: false,
    ...options,
  });
  const { port } = app.getHttpServer().address() as AddressInfo;
  return {
    database,
    dataDirectory,
    port,
    published,
    post: (body, postOptions) => post(port, body, postOptions),
    ask: (method, path, body, bearer) => ask(port, method, path, body, bearer),
    close: async () => {
      await app.close();
      await database.drop();
      rmSync(dataDirectory, { recursive: true });
    },
  };
}

async function startApplication(
  database: TestDatabase,
  published: { stream: string; record: OutgoingRecord }[],
  options: CollectorOptions,
): Promise<INestApplication> {
  const streams: Pick<StreamPort, 'publish' | 'numbering'> = {
    numbering: async () => ({ identity: 'list', ends: [published.length] }),
    publish: async (stream, records) => {
      for (const record of records) published.push({ stream: stream.name, record });
    },
  };
  const providers = [
    { provide: DATABASE_POOL, useValue: database.pool },
    { provide: STREAM_PORT, useValue: streams },
    { provide: CLOCK, useValue: { now: () => Date.now() } },
    { provide: METRICS, useValue: createMetrics() },
    { provide: ACCESS_TOKEN, useValue: new Secret(testToken) },
    { provide: SIGNING_KEY, useValue: signingKey },
  ];
  const parts: DynamicModule = { module: PartsModule, providers, exports: providers };
  const root: DynamicModule = { module: class Root {}, imports: [parts, CollectorModule.register(options)] };
  const app = await NestFactory.create(root, { logger: false });
  await app.listen(0, '127.0.0.1');
  return app;
}

function post(
  port: number,
  body: string | Buffer,
  { query = 'region=default&source=uji', headers }: PostOptions = {},
): Promise<PostAnswer> {
  return send(port, 'POST', `/api/posts?${query}`, body, {
    'content-type': 'application/x-ndjson',
    ...headers,
  });
}

async function ask(
  port: number,
  method: string,
  path: string,
  body?: object,
  authorization = `Bearer ${testToken}`,
): Promise<Answer> {
  const headers = { 'content-type': 'application/json', authorization };
  const { status, text } = await send(
    port,
    method,
    `/api/${path}`,
    body ? JSON.stringify(body) : '',
    headers,
  );
  return { status, json: JSON.parse(text) };
}

function send(
  port: number,
  method: string,
  path: string,
  body: string | Buffer,
  headers: Readonly<Record<string, string>>,
) {
  return new Promise<PostAnswer>((resolve, reject) => {
    const sent = request({
      port,
      host: '127.0.0.1',
      method,
      path,
      agent: new Agent(),
      headers: { authorization: `Bearer ${testToken}`, ...headers },
    });
    sent.on('error', reject);
    sent.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => resolve(answerOf(response, Buffer.concat(chunks).toString())));
    });
    sent.end(body);
  });
}

function answerOf(response: IncomingMessage, text: string): PostAnswer {
  const isLines = response.headers['content-type'] === 'application/x-ndjson';
  const lines = isLines
    ? text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Record<string, unknown>)
    : [];
  return { status: response.statusCode ?? 0, headers: response.headers, text, lines };
}

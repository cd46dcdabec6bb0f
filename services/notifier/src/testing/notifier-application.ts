import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { allStreams, type Role } from '@kentongan/contracts';
import { DATABASE_POOL, migrate } from '@kentongan/database';
import type { StreamPort } from '@kentongan/messaging';
import { STREAM_PORT, StreamStrategy } from '@kentongan/messaging/nest';
import {
  ACCESS_TOKEN,
  CLOCK,
  createMetrics,
  METRICS,
  type PersonPrincipal,
  Secret,
  SIGNING_KEY,
  signPrincipal,
} from '@kentongan/platform';
import { type DynamicModule, Global, type INestApplication, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type pg from 'pg';
import { notifierMigrations } from '../notifier.migrations.js';
import { NotifierModule } from '../notifier.module.js';
import type { NotifierOptions } from '../notifier.options.js';
import { notifierSchema } from '../notifier.schema.js';

const signingKey = new Secret('kunci-tanda-tangan-percobaan-32-huruf');

/** The wall's time, and what the test adds to it. */
export const createClock = () => {
  const clock = { aheadMilliseconds: 0, now: () => Date.now() + clock.aheadMilliseconds };
  return clock;
};

@Global()
@Module({})
class PartsModule {
  static of(pool: pg.Pool, port: StreamPort, clock: { now(): number }): DynamicModule {
    const providers = [
      { provide: DATABASE_POOL, useValue: pool },
      { provide: STREAM_PORT, useValue: port },
      { provide: ACCESS_TOKEN, useValue: new Secret('kunci-percobaan-notifier') },
      { provide: SIGNING_KEY, useValue: signingKey },
      { provide: CLOCK, useValue: clock },
      { provide: METRICS, useValue: createMetrics() },
    ];
    return { module: PartsModule, providers, exports: providers };
  }
}

@Module({})
class RootModule {}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** A signed-in person of a test. */
interface Caller {
  readonly userId: string;
  readonly role?: Role;
  readonly regionIds?: readonly string[];
  readonly agencyId?: string;
}

/** The notifier alone in a Nest application. */
export interface NotifierApplication {
  readonly app: INestApplication;
  /** Changes it has not taken yet. */
  lag(): Promise<number>;
  ask(caller: Caller, method: string, path: string, body?: unknown): Promise<Answer>;
  close(): Promise<void>;
}

/** Makes the notifier's tables and all streams. */
export async function prepare(url: string, port: StreamPort): Promise<void> {
  await migrate(url, notifierSchema, notifierMigrations);
  await port.apply(allStreams);
}

export async function startNotifier(
  pool: pg.Pool,
  port: StreamPort,
  clock: { now(): number },
  options: NotifierOptions = {},
): Promise<NotifierApplication> {
  const app = await NestFactory.create(
    { module: RootModule, imports: [PartsModule.of(pool, port, clock), NotifierModule.register(options)] },
    { logger: false },
  );
  const strategy = new StreamStrategy(port);
  app.connectMicroservice({ strategy });
  await app.init();
  await app.listen(0, '127.0.0.1');
  await app.startAllMicroservices();
  const { port: httpPort } = app.getHttpServer().address() as AddressInfo;
  return {
    app,
    lag: async () => (await strategy.lags()).reduce((sum, lag) => sum + lag, 0),
    ask: async (
      { userId, role = 'officer', regionIds = ['kota-uji'], agencyId = null },
      method,
      path,
      body,
    ) => {
      const person: PersonPrincipal = {
        kind: 'person',
        userId,
        name: userId,
        role,
        regionIds: [...regionIds],
        agencyId,
      };
      const bearer = await signPrincipal(person, signingKey, clock.now());
      return ask(httpPort, bearer, method, path, body);
    },
    close: () => app.close(),
  };
}

/** Waits for what must come. @throws with the last value when it did not come within 15 s */
export async function eventually<T>(look: () => Promise<T>, isThere: (value: T) => boolean): Promise<T> {
  for (const deadline = Date.now() + 15_000; ; await pause(20)) {
    const value = await look();
    if (isThere(value)) return value;
    if (Date.now() > deadline) throw new Error(`waited in vain: ${JSON.stringify(value)}`);
  }
}

function ask(port: number, bearer: string, method: string, path: string, body: unknown): Promise<Answer> {
  const headers = { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' };
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, method, path, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        resolve({ status: response.statusCode ?? 0, body: text === '' ? null : JSON.parse(text) });
      });
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { allStreams } from '@kentongan/contracts';
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
import { gatewaySchema } from '../../gateway.schema.js';
import { LIVE_LIMITS, type LiveLimits, liveLimits } from '../live.limits.js';
import { liveMigrations } from '../live.migrations.js';
import { liveControllers, liveProviders } from '../live.module.js';
import { SESSION_CHECK, type SessionCheck } from '../session-check.port.js';

const signingKey = new Secret('kunci-tanda-tangan-percobaan-32-huruf');

export interface LiveParts {
  readonly pool: pg.Pool;
  readonly port: StreamPort;
  readonly clock: { now(): number };
  readonly limits?: Partial<LiveLimits>;
  readonly sessions?: SessionCheck;
}

@Global()
@Module({})
class PartsModule {
  static of({ pool, port, clock }: LiveParts): DynamicModule {
    const providers = [
      { provide: DATABASE_POOL, useValue: pool },
      { provide: STREAM_PORT, useValue: port },
      { provide: ACCESS_TOKEN, useValue: new Secret('kunci-percobaan-langsung') },
      { provide: SIGNING_KEY, useValue: signingKey },
      { provide: CLOCK, useValue: clock },
      { provide: METRICS, useValue: createMetrics() },
    ];
    return { module: PartsModule, providers, exports: providers };
  }
}

@Module({})
class LiveRootModule {
  static of(parts: LiveParts): DynamicModule {
    const sessions = parts.sessions ? [{ provide: SESSION_CHECK, useValue: parts.sessions }] : [];
    const limits = { provide: LIVE_LIMITS, useValue: { ...liveLimits, ...parts.limits } };
    return {
      module: LiveRootModule,
      imports: [PartsModule.of(parts)],
      controllers: [...liveControllers],
      providers: [...liveProviders, limits, ...sessions],
    };
  }
}

/** Live updates alone in a Nest application. */
export interface LiveApplication {
  readonly app: INestApplication;
  /** Messages of the streams that no gateway has taken yet. */
  lag(): Promise<number>;
  open(caller?: Partial<PersonPrincipal>, options?: OpenOptions): Promise<SseReader>;
  close(): Promise<void>;
}

interface OpenOptions {
  readonly region?: string;
  readonly lastEventId?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

export async function prepareLive(url: string, port: StreamPort): Promise<void> {
  await migrate(url, gatewaySchema, liveMigrations);
  await port.apply(allStreams);
}

export async function startLive(parts: LiveParts): Promise<LiveApplication> {
  const app = await NestFactory.create(LiveRootModule.of(parts), { logger: false });
  const strategy = new StreamStrategy(parts.port);
  app.connectMicroservice({ strategy });
  await app.init();
  await app.listen(0, '127.0.0.1');
  await app.startAllMicroservices();
  const { port: httpPort } = app.getHttpServer().address() as AddressInfo;
  return {
    app,
    lag: async () => (await strategy.lags()).reduce((sum, lag) => sum + lag, 0),
    open: async (caller = {}, { region = 'kota-uji', lastEventId, headers = {} } = {}) => {
      const person: PersonPrincipal = {
        kind: 'person',
        userId: 'u-rina',
        name: 'Rina',
        role: 'officer',
        regionIds: [],
        agencyId: null,
        ...caller,
      };
      const bearer = await signPrincipal(person, signingKey, parts.clock.now());
      return SseReader.open(httpPort, `/api/live?region=${region}`, {
        authorization: `Bearer ${bearer}`,
        ...(lastEventId === undefined ? {} : { 'last-event-id': String(lastEventId) }),
        ...headers,
      });
    },
    close: () => app.close(),
  };
}

interface SseEvent {
  readonly event: string;
  readonly id: number;
  readonly data: Record<string, unknown>;
}

/** A reader of server-sent events that can also stop reading. */
class SseReader {
  readonly events: SseEvent[] = [];
  lastEventId: number | null = null;
  heartbeats = 0;
  isClosed = false;
  private rest = '';

  private constructor(
    private readonly sent: ClientRequest,
    readonly response: IncomingMessage,
  ) {
    response.setEncoding('utf8');
    response.on('data', (chunk: string) => this.read(chunk));
    response.on('close', () => {
      this.isClosed = true;
    });
    response.on('error', () => {});
    sent.on('error', () => {});
  }

  static open(port: number, path: string, headers: Record<string, string>): Promise<SseReader> {
    return new Promise((resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port, path, headers, agent: false }, (response) =>
        resolve(new SseReader(sent, response)),
      );
      sent.once('error', reject);
      sent.end();
    });
  }

  stopReading(): void {
    this.response.pause();
  }

  readOn(): void {
    this.response.resume();
  }

  close(): void {
    this.sent.destroy();
  }

  /** What its events were, in order. */
  get ids(): number[] {
    return this.events.map(({ id }) => id);
  }

  async until(isThere: (reader: this) => boolean): Promise<void> {
    for (const deadline = Date.now() + 15_000; !isThere(this); await pause(5))
      if (Date.now() > deadline) throw new Error(`waited in vain: ${JSON.stringify(this.events.slice(-3))}`);
  }

  private read(chunk: string): void {
    const blocks = (this.rest + chunk).split('\n\n');
    this.rest = blocks.pop() ?? '';
    for (const block of blocks) this.take(block);
  }

  private take(block: string): void {
    if (block.startsWith(':')) this.heartbeats += 1;
    const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1];
    const id = field('id');
    if (id !== undefined) this.lastEventId = Number(id);
    const data = field('data');
    if (data === undefined) return;
    const parsed = JSON.parse(data) as Record<string, unknown>;
    this.events.push({ event: field('event') ?? 'message', id: Number(id), data: parsed });
  }
}

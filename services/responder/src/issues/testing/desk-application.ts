import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  allStreams,
  correctionsRecorded,
  decodeEvent,
  type Event,
  encodeEvent,
  type Fact,
  feedbackGiven,
  IssueView,
  issuesChanged,
  issuesSignalled,
  type Lesson,
  RegionSettings,
  regionsConfigured,
  type Signal,
  type Stream,
  type StreamEvent,
} from '@kentongan/contracts';
import { DATABASE_POOL, migrate } from '@kentongan/database';
import { STREAM_PORT, StreamStrategy } from '@kentongan/messaging/nest';
import { createPostgresLog } from '@kentongan/messaging/postgres';
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
import { createTestDatabase, type TestDatabase } from '@kentongan/testing';
import { type DynamicModule, Global, type INestApplication, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FactsStore } from '../../facts/index.js';
import { RegionTable } from '../../regions/region-table.js';
import { responderMigrations } from '../../responder.migrations.js';
import { ResponderModule } from '../../responder.module.js';
import type { ResponderOptions } from '../../responder.options.js';
import { responderSchema } from '../../responder.schema.js';
import { SignalIntake } from '../signal-intake.js';
import { region } from './samples.js';

const signingKey = new Secret('kunci-tanda-tangan-percobaan-32-huruf');

@Global()
@Module({})
class PartsModule {
  static of(parts: readonly { provide: symbol; useValue: unknown }[]): DynamicModule {
    return { module: PartsModule, providers: [...parts], exports: [...parts] };
  }
}

@Module({})
class RootModule {}

type FeedbackOf<Type extends string> = Extract<StreamEvent<typeof feedbackGiven>, { type: Type }>['data'];

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** The responder alone in a Nest application, on a database of its own, with a clock that stands still. */
export class DeskApplication {
  private constructor(
    readonly app: INestApplication,
    readonly database: TestDatabase,
    readonly clock: { time: number; now(): number },
    private readonly httpPort: number,
    private readonly streams: ReturnType<typeof createPostgresLog>,
  ) {}

  static async start(options: ResponderOptions = { drafter: null }): Promise<DeskApplication> {
    const database = await createTestDatabase();
    await migrate(database.url, responderSchema, responderMigrations);
    const streams = createPostgresLog({ pool: database.pool });
    await streams.apply(allStreams);
    const clock = { time: Date.parse('2026-11-24T03:00:00.000Z'), now: () => clock.time };
    const parts = [
      { provide: DATABASE_POOL, useValue: database.pool },
      { provide: STREAM_PORT, useValue: streams },
      { provide: METRICS, useValue: createMetrics() },
      { provide: ACCESS_TOKEN, useValue: new Secret('kunci-percobaan') },
      { provide: SIGNING_KEY, useValue: signingKey },
      { provide: CLOCK, useValue: clock },
    ];
    const app = await NestFactory.create(
      { module: RootModule, imports: [PartsModule.of(parts), ResponderModule.of(options)] },
      { logger: false },
    );
    app.connectMicroservice({ strategy: new StreamStrategy(streams) });
    await app.startAllMicroservices();
    await app.listen(0, '127.0.0.1');
    const { port } = app.getHttpServer().address() as AddressInfo;
    const desk = new DeskApplication(app, database, clock, port, streams);
    await desk.configure(region);
    return desk;
  }

  async configure(settings: object): Promise<void> {
    const data = RegionSettings.parse(settings);
    await this.publish(regionsConfigured, eventOf('region.configured', data.regionId, data.regionId, data));
    await this.app.get(RegionTable).caughtUp();
  }

  async recordFact(fact: Fact): Promise<void> {
    await this.app.get(FactsStore).record({
      facts: [fact],
      regionId: '*',
      by: { userId: 'u-impor', name: 'Impor' },
      change: 'imported',
      at: new Date(this.clock.now()).toISOString(),
    });
  }

  /** Hands statements straight to the intake, in this order. @returns what became of each */
  async signal(...signals: readonly Signal[]): Promise<string[]> {
    const outcomes: string[] = [];
    for (const each of signals) outcomes.push((await this.app.get(SignalIntake).take(signalled(each))).kind);
    return outcomes;
  }

  async publishSignal(signal: Signal): Promise<void> {
    await this.publish(issuesSignalled, signalled(signal));
  }

  async publish(stream: Stream, event: Event): Promise<void> {
    await this.streams.publish(stream, [{ key: event.regionId, value: encodeEvent(event) }]);
  }

  async get(path: string, person: PersonPrincipal): Promise<Answer> {
    return this.ask('GET', path, person);
  }

  async post(path: string, body: unknown, person: PersonPrincipal): Promise<Answer> {
    return this.ask('POST', path, person, body);
  }

  async put(path: string, body: unknown, person: PersonPrincipal): Promise<Answer> {
    return this.ask('PUT', path, person, body);
  }

  async view(issueId: string, person: PersonPrincipal): Promise<IssueView> {
    const { status, body } = await this.get(`/api/issues/${issueId}`, person);
    if (status !== 200) throw new Error(`GET ${issueId} answered ${status}: ${JSON.stringify(body)}`);
    return IssueView.parse(body);
  }

  /** Makes a move on the issue as it is now. @throws when it is refused */
  async move(issueId: string, person: PersonPrincipal, move: object): Promise<IssueView> {
    const { card } = await this.view(issueId, person);
    const { status, body } = await this.tryMove(issueId, person, { version: card.version, ...move });
    if (status !== 200)
      throw new Error(`${JSON.stringify(move)} answered ${status}: ${JSON.stringify(body)}`);
    return IssueView.parse(body);
  }

  tryMove(issueId: string, person: PersonPrincipal, move: object): Promise<Answer> {
    return this.post(`/api/issues/${issueId}/moves`, move, person);
  }

  /** Ids of all issues of a region, oldest first. */
  async issueIds(regionId: string = region.regionId): Promise<string[]> {
    const { rows } = await this.database.pool.query<{ issue_id: string }>(
      `SELECT issue_id FROM ${responderSchema}.issues WHERE region_id = $1 ORDER BY opened_at, issue_id`,
      [regionId],
    );
    return rows.map(({ issue_id }) => issue_id);
  }

  /** What went out, once the outbox is empty. */
  async changes(): Promise<StreamEvent<typeof issuesChanged>['data'][]> {
    return (await this.read(issuesChanged)).map(({ data }) => data);
  }

  async feedback(): Promise<FeedbackOf<'feedback.given'>[]> {
    return (await this.read(feedbackGiven)).flatMap((event) =>
      event.type === 'feedback.given' ? [event.data] : [],
    );
  }

  async corrected(): Promise<FeedbackOf<'label.corrected'>[]> {
    return (await this.read(feedbackGiven)).flatMap((event) =>
      event.type === 'label.corrected' ? [event.data] : [],
    );
  }

  /** What the compacted stream holds of corrections now. */
  async lessons(): Promise<ReadonlyMap<string, Lesson | null>> {
    await this.outboxIsEmpty();
    const held = new Map<string, Lesson | null>();
    const reading = await this.streams.table({
      stream: correctionsRecorded,
      onRecord: ({ key, value }) => {
        const decoded = value && decodeEvent(correctionsRecorded, value);
        held.set(key, decoded?.ok ? decoded.event.data : null);
      },
      onFailure: () => {},
    });
    await reading.caughtUp();
    await reading.stop();
    return held;
  }

  private async read<S extends Stream>(stream: S): Promise<StreamEvent<S>[]> {
    await this.outboxIsEmpty();
    const partitions = Array.from({ length: stream.partitions }, (_, index) => index);
    const records = await Promise.all(
      partitions.map((partition) => this.streams.read(stream.name, partition, 0, 5_000)),
    );
    return records.flat().map(({ value }) => {
      const decoded = decodeEvent(stream, value ?? new Uint8Array());
      if (!decoded.ok) throw new Error(`${stream.name} holds ${decoded.reason}: ${decoded.detail}`);
      return decoded.event;
    });
  }

  private async outboxIsEmpty(): Promise<void> {
    for (let tries = 0; tries < 200; tries += 1) {
      const { rows } = await this.database.pool.query(`SELECT 1 FROM ${responderSchema}.outbox LIMIT 1`);
      if (rows.length === 0) return;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error('the outbox did not empty');
  }

  bearerOf(person: PersonPrincipal): Promise<string> {
    return signPrincipal(person, signingKey, this.clock.now());
  }

  async ask(method: string, path: string, person: PersonPrincipal, body?: unknown): Promise<Answer> {
    const token = await this.bearerOf(person);
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    return new Promise((resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port: this.httpPort, method, path, headers }, (response) => {
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

  async close(): Promise<void> {
    await this.app?.close();
    await this.streams.close();
    await this.database.drop();
  }
}

function signalled(signal: Signal): StreamEvent<typeof issuesSignalled> {
  const id = `${signal.signalId}|${signal.version}`;
  return {
    ...eventOf('issue.signalled', region.regionId, id, signal),
    type: 'issue.signalled',
    data: signal,
  };
}

function eventOf(type: string, regionId: string, id: string, data: unknown): Event {
  return {
    id: `${type}|${id}`,
    type,
    v: 1,
    occurredAt: '2026-11-24T03:00:00.000Z',
    regionId,
    correlationId: id,
    causationId: null,
    data,
  };
}

import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { allStreams } from '@kentongan/contracts';
import { DATABASE_POOL, OutboxRelay } from '@kentongan/database';
import { publishByName, type StreamPort } from '@kentongan/messaging';
import { STREAM_PORT } from '@kentongan/messaging/nest';
import { CLOCK, type Clock, createSafeHttpClient, METRICS, type Metrics } from '@kentongan/platform';
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import type pg from 'pg';
import { COLLECTOR_OPTIONS, type CollectorOptions } from './collector.options.js';
import { collectorSchema } from './collector.schema.js';
import type { IngestSummary } from './ingest/ingest-stream.js';
import { defaultIngestLimits, type IngestLimits } from './ingest/limits.js';
import { PostIngest } from './ingest/post-ingest.js';
import { pruneSourceHours } from './ingest/source-hours.store.js';
import { AuthorKeyring } from './privacy/author-keyring.js';
import { type AuthorKeys, deriveAuthorKeys } from './privacy/author-keys.js';
import { normalisedHandle } from './privacy/pseudonyms.js';
import { RegionRegistry } from './regions/region-registry.js';
import { FeedParser } from './sources/feed-parser.js';
import { FeedPoller, type PolledSource } from './sources/feed-poller.js';
import { FeedSource } from './sources/feed-source.js';
import { FeedsStore } from './sources/feeds.store.js';

const defaultKeyPeriodDays = 90;
const feedBytesMax = 3 * 1024 * 1024;
const feedMilliseconds = 20_000;
/** How soon a collector polls what was set through another one. */
const tickMilliseconds = 30_000;

/** Builds the collector's parts and gives them one life: configured, started, stopped in order. */
@Injectable()
export class CollectorRuntime implements OnModuleInit, OnApplicationBootstrap {
  readonly limits: IngestLimits;
  readonly keyring: AuthorKeys;
  readonly ingest: PostIngest;
  readonly regions: RegionRegistry;
  private readonly log = new Logger('Collector');
  private readonly relay: OutboxRelay;
  private readonly poller: FeedPoller;
  private readonly parser = new FeedParser();
  private readonly http;
  private timer: NodeJS.Timeout | null = null;
  private readonly wake = () => this.relay.wake();

  constructor(
    @Inject(COLLECTOR_OPTIONS) private readonly options: CollectorOptions,
    @Inject(DATABASE_POOL) private readonly pool: pg.Pool,
    @Inject(STREAM_PORT) private readonly streams: StreamPort,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(METRICS) private readonly metrics: Metrics,
  ) {
    this.limits = { ...defaultIngestLimits, ...options.limits };
    this.http =
      options.http ??
      createSafeHttpClient({
        bytesMax: feedBytesMax,
        timeoutMilliseconds: feedMilliseconds,
        onFailure: (reason) => this.metrics.refusedRequests.inc({ reason }),
      });
    this.keyring = authorKeysOf(options, clock);
    this.relay = this.outboxRelay(pool, streams);
    this.regions = new RegionRegistry(pool, clock, this.wake);
    this.ingest = this.postIngest(pool);
    this.poller = new FeedPoller({
      ingest: this.ingest,
      store: new FeedsStore(pool, this.wake, randomUUID()),
      clock,
      random: Math.random,
      newId: randomUUID,
      onProblem: (message) => this.log.warn(message),
    });
  }

  async onModuleInit(): Promise<void> {
    if (await this.regions.publishAnew(this.streams))
      this.log.log('All regions were told on regions.configured, which is another stream than before');
    await this.regions.configure(this.options.regions);
    await this.regions.begin(this.options.initialRegions ?? []);
  }

  async onApplicationBootstrap(): Promise<void> {
    this.relay.start();
    if (this.options.isPollingFeeds !== false) this.poller.start(await this.polledSources());
    this.timer = setInterval(() => void this.tick(), tickMilliseconds);
    this.timer.unref();
  }

  /** What is accepted is durable already; rows that wait in the outbox leave at the next start. */
  async beforeApplicationShutdown(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.poller.stop();
    await this.relay.stop();
    await this.parser.close();
    await this.http.close();
  }

  /** True for a region whose settings come from the file at every start. */
  isConfiguredByFile(regionId: string): boolean {
    return this.options.regions.some((region) => region.regionId === regionId);
  }

  /** Settings changed: their feeds are polled from now on. */
  async followRegions(): Promise<void> {
    if (this.options.isPollingFeeds !== false) this.poller.set(await this.polledSources());
  }

  private async polledSources(): Promise<PolledSource[]> {
    const { http, parser, clock } = this;
    return (await this.regions.all()).flatMap(({ regionId, mode, feeds }) =>
      feeds.map((feed) => ({
        regionId,
        mode,
        source: new FeedSource(feed, { http, parser, clock }),
        version: JSON.stringify([mode, feed]),
      })),
    );
  }

  private async tick(): Promise<void> {
    try {
      await this.followRegions();
      await pruneSourceHours(this.pool, this.clock.now());
    } catch (error) {
      this.log.warn(`Regions are read again later: ${(error as Error).message}`);
    }
  }

  /** Each discard is counted with its reason. */
  count({ accepted, updated, unchanged, rejected }: IngestSummary): void {
    const { outcomes } = this.metrics;
    for (const [kind, lines] of Object.entries({ accepted, updated, unchanged }))
      outcomes.inc({ group: 'ingest', kind, reason: '' }, lines);
    for (const [reason, lines] of Object.entries(rejected))
      outcomes.inc({ group: 'ingest', kind: 'rejected', reason }, lines);
  }

  private postIngest(pool: pg.Pool): PostIngest {
    return new PostIngest({
      pool,
      keyring: this.keyring,
      publicHandles: new Set((this.options.publicHandles ?? []).map(normalisedHandle)),
      clock: this.clock,
      limits: this.limits,
      newId: randomUUID,
      afterCommit: this.wake,
    });
  }

  private outboxRelay(pool: pg.Pool, streams: StreamPort): OutboxRelay {
    return new OutboxRelay({
      pool,
      schema: collectorSchema,
      publish: publishByName(streams, allStreams),
      onLag: (lag) => this.metrics.outboxLagSeconds.set({ schema: collectorSchema }, lag.lagSeconds),
      onFailure: (error) => this.log.warn(`Events wait in the outbox: ${(error as Error).message}`),
    });
  }
}

function authorKeysOf(options: CollectorOptions, clock: Clock): AuthorKeys {
  const periodDays = options.authorKeyPeriodDays ?? defaultKeyPeriodDays;
  if (options.authorSecret) return deriveAuthorKeys(options.authorSecret, clock, periodDays);
  const file = join(options.dataDirectory, 'collector-keys.json');
  return AuthorKeyring.open({ file, clock, periodDays });
}

import { randomUUID } from 'node:crypto';
import { allStreams, postsAnalyzed } from '@kentongan/contracts';
import { DATABASE_POOL, OutboxRelay } from '@kentongan/database';
import {
  type Batch,
  decodeBatch,
  done,
  drop,
  type Outcome,
  publishByName,
  type StreamPort,
  type Subscription,
} from '@kentongan/messaging';
import { STREAM_PORT } from '@kentongan/messaging/nest';
import { CLOCK, type Clock, METRICS, type Metrics } from '@kentongan/platform';
import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import type pg from 'pg';
import { detectorSchema } from './detector.schema.js';
import { DetectorStore } from './detector.store.js';
import { PartitionDetectors } from './partition-detectors.js';
import { RegionTable } from './region-table.js';

const tickMilliseconds = 500;

/**
 * posts.analyzed → issues.signalled. Subscribes on the port itself and not by `@Subscribe`: its offset is saved with
 * its counters, so it says where to go on, and it must hear when a partition has no more.
 */
@Injectable()
export class DetectorRuntime implements OnApplicationBootstrap {
  private readonly log = new Logger('Detector');
  private readonly relay: OutboxRelay;
  private readonly regions = new RegionTable((problem) => this.log.error(problem));
  private readonly store: DetectorStore;
  private readonly partitions: PartitionDetectors;
  private subscription: Subscription | null = null;
  private timer: NodeJS.Timeout | null = null;
  private isOtherStreamTold = false;

  constructor(
    @Inject(DATABASE_POOL) pool: pg.Pool,
    @Inject(STREAM_PORT) private readonly streams: StreamPort,
    @Inject(CLOCK) clock: Clock,
    @Inject(METRICS) metrics: Metrics,
  ) {
    this.relay = new OutboxRelay({
      pool,
      schema: detectorSchema,
      publish: publishByName(streams, allStreams),
      onLag: ({ lagSeconds }) => metrics.outboxLagSeconds.set({ schema: detectorSchema }, lagSeconds),
      onFailure: (error) => this.log.warn(`Signals wait in the outbox: ${String(error)}`),
    });
    this.store = new DetectorStore(pool, randomUUID(), () => this.relay.wake(), randomUUID);
    this.partitions = new PartitionDetectors({
      store: this.store,
      clock,
      rulesOf: (regionId) => this.regions.of(regionId),
      numbering: () => streams.numbering(postsAnalyzed),
      onOtherStream: () => this.tellOtherStream(),
    });
  }

  async onApplicationBootstrap(): Promise<void> {
    this.relay.start();
    await this.regions.open(this.streams);
    this.subscription = await this.streams.subscribe({
      stream: postsAnalyzed,
      group: 'detector',
      batchMessagesMax: 500,
      startAt: (partition) => this.partitions.open(partition),
      onCaughtUp: (partition) => this.partitions.caughtUp(partition),
      handle: (batch) => this.handle(batch),
    });
    this.timer = setInterval(() => void this.tick(), tickMilliseconds);
    this.timer.unref();
  }

  /** Posts of historical regions that wait to be judged until no more come. */
  async heldBack(): Promise<number> {
    return this.partitions.heldBack + (await this.store.heldBackElsewhere());
  }

  /** What is not saved yet is counted again from the last checkpoint at the next start, with the same signals. */
  async beforeApplicationShutdown(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    // Saved before the partitions are free: whoever takes them over goes on from here, and not ten seconds back.
    await this.save();
    await this.subscription?.stop();
    await this.save();
    await this.regions.close();
    await this.relay.stop();
  }

  private handle(batch: Batch): Promise<readonly Outcome[]> {
    return decodeBatch(postsAnalyzed, batch, async (messages) => {
      await this.partitions.take(
        batch.partition,
        messages.map(({ record, event }) => ({ offset: record.offset, event })),
      );
      return messages.map(({ event }) => (event.type === 'post.analyzed' ? done : drop('notForUs')));
    });
  }

  /** Once, though it happens to each partition. */
  private tellOtherStream(): void {
    if (this.isOtherStreamTold) return;
    this.isOtherStreamTold = true;
    this.log.warn(
      `${postsAnalyzed.name} is not the stream that was read until now: it lies elsewhere or was made anew. It is read from its beginning; counts and norms stay, and posts that were counted are not counted again. What had not been read on the old stream is not on this one: \`kentongan restore\` brings it over.`,
    );
  }

  private async save(): Promise<void> {
    await this.partitions
      .checkpoint()
      .catch((error: unknown) => this.log.warn(`The counters were not saved: ${String(error)}`));
  }

  private async tick(): Promise<void> {
    try {
      await this.partitions.tick();
    } catch (error) {
      this.log.warn(`The counters wait to be saved: ${String(error)}`);
    }
  }
}

import type { Stream } from '@kentongan/contracts';
import { type Clock, systemClock } from '@kentongan/platform';
import type pg from 'pg';
import { deadStream } from '../dead-letter.js';
import { failuresToStandardError, type StreamObserver } from '../observer.js';
import { PublishQueue } from '../publish-queue.js';
import type {
  OutgoingRecord,
  StreamDrift,
  StreamNumbering,
  StreamPort,
  StreamRecord,
  StreamState,
  SubscribeOptions,
  Subscription,
  TableOptions,
  TableReading,
} from '../stream.port.js';
import { Assignment } from './assignment.js';
import { CompactedStore } from './compacted-store.js';
import { Heads } from './heads.js';
import { chunkBytesMax, chunkRecordsMax } from './limits.js';
import { LogStore } from './log-store.js';
import { Membership } from './membership.js';
import { numberingOf } from './numbering.js';
import { type DroppedDay, dropExpiredDays } from './retention.js';
import { lockClass, sharedSchema } from './schema.js';
import { streamDrift } from './stream-drift.js';
import { compactedSchema, logSchema } from './stream-schema.js';
import { streamStates } from './stream-states.js';
import type { StreamStore } from './stream-store.js';
import { PostgresSubscription } from './subscription.js';
import { PostgresTableReading } from './table-reading.js';

export interface PostgresLogOptions {
  /** One connection of it is kept as long as the log is open. */
  readonly pool: pg.Pool;
  readonly clock?: Clock;
  readonly observer?: StreamObserver;
}

/** The stream port on PostgreSQL, and what only this adapter needs. */
export interface PostgresLog extends StreamPort {
  /** Drops the days of all streams that are past their retention at `now` (milliseconds since the epoch). */
  dropExpired(now: number): Promise<readonly DroppedDay[]>;
}

/** Opens nothing yet: the first call that needs the database joins the members. */
export function createPostgresLog(options: PostgresLogOptions): PostgresLog {
  return new Log(options.pool, options.clock ?? systemClock, options.observer ?? failuresToStandardError);
}

interface OpenStream {
  readonly store: StreamStore;
  readonly publishes: PublishQueue;
}

class Log implements PostgresLog {
  readonly #streams = new Map<string, OpenStream>();
  readonly #heads: Heads;
  readonly #membership: Membership;
  readonly #subscriptions = new Set<PostgresSubscription>();
  readonly #readings = new Set<TableReading>();
  #started: Promise<void> | null = null;
  #closed: Promise<void> | null = null;

  constructor(
    private readonly pool: pg.Pool,
    private readonly clock: Clock,
    private readonly observer: StreamObserver,
  ) {
    this.#heads = new Heads(pool);
    this.#membership = new Membership(
      pool,
      this.#heads,
      observer,
      () => {
        for (const subscription of this.#subscriptions) void subscription.rebalance();
      },
      () => {
        for (const subscription of this.#subscriptions) subscription.reportLag();
      },
    );
  }

  async apply(streams: readonly Stream[]): Promise<void> {
    await this.pool.query(sharedSchema);
    const wanted = streams.flatMap((stream) => [stream, deadStream(stream)]);
    const refusals: unknown[] = [];
    for (const stream of wanted)
      await this.#applyOne(stream).catch((error: unknown) => {
        refusals.push(error);
      });
    if (refusals.length > 0) throw refusals[0];
  }

  drift(streams: readonly Stream[]): Promise<readonly StreamDrift[]> {
    return streamDrift(
      this.pool,
      streams.flatMap((stream) => [stream, deadStream(stream)]),
    );
  }

  numbering(stream: Stream): Promise<StreamNumbering> {
    return numberingOf(this.pool, stream.name);
  }

  async publish(stream: Stream, records: readonly OutgoingRecord[]): Promise<void> {
    const { publishes } = await this.#open(stream.name);
    if (records.length) await publishes.publish(records);
  }

  async subscribe(options: SubscribeOptions): Promise<Subscription> {
    const { store } = await this.#open(options.stream.name);
    const assignment = new Assignment(this.pool, store, options.group);
    await assignment.join(this.#membership.memberId);
    const dead = deadStream(options.stream);
    const subscription = new PostgresSubscription(options, {
      store,
      heads: this.#heads,
      assignment,
      observer: this.observer,
      commits: { pool: this.pool },
      batch: {
        group: options.group,
        handle: options.handle,
        writeDeadLetters: (letters) => this.publish(dead, letters),
        observer: this.observer,
        clock: this.clock,
      },
      onStopped: (stopped) => this.#subscriptions.delete(stopped),
    });
    try {
      await subscription.start();
    } catch (error) {
      await subscription.stop();
      throw error;
    }
    // Told of changes only from here on: two assignments at once would start a partition twice.
    this.#subscriptions.add(subscription);
    // What others gave back to it before this line was announced to nobody who could take it: look once more.
    await subscription.rebalance();
    await this.#membership.announceChange();
    return subscription;
  }

  async table(options: TableOptions): Promise<TableReading> {
    if (options.stream.keep !== 'compacted')
      throw new Error(`${options.stream.name} is a log: only a compacted stream can be read as a table`);
    const { store } = await this.#open(options.stream.name);
    const at = { stream: store.name, group: null, partition: null };
    const reading = new PostgresTableReading(options, store, this.#heads, (error) =>
      this.observer.onFailure(at, error),
    );
    this.#readings.add(reading);
    return reading;
  }

  async states(streams: readonly Stream[]): Promise<readonly StreamState[]> {
    return streamStates(this.pool, this.#heads, async (name) => (await this.#open(name)).store, streams);
  }

  async read(
    streamName: string,
    partition: number,
    offset: number,
    recordsMax: number,
  ): Promise<readonly StreamRecord[]> {
    const { store } = await this.#open(streamName);
    const records: StreamRecord[] = [];
    let cursor = await store.locate(partition, offset);
    while (records.length < recordsMax) {
      const slices = await store.read(cursor, recordsMax);
      const last = slices.at(-1);
      if (!last) break;
      for (const record of slices.flatMap((slice) => slice.records))
        if (record.partition === partition && record.offset >= offset) records.push(record);
      cursor = { sequence: last.sequence + 1, day: last.day };
    }
    return records.slice(0, recordsMax);
  }

  dropExpired(now: number): Promise<readonly DroppedDay[]> {
    return dropExpiredDays(this.pool, now);
  }

  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  async #close(): Promise<void> {
    await Promise.all([...this.#subscriptions].map((subscription) => subscription.stop()));
    await Promise.all([...this.#readings].map((reading) => reading.stop()));
    await Promise.all([...this.#streams.values()].map(({ publishes }) => publishes.drained()));
    await this.#started?.catch(() => {});
    await this.#membership.stop();
  }

  async #applyOne(stream: Stream): Promise<void> {
    if (stream.keep === 'compacted' && stream.partitions !== 1)
      throw new Error(`${stream.name}: a compacted stream has one partition, not ${stream.partitions}`);
    const { rows } = await this.pool.query<{ stream_id: number; partitions: number; keep: string }>(
      `INSERT INTO messaging.streams AS s (name, keep, partitions, retention_hours) VALUES ($1, $2, $3, $4)
       ON CONFLICT (name) DO UPDATE SET retention_hours = excluded.retention_hours
       RETURNING stream_id, partitions, keep`,
      [stream.name, stream.keep, stream.partitions, stream.retentionHours],
    );
    const row = rows[0];
    if (row?.partitions !== stream.partitions || row.keep !== stream.keep)
      throw new Error(
        `${stream.name} exists as ${row?.keep} with ${row?.partitions} partitions and is declared as ${stream.keep} ` +
          `with ${stream.partitions}: keys would move to other partitions and lose their order`,
      );
    const schema =
      stream.keep === 'log' ? logSchema(row.stream_id, row.partitions) : compactedSchema(row.stream_id);
    await this.pool.query(`SELECT pg_advisory_xact_lock(${lockClass.schema}, 0);${schema}`);
  }

  async #open(name: string): Promise<OpenStream> {
    if (this.#closed) throw new Error('the log is closed');
    const open = this.#streams.get(name);
    if (open) return open;
    const { rows } = await this.pool.query<{ stream_id: number; partitions: number; keep: string }>(
      'SELECT stream_id, partitions, keep FROM messaging.streams WHERE name = $1',
      [name],
    );
    const row = rows[0];
    if (!row) throw new Error(`stream ${name} does not exist: apply the streams first`);
    await this.#start();
    return this.#streams.get(name) ?? this.#remember(name, row);
  }

  #remember(name: string, row: { stream_id: number; partitions: number; keep: string }): OpenStream {
    const store =
      row.keep === 'log'
        ? new LogStore(this.pool, this.clock, row.stream_id, name, row.partitions)
        : new CompactedStore(this.pool, this.clock, row.stream_id, name);
    const publishes = new PublishQueue({
      stream: name,
      partitions: store.partitions,
      recordsMax: chunkRecordsMax,
      bytesMax: chunkBytesMax,
      write: async (records) => {
        const head = await store.append(records, this.#membership.shouldAnnounce(store.id));
        this.#heads.advance(store.id, head);
      },
    });
    const opened = { store, publishes };
    this.#streams.set(name, opened);
    return opened;
  }

  async #start(): Promise<void> {
    this.#started ??= this.#membership.start();
    try {
      await this.#started;
    } catch (error) {
      this.#started = null;
      throw error;
    }
  }
}

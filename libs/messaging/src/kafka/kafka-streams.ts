import type { Stream } from '@kentongan/contracts';
import { type Clock, systemClock } from '@kentongan/platform';
import type { Admin, ISocketFactory, Kafka } from 'kafkajs';
import { deadStream } from '../dead-letter.js';
import { failuresToStandardError, type StreamObserver } from '../observer.js';
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
import { createClient, type KafkaSecurity, promptRetry } from './client.js';
import type { GroupTiming } from './group-member.js';
import { lagEveryMilliseconds } from './limits.js';
import { endsOf, onceLed } from './offsets.js';
import { PartitionReader } from './partition-reader.js';
import { Publisher } from './publisher.js';
import { streamStates } from './stream-states.js';
import { KafkaSubscription } from './subscription.js';
import { KafkaTableReading } from './table-reading.js';
import { applyTopics, topicDrift } from './topics.js';

export interface KafkaStreamsOptions {
  /** `host:port` of brokers to begin with. */
  readonly brokers: readonly string[];
  readonly clientId: string;
  readonly observer?: StreamObserver;
  readonly clock?: Clock;
  readonly security?: KafkaSecurity;
  readonly timing?: GroupTiming;
  /** How connections are made; tests cut them through it. */
  readonly socketFactory?: ISocketFactory;
}

const usualTiming: GroupTiming = {
  sessionMilliseconds: 10_000,
  heartbeatMilliseconds: 2_000,
  rebalanceMilliseconds: 30_000,
};

/** The stream port on Kafka, and what only this adapter needs. */
export interface KafkaStreams extends StreamPort {
  /** Rejects when the cluster does not answer. */
  ping(): Promise<void>;
}

/** Opens nothing yet: connections are made by the first call that needs them. */
export function createKafkaStreams(options: KafkaStreamsOptions): KafkaStreams {
  return new Streams(options);
}

class Streams implements KafkaStreams {
  readonly #kafka: Kafka;
  readonly #observer: StreamObserver;
  readonly #publisher: Publisher;
  readonly #subscriptions = new Set<KafkaSubscription>();
  readonly #readings = new Set<KafkaTableReading>();
  readonly #looking: NodeJS.Timeout;
  #admin: Promise<Admin> | null = null;
  #reader: PartitionReader | null = null;
  #closed: Promise<void> | null = null;

  constructor(private readonly options: KafkaStreamsOptions) {
    this.#observer = options.observer ?? failuresToStandardError;
    this.#kafka = createClient({
      ...options,
      onTrouble: (message) =>
        this.#observer.onFailure({ stream: '*', group: null, partition: null }, new Error(message)),
    });
    this.#publisher = new Publisher(this.#kafka);
    this.#looking = setInterval(() => {
      for (const subscription of this.#subscriptions) void subscription.look();
    }, lagEveryMilliseconds);
    this.#looking.unref();
  }

  async apply(streams: readonly Stream[]): Promise<void> {
    const left = await applyTopics(await this.#administration(), withDead(streams));
    const [broken] = left.filter(({ what }) => what === 'partitions');
    if (broken)
      throw new Error(
        `${broken.stream} exists with ${broken.real} partitions and is declared with ${broken.declared}: ` +
          'keys would move to other partitions and lose their order',
      );
  }

  async drift(streams: readonly Stream[]): Promise<readonly StreamDrift[]> {
    return topicDrift(await this.#administration(), withDead(streams));
  }

  async numbering({ name }: Stream): Promise<StreamNumbering> {
    this.#open();
    this.#reader ??= new PartitionReader(this.#kafka);
    const reader = this.#reader;
    return onceLed(async () => {
      const ends = await endsOf(await this.#administration(), name);
      return { identity: `kafka:${await reader.topicId(name)}`, ends: ends.map(({ high }) => high) };
    });
  }

  async publish(stream: Stream, records: readonly OutgoingRecord[]): Promise<void> {
    this.#open();
    if (records.length) await this.#publisher.publish(stream, records);
  }

  async subscribe(options: SubscribeOptions): Promise<Subscription> {
    this.#open();
    const dead = deadStream(options.stream);
    const subscription = new KafkaSubscription(options, {
      kafka: this.#kafka,
      admin: () => this.#administration(),
      timing: this.options.timing ?? usualTiming,
      observer: this.#observer,
      batch: {
        group: options.group,
        handle: options.handle,
        writeDeadLetters: (letters) => this.#publisher.publish(dead, letters),
        observer: this.#observer,
        clock: this.options.clock ?? systemClock,
      },
      onStopped: (stopped) => this.#subscriptions.delete(stopped),
    });
    this.#subscriptions.add(subscription);
    try {
      await subscription.start();
    } catch (error) {
      await subscription.stop();
      throw error;
    }
    return subscription;
  }

  async table(options: TableOptions): Promise<TableReading> {
    const { stream } = options;
    if (stream.keep !== 'compacted')
      throw new Error(`${stream.name} is a log: only a compacted stream can be read as a table`);
    this.#open();
    const reading = new KafkaTableReading(options, {
      reader: new PartitionReader(this.#kafka),
      ends: async () => (await endsOf(await this.#administration(), stream.name))[0],
      onOutage: (error) =>
        this.#observer.onFailure({ stream: stream.name, group: null, partition: null }, error),
    });
    this.#readings.add(reading);
    return reading;
  }

  async read(
    streamName: string,
    partition: number,
    offset: number,
    recordsMax: number,
  ): Promise<readonly StreamRecord[]> {
    const ends = (await endsOf(await this.#administration(), streamName))[partition];
    if (!ends) throw new Error(`${streamName} has no partition ${partition}`);
    this.#reader ??= new PartitionReader(this.#kafka);
    const records: StreamRecord[] = [];
    for (let next = Math.max(offset, ends.low); next < ends.high && records.length < recordsMax; ) {
      const page = await this.#reader.fetch(streamName, partition, next);
      const last = page.records.at(-1);
      if (!last) break;
      records.push(...page.records);
      next = last.offset + 1;
    }
    return records.slice(0, recordsMax);
  }

  async states(streams: readonly Stream[]): Promise<readonly StreamState[]> {
    return streamStates(await this.#administration(), streams);
  }

  async ping(): Promise<void> {
    await (await this.#administration()).describeCluster();
  }

  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  async #close(): Promise<void> {
    clearInterval(this.#looking);
    await Promise.all([...this.#subscriptions].map((subscription) => subscription.stop()));
    await Promise.all([...this.#readings].map((reading) => reading.stop()));
    await this.#publisher.close();
    await this.#reader?.close();
    const admin = await this.#admin?.catch(() => null);
    await admin?.disconnect();
  }

  #open(): void {
    if (this.#closed) throw new Error('the streams are closed');
  }

  #administration(): Promise<Admin> {
    if (!this.#admin) {
      const admin = this.#kafka.admin({ retry: promptRetry });
      this.#admin = admin.connect().then(() => admin);
      this.#admin.catch(() => {
        this.#admin = null;
      });
    }
    return this.#admin;
  }
}

function withDead(streams: readonly Stream[]): Stream[] {
  return streams.flatMap((stream) => [stream, deadStream(stream)]);
}

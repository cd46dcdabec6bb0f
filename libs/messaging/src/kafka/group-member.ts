import {
  type Batch,
  type Broker,
  type Cluster,
  type Consumer,
  type Kafka,
  type PartitionAssigner,
  PartitionAssigners,
} from 'kafkajs';
import { atMost, backOffMilliseconds, Signal } from '../signal.js';
import { patientRetry } from './client.js';
import { type ChunkMessage, fetchChunks } from './fetch-response.js';
import type { FetchedChunk } from './fetched-chunk.js';
import { fetchBytesMax, fetchBytesPerPartitionMax, stopMillisecondsMax } from './limits.js';

/** How soon a group notices that a member is gone. */
export interface GroupTiming {
  /** A member that was not heard of for this long has lost its partitions. */
  readonly sessionMilliseconds: number;
  /** Also how long a fetch waits for news: between two fetches there is a heartbeat. */
  readonly heartbeatMilliseconds: number;
  /** A member that does not join anew within this time is left out. */
  readonly rebalanceMilliseconds: number;
}

/** What one fetch brought from one partition. */
export interface FetchedBatch {
  readonly partition: number;
  readonly chunks: readonly FetchedChunk[];
  /** The offset that was asked for: the first chunk may begin before it. */
  readonly from: number;
  /** The end of the partition when it was fetched. */
  readonly end: number;
}

export interface GroupMemberParts {
  readonly kafka: Kafka;
  readonly groupId: string;
  readonly topic: string;
  readonly partitions: number;
  readonly timing: GroupTiming;
  /** Awaited before the group is joined (again): the last moment to commit for the present generation. */
  readonly beforeJoin: () => Promise<void>;
  /** @param isContinuous nobody else can have had these partitions since the last time */
  readonly onJoined: (partitions: readonly number[], isContinuous: boolean) => void;
  /** The next fetch begins behind what `taken` was called for. */
  readonly onBatch: (batch: FetchedBatch, taken: () => void, heartbeat: () => Promise<void>) => Promise<void>;
  /** How long the next fetch may wait for news. */
  readonly fetchWaitMilliseconds: () => number;
  /** Membership is lost with everything that was assigned; it is joined again by itself. */
  readonly onCrash: (error: unknown) => void;
}

/** A kafkajs consumer of one topic, kept alive: it fetches, hears of rebalances and joins again after every fault. */
export class GroupMember {
  readonly #closing = new Signal();
  readonly #paused = new Set<number>();
  readonly #resumed = new Signal();
  readonly #known = new WeakSet<Broker>();
  #cluster: Cluster | null = null;
  #consumer: Consumer | null = null;
  #memberId = '';
  #joinAttempts = 0;
  #reopening: Promise<void> | null = null;

  constructor(private readonly parts: GroupMemberParts) {}

  get consumer(): Consumer | null {
    return this.#consumer;
  }

  /** Resolves when the group is joined, or the first try to do so failed and goes on in the background. */
  async open(): Promise<void> {
    const { timing } = this.parts;
    const consumer = this.parts.kafka.consumer({
      groupId: this.parts.groupId,
      partitionAssigners: [this.#assigner],
      sessionTimeout: timing.sessionMilliseconds,
      heartbeatInterval: timing.heartbeatMilliseconds,
      rebalanceTimeout: timing.rebalanceMilliseconds,
      maxWaitTimeInMs: timing.heartbeatMilliseconds,
      minBytes: 1,
      maxBytes: fetchBytesMax,
      maxBytesPerPartition: fetchBytesPerPartitionMax,
      allowAutoTopicCreation: false,
      readUncommitted: true,
      retry: { ...patientRetry, restartOnFailure: async () => this.#closing.version === 0 },
    });
    consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => {
      const isContinuous = this.#joinAttempts === 1 && payload.memberId === this.#memberId;
      this.#joinAttempts = 0;
      this.#memberId = payload.memberId;
      this.parts.onJoined(payload.memberAssignment[this.parts.topic] ?? [], isContinuous);
    });
    consumer.on(consumer.events.CRASH, ({ payload }) => {
      this.#memberId = '';
      this.parts.onCrash(payload.error);
      if (!payload.restart) this.#reopening ??= this.#reopen();
    });
    this.#consumer = consumer;
    await consumer.connect();
    await consumer.subscribe({ topics: [this.parts.topic], fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      partitionsConsumedConcurrently: this.parts.partitions,
      eachBatchAutoResolve: false,
      eachBatch: ({ batch, resolveOffset, heartbeat }) =>
        this.parts.onBatch(fetchedBatch(batch), () => resolveOffset(batch.lastOffset()), heartbeat),
    });
  }

  /** Whether nothing that `partition`'s broker leads can be fetched, of what is `assigned`. */
  isStarved(partition: number, assigned: readonly number[]): boolean {
    const byLeader = this.#cluster?.findLeaderForPartitions(this.parts.topic, [...assigned]) ?? {};
    const together = Object.values(byLeader).find((each) => each.includes(partition)) ?? [];
    return together.length > 0 && together.every((each) => this.#paused.has(each));
  }

  /** Resolves when a partition may be fetched again. */
  resumed(): Promise<void> {
    return this.#resumed.changedSince(this.#resumed.version);
  }

  pause(partition: number): void {
    this.#paused.add(partition);
    this.#tell((consumer) => consumer.pause([{ topic: this.parts.topic, partitions: [partition] }]));
  }

  resume(partition: number): void {
    this.#paused.delete(partition);
    this.#resumed.fire();
    this.#tell((consumer) => consumer.resume([{ topic: this.parts.topic, partitions: [partition] }]));
  }

  seek(partition: number, offset: number): void {
    this.#tell((consumer) => consumer.seek({ topic: this.parts.topic, partition, offset: String(offset) }));
  }

  /** Leaves the group, so that others take over at once. */
  async close(): Promise<void> {
    this.#closing.fire();
    await this.#reopening;
    await atMost(this.#consumer?.disconnect().catch(() => {}) ?? Promise.resolve(), stopMillisecondsMax);
  }

  /** Between a crash and the next join there is no group to speak to; all of it is told anew after the join. */
  #tell(order: (consumer: Consumer) => void): void {
    if (!this.#consumer) return;
    try {
      order(this.#consumer);
    } catch (error) {
      if (!String(error).includes('consumer#run must be called first')) throw error;
    }
  }

  /** kafkajs gives up on errors that it holds for final; a topic may come back and a right be granted. */
  async #reopen(): Promise<void> {
    for (let failures = 1; this.#closing.version === 0; failures += 1) {
      await atMost(this.#closing.changedSince(0), backOffMilliseconds(failures));
      if (this.#closing.version > 0) break;
      try {
        // Cleared before: a crash during the opening asks for the next one.
        this.#reopening = null;
        await this.open();
        return;
      } catch (error) {
        await this.#consumer?.disconnect().catch(() => {});
        this.parts.onCrash(error);
      }
    }
  }

  /**
   * Shares partitions out round robin. kafkajs hands the assigner its connection to the cluster, and does two things
   * through it that can be reached in no other way: it looks for the coordinator at the start of each join, the one
   * place where a join can be held until work in hand is committed; and it fetches.
   */
  readonly #assigner: PartitionAssigner = (config) => {
    const { cluster } = config;
    const find = cluster.findGroupCoordinator.bind(cluster);
    cluster.findGroupCoordinator = async (group) => {
      await this.parts.beforeJoin();
      return find(group);
    };
    this.#cluster = cluster;
    this.#guideFetches(cluster);
    const roundRobin = PartitionAssigners.roundRobin(config);
    return {
      ...roundRobin,
      protocol: (subscription) => {
        this.#joinAttempts += 1;
        return roundRobin.protocol(subscription);
      },
    };
  };

  /** What is fetched comes as chunks, and no fetch waits longer than it should. */
  #guideFetches(cluster: Cluster): void {
    const findBroker = cluster.findBroker.bind(cluster);
    cluster.findBroker = async (node) => {
      const broker = await findBroker(node);
      if (this.#known.has(broker)) return broker;
      this.#known.add(broker);
      fetchChunks(broker);
      const fetch = broker.fetch.bind(broker);
      broker.fetch = (request) => fetch({ ...request, maxWaitTime: this.parts.fetchWaitMilliseconds() });
      return broker;
    };
  }
}

function fetchedBatch(batch: Batch): FetchedBatch {
  // kafkajs keeps the offset that it asked for, and its types leave that out.
  const { fetchedOffset, messages } = batch as unknown as {
    readonly fetchedOffset: string;
    readonly messages: readonly ChunkMessage[];
  };
  return {
    partition: batch.partition,
    chunks: messages.map(({ chunk }) => chunk),
    from: Number(fetchedOffset),
    end: Number(batch.highWatermark),
  };
}

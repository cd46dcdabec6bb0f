import { type Broker, type Cluster, type Kafka, PartitionAssigners } from 'kafkajs';
import type { StreamRecord } from '../stream.port.js';
import { type FetchAnswer, fetchChunks } from './fetch-response.js';
import { readBytesMax, readWaitMilliseconds } from './limits.js';
import { topicIdOf } from './topic-id.js';

export interface FetchedPage {
  readonly records: readonly StreamRecord[];
  /** The next offset to be written when the broker answered. */
  readonly end: number;
}

/** The offset is not kept any more, or never was. */
export function isOutOfRange(error: unknown): boolean {
  return (error as { name?: string }).name === 'KafkaJSOffsetOutOfRange';
}

/**
 * Fetches from one partition without a group. kafkajs has no such consumer, but hands its connection to the
 * assigner of a consumer that is created and never run: nothing is joined, committed or left behind on the broker.
 */
export class PartitionReader {
  readonly #cluster: Cluster;
  readonly #brokers = new WeakSet<Broker>();
  #connecting: Promise<void> | null = null;

  constructor(kafka: Kafka) {
    let cluster: Cluster | undefined;
    kafka.consumer({
      groupId: 'never joined',
      allowAutoTopicCreation: false,
      partitionAssigners: [
        (parts) => {
          cluster = parts.cluster;
          return PartitionAssigners.roundRobin(parts);
        },
      ],
    });
    if (!cluster) throw new Error('this kafkajs does not hand its connection to an assigner');
    this.#cluster = cluster;
  }

  /** One page from `offset` on; waits a little for news when there is nothing. Throws `isOutOfRange` errors. */
  async fetch(topic: string, partition: number, offset: number): Promise<FetchedPage> {
    try {
      return await this.#fetch(topic, partition, offset);
    } catch (error) {
      if (!isOutOfRange(error)) await this.#recover(error);
      throw error;
    }
  }

  /** What the broker tells a topic from one of the same name that was removed, or is on another cluster. */
  async topicId(topic: string): Promise<string> {
    try {
      return await topicIdOf(await this.#leaderOf(topic, 0), topic);
    } catch (error) {
      await this.#recover(error);
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.#cluster.disconnect();
  }

  async #fetch(topic: string, partition: number, offset: number): Promise<FetchedPage> {
    const broker = await this.#leaderOf(topic, partition);
    const { responses } = (await broker.fetch({
      isolationLevel: 0,
      maxWaitTime: readWaitMilliseconds,
      minBytes: 1,
      maxBytes: readBytesMax,
      rackId: '',
      topics: [{ topic, partitions: [{ partition, fetchOffset: String(offset), maxBytes: readBytesMax }] }],
    })) as FetchAnswer;
    const answer = responses[0]?.partitions[0];
    const records: StreamRecord[] = [];
    for (const { chunk } of answer?.messages ?? []) {
      chunk.skipTo(offset);
      chunk.take(records, Number.POSITIVE_INFINITY);
    }
    return { records, end: Number(answer?.highWatermark ?? offset) };
  }

  async #leaderOf(topic: string, partition: number): Promise<Broker> {
    this.#connecting ??= this.#cluster.connect();
    await this.#connecting;
    await this.#cluster.addTargetTopic(topic);
    await this.#cluster.refreshMetadataIfNecessary();
    const [nodeId] = Object.keys(this.#cluster.findLeaderForPartitions(topic, [partition]));
    if (nodeId === undefined) throw new Error(`${topic} has no partition ${partition}`);
    const broker = await this.#cluster.findBroker({ nodeId });
    if (!this.#brokers.has(broker)) fetchChunks(broker);
    this.#brokers.add(broker);
    return broker;
  }

  /** Looks again who leads; the caller waits and tries again. */
  async #recover(error: unknown): Promise<void> {
    this.#connecting = null;
    const { host, port } = error as { host?: string; port?: number };
    if (host !== undefined && port !== undefined) this.#cluster.removeBroker({ host, port });
    await this.#cluster.refreshMetadata().catch(() => {});
  }
}

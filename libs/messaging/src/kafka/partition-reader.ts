import { type Broker, type Cluster, type Kafka, type KafkaMessage, PartitionAssigners } from 'kafkajs';
import type { StreamRecord } from '../stream.port.js';
import { readBytesMax, readWaitMilliseconds } from './limits.js';
import { recordsOf } from './records.js';
import { topicIdOf } from './topic-id.js';

interface FetchedPartition {
  readonly highWatermark: string;
  readonly messages: readonly KafkaMessage[];
}

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
      const { messages, highWatermark } = await this.#fetch(topic, partition, offset);
      const wanted = messages.filter((message) => Number(message.offset) >= offset);
      return { records: recordsOf(partition, wanted, 0), end: Number(highWatermark) };
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

  async #fetch(topic: string, partition: number, offset: number): Promise<FetchedPartition> {
    const broker = await this.#leaderOf(topic, partition);
    const { responses } = (await broker.fetch({
      isolationLevel: 0,
      maxWaitTime: readWaitMilliseconds,
      minBytes: 1,
      maxBytes: readBytesMax,
      rackId: '',
      topics: [{ topic, partitions: [{ partition, fetchOffset: String(offset), maxBytes: readBytesMax }] }],
    })) as { responses: readonly { partitions: readonly FetchedPartition[] }[] };
    return responses[0]?.partitions[0] ?? { highWatermark: String(offset), messages: [] };
  }

  async #leaderOf(topic: string, partition: number): Promise<Broker> {
    this.#connecting ??= this.#cluster.connect();
    await this.#connecting;
    await this.#cluster.addTargetTopic(topic);
    await this.#cluster.refreshMetadataIfNecessary();
    const [nodeId] = Object.keys(this.#cluster.findLeaderForPartitions(topic, [partition]));
    if (nodeId === undefined) throw new Error(`${topic} has no partition ${partition}`);
    return this.#cluster.findBroker({ nodeId });
  }

  /** Looks again who leads; the caller waits and tries again. */
  async #recover(error: unknown): Promise<void> {
    this.#connecting = null;
    const { host, port } = error as { host?: string; port?: number };
    if (host !== undefined && port !== undefined) this.#cluster.removeBroker({ host, port });
    await this.#cluster.refreshMetadata().catch(() => {});
  }
}

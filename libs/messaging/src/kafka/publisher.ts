import type { Stream } from '@kentongan/contracts';
import { CompressionTypes, type ICustomPartitioner, type Kafka, type Message, type Producer } from 'kafkajs';
import { PublishQueue } from '../publish-queue.js';
import type { OutgoingRecord } from '../stream.port.js';
import { patientRetry } from './client.js';
import { requestMillisecondsMax, sendBytesMax, sendRecordsMax } from './limits.js';
import { messageOf } from './records.js';

/** A message for a partition that does not exist would silently be left out by kafkajs. */
const placedBefore: ICustomPartitioner =
  () =>
  ({ topic, partitionMetadata, message }) => {
    const partition = message.partition ?? -1;
    if (!partitionMetadata.some(({ partitionId }) => partitionId === partition))
      throw new Error(
        `${topic} has ${partitionMetadata.length} partitions and none with number ${partition}`,
      );
    return partition;
  };

interface Lease {
  readonly producer: Producer;
  readonly connected: Promise<void>;
  users: number;
  isRetired: boolean;
}

/**
 * Publishes through an idempotent producer. After a failed send nobody knows whether it was written; the next send
 * of the same producer would carry the same sequence numbers, and the broker would take it for the failed one and
 * drop it. So a producer that failed once is never used again.
 */
export class Publisher {
  readonly #queues = new Map<string, PublishQueue>();
  #lease: Lease | null = null;
  #disconnecting = new Set<Promise<void>>();

  constructor(private readonly kafka: Kafka) {}

  publish(stream: Stream, records: readonly OutgoingRecord[]): Promise<void> {
    let queue = this.#queues.get(stream.name);
    if (!queue) {
      queue = new PublishQueue({
        stream: stream.name,
        partitions: stream.partitions,
        recordsMax: sendRecordsMax,
        bytesMax: sendBytesMax,
        write: (placed) => this.#send(stream.name, placed.map(messageOf)),
      });
      this.#queues.set(stream.name, queue);
    }
    return queue.publish(records);
  }

  /** Resolves when all that was published is settled and the connections are closed. */
  async close(): Promise<void> {
    await Promise.all([...this.#queues.values()].map((queue) => queue.drained()));
    if (this.#lease) this.#retire(this.#lease);
    await Promise.all(this.#disconnecting);
  }

  async #send(topic: string, messages: Message[]): Promise<void> {
    const lease = this.#take();
    try {
      await lease.connected;
      await lease.producer.send({
        topic,
        messages,
        acks: -1,
        timeout: requestMillisecondsMax,
        compression: CompressionTypes.GZIP,
      });
      lease.users -= 1;
    } catch (error) {
      lease.users -= 1;
      this.#retire(lease);
      throw error;
    }
    if (lease.isRetired) this.#retire(lease);
  }

  #take(): Lease {
    if (!this.#lease) {
      const producer = this.kafka.producer({
        idempotent: true,
        createPartitioner: placedBefore,
        allowAutoTopicCreation: false,
        retry: patientRetry,
      });
      this.#lease = { producer, connected: producer.connect(), users: 0, isRetired: false };
    }
    this.#lease.users += 1;
    return this.#lease;
  }

  /** Other sends in flight may end with it; the last one closes it. */
  #retire(lease: Lease): void {
    lease.isRetired = true;
    if (this.#lease === lease) this.#lease = null;
    if (lease.users > 0) return;
    const disconnecting = lease.producer
      .disconnect()
      .catch(() => {})
      .finally(() => this.#disconnecting.delete(disconnecting));
    this.#disconnecting.add(disconnecting);
  }
}

import { partitionOf } from './partition.js';
import type { OutgoingRecord } from './stream.port.js';

/** One message, as Kafka's default `message.max.bytes`. Dead letters may pass it by their own headers. */
const valueBytesMax = 1_000_000;
/** Publishes that wait for the one in flight, for each stream; past this, publishing is refused. */
const publishQueueBytesMax = 64_000_000;

/** What a record weighs besides its value, roughly: key, headers, framing. */
const recordOverheadBytes = 200;

/**
 * Writes of one stream begin at least this far apart, so that publishes shortly after each other share one: an append
 * costs a wait for the disk, and a round of every consumer. The first after a silence goes at once.
 */
const writeEveryMilliseconds = 20;

/** A record on its way to a stream, with its partition chosen. */
export interface PlacedRecord extends OutgoingRecord {
  readonly partition: number;
}

export interface PublishQueueParts {
  readonly stream: string;
  readonly partitions: number;
  /** The most that `write` is given at once. */
  readonly recordsMax: number;
  readonly bytesMax: number;
  /** Resolves when the records are durable. */
  readonly write: (records: readonly PlacedRecord[]) => Promise<void>;
}

interface Publish {
  readonly records: readonly PlacedRecord[];
  readonly bytes: number;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Group commit: one write of a stream is in flight at a time, and all publishes that arrive meanwhile share the
 * next one. So the number of writes falls as the load rises, and the order of calls is the order in the stream.
 */
export class PublishQueue {
  #waiting: Publish[] = [];
  #waitingBytes = 0;
  #running: Promise<void> | null = null;
  #writtenAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly parts: PublishQueueParts) {}

  /** Resolves when all records are durable. A rejection means: perhaps durable, publish again (effects are idempotent). */
  async publish(records: readonly OutgoingRecord[]): Promise<void> {
    const bytes = records.reduce((sum, record) => sum + weigh(record, this.parts.stream), 0);
    if (this.#waitingBytes + bytes > publishQueueBytesMax && this.#waiting.length > 0)
      throw new Error(`${this.parts.stream}: more than ${publishQueueBytesMax} bytes wait to be published`);
    const settled: Promise<void>[] = [];
    for (const part of this.#split(records)) {
      const placed = part.map((record) => ({
        ...record,
        partition: partitionOf(record.key, this.parts.partitions),
      }));
      settled.push(this.#enqueue(placed));
    }
    await Promise.all(settled);
  }

  /** Resolves when nothing is in flight or waiting any more. */
  async drained(): Promise<void> {
    while (this.#running) await this.#running;
  }

  #enqueue(records: readonly PlacedRecord[]): Promise<void> {
    const bytes = records.reduce((sum, record) => sum + weigh(record, this.parts.stream), 0);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ records, bytes, resolve, reject });
      this.#waitingBytes += bytes;
      this.#running ??= this.#run();
    });
  }

  async #run(): Promise<void> {
    // Publishes of the same turn of the event loop belong into the same write.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#waiting.length > 0) {
      const wait = this.#writtenAt + writeEveryMilliseconds - performance.now();
      if (wait > 0 && this.#waitingBytes < this.parts.bytesMax)
        await new Promise((resolve) => setTimeout(resolve, wait));
      this.#writtenAt = performance.now();
      await this.#writeNext();
    }
    this.#running = null;
  }

  async #writeNext(): Promise<void> {
    let taken = 0;
    let records = 0;
    let bytes = 0;
    for (const publish of this.#waiting) {
      if (
        taken &&
        (records + publish.records.length > this.parts.recordsMax ||
          bytes + publish.bytes > this.parts.bytesMax)
      )
        break;
      taken += 1;
      records += publish.records.length;
      bytes += publish.bytes;
    }
    const publishes = this.#waiting.splice(0, taken);
    this.#waitingBytes -= bytes;
    try {
      await this.parts.write(publishes.flatMap((publish) => publish.records));
      for (const publish of publishes) publish.resolve();
    } catch (error) {
      for (const publish of publishes) publish.reject(error);
    }
  }

  /** Cuts a large publish into parts that fit one write each; their order is kept. */
  *#split(records: readonly OutgoingRecord[]): Generator<readonly OutgoingRecord[]> {
    let start = 0;
    let bytes = 0;
    for (const [index, record] of records.entries()) {
      const weight = (record.value?.byteLength ?? 0) + record.key.length + recordOverheadBytes;
      if (index > start && (index - start >= this.parts.recordsMax || bytes + weight > this.parts.bytesMax)) {
        yield records.slice(start, index);
        start = index;
        bytes = 0;
      }
      bytes += weight;
    }
    if (start < records.length) yield records.slice(start);
  }
}

function weigh(record: OutgoingRecord, stream: string): number {
  const bytes = record.value?.byteLength ?? 0;
  if (bytes > valueBytesMax)
    throw new Error(`${stream}: a message of ${bytes} bytes is over the limit of ${valueBytesMax}`);
  return bytes + record.key.length + recordOverheadBytes;
}

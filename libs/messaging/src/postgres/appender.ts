import { partitionOf } from '../partition.js';
import type { OutgoingRecord } from '../stream.port.js';
import type { PlacedRecord } from './chunk.js';
import type { Head } from './heads.js';
import { chunkBytesMax, chunkRecordsMax, publishQueueBytesMax, valueBytesMax } from './limits.js';
import type { StreamStore } from './stream-store.js';

/** What a record weighs besides its value, roughly: key, headers, framing. */
const recordOverheadBytes = 200;

/** Appends of one stream begin at least this far apart, so that single messages in a row share transactions. */
const appendEveryMilliseconds = 2;

interface Publish {
  readonly records: readonly PlacedRecord[];
  readonly bytes: number;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Group commit: one append of a stream is in flight at a time, and all publishes that arrive meanwhile share the
 * next one. So the number of transactions falls as the load rises, and the order of calls is the order in the log.
 */
export class Appender {
  #waiting: Publish[] = [];
  #waitingBytes = 0;
  #running: Promise<void> | null = null;
  #appendedAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly store: StreamStore,
    private readonly announce: () => boolean,
    private readonly onAppended: (head: Head) => void,
  ) {}

  /** Resolves when all records are durable. A rejection means: perhaps durable, publish again (effects are idempotent). */
  async publish(records: readonly OutgoingRecord[]): Promise<void> {
    const bytes = records.reduce((sum, record) => sum + weigh(record, this.store.name), 0);
    if (this.#waitingBytes + bytes > publishQueueBytesMax && this.#waiting.length > 0)
      throw new Error(`${this.store.name}: more than ${publishQueueBytesMax} bytes wait to be published`);
    const settled: Promise<void>[] = [];
    for (const part of split(records)) {
      const placed = part.map((record) => ({
        ...record,
        partition: partitionOf(record.key, this.store.partitions),
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
    const bytes = records.reduce((sum, record) => sum + weigh(record, this.store.name), 0);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ records, bytes, resolve, reject });
      this.#waitingBytes += bytes;
      this.#running ??= this.#run();
    });
  }

  async #run(): Promise<void> {
    // Publishes of the same turn of the event loop belong into the same append.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#waiting.length > 0) {
      const wait = this.#appendedAt + appendEveryMilliseconds - performance.now();
      if (wait > 0 && this.#waitingBytes < chunkBytesMax)
        await new Promise((resolve) => setTimeout(resolve, wait));
      this.#appendedAt = performance.now();
      await this.#appendNext();
    }
    this.#running = null;
  }

  async #appendNext(): Promise<void> {
    let taken = 0;
    let records = 0;
    let bytes = 0;
    for (const publish of this.#waiting) {
      if (
        taken &&
        (records + publish.records.length > chunkRecordsMax || bytes + publish.bytes > chunkBytesMax)
      )
        break;
      taken += 1;
      records += publish.records.length;
      bytes += publish.bytes;
    }
    const publishes = this.#waiting.splice(0, taken);
    this.#waitingBytes -= bytes;
    try {
      const all = publishes.flatMap((publish) => publish.records);
      const head = await this.store.append(all, this.announce());
      this.onAppended(head);
      for (const publish of publishes) publish.resolve();
    } catch (error) {
      for (const publish of publishes) publish.reject(error);
    }
  }
}

function weigh(record: OutgoingRecord, stream: string): number {
  const bytes = record.value?.byteLength ?? 0;
  if (bytes > valueBytesMax)
    throw new Error(`${stream}: a message of ${bytes} bytes is over the limit of ${valueBytesMax}`);
  return bytes + record.key.length + recordOverheadBytes;
}

/** Cuts a large publish into parts that fit one append each; their order is kept. */
function* split(records: readonly OutgoingRecord[]): Generator<readonly OutgoingRecord[]> {
  let start = 0;
  let bytes = 0;
  for (const [index, record] of records.entries()) {
    const weight = (record.value?.byteLength ?? 0) + record.key.length + recordOverheadBytes;
    if (index > start && (index - start >= chunkRecordsMax || bytes + weight > chunkBytesMax)) {
      yield records.slice(start, index);
      start = index;
      bytes = 0;
    }
    bytes += weight;
  }
  if (start < records.length) yield records.slice(start);
}

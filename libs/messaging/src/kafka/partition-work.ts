import { type BatchParts, processBatch } from '../process-batch.js';
import type { Retries } from '../settle.js';
import { backOffMilliseconds, Signal } from '../signal.js';
import type { StreamRecord } from '../stream.port.js';
import { waitingBatchesMax, waitingBytesMax } from './limits.js';

const recordOverheadBytes = 200;

/** One partition in the hands of one member: what was fetched and waits, what is in work, and what holds it up. */
export class PartitionWork {
  /** Fires when there may be room again, or when it is over. */
  readonly changed = new Signal();
  /** Set while a handler has records of this partition. */
  busy = false;
  /** Somebody else owns it now: results of a batch in work must not be committed. */
  lost = false;
  /** The fetch leaves it out, because enough waits. */
  paused = false;
  /** Where to begin is not known yet. */
  isOpening = false;
  toldCaughtUp = false;
  /** Looks at the end of the partition since something came from it. */
  quietLooks = 0;
  /** Ends the pause of a partition that is held up. */
  timer: NodeJS.Timeout | undefined;
  /** Milliseconds of `performance.now()` before which nothing is handed out. */
  notBefore = 0;
  /** Next offset to hand out; null until it is known. */
  position: number | null = null;
  /** Next offset to fetch; null until something was fetched. */
  fetched: number | null = null;
  committed: number | null = null;
  /** The end of the partition as of the last look. */
  end: number | null = null;
  running: Promise<void> = Promise.resolve();
  #waiting: StreamRecord[] = [];
  #waitingBytes = 0;
  #retries: Retries | null = null;
  #failures = 0;

  constructor(
    readonly partition: number,
    private readonly batchMessagesMax: number,
  ) {}

  get isReady(): boolean {
    return this.#waiting.length > 0 && !this.busy && !this.lost && performance.now() >= this.notBefore;
  }

  get isIdle(): boolean {
    return this.#waiting.length === 0 && !this.busy;
  }

  get isFull(): boolean {
    return this.#fills(1);
  }

  /** Half empty: worth to be fetched again before it runs dry. */
  get hasRoom(): boolean {
    return !this.#fills(0.5);
  }

  /** How many records the next batch has. */
  get nextMessages(): number {
    return Math.min(this.#waiting.length, this.batchMessagesMax);
  }

  get lag(): number {
    return Math.max(0, (this.end ?? 0) - (this.committed ?? this.position ?? 0));
  }

  /** @param fetched the next offset to fetch @param end the end of the partition when it was fetched */
  add(records: readonly StreamRecord[], fetched: number, end: number): void {
    for (const record of records) {
      this.#waiting.push(record);
      this.#waitingBytes += weigh(record);
    }
    this.position ??= records[0]?.offset ?? fetched;
    this.fetched = fetched;
    this.end = end;
    this.toldCaughtUp = false;
    this.quietLooks = 0;
  }

  /** Hands the next records to the handler. Returns the offset to commit, or null when nothing more is finished. */
  async run(stream: string, parts: BatchParts): Promise<number | null> {
    const records = this.#waiting.slice(0, this.batchMessagesMax);
    const first = records[0]?.offset ?? 0;
    this.busy = true;
    const processed = await processBatch(
      { stream, partition: this.partition, records },
      this.#retries,
      parts,
    );
    this.busy = false;
    const finished = processed.kind === 'settled' ? (processed.nextOffset ?? first) : first;
    if (processed.kind === 'failed') {
      this.#failures += 1;
      this.notBefore = performance.now() + backOffMilliseconds(this.#failures);
    } else {
      this.#failures = 0;
      this.#retries = processed.retries;
      if (processed.pauseMilliseconds !== null)
        this.notBefore = performance.now() + processed.pauseMilliseconds;
    }
    this.#drop(finished);
    this.position = finished;
    this.changed.fire();
    return finished > first ? finished : null;
  }

  #drop(finished: number): void {
    let count = 0;
    for (const record of this.#waiting) {
      if (record.offset >= finished) break;
      this.#waitingBytes -= weigh(record);
      count += 1;
    }
    this.#waiting.splice(0, count);
  }

  #fills(share: number): boolean {
    return (
      this.#waitingBytes >= waitingBytesMax * share ||
      this.#waiting.length >= this.batchMessagesMax * waitingBatchesMax * share
    );
  }
}

function weigh(record: StreamRecord): number {
  return (record.value?.byteLength ?? 0) + recordOverheadBytes;
}

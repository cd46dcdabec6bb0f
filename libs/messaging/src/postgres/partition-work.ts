import { type BatchParts, processBatch } from '../process-batch.js';
import type { Retries } from '../settle.js';
import { backOffMilliseconds } from '../signal.js';
import type { StreamRecord } from '../stream.port.js';
import type { ReadingPlace } from './round.js';
import type { Cursor } from './stream-store.js';

/** One partition in the hands of one member: how far it is read, and what holds it up. */
export class PartitionWork implements ReadingPlace {
  /** Set while a handler has records of this partition. */
  busy = false;
  /** A newcomer is due this partition: no new batch, give it back. */
  leaving = false;
  /** Somebody else owns it now: results of a batch in work must not be committed. */
  lost = false;
  toldCaughtUp = false;
  /** Milliseconds of `performance.now()` before which nothing is handed out. */
  notBefore = 0;
  #retries: Retries | null = null;
  #failures = 0;

  constructor(
    readonly partition: number,
    readonly epoch: number,
    public cursor: Cursor,
    public position: number,
    /** Next offset to commit, as far as this member knows. */
    public committed: number,
  ) {}

  get free(): boolean {
    return !this.busy && !this.leaving && !this.lost && performance.now() >= this.notBefore;
  }

  /**
   * Hands the records to the handler. Afterwards `position` stands on the first record that is not finished.
   * @param before where this partition was read from when the records were taken
   */
  async run(
    stream: string,
    records: readonly StreamRecord[],
    before: Cursor,
    parts: BatchParts,
  ): Promise<void> {
    this.busy = true;
    const processed = await processBatch(
      { stream, partition: this.partition, records, isShared: true },
      this.#retries,
      parts,
    );
    this.busy = false;
    const first = records[0]?.offset ?? this.position;
    const finished = processed.kind === 'settled' ? (processed.nextOffset ?? first) : first;
    if (processed.kind === 'failed') {
      this.#failures += 1;
      this.#holdUp(backOffMilliseconds(this.#failures), first, before);
    } else {
      this.#failures = 0;
      this.#retries = processed.retries;
      if (processed.pauseMilliseconds !== null) this.#holdUp(processed.pauseMilliseconds, finished, before);
    }
    if (finished > first) this.committed = finished;
  }

  #holdUp(milliseconds: number, position: number, cursor: Cursor): void {
    this.notBefore = performance.now() + milliseconds;
    this.position = position;
    this.cursor = cursor;
  }
}

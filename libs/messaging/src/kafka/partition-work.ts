import { type BatchParts, processBatch } from '../process-batch.js';
import type { Retries } from '../settle.js';
import { backOffMilliseconds, Signal } from '../signal.js';
import type { StreamRecord } from '../stream.port.js';
import type { FetchedChunk } from './fetched-chunk.js';
import { waitingBatchesMax, waitingBytesMax } from './limits.js';

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
  /** Records that were handed out and are not finished: they come again first. */
  #unfinished: StreamRecord[] = [];
  readonly #waiting: FetchedChunk[] = [];
  /** Of `#waiting`. */
  #waitingRecords = 0;
  #waitingBytes = 0;
  #retries: Retries | null = null;
  #failures = 0;

  constructor(
    readonly partition: number,
    private readonly batchMessagesMax: number,
  ) {}

  get isReady(): boolean {
    return this.#count > 0 && !this.busy && !this.lost && performance.now() >= this.notBefore;
  }

  get isIdle(): boolean {
    return this.#count === 0 && !this.busy;
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
    return Math.min(this.#count, this.batchMessagesMax);
  }

  get lag(): number {
    return Math.max(0, (this.end ?? 0) - (this.committed ?? this.position ?? 0));
  }

  /**
   * Takes what was fetched, from offset `known` on: what is before it was not asked for, or waits already.
   * @param end the end of the partition when it was fetched
   */
  add(chunks: readonly FetchedChunk[], known: number, end: number): void {
    let fetched = known;
    for (const chunk of chunks) {
      const { firstOffset, lastOffset } = chunk.header;
      if (lastOffset < known) continue;
      chunk.skipTo(known);
      fetched = lastOffset + 1;
      this.position ??= Math.max(known, firstOffset);
      if (chunk.left === 0) continue;
      this.#waiting.push(chunk);
      this.#waitingRecords += chunk.left;
      this.#waitingBytes += chunk.byteLength;
    }
    this.position ??= fetched;
    this.fetched = fetched;
    this.end = end;
    this.toldCaughtUp = false;
    this.quietLooks = 0;
  }

  /** Hands the next records to the handler. Returns the offset to commit, or null when nothing more is finished. */
  async run(stream: string, parts: BatchParts): Promise<number | null> {
    this.busy = true;
    const processed = this.#read(stream, parts)
      ? await processBatch(
          { stream, partition: this.partition, records: this.#unfinished },
          this.#retries,
          parts,
        )
      : unreadable;
    this.busy = false;
    const first = this.#unfinished[0]?.offset ?? this.position ?? 0;
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

  /** Makes records of the next batch's bytes; false, and the observer is told, when the first of them is none. */
  #read(stream: string, { observer, group }: BatchParts): boolean {
    try {
      while (this.#unfinished.length < this.batchMessagesMax) {
        const chunk = this.#waiting[0];
        if (!chunk) return true;
        const before = chunk.left;
        try {
          chunk.take(this.#unfinished, this.batchMessagesMax);
        } finally {
          this.#waitingRecords -= before - chunk.left;
        }
        if (chunk.left > 0) return true;
        this.#waiting.shift();
        this.#waitingBytes -= chunk.byteLength;
      }
    } catch (error) {
      // Those before it are handled first: alone, it fails again.
      if (this.#unfinished.length > 0) return true;
      observer.onFailure({ stream, group, partition: this.partition }, error);
      return false;
    }
    return true;
  }

  /** A handler may keep the list that it was given. */
  #drop(finished: number): void {
    const kept = this.#unfinished.findIndex(({ offset }) => offset >= finished);
    this.#unfinished = kept < 0 ? [] : this.#unfinished.slice(kept);
  }

  get #count(): number {
    return this.#unfinished.length + this.#waitingRecords;
  }

  #fills(share: number): boolean {
    return (
      this.#waitingBytes >= waitingBytesMax * share ||
      this.#count >= this.batchMessagesMax * waitingBatchesMax * share
    );
  }
}

const unreadable = { kind: 'failed' } as const;

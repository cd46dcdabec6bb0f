import { atMost, backOffMilliseconds, Signal } from '../signal.js';
import type { StreamRecord, TableOptions, TableReading } from '../stream.port.js';
import type { PartitionEnds } from './offsets.js';
import { isOutOfRange, type PartitionReader } from './partition-reader.js';

export interface TableParts {
  readonly reader: PartitionReader;
  readonly ends: () => Promise<PartitionEnds | undefined>;
  readonly onOutage: (error: unknown) => void;
}

/** Reads a compacted topic from the start, then goes on with what is new. Outages are waited out, a throw ends it. */
export class KafkaTableReading implements TableReading {
  readonly #progress = new Signal();
  readonly #stopSignal = new Signal();
  readonly #running: Promise<void>;
  #next = 0;
  /** Everything before it was delivered, or is no longer kept. */
  #reached = 0;
  #stopping = false;
  #failure: { readonly error: unknown } | null = null;

  constructor(
    private readonly options: TableOptions,
    private readonly parts: TableParts,
  ) {
    this.#running = this.#run();
  }

  async caughtUp(): Promise<void> {
    const target = (await this.parts.ends())?.high ?? 0;
    while (this.#reached < target || this.#failure) {
      if (this.#failure) throw this.#failure.error;
      if (this.#stopping)
        throw new Error(`${this.options.stream.name}: the reading was stopped before it caught up`);
      await this.#progress.changedSince(this.#progress.version);
    }
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    this.#stopSignal.fire();
    this.#progress.fire();
    await this.#running;
    await this.parts.reader.close();
  }

  async #run(): Promise<void> {
    for (let failures = 0; !this.#stopping && !this.#failure; ) {
      try {
        await this.#deliverNext();
        failures = 0;
      } catch (error) {
        failures += 1;
        this.parts.onOutage(error);
        await atMost(this.#stopSignal.changedSince(0), backOffMilliseconds(failures));
      }
    }
    this.#progress.fire();
  }

  async #deliverNext(): Promise<void> {
    const page = await this.#fetch();
    for (const record of page.records) {
      if (this.#stopping || !this.#deliver(record)) return;
      this.#next = record.offset + 1;
    }
    // Nothing from `next` on though the end lies behind it: what was there has been compacted away.
    this.#reached = page.records.length ? this.#next : Math.max(this.#next, page.end);
    this.#progress.fire();
  }

  async #fetch() {
    try {
      return await this.parts.reader.fetch(this.options.stream.name, 0, this.#next);
    } catch (error) {
      if (!isOutOfRange(error)) throw error;
      this.#next = (await this.parts.ends())?.low ?? 0;
      return this.parts.reader.fetch(this.options.stream.name, 0, this.#next);
    }
  }

  #deliver(record: StreamRecord): boolean {
    try {
      this.options.onRecord(record);
      return true;
    } catch (error) {
      this.#failure = { error };
      this.options.onFailure(error);
      return false;
    }
  }
}

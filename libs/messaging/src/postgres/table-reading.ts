import { atMost, backOffMilliseconds, Signal } from '../signal.js';
import type { TableOptions, TableReading } from '../stream.port.js';
import type { Heads } from './heads.js';
import type { StreamStore } from './stream-store.js';

const readRecordsMax = 1_000;

/** Reads a compacted stream from the start, then goes on with what is new. Outages are waited out, a throw ends it. */
export class PostgresTableReading implements TableReading {
  readonly #signal = new Signal();
  readonly #progress = new Signal();
  readonly #unwatch: () => void;
  readonly #running: Promise<void>;
  #next = 0;
  #stopping = false;
  #failure: { readonly error: unknown } | null = null;

  constructor(
    private readonly options: TableOptions,
    private readonly store: StreamStore,
    private readonly heads: Heads,
    private readonly onOutage: (error: unknown) => void,
  ) {
    this.#unwatch = heads.watch(store.id, this.#signal);
    this.#running = this.#run();
  }

  async caughtUp(): Promise<void> {
    await this.heads.refresh([this.store.id]);
    const target = this.heads.get(this.store.id)?.sequence ?? -1;
    while (this.#next <= target) {
      if (this.#failure) throw this.#failure.error;
      if (this.#stopping) throw new Error(`${this.store.name}: the reading was stopped before it caught up`);
      await this.#progress.changedSince(this.#progress.version);
    }
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    this.#signal.fire();
    this.#progress.fire();
    await this.#running;
    this.#unwatch();
  }

  async #run(): Promise<void> {
    for (let failures = 0; !this.#stopping && !this.#failure; ) {
      const seen = this.#signal.version;
      try {
        if (this.#next === 0) await this.heads.refresh([this.store.id]);
        const head = this.heads.get(this.store.id)?.sequence ?? -1;
        if (this.#next > head) await this.#signal.changedSince(seen);
        else await this.#deliverNext();
        failures = 0;
      } catch (error) {
        failures += 1;
        this.onOutage(error);
        await atMost(this.#signal.changedSince(seen), backOffMilliseconds(failures));
      }
    }
    this.#progress.fire();
  }

  async #deliverNext(): Promise<void> {
    const slices = await this.store.read({ sequence: this.#next, day: '' }, readRecordsMax);
    for (const record of slices.flatMap((slice) => slice.records)) {
      if (this.#stopping) return;
      try {
        this.options.onRecord(record);
      } catch (error) {
        this.#failure = { error };
        this.options.onFailure(error);
        return;
      }
      this.#next = record.offset + 1;
    }
    this.#progress.fire();
  }
}

import type pg from 'pg';
import { backOffMilliseconds } from '../signal.js';
import { queryTimeoutMilliseconds } from './limits.js';

/** Commits of all partitions of a subscription share one query, at most this often. A crash brings that much again. */
const commitEveryMilliseconds = 200;

interface Mark {
  readonly epoch: number;
  readonly offset: number;
}

export interface CommitterParts {
  readonly pool: pg.Pool;
  readonly streamId: number;
  readonly group: string;
  readonly subscriptionId: number;
  /** Someone else owns the partition now: this member was taken for dead. */
  readonly onRefused: (partition: number, epoch: number) => void;
  readonly onFailure: (error: unknown) => void;
}

/** Writes down how far a subscription is, after the effects are durable and never before. */
export class Committer {
  #marks = new Map<number, Mark>();
  #timer: NodeJS.Timeout | undefined;
  #flushing: Promise<boolean> | null = null;
  #failures = 0;

  constructor(private readonly parts: CommitterParts) {}

  mark(partition: number, epoch: number, offset: number): void {
    this.#marks.set(partition, { epoch, offset });
    this.#timer ??= setTimeout(() => void this.#flush(), commitEveryMilliseconds);
  }

  /** Writes what is marked now; false when the database refused to answer (it is tried again later). */
  async flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#flushing) await this.#flushing;
    return this.#marks.size === 0 || (await this.#flush());
  }

  /** Forgets what is not written yet: those messages come again. */
  discard(): void {
    clearTimeout(this.#timer);
    this.#marks.clear();
  }

  #flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    this.#flushing ??= this.#write().finally(() => {
      this.#flushing = null;
      this.#timer = undefined;
      if (this.#marks.size === 0) return;
      const wait = this.#failures ? backOffMilliseconds(this.#failures) : commitEveryMilliseconds;
      this.#timer = setTimeout(() => void this.#flush(), wait);
    });
    return this.#flushing;
  }

  async #write(): Promise<boolean> {
    const marks = this.#marks;
    this.#marks = new Map();
    const entries = [...marks];
    if (entries.length === 0) return true;
    try {
      const { rows } = await this.parts.pool.query<{ partition: number }>({
        name: 'commit',
        text: 'SELECT messaging.commit($1, $2, $3, $4, $5, $6) AS partition',
        values: [
          this.parts.streamId,
          this.parts.group,
          this.parts.subscriptionId,
          entries.map(([partition]) => partition),
          entries.map(([, mark]) => mark.epoch),
          entries.map(([, mark]) => mark.offset),
        ],
        query_timeout: queryTimeoutMilliseconds,
      } as pg.QueryConfig);
      this.#failures = 0;
      const accepted = new Set(rows.map((row) => row.partition));
      for (const [partition, mark] of entries)
        if (!accepted.has(partition)) this.parts.onRefused(partition, mark.epoch);
      return true;
    } catch (error) {
      this.#failures += 1;
      for (const [partition, mark] of entries)
        if (!this.#marks.has(partition)) this.#marks.set(partition, mark);
      this.parts.onFailure(error);
      return false;
    }
  }
}

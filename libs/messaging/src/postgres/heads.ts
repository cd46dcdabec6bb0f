import type pg from 'pg';
import type { Signal } from '../signal.js';
import { queryTimeoutMilliseconds } from './limits.js';

/** How far a stream is written. */
export interface Head {
  /** Sequence of the newest append (log) or offset of the newest record (compacted); 0 or −1 before the first. */
  readonly sequence: number;
  readonly nextOffsets: readonly number[];
}

/** Parses PostgreSQL's `{1,2,3}`. */
export function parseOffsets(text: string): number[] {
  return text.slice(1, -1).split(',').map(Number);
}

/**
 * What this process knows of how far each stream is written: told by its own appends, and asked of the database
 * when others may have written. Readers sleep until the head passes them, so an idle log costs them no query.
 */
export class Heads {
  readonly #heads = new Map<number, Head>();
  readonly #watchers = new Map<number, Set<Signal>>();

  constructor(private readonly pool: pg.Pool) {}

  get(streamId: number): Head | null {
    return this.#heads.get(streamId) ?? null;
  }

  /** Takes note of a committed append and wakes the readers. An older answer never takes the head back. */
  advance(streamId: number, head: Head): void {
    const known = this.#heads.get(streamId);
    if (known && known.sequence >= head.sequence) return;
    this.#heads.set(streamId, head);
    for (const signal of this.#watchers.get(streamId) ?? []) signal.fire();
  }

  /** Fires `signal` whenever the stream grows, until the returned function is called. */
  watch(streamId: number, signal: Signal): () => void {
    const watchers = this.#watchers.get(streamId) ?? new Set();
    this.#watchers.set(streamId, watchers.add(signal));
    return () => watchers.delete(signal);
  }

  get watchedIds(): number[] {
    return [...this.#watchers].filter(([, signals]) => signals.size > 0).map(([id]) => id);
  }

  /** Asks the database how far the given streams are written, in one query. */
  async refresh(streamIds: readonly number[]): Promise<void> {
    if (streamIds.length === 0) return;
    const ids = [...streamIds].sort((a, b) => a - b);
    const { rows } = await this.pool.query<{ stream_id: number; sequence: string; next_offsets: string }>({
      text: ids.map((id) => `SELECT * FROM messaging.head_${id}()`).join(' UNION ALL '),
      query_timeout: queryTimeoutMilliseconds,
    } as pg.QueryConfig);
    for (const row of rows)
      this.advance(row.stream_id, {
        sequence: Number(row.sequence),
        nextOffsets: parseOffsets(row.next_offsets),
      });
  }
}

import type { Chunk } from './chunk.js';
import { tailBytesMax } from './limits.js';

/**
 * The newest committed chunks of one stream, as this process wrote them: a consumer in the same process reads them
 * here and the database is not asked. Only a cache: chunks enter after their commit, and when another process wrote
 * in between, the run of sequences is broken and what is older is forgotten.
 */
export class Tail {
  #chunks: Chunk[] = [];
  #bytes = 0;

  push(chunk: Chunk): void {
    const last = this.#chunks.at(-1);
    if (last && last.sequence + 1 !== chunk.sequence) this.clear();
    this.#chunks.push(chunk);
    this.#bytes += chunk.payload.length;
    let dropped = 0;
    while (this.#bytes > tailBytesMax && dropped < this.#chunks.length - 1) {
      this.#bytes -= this.#chunks[dropped]?.payload.length ?? 0;
      dropped += 1;
    }
    // Cutting one by one would shift the whole array at each append.
    if (dropped) this.#chunks.splice(0, dropped);
  }

  clear(): void {
    this.#chunks = [];
    this.#bytes = 0;
  }

  /** Chunks from `sequence` on, up to about `recordsMax` records; null when that part is not in memory. */
  from(sequence: number, recordsMax: number): readonly Chunk[] | null {
    const first = this.#chunks[0];
    if (!first || sequence < first.sequence || sequence > first.sequence + this.#chunks.length - 1)
      return null;
    const start = sequence - first.sequence;
    let end = start;
    for (let records = 0; end < this.#chunks.length && records < recordsMax; end += 1)
      records += this.#chunks[end]?.records.length ?? 0;
    return this.#chunks.slice(start, end);
  }
}

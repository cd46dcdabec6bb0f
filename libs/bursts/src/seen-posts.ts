import { hashPair } from './hash.js';

const emptySlots = 1 << 10;

/** An open-addressing set of 64-bit hashes in typed arrays: 16–32 bytes an id, where a Set of strings takes 100. */
class HashTable {
  private slots = new Uint32Array(emptySlots * 2);
  size = 0;

  has(high: number, low: number): boolean {
    const at = this.find(high, low);
    return this.slots[at] !== 0 || this.slots[at + 1] !== 0;
  }

  add(high: number, low: number): void {
    const at = this.find(high, low);
    if (this.slots[at] !== 0 || this.slots[at + 1] !== 0) return;
    this.slots[at] = high;
    this.slots[at + 1] = low;
    this.size += 1;
    if (this.size * 2 > this.slots.length / 2) this.grow();
  }

  private find(high: number, low: number): number {
    const mask = this.slots.length / 2 - 1;
    let slot = (low ^ Math.imul(high, 0x9e3779b1)) & mask;
    for (;;) {
      const at = slot * 2;
      const a = this.slots[at]!;
      const b = this.slots[at + 1]!;
      if ((a === high && b === low) || (a === 0 && b === 0)) return at;
      slot = (slot + 1) & mask;
    }
  }

  private grow(): void {
    const old = this.slots;
    this.slots = new Uint32Array(old.length * 2);
    for (let at = 0; at < old.length; at += 2) {
      if (old[at] === 0 && old[at + 1] === 0) continue;
      const place = this.find(old[at]!, old[at + 1]!);
      this.slots[place] = old[at]!;
      this.slots[place + 1] = old[at + 1]!;
    }
  }
}

/** Ids that were added since the last save; a generation's number says when they may be forgotten. */
export interface SeenChunk {
  readonly generation: number;
  readonly hashes: Uint32Array;
}

/**
 * Recognises copies of posts for at least 48 hours (by arrival) or 5 million ids, whichever comes first:
 * three generations of a day or 2.5 million ids each, the oldest forgotten whole.
 */
export class SeenPosts {
  private generation = 0;
  private startedAtMilliseconds = 0;
  private tables = [new HashTable()];
  private added: number[] = [];
  private finished: SeenChunk[] = [];

  constructor(
    private readonly generationMilliseconds: number,
    private readonly generationIdsMax: number,
  ) {}

  /** True when the id is new; it is remembered from then on. */
  addIfNew(postId: string, arrivedAtMilliseconds: number): boolean {
    const [high, low] = nonZero(hashPair(postId));
    if (this.tables.some((table) => table.has(high, low))) return false;
    this.rotate(arrivedAtMilliseconds);
    this.tables[0]!.add(high, low);
    this.added.push(high, low);
    return true;
  }

  private rotate(arrivedAt: number): void {
    if (this.startedAtMilliseconds === 0) this.startedAtMilliseconds = arrivedAt;
    const aged = arrivedAt - this.startedAtMilliseconds >= this.generationMilliseconds;
    if (!aged && this.tables[0]!.size < this.generationIdsMax) return;
    this.finishChunk();
    this.generation += 1;
    this.startedAtMilliseconds = arrivedAt;
    this.tables = [new HashTable(), ...this.tables.slice(0, 2)];
  }

  private finishChunk(): void {
    if (this.added.length === 0) return;
    this.finished.push({ generation: this.generation, hashes: Uint32Array.from(this.added) });
    this.added = [];
  }

  /** What was added since the last call. Chunks of generations below `oldestGeneration` may be deleted. */
  takeChanges(): { chunks: SeenChunk[]; oldestGeneration: number } {
    this.finishChunk();
    const chunks = this.finished;
    this.finished = [];
    return { chunks, oldestGeneration: this.generation - 2 };
  }

  state(): [number, number] {
    return [this.generation, this.startedAtMilliseconds];
  }

  restore([generation, startedAt]: readonly [number, number], chunks: Iterable<SeenChunk>): void {
    this.generation = generation;
    this.startedAtMilliseconds = startedAt;
    this.tables = [new HashTable(), new HashTable(), new HashTable()];
    for (const chunk of chunks) {
      const table = this.tables[generation - chunk.generation];
      for (let i = 0; table && i < chunk.hashes.length; i += 2)
        table.add(chunk.hashes[i]!, chunk.hashes[i + 1]!);
    }
  }
}

function nonZero([high, low]: [number, number]): [number, number] {
  return high === 0 && low === 0 ? [0, 1] : [high, low];
}

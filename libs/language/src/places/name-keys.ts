import type { NameBeginnings } from './name-beginnings.js';
import { emptyNameHash, nameUnit, stepNameHash } from './name-hash.js';

/** Joined keys of names, the key of entry `i` from `starts[i]` to `starts[i + 1]`, with their hashes. */
export interface PackedKeys {
  readonly text: string;
  readonly starts: Uint32Array;
  readonly hashes: Uint32Array;
}

/**
 * Collects the keys of names (their letters and digits, see `name-hash`) one behind the other as bytes, hashing as they come:
 * a string for each of 92,000 names would take longer than everything else that a gazetteer needs.
 */
export class NameKeys {
  private bytes = Buffer.alloc(2 ** 20);
  private end = 0;
  private readonly starts = [0];
  private readonly hashes: number[] = [];

  constructor(private readonly beginnings: NameBeginnings) {}

  get length(): number {
    return this.hashes.length;
  }

  /** @returns whether there was anything to keep: a name without a letter or digit has no key */
  add(name: string): boolean {
    this.makeRoomFor(name.length);
    const { bytes, beginnings } = this;
    const start = this.end;
    let end = start;
    let hash = emptyNameHash;
    for (let i = 0; i < name.length; i += 1) {
      const unit = nameUnit(name.charCodeAt(i));
      if (unit === 0) continue;
      bytes[end] = unit;
      end += 1;
      hash = stepNameHash(hash, unit);
      beginnings.add(hash);
    }
    if (end === start) return false;
    this.end = end;
    this.starts.push(end);
    this.hashes.push(hash);
    return true;
  }

  hashOf(entry: number): number {
    return this.hashes[entry]!;
  }

  private lengthOf(entry: number): number {
    return this.starts[entry + 1]! - this.starts[entry]!;
  }

  areEqual(left: number, right: number): boolean {
    const length = this.lengthOf(left);
    if (this.hashes[left] !== this.hashes[right] || length !== this.lengthOf(right)) return false;
    const [from, other] = [this.starts[left]!, this.starts[right]!];
    for (let i = 0; i < length; i += 1) if (this.bytes[from + i] !== this.bytes[other + i]) return false;
    return true;
  }

  keyOf(entry: number): string {
    return this.bytes.toString('latin1', this.starts[entry], this.starts[entry + 1]);
  }

  /** Characters of the longest key. */
  longest(): number {
    let longest = 0;
    for (let entry = 0; entry < this.length; entry += 1) longest = Math.max(longest, this.lengthOf(entry));
    return longest;
  }

  packed(): PackedKeys {
    return {
      text: this.bytes.toString('latin1', 0, this.end),
      starts: Uint32Array.from(this.starts),
      hashes: Uint32Array.from(this.hashes),
    };
  }

  private makeRoomFor(more: number): void {
    if (this.end + more <= this.bytes.length) return;
    const grown = Buffer.alloc(2 * (this.end + more));
    this.bytes.copy(grown, 0, 0, this.end);
    this.bytes = grown;
  }
}

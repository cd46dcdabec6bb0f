import { hash32 } from '../near-copies/hash.js';

const slotBits = 18;

const slotOf = (piece: string): number => hash32(piece) >>> (32 - slotBits);

/**
 * In how many texts a piece of a word stands, by its hash: a megabyte whatever the memory holds. Pieces that share
 * a number seem a little commoner than they are.
 */
export class PieceCounts {
  private readonly counts = new Uint32Array(2 ** slotBits);

  /** @param change 1 for a text that came, -1 for one that went; the same pieces both times */
  count(pieces: Iterable<string>, change: 1 | -1): void {
    for (const piece of pieces) this.counts[slotOf(piece)]! += change;
  }

  of(piece: string): number {
    return this.counts[slotOf(piece)]!;
  }
}

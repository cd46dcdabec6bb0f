/** Characters of a sketch; each says six bits of one minimum of the text's words and pairs of words. */
export const sketchLength = 72;
/** Rows of a band: texts of similarity s share a band of r rows with probability s^r; 24 bands of 3 find s = 0.56 in 99 of 100. */
const rows = 3;
const bands = sketchLength / rows;
/** With one bucket for each entry, newer texts that share it by chance hide one copy in a hundred. A power of two. */
const bucketsPerEntry = 2;
/** 2^32 divided by the golden ratio: its products spread neighbouring numbers (Knuth, TAOCP 6.4). */
const spreading = 0x9e3779b1;

/** How old an entry is: the lower, the older; null when it is no longer to be found. */
export type OrderOf = (entry: number) => number | null;

/**
 * Sketches of texts with locality-sensitive hashing over bands (Leskovec, Rajaraman & Ullman, Mining of Massive Datasets,
 * ch. 3). A bucket remembers its newest entry only, so that a look-up is 24 comparisons whatever comes. What it finds
 * hangs on the entries and their order alone: a table filled again in the same order finds the same.
 */
export class SketchBands {
  private readonly sketches: Uint8Array;
  private readonly buckets: Int32Array;
  private readonly shift: number;

  /** @param entriesMax a power of two; about 260 bytes each, taken at once */
  constructor(entriesMax: number) {
    this.sketches = new Uint8Array(entriesMax * sketchLength);
    const bucketCount = entriesMax * bucketsPerEntry;
    this.buckets = new Int32Array(bands * bucketCount).fill(-1);
    this.shift = 32 - Math.log2(bucketCount);
  }

  /** Most similar entry with at least `equalMin` equal characters, the oldest of several; null when there is none. */
  find(sketch: Uint8Array, equalMin: number, orderOf: OrderOf): number | null {
    let best: number | null = null;
    let bestEqual = equalMin - 1;
    let bestOrder = 0;
    for (let band = 0; band < bands; band += 1) {
      const entry = this.buckets[this.bucketOf(sketch, band)]!;
      if (entry < 0 || entry === best || !this.sharesBand(sketch, entry, band)) continue;
      const order = orderOf(entry);
      if (order === null) continue;
      const equal = this.equalPlaces(sketch, entry);
      if (equal < bestEqual || equal < equalMin || (equal === bestEqual && order >= bestOrder)) continue;
      best = entry;
      bestEqual = equal;
      bestOrder = order;
    }
    return best;
  }

  /** Stores a sketch as `entry`, over whatever stood there; buckets that still name the old one are told by comparing. */
  put(entry: number, sketch: Uint8Array): void {
    this.sketches.set(sketch, entry * sketchLength);
    for (let band = 0; band < bands; band += 1) this.buckets[this.bucketOf(sketch, band)] = entry;
  }

  sketchAt(entry: number): Uint8Array {
    return this.sketches.subarray(entry * sketchLength, (entry + 1) * sketchLength);
  }

  /** Other bands share the bucket by chance, and which of them came last is no ground to find anything. */
  private sharesBand(sketch: Uint8Array, entry: number, band: number): boolean {
    const at = band * rows;
    const offset = entry * sketchLength + at;
    for (let k = 0; k < rows; k += 1) if (sketch[at + k] !== this.sketches[offset + k]) return false;
    return true;
  }

  private equalPlaces(sketch: Uint8Array, entry: number): number {
    const offset = entry * sketchLength;
    let equal = 0;
    for (let k = 0; k < sketchLength; k += 1) if (sketch[k] === this.sketches[offset + k]) equal += 1;
    return equal;
  }

  private bucketOf(sketch: Uint8Array, band: number): number {
    const at = band * rows;
    const value = (sketch[at]! << 14) | (sketch[at + 1]! << 7) | sketch[at + 2]!;
    return (band << (32 - this.shift)) + (Math.imul(value + band, spreading) >>> this.shift);
  }
}

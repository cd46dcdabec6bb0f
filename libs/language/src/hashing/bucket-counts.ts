/** How often each bucket occurs in one post. One instance serves many posts: `clear` costs only what was touched. */
export class BucketCounts {
  private readonly counts: Uint16Array;
  private readonly touchedBuckets: Uint32Array;
  private touchedCount = 0;

  constructor(
    readonly bits: number,
    /** More different features than this in one post are ignored. */
    featuresMax = 32_768,
  ) {
    this.counts = new Uint16Array(2 ** bits);
    this.touchedBuckets = new Uint32Array(featuresMax);
  }

  add(bucket: number, times = 1): void {
    const count = this.counts[bucket]!;
    if (count === 0) {
      if (this.touchedCount === this.touchedBuckets.length) return;
      this.touchedBuckets[this.touchedCount] = bucket;
      this.touchedCount += 1;
    }
    this.counts[bucket] = Math.min(0xffff, count + times);
  }

  /** Adds the buckets of the hashes `from` to before `to`, `times` times each. @param spreads hashes as `spread` gives them */
  addSpreads(spreads: Uint32Array, from: number, to: number, times = 1): void {
    const shift = 32 - this.bits;
    for (let i = from; i < to; i += 1) this.add(spreads[i]! >>> shift, times);
  }

  /** Buckets that occur, in order of first appearance; a view that the next `clear` invalidates. */
  touched(): Uint32Array {
    return this.touchedBuckets.subarray(0, this.touchedCount);
  }

  countOf(bucket: number): number {
    return this.counts[bucket]!;
  }

  clear(): void {
    for (let i = 0; i < this.touchedCount; i += 1) this.counts[this.touchedBuckets[i]!] = 0;
    this.touchedCount = 0;
  }
}

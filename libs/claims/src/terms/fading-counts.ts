/** Counts under a key that are halved from time to time and never take more than `keysMax` entries. */
export class FadingCounts<Key> {
  private readonly counts = new Map<Key, number>();
  private sum = 0;

  constructor(private readonly keysMax: number) {}

  get total(): number {
    return this.sum;
  }

  get size(): number {
    return this.counts.size;
  }

  add(key: Key): void {
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
    this.sum += 1;
    if (this.counts.size > this.keysMax) this.halve();
  }

  count(key: Key): number {
    return this.counts.get(key) ?? 0;
  }

  /** What was counted once is forgotten at the first halving: that is what bounds the map in a stream of typing errors. */
  halve(): void {
    this.sum = 0;
    for (const [key, count] of this.counts) {
      const left = count / 2;
      if (left < 0.75) this.counts.delete(key);
      else {
        this.counts.set(key, left);
        this.sum += left;
      }
    }
  }
}

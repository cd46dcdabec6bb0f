/** An even choice among values whose number is not known before (reservoir sampling, Vitter's algorithm R). */
export class Sample<T> {
  readonly taken: T[] = [];
  private offered = 0;

  constructor(
    private readonly valuesMax: number,
    private readonly random: () => number,
  ) {}

  offer(value: T): void {
    this.offered += 1;
    if (this.taken.length < this.valuesMax) {
      this.taken.push(value);
      return;
    }
    const at = Math.floor(this.random() * this.offered);
    if (at < this.valuesMax) this.taken[at] = value;
  }
}

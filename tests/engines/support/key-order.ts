/** Watches that each key's numbers arrive without a gap; a number that comes again is a redelivery, not an offence. */
export class KeyOrder {
  repeats = 0;
  readonly offences: string[] = [];
  private readonly newest = new Map<string, number>();

  /** @param step by how much the numbers of one key rise */
  constructor(private readonly step: number) {}

  observe(key: string, number: number): void {
    const before = this.newest.get(key);
    if (before !== undefined && number <= before) {
      this.repeats += 1;
      return;
    }
    if (before !== undefined && number !== before + this.step)
      this.offences.push(`${key}: ${number} came after ${before}`);
    this.newest.set(key, number);
  }
}

const keptMilliseconds = 5_000;
const entriesMax = 5_000;

/**
 * Spares a query per request for a few seconds. What was being loaded while something was forgotten is not kept: it may
 * be what was there before.
 */
export class SessionCache<T> {
  private readonly entries = new Map<string, { readonly value: T; readonly until: number }>();
  private generation = 0;

  async get(key: string, now: number, load: () => Promise<T | null>): Promise<T | null> {
    const entry = this.entries.get(key);
    if (entry && now < entry.until) return entry.value;
    this.entries.delete(key);
    const { generation } = this;
    const value = await load();
    if (value !== null && generation === this.generation) this.keep(key, value, now);
    return value;
  }

  forget(isGone: (value: T) => boolean): void {
    this.generation += 1;
    for (const [key, { value }] of this.entries) if (isGone(value)) this.entries.delete(key);
  }

  private keep(key: string, value: T, now: number): void {
    // A map remembers the order of insertion: the first is the oldest.
    if (this.entries.size >= entriesMax) this.entries.delete(this.entries.keys().next().value ?? '');
    this.entries.set(key, { value, until: now + keptMilliseconds });
  }
}

import type { LiveEntry } from './live-entry.js';

export interface RingLimits {
  readonly ringEventsMax: number;
  readonly ringBytesMax: number;
}

/** The newest events in memory, without a gap in their ids. */
export class LiveRing {
  private entries: LiveEntry[] = [];
  private bytes = 0;

  constructor(private readonly limits: RingLimits) {}

  /** The first id it still has; null when it is empty. */
  get oldest(): number | null {
    return this.entries[0]?.id ?? null;
  }

  push(entries: readonly LiveEntry[]): void {
    for (const entry of entries) {
      this.entries.push(entry);
      this.bytes += entry.frame.length;
    }
    let surplus = 0;
    while (
      this.entries.length - surplus > this.limits.ringEventsMax ||
      (this.bytes > this.limits.ringBytesMax && surplus < this.entries.length)
    ) {
      this.bytes -= this.entries[surplus]!.frame.length;
      surplus += 1;
    }
    if (surplus > 0) this.entries = this.entries.slice(surplus);
  }

  clear(): void {
    this.entries = [];
    this.bytes = 0;
  }

  /** Up to `eventsMax` events after `id`, in order; null when some of them are no longer here. */
  after(id: number, eventsMax: number): readonly LiveEntry[] | null {
    const oldest = this.oldest;
    if (oldest === null || id + 1 < oldest) return null;
    const start = id + 1 - oldest;
    return this.entries.slice(start, start + eventsMax);
  }
}

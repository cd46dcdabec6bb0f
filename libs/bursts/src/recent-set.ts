/**
 * Who spoke lately: the latest time of each voice, of the last three days and at most `entriesMax` voices (older
 * ones linger until the next clearing). Times are kept in seconds and voices in 32 bits, which V8 stores in place.
 */
export class RecentSet {
  private latest = new Map<number, number>();
  private clearAt = clearAtLeast;

  constructor(private readonly entriesMax: number) {}

  add(voice: number, atMilliseconds: number): void {
    const seconds = Math.floor(atMilliseconds / 1000);
    const before = this.latest.get(voice);
    if (before === undefined || before < seconds) this.latest.set(voice, seconds);
    if (this.latest.size > this.clearAt) this.clear(seconds);
  }

  /** Many at once: taking single entries off the front of a Map walks over all its deleted ones each time. */
  private clear(nowSeconds: number): void {
    const kept = [...this.latest].filter(([, at]) => at > nowSeconds - keptSeconds);
    kept.sort((a, b) => b[1] - a[1]);
    this.latest = new Map(kept.slice(0, this.entriesMax));
    this.clearAt = clearingSize(this.latest.size);
  }

  /** How many spoke after `since`; a voice counts once however often it spoke. */
  countSince(sinceMilliseconds: number): number {
    const since = Math.floor(sinceMilliseconds / 1000);
    let count = 0;
    for (const at of this.latest.values()) if (at > since) count += 1;
    return count;
  }

  /** The voices that `countSince` counts, each once. */
  voicesSince(sinceMilliseconds: number): number[] {
    const since = Math.floor(sinceMilliseconds / 1000);
    return [...this.latest].flatMap(([voice, at]) => (at > since ? [voice] : []));
  }

  state(): RecentSetState {
    return [this.clearAt, [...this.latest]];
  }

  static of([clearAt, entries]: RecentSetState, entriesMax: number): RecentSet {
    const set = new RecentSet(entriesMax);
    set.latest = new Map(entries);
    set.clearAt = clearAt;
    return set;
  }
}

export type RecentSetState = readonly [clearAt: number, entries: readonly (readonly [number, number])[]];

const keptSeconds = 72 * 3600;
const clearAtLeast = 32;
const clearingSize = (size: number) => Math.max(clearAtLeast, Math.ceil(size * 1.5));

/** A stretch of hours of which nothing is known: `from` included, `to` excluded. */
export type UnknownHours = readonly [from: number, to: number];

/**
 * The clock that norms run on: hours in which the region was really watched. A stretch in which nothing could be
 * seen (an outage, a crawler at rest) neither teaches a zero nor makes what was learned older.
 */
export class ObservedHours {
  private unknown: UnknownHours[] = [];

  constructor(private firstHour: number) {}

  /** Takes hours out of what counts as observed. Stretches may overlap; beyond `stretchesMax` the oldest merge. */
  exclude(from: number, to: number): void {
    if (to <= from) return;
    const merged: [number, number] = [from, to];
    const kept: UnknownHours[] = [];
    for (const each of this.unknown) {
      if (each[1] < merged[0] || each[0] > merged[1]) kept.push(each);
      else {
        merged[0] = Math.min(merged[0], each[0]);
        merged[1] = Math.max(merged[1], each[1]);
      }
    }
    kept.push(merged);
    kept.sort((a, b) => a[0] - b[0]);
    this.unknown = kept;
    if (kept.length > stretchesMax) this.forgetOldest();
  }

  /** The oldest stretches are folded into the start of time: only differences of `at` matter. */
  private forgetOldest(): void {
    const [oldest, ...rest] = this.unknown;
    this.firstHour += oldest![1] - oldest![0];
    this.unknown = rest;
  }

  isUnknown(hour: number): boolean {
    for (let i = this.unknown.length - 1; i >= 0; i -= 1) {
      const [from, to] = this.unknown[i]!;
      if (hour >= to) return false;
      if (hour >= from) return true;
    }
    return false;
  }

  /** Observed hours from the first hour up to the end of `hour`. */
  at(hour: number): number {
    let total = hour + 1 - this.firstHour;
    for (const [from, to] of this.unknown) {
      if (from > hour) break;
      total -= Math.min(to, hour + 1) - from;
    }
    return Math.max(0, total);
  }

  /**
   * Sum of the weights exp(-age/span) of the observed hours from..through, where `through` has age 0: how many
   * hours of watching a rate with this memory still rests on.
   */
  exposure(from: number, through: number, span: number): number {
    let total = decayedHours(through - from + 1, 0, span);
    for (let i = this.unknown.length - 1; i >= 0; i -= 1) {
      const [start, end] = this.unknown[i]!;
      if (end <= from || through - end > span * forgottenSpans) break;
      const first = Math.max(start, from);
      const afterLast = Math.min(end, through + 1);
      if (afterLast > first) total -= decayedHours(afterLast - first, through + 1 - afterLast, span);
    }
    return Math.max(0, total);
  }

  state(): [number, readonly UnknownHours[]] {
    return [this.firstHour, this.unknown];
  }

  static of([firstHour, unknown]: readonly [number, readonly UnknownHours[]]): ObservedHours {
    const hours = new ObservedHours(firstHour);
    hours.unknown = [...unknown];
    return hours;
  }
}

const stretchesMax = 500;
/** Past this many spans a weight is below 10⁻¹². */
const forgottenSpans = 28;

/** Weight of `hours` hours in a row, the newest of which is `age` hours old. */
function decayedHours(hours: number, age: number, span: number): number {
  if (hours <= 0) return 0;
  return (Math.exp(-age / span) * (1 - Math.exp(-hours / span))) / (1 - Math.exp(-1 / span));
}

const dayMilliseconds = 86_400_000;

/** Calendar of one zone. Local times are written as the milliseconds that they would be in UTC. */
class ZonedTime {
  private readonly format: Intl.DateTimeFormat;

  /** @throws RangeError when the zone is not known */
  constructor(timeZone: string) {
    this.format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset', year: 'numeric' });
  }

  toLocal(instant: number): number {
    return instant + this.offsetAt(instant);
  }

  toInstant(local: number): number {
    // The offset at the instant looked for: right after the second guess but in the hour that clocks leave out.
    const guess = local - this.offsetAt(local);
    return local - this.offsetAt(guess);
  }

  /** Local midnight of the day that holds the instant. */
  dayOf(instant: number): number {
    return Math.floor(this.toLocal(instant) / dayMilliseconds) * dayMilliseconds;
  }

  private offsetAt(instant: number): number {
    const name = this.format.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? '';
    const found = /([+-])(\d{2}):(\d{2})(?::(\d{2}))?$/.exec(name);
    if (!found) return 0;
    const [, sign, hours, minutes, seconds] = found;
    const milliseconds = (Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds ?? 0)) * 1_000;
    return sign === '-' ? -milliseconds : milliseconds;
  }
}

/** Where the periods of a look at the trends begin and end, as instants in milliseconds. */
export interface TrendPeriods {
  readonly now: number;
  readonly from: number;
  readonly beforeFrom: number;
  readonly beforeTo: number;
  readonly weekTo: number;
  /** Of the earliest post that matters. */
  readonly first: number;
  readonly days: readonly { readonly start: number; readonly before: number; readonly beforeEnd: number }[];
}

/** Whole days are those of the zone's calendar; the last one has lasted until now. */
export function trendPeriods(now: number, dayCount: number, timeZone: string): TrendPeriods {
  const zone = new ZonedTime(timeZone);
  const nowThere = zone.toLocal(now);
  const firstDay = zone.dayOf(now) - (dayCount - 1) * dayMilliseconds;
  const at = (local: number, daysBack: number) => zone.toInstant(local - daysBack * dayMilliseconds);
  const weekFrom = at(firstDay, 7);
  const beforeFrom = at(firstDay, dayCount);
  return {
    now,
    from: at(firstDay, 0),
    beforeFrom,
    beforeTo: at(nowThere, dayCount),
    weekTo: at(nowThere, 7),
    first: Math.min(weekFrom, beforeFrom),
    days: Array.from({ length: dayCount }, (_, i) => {
      const before = at(firstDay, 7 - i);
      return { start: at(firstDay, -i), before, beforeEnd: before + dayMilliseconds };
    }),
  };
}

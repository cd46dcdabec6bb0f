export const hourMilliseconds = 3_600_000;
export const hoursOfWeek = 168;

/**
 * Hour of the week (0 = Monday 00:00) of an hour since the epoch in an IANA zone. The zone's offset is asked once
 * per day of UTC and kept: Intl is far too slow to ask for each post. Zones that are off by half an hour are
 * rounded down to the full hour.
 */
export class HoursOfWeek {
  private readonly format: Intl.DateTimeFormat;
  private readonly offsets = new Map<number, number>();

  constructor(readonly timeZone: string) {
    this.format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
    });
  }

  of(hour: number): number {
    const local = hour + this.offsetHours(hour);
    return (((local + 72) % hoursOfWeek) + hoursOfWeek) % hoursOfWeek; // 1970-01-01 was a Thursday
  }

  private offsetHours(hour: number): number {
    const day = Math.floor(hour / 24);
    let offset = this.offsets.get(day);
    if (offset === undefined) {
      if (this.offsets.size >= cachedDaysMax) this.offsets.clear();
      offset = this.askOffsetHours(day * 24 * hourMilliseconds);
      this.offsets.set(day, offset);
    }
    return offset;
  }

  private askOffsetHours(atMilliseconds: number): number {
    const parts = Object.fromEntries(this.format.formatToParts(atMilliseconds).map((p) => [p.type, p.value]));
    const local = Date.UTC(
      Number(parts['year']),
      Number(parts['month']) - 1,
      Number(parts['day']),
      Number(parts['hour']),
    );
    return Math.floor((local - atMilliseconds) / hourMilliseconds);
  }
}

const cachedDaysMax = 400;

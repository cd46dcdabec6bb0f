import { type HoursOfWeek, hoursOfWeek } from './hour-of-week.js';
import { ObservedHours, type UnknownHours } from './observed-hours.js';
import { type Parameters, priorHoursOfDay } from './parameters.js';
import { shrunkSeason } from './season.js';

/** Hours of a region's life as its norms see them: which count, how far each norm has learned, the region's curve. */
export class RegionHours {
  readonly observed: ObservedHours;
  /** The newest hour in which a post was seen. */
  newestHour: number;
  /** Observed hours by hour of week, decayed; seasons learn up to the weeks norm's lag. */
  private weekHours = new Float64Array(hoursOfWeek);
  private weekHoursThrough: number;
  season: Float64Array = Float64Array.from({ length: hoursOfWeek }, (_, at) => priorHoursOfDay[at % 24]!);
  private seasonHour = Number.NEGATIVE_INFINITY;

  constructor(
    readonly firstHour: number,
    public hoursOf: HoursOfWeek,
    private readonly settings: Parameters,
    observed = new ObservedHours(firstHour),
  ) {
    this.observed = observed;
    this.newestHour = firstHour;
    this.weekHoursThrough = firstHour - 1;
  }

  get daysThrough(): number {
    return this.newestHour - this.settings.daysNormLagHours;
  }

  get weeksThrough(): number {
    return this.newestHour - this.settings.weeksNormLagHours;
  }

  /** Moves on to a newer hour. A silence that the region's rate cannot explain is marked as unknown. */
  advance(hour: number, ratePerHour: number): void {
    const silentFrom = this.newestHour + 1;
    if (
      hour > silentFrom &&
      ratePerHour * this.seasonSum(silentFrom, hour - 1) >= this.settings.gapExpectedPosts
    )
      this.observed.exclude(silentFrom, hour);
    this.newestHour = hour;
    const decay = Math.exp(-1 / this.settings.seasonHours);
    for (let each = this.weekHoursThrough + 1; each <= this.weeksThrough; each += 1) {
      if (this.observed.isUnknown(each)) continue;
      for (let at = 0; at < hoursOfWeek; at += 1) this.weekHours[at]! *= decay;
      this.weekHours[this.hoursOf.of(each)]! += 1;
    }
    this.weekHoursThrough = Math.max(this.weekHoursThrough, this.weeksThrough);
  }

  /** Learns the region's own curve anew, at most once an hour. */
  refreshSeason(counts: ArrayLike<number>, ratePerHour: () => number): void {
    if (this.seasonHour === this.newestHour) return;
    this.seasonHour = this.newestHour;
    const prior = Float64Array.from({ length: hoursOfWeek }, (_, at) => priorHoursOfDay[at % 24]!);
    this.season = this.seasonOf(counts, ratePerHour(), prior);
  }

  /** The curve of posts counted by hour of week, shrunk to `parent`. */
  seasonOf(counts: ArrayLike<number>, ratePerHour: number, parent: ArrayLike<number>): Float64Array {
    return shrunkSeason(counts, this.weekHours, ratePerHour, parent, this.settings.seasonPriorPosts);
  }

  /** Sum of the season over the hours from..to: how many mean hours they are worth. Long stretches go by whole weeks. */
  seasonSum(from: number, to: number, season: ArrayLike<number> = this.season): number {
    const hours = to - from + 1;
    const wholeWeeks = Math.floor(hours / hoursOfWeek);
    let sum = wholeWeeks * hoursOfWeek;
    for (let hour = from + wholeWeeks * hoursOfWeek; hour <= to; hour += 1)
      sum += season[this.hoursOf.of(hour)]!;
    return sum;
  }

  /** Posts by hour of week that the region's curve expects of a key with this rate. */
  expectedPosts(ratePerHour: number): Float64Array {
    return this.weekHours.map((hours, at) => hours * ratePerHour * this.season[at]!);
  }

  state(): RegionHoursState {
    return [
      this.firstHour,
      this.newestHour,
      this.weekHoursThrough,
      [...this.weekHours],
      [...this.season],
      this.seasonHour,
      this.observed.state(),
    ];
  }

  static of(state: RegionHoursState, hoursOf: HoursOfWeek, settings: Parameters): RegionHours {
    const hours = new RegionHours(state[0], hoursOf, settings, ObservedHours.of(state[6]));
    hours.newestHour = state[1];
    hours.weekHoursThrough = state[2];
    hours.weekHours = Float64Array.from(state[3]);
    hours.season = Float64Array.from(state[4]);
    hours.seasonHour = state[5];
    return hours;
  }
}

export type RegionHoursState = readonly [
  number,
  number,
  number,
  readonly number[],
  readonly number[],
  number,
  readonly [number, readonly UnknownHours[]],
];

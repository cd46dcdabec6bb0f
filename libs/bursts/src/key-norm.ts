import { DecayedRate } from './decayed-rate.js';
import { hoursOfWeek } from './hour-of-week.js';
import type { Parameters } from './parameters.js';
import type { RegionHours } from './region-hours.js';

type HotHours = readonly [from: number, to: number];

/** What is normal for one key: rates of days, weeks and the usual hour, its spread, its posts by hour of week. */
export class KeyNorm {
  private days: DecayedRate;
  private weeks: DecayedRate;
  /** ln(1 + posts) of each hour: a mean that a few loud days cannot lift. */
  private usual: DecayedRate;
  private squaredExcess = 0;
  private squaredMean = 0;
  private counts: Float64Array | null = null;
  private countsAt = 0;
  private hot: HotHours[] = [];

  /** @param bornHour the hour from which silence of this key means zero posts */
  constructor(
    readonly bornHour: number,
    private readonly settings: Parameters,
  ) {
    this.days = new DecayedRate(bornHour, settings.daysNormHours);
    this.weeks = new DecayedRate(bornHour, settings.weeksNormHours);
    this.usual = new DecayedRate(bornHour, settings.usualNormHours);
  }

  get weekCounts(): ArrayLike<number> {
    return this.counts ?? noCounts;
  }

  get learnedPosts(): number {
    return this.weeks.count;
  }

  /** Mean posts an hour over the last days. `prior` is the rate assumed before anything was seen. */
  daysRate(hours: RegionHours, prior: number): number {
    return this.days.rate(hours.observed, this.bornHour, hours.daysThrough, prior, this.settings.priorHours);
  }

  weeksRate(hours: RegionHours, prior: number): number {
    return this.weeks.rate(
      hours.observed,
      this.bornHour,
      hours.weeksThrough,
      prior,
      this.settings.priorHours,
    );
  }

  /** What a key without lasting peaks has in an hour: what a norm falls back to after a long gap. */
  usualRate(hours: RegionHours): number {
    return Math.expm1(this.usual.rate(hours.observed, this.bornHour, hours.daysThrough, 0, 1));
  }

  /** Observed hours that the norm of weeks has learned from. */
  weeksHours(hours: RegionHours): number {
    return hours.observed.at(hours.weeksThrough) - hours.observed.at(this.bornHour - 1);
  }

  /** Variance / mean of a count with this mean: spread between hours, and what a thin norm cannot know. */
  dispersion(mean: number, windowHours: number, hours: RegionHours, norm: 'days' | 'weeks'): number {
    const s = this.settings;
    const hourly =
      (this.squaredExcess + s.variationPrior * s.variationPriorWeight) /
      (this.squaredMean + s.variationPriorWeight);
    const bounded = Math.min(s.variationMax, Math.max(s.variationMin, hourly));
    // Hours vary partly on their own, so the mean of many varies less.
    const variation = windowHours > 1 ? bounded / Math.sqrt(windowHours) : bounded;
    const learned =
      norm === 'days' ? this.days.countAt(hours.daysThrough) : this.weeks.countAt(hours.weeksThrough);
    return 1 + mean * (variation + 1 / (learned + s.priorPosts));
  }

  /** The key was above its norm in this hour: an event teaches the norm little, whatever its size. */
  markHot(hour: number): void {
    const last = this.hot.at(-1);
    if (last && hour <= last[1] + hotMergeHours) {
      if (hour > last[1]) this.hot[this.hot.length - 1] = [last[0], hour];
      return;
    }
    this.hot.push([hour, hour]);
    if (this.hot.length > hotStretchesMax) this.hot.shift();
  }

  private isHot(hour: number): boolean {
    return this.hot.some(([from, to]) => hour >= from - hotBeforeHours && hour <= to + hotAfterHours);
  }

  /** Takes in the hours that have left the lag since the last call. */
  learn(
    hours: RegionHours,
    countIn: (from: number, to: number, visit: (hour: number, count: number) => void) => void,
  ): void {
    const { days, weeks } = this;
    if (hours.daysThrough > days.through) {
      countIn(days.through + 1, hours.daysThrough, (hour, count) => this.learnDays(hours, hour, count));
      days.through = hours.daysThrough;
    }
    if (hours.weeksThrough > weeks.through) {
      countIn(weeks.through + 1, hours.weeksThrough, (hour, count) => this.learnWeeks(hours, hour, count));
      weeks.through = hours.weeksThrough;
    }
  }

  private learnDays(hours: RegionHours, hour: number, count: number): void {
    if (hours.observed.isUnknown(hour)) return;
    const { days } = this;
    const exposure = hours.observed.exposure(this.bornHour, hour - 1, days.span);
    const rate = days.countAt(hour) / (exposure + 1);
    const mean = rate * hours.season[hours.hoursOf.of(hour)]!;
    const taught = this.taught(hour, count, mean);
    const silent = Math.max(0, hours.observed.at(hour - 1) - hours.observed.at(days.atHour));
    const decay = Math.exp((days.atHour - hour) / days.span);
    this.squaredExcess =
      this.squaredExcess * decay + (taught - mean) ** 2 - mean + silent * (rate * rate - rate);
    this.squaredMean = this.squaredMean * decay + mean * mean + silent * rate * rate;
    days.add(hour, taught);
    this.usual.add(hour, Math.log1p(taught));
  }

  private learnWeeks(hours: RegionHours, hour: number, count: number): void {
    if (hours.observed.isUnknown(hour)) return;
    const { weeks, settings: s } = this;
    const exposure = hours.observed.exposure(this.bornHour, hour - 1, weeks.span);
    const rate = weeks.countAt(hour) / (exposure + 1);
    const hourOfWeek = hours.hoursOf.of(hour);
    const taught = this.taught(hour, count, rate * hours.season[hourOfWeek]!);
    weeks.add(hour, taught);
    if (weeks.count < seasonPostsMin && !this.counts) return;
    // What came before is taken to have followed the region's curve, else the first own weeks would look empty.
    this.counts ??= hours.expectedPosts(rate);
    const decay = Math.exp((this.countsAt - hour) / s.seasonHours);
    if (this.countsAt > 0) for (let i = 0; i < hoursOfWeek; i += 1) this.counts[i]! *= decay;
    this.counts[hourOfWeek]! += taught;
    this.countsAt = hour;
  }

  private taught(hour: number, count: number, mean: number): number {
    const s = this.settings;
    if (hour - this.bornHour < learnFreelyHours) return count;
    if (this.isHot(hour)) return Math.min(count, s.hotCapRatio * mean + s.hotCapPosts);
    return Math.min(count, s.capRatio * mean + s.capPosts);
  }

  state(): KeyNormState {
    const rates = [this.days, this.weeks, this.usual].map(
      (each): RateState => [each.count, each.atHour, each.through],
    );
    return [
      this.bornHour,
      rates,
      this.squaredExcess,
      this.squaredMean,
      this.counts ? [...this.counts] : null,
      this.countsAt,
      this.hot,
    ];
  }

  static of(state: KeyNormState, settings: Parameters): KeyNorm {
    const norm = new KeyNorm(state[0], settings);
    for (const [at, rate] of [norm.days, norm.weeks, norm.usual].entries())
      [rate.count, rate.atHour, rate.through] = state[1][at]!;
    norm.squaredExcess = state[2];
    norm.squaredMean = state[3];
    norm.counts = state[4] ? Float64Array.from(state[4]) : null;
    norm.countsAt = state[5];
    norm.hot = [...state[6]];
    return norm;
  }
}

type RateState = readonly [count: number, atHour: number, through: number];

export type KeyNormState = readonly [
  bornHour: number,
  rates: readonly RateState[],
  squaredExcess: number,
  squaredMean: number,
  counts: readonly number[] | null,
  countsAt: number,
  hot: readonly HotHours[],
];

const noCounts = new Float64Array(hoursOfWeek);
/** A key below this keeps the region's curve; its own would be noise and cost 168 numbers. */
const seasonPostsMin = 50;
const learnFreelyHours = 24;
const hotStretchesMax = 4;
const hotMergeHours = 12;
const hotBeforeHours = 3;
const hotAfterHours = 12;

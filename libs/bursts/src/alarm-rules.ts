import { hourMilliseconds } from './hour-of-week.js';
import type { KeyState } from './key-state.js';
import type { WatchCount } from './observed-post.js';
import { type Parameters, type Window, windows } from './parameters.js';
import type { RegionHours } from './region-hours.js';
import { criticalCount, surprise } from './surprise.js';

/** One window of one key, measured. `norm` and `surprise` are null where a rule counts without a norm. */
export interface Measure {
  readonly windowMinutes: number;
  readonly startMilliseconds: number;
  readonly endMilliseconds: number;
  readonly count: number;
  readonly norm: number | null;
  readonly surprise: number | null;
  readonly distinctAuthors: number;
}

/** What a region knows when a key is judged. */
export interface RegionView {
  readonly hours: RegionHours;
  readonly total: KeyState;
  /** Keys with enough posts of late that chance could lift one of them. */
  readonly activeKeys: number;
}

/** The post that is judged. Posts that an earlier alarm of the key was about are no grounds for a new one. */
export interface JudgedAt {
  readonly postMilliseconds: number;
  /** The key belongs to an event that still runs. */
  readonly isRunning: boolean;
}

/** Decides whether a key is above what may be expected of it. Holds no state of its own. */
export class AlarmRules {
  constructor(private readonly settings: Parameters) {}

  /** The first rule that the key breaks with the post just counted, or undefined. */
  judge(key: KeyState, region: RegionView, at: JudgedAt, watch?: WatchCount): Measure | undefined {
    if (key.kind === 'hoaxMatch') return this.judgeHoax(key, at.postMilliseconds);
    if (key.kind === 'watchRule') return watch && judgeWatch(key, at.postMilliseconds, watch);
    return this.hasNorm(key, region) ? this.judgeNorm(key, region, at) : undefined;
  }

  private judgeHoax(key: KeyState, postMilliseconds: number): Measure | undefined {
    const { hoaxWindowMinutes, hoaxCertainAuthorsMin, hoaxMatchedAuthorsMin } = this.settings;
    const end = windowEnd(key, hoaxWindowMinutes, postMilliseconds);
    const since = end - hoaxWindowMinutes * 60_000;
    const voices = key.authorsSince(since) + (key.isAuthorless ? key.textsSince(since) : 0);
    const risen = key.certainAuthorsSince(since) >= hoaxCertainAuthorsMin || voices >= hoaxMatchedAuthorsMin;
    return risen ? counted(key, hoaxWindowMinutes, end) : undefined;
  }

  /** The region's cold start holds for every norm; a feed that joins later has one of its own. */
  private hasNorm(key: KeyState, region: RegionView): boolean {
    const { coldStartPosts, coldStartHours } = this.settings;
    const age = region.hours.newestHour - region.hours.firstHour;
    if (region.total.total < coldStartPosts || age < coldStartHours) return false;
    if (key.kind !== 'volume') return true;
    return key.total >= coldStartPosts && region.hours.newestHour - key.norm.bornHour >= coldStartHours;
  }

  private judgeNorm(
    key: KeyState,
    region: RegionView,
    { postMilliseconds, isRunning }: JudgedAt,
  ): Measure | undefined {
    const told = isRunning ? 0 : key.lastHotMilliseconds;
    for (let at = 0; at < windows.length; at += 1) {
      const window = windows[at]!;
      if (key.total < window.countMin) continue;
      const end = windowEnd(key, window.minutes, postMilliseconds);
      const count = key.countIn(window.minutes, end, told);
      if (count < window.countMin) continue;
      if (count < this.critical(key, region, at, end)) continue;
      if (!this.isSpread(key, end - window.minutes * 60_000)) continue;
      const measure = this.measure(key, region, window.minutes, end);
      if (measure.surprise! >= this.threshold(window, region) && count >= measure.norm! * window.ratioMin)
        return measure;
    }
    return undefined;
  }

  /** Many voices, not one loud one; where the source names no authors, many different texts. */
  private isSpread(key: KeyState, since: number): boolean {
    if (key.authorsSince(since) >= this.settings.distinctAuthorsMin) return true;
    return key.isAuthorless && key.textsSince(since) >= this.settings.distinctTextsMin;
  }

  /** The numbers of one window now, for an alarm or a statement about its growth. */
  measure(key: KeyState, region: RegionView, minutes: number, end: number): Measure {
    const plain = counted(key, minutes, end);
    const at = windows.findIndex((window) => window.minutes === minutes);
    if (at < 0 || key.kind === 'hoaxMatch' || key.kind === 'watchRule') return plain;
    const norm =
      this.expectations(key, region, end).means[at]! * this.crowd(key, region, at, end, plain.count);
    const dispersion = this.dispersion(key, region, norm, windows[at]!);
    return { ...plain, norm, surprise: Math.min(surpriseMax, surprise(plain.count, norm, dispersion)) };
  }

  /** Expected posts of a key hour by hour, from the norm of the last days; null where a rule counts without a norm. */
  hourNorm(key: KeyState, region: RegionView): ((hour: number) => number) | null {
    if (key.kind === 'hoaxMatch' || key.kind === 'watchRule' || !this.hasNorm(key, region)) return null;
    const { hours } = region;
    const season = seasonOf(key, hours);
    const rate = key.norm.daysRate(hours, this.prior(key, region));
    return (hour) => rate * season[hours.hoursOf.of(hour)]!;
  }

  /**
   * How much busier than usual everything else in the region is, at least 1: when all of it swells (an evening of
   * big news, a feed that joined), a subject that swells along has not left its norm.
   */
  private crowd(key: KeyState, region: RegionView, at: number, end: number, count: number): number {
    if (key.kind === 'volume') return 1;
    const all = region.total.countIn(windows[at]!.minutes, end);
    const allMean = this.expectations(region.total, region, end).means[at]!;
    const keyMean = this.expectations(key, region, end).means[at]!;
    const { crowdPriorPosts } = this.settings;
    return Math.max(1, (all - count + crowdPriorPosts) / (Math.max(0, allMean - keyMean) + crowdPriorPosts));
  }

  private critical(key: KeyState, region: RegionView, at: number, end: number): number {
    const cache = this.expectations(key, region, end);
    let critical = cache.criticals[at]!;
    if (critical > 0) return critical;
    const window = windows[at]!;
    const mean = cache.means[at]!;
    const dispersion = this.dispersion(key, region, mean, window);
    const from = Math.max(window.countMin, Math.ceil(mean * window.ratioMin));
    critical =
      window.norm === 'weeks' && key.norm.weeksHours(region.hours) < this.settings.weeksNormHoursMin
        ? Number.POSITIVE_INFINITY
        : criticalCount(this.threshold(window, region), mean, dispersion, from);
    cache.criticals[at] = critical;
    return critical;
  }

  private dispersion(key: KeyState, region: RegionView, mean: number, window: Window): number {
    const { learningVariation, learningDays, surgeLearningDays } = this.settings;
    const lifeDays = (region.hours.newestHour - region.hours.firstHour) / 24;
    const span = window.norm === 'days' ? learningDays : surgeLearningDays;
    const learning =
      (learningVariation * Math.max(0, 1 - lifeDays / span)) / Math.sqrt(Math.max(1, window.minutes / 60));
    return key.norm.dispersion(mean, window.minutes / 60, region.hours, window.norm) + mean * learning;
  }

  /** Bonferroni over keys, windows and the times a window of this length comes around in a day. */
  private threshold(window: Window, region: RegionView): number {
    const tries =
      ((24 * 60) / window.minutes) *
      (windows.length / 2) *
      Math.max(this.settings.activeKeysMin, region.activeKeys);
    const { falseAlarmsPerDay, falseSurgesPerDay } = this.settings;
    return Math.log10(tries / (window.norm === 'days' ? falseAlarmsPerDay : falseSurgesPerDay));
  }

  /** Expected posts per window, for the hour of `end`; asked for often, so kept for the hour. */
  private expectations(key: KeyState, region: RegionView, end: number): NonNullable<KeyState['cache']> {
    const hour = Math.floor(end / hourMilliseconds);
    if (key.cache?.hour === hour) return key.cache;
    const { hours } = region;
    const season = seasonOf(key, hours);
    const prior = this.prior(key, region);
    const daysRate = key.norm.daysRate(hours, prior);
    const weeksRate = key.norm.weeksRate(hours, prior);
    const means = Float64Array.from(windows, ({ minutes, norm }) => {
      if (minutes <= 60) return (daysRate * season[hours.hoursOf.of(hour)]! * minutes) / 60;
      const meanHours = hours.seasonSum(hour - minutes / 60 + 1, hour, season);
      return (norm === 'days' ? daysRate : weeksRate) * meanHours;
    });
    key.cache = { hour, means, criticals: new Float64Array(windows.length) };
    return key.cache;
  }

  private prior(key: KeyState, region: RegionView): number {
    if (key.kind === 'volume') return key.norm.usualRate(region.hours);
    return (
      region.total.norm.daysRate(region.hours, region.total.norm.usualRate(region.hours)) *
      this.settings.priorShare
    );
  }
}

const ownSeasonPostsMin = 100;
/** JSON has no infinity. */
const surpriseMax = 300;

/** A key's own curve of the week once it has taught one; until then the region's. */
function seasonOf(key: KeyState, hours: RegionHours): ArrayLike<number> {
  return key.kind === 'volume' || key.norm.learnedPosts > ownSeasonPostsMin
    ? hours.seasonOf(key.norm.weekCounts, key.norm.weeksRate(hours, 0), hours.season)
    : hours.season;
}

/** The latest window that holds the post: a late post is judged in its own time, not in the present. */
function windowEnd(key: KeyState, minutes: number, postMilliseconds: number): number {
  return key.latestMilliseconds - postMilliseconds < minutes * 60_000
    ? key.latestMilliseconds
    : postMilliseconds;
}

function judgeWatch(key: KeyState, postMilliseconds: number, watch: WatchCount): Measure | undefined {
  const end = windowEnd(key, watch.windowMinutes, postMilliseconds);
  const count = key.countIn(watch.windowMinutes, end);
  return count >= watch.count ? counted(key, watch.windowMinutes, end) : undefined;
}

function counted(key: KeyState, windowMinutes: number, endMilliseconds: number): Measure {
  const startMilliseconds = key.windowStart(windowMinutes, endMilliseconds);
  const count = key.countIn(windowMinutes, endMilliseconds);
  return {
    windowMinutes,
    startMilliseconds,
    endMilliseconds,
    count,
    norm: null,
    surprise: null,
    // The author of a post that was deleted since is still remembered; more authors than posts would be absurd.
    distinctAuthors: Math.min(count, key.authorsSince(startMilliseconds - 1_000)),
  };
}

import type { SignalKeyKind } from '@kentongan/contracts';

/** One length of time over which posts are counted. */
export interface Window {
  readonly minutes: number;
  /** Fewer posts than this are never an alarm. */
  readonly countMin: number;
  /** The count must be at least this many times the norm: statistically sure is not yet worth an officer's time. */
  readonly ratioMin: number;
  /** Short windows compare with the last days, long ones with the last weeks before the window. */
  readonly norm: 'days' | 'weeks';
}

/** Short windows see a cascade in minutes, long ones a complaint that swells over days. In order of length. */
export const windows: readonly Window[] = [
  { minutes: 15, countMin: 12, ratioMin: 4, norm: 'days' },
  { minutes: 30, countMin: 12, ratioMin: 4, norm: 'days' },
  { minutes: 60, countMin: 12, ratioMin: 4, norm: 'days' },
  { minutes: 6 * 60, countMin: 12, ratioMin: 3, norm: 'days' },
  { minutes: 24 * 60, countMin: 12, ratioMin: 2.5, norm: 'weeks' },
  { minutes: 72 * 60, countMin: 15, ratioMin: 2, norm: 'weeks' },
];

/** Everything that can be tuned, with the value that all regions start from. */
export const parameters = {
  /**
   * False alarms a region may expect a day from all its keys together, were the norm's model exact: short windows
   * cry out in the night and must almost never do so in vain; long ones start a calm look at a subject.
   */
  falseAlarmsPerDay: 0.001,
  falseSurgesPerDay: 0.05,
  /** However few keys are active, the thresholds are those of this many: a region soon has more. */
  activeKeysMin: 10,
  distinctAuthorsMin: 5,
  /** Without authors this many distinct texts (near-copies collapsed) stand in for them. */
  distinctTextsMin: 8,
  /** Memory of the norms: days, weeks, the usual hour. A gap teaches nothing, but what was learned before it fades. */
  daysNormHours: 7 * 24,
  weeksNormHours: 21 * 24,
  usualNormHours: 56 * 24,
  seasonHours: 28 * 24,
  /** Hours before the present that a norm leaves out, so that a surge is not compared with itself. */
  daysNormLagHours: 2,
  weeksNormLagHours: 72,
  /** One hour teaches a norm at most `capRatio` × expected + `capPosts`: an event must not become normal at once. */
  capRatio: 3,
  capPosts: 3,
  /** During an event less: a level that lasts is learned in weeks, a wave is not learned at all. */
  hotCapRatio: 1.5,
  hotCapPosts: 0.2,
  /** Weight of the prior rate in hours and in posts, and the prior's share of the region's posts for a key never seen. */
  priorHours: 12,
  priorPosts: 3,
  priorShare: 0.002,
  seasonPriorPosts: 30,
  /** Weight, in posts, of the assumption that the rest of the region is as busy as usual. */
  crowdPriorPosts: 5,
  /** Squared coefficient of variation of hourly counts around the norm: prior, its weight in squared posts, bounds. */
  variationPrior: 0.25,
  variationPriorWeight: 50,
  variationMin: 0.03,
  variationMax: 1,
  learningVariation: 0.5,
  learningDays: 14,
  /** Slow surges are compared with weeks, which take longer to learn. */
  surgeLearningDays: 42,
  /** No alarm from a norm before both have passed. */
  coldStartPosts: 200,
  coldStartHours: 6,
  weeksNormHoursMin: 7 * 24,
  /** Silence in which this many posts were expected (P(none) < 10⁻⁶) is a gap in what we see, not zero posts. */
  gapExpectedPosts: 14,
  gapHoursMin: 12,
  /** Level `same` needs this many distinct authors, `matched` this many, within the hoax window. */
  hoaxCertainAuthorsMin: 2,
  hoaxMatchedAuthorsMin: 3,
  hoaxWindowMinutes: 24 * 60,
  /** An event takes in no other keys when none of its own was above its norm for this long; it lasts at least a day. */
  eventQuietHours: 12,
  eventHoursMin: 24,
  /** A statement about a running event is repeated when its count has grown by this factor. */
  growthFactor: 2,
  /** Two keys are one event when this share of the posts of one of them carries the other, too. */
  samePostsShare: 0.5,
  lateHoursMax: 48,
  reorderPostsMax: 2_000,
  seenGenerationHours: 24,
  seenGenerationIdsMax: 2_500_000,
  deletablePostsMax: 20_000,
} as const;

export type Parameters = { readonly [Name in keyof typeof parameters]: number };

/** Keys kept per kind; past that, the least recently seen go. `young` = fewer than `grownPosts` posts so far. */
export const keysMax: Readonly<Record<SignalKeyKind, { readonly young: number; readonly grown: number }>> = {
  volume: { young: 1_000, grown: 1_000 },
  subjectPlace: { young: 10_000, grown: 10_000 },
  nearCopy: { young: 20_000, grown: 5_000 },
  hoaxMatch: { young: 5_000, grown: 5_000 },
  hashtag: { young: 10_000, grown: 5_000 },
  watchRule: { young: 2_000, grown: 2_000 },
};
export const grownPosts = 5;
export const authorsPerKeyMax = 1_024;

/** Typical posts by local hour of day relative to the mean: what a region is taken for until it has taught its own. */
export const priorHoursOfDay: readonly number[] = [
  0.45, 0.3, 0.2, 0.2, 0.3, 0.5, 0.8, 1, 1.2, 1.35, 1.4, 1.4, 1.4, 1.35, 1.3, 1.3, 1.3, 1.3, 1.35, 1.45, 1.45,
  1.25, 0.95, 0.7,
];

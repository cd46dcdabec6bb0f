import type { TrendsView } from '@kentongan/contracts';

export type Change = 'new' | 'risen' | 'fallen' | 'same';

interface HeatCell {
  readonly posts: number;
  readonly before: number;
  /** 0 = no posts; 1 to `heatStepsMax` of the map's largest cell. */
  readonly step: number;
  readonly change: Change;
}

export interface HeatMap {
  /** False while the archive is younger than the period before: then nothing rose, nobody was looking. */
  readonly hasBefore: boolean;
  readonly subjects: readonly { readonly subject: string; readonly posts: number; readonly before: number }[];
  readonly places: readonly { readonly place: string; readonly posts: number; readonly before: number }[];
  /** Rows are subjects, columns places. */
  readonly rows: readonly (readonly HeatCell[])[];
}

export const heatStepsMax = 5;
/** A map whose largest cell holds less is not stretched to the full scale: two posts must not look like a storm. */
const fullScalePostsMin = 25;
/** Below this many posts a change is chance. */
const changePostsMin = 5;

/** Subjects × places, the busiest first; cells that the archive left out had no posts. */
export function heatMapOf(trends: TrendsView, subjectsMax: number, placesMax: number): HeatMap {
  const subjects = [...trends.subjects].sort(byPosts).slice(0, subjectsMax);
  const places = [...trends.places].sort(byPosts).slice(0, placesMax);
  const cells = new Map(trends.cells.map((cell) => [keyOf(cell.subject, cell.place), cell]));
  const shown = subjects.map(({ subject }) =>
    places.map(({ place }) => cells.get(keyOf(subject, place)) ?? { posts: 0, before: 0 }),
  );
  const hasBefore = trends.subjects.some((each) => each.before > 0);
  const largest = Math.max(0, ...shown.flat().map((cell) => cell.posts));
  const rows = shown.map((row) =>
    row.map(({ posts, before }) => ({
      posts,
      before,
      step: stepOf(posts, largest),
      change: hasBefore ? changeOf(posts, before) : 'same',
    })),
  );
  return { hasBefore, subjects, places, rows };
}

/** Shade by the square root: one loud cell must not make all others look like nothing. */
export function stepOf(posts: number, largest: number): number {
  if (posts <= 0) return 0;
  return Math.ceil(Math.sqrt(posts / Math.max(largest, fullScalePostsMin)) * heatStepsMax);
}

/**
 * Is it a change or chance? Counts of two equal periods differ by more than two standard deviations of a Poisson
 * count only when something happened; and by half, or nobody would call it news.
 */
export function changeOf(posts: number, before: number): Change {
  const difference = posts - before;
  const isBeyondChance = Math.abs(difference) > 2 * Math.sqrt(posts + before);
  if (Math.max(posts, before) < changePostsMin || !isBeyondChance) return 'same';
  if (before === 0) return 'new';
  if (posts >= before * 1.5) return 'risen';
  return posts <= before / 1.5 ? 'fallen' : 'same';
}

/** `3` for three times as many; null when there was nothing before. */
export const timesOf = (posts: number, before: number): number | null =>
  before === 0 ? null : posts / before;

const byPosts = (a: { posts: number }, b: { posts: number }): number => b.posts - a.posts;
const keyOf = (subject: string, place: string): string => `${subject}|${place}`;

import type { TrendsView } from '@kentongan/contracts';

export interface DayColumn {
  readonly start: string;
  readonly posts: number;
  readonly before: number | null;
  readonly negative: number;
  readonly neutral: number;
  readonly positive: number;
  /** Heights from 0 to 1 of the chart. `beforeHeight` null: nobody looked a week earlier. */
  readonly height: number;
  readonly beforeHeight: number | null;
  /** The day is still running: a low column is no fall. */
  readonly isToday: boolean;
}

/** The days with heights on one scale, so that this week and the week before can be compared by eye. */
export function dayColumns(
  days: TrendsView['days'],
  now: number,
  ceilingOf: (highest: number) => number,
): DayColumn[] {
  const ceiling = ceilingOf(Math.max(0, ...days.flatMap((day) => [day.posts, day.before ?? 0])));
  // Until the first post a week before, nobody was listening yet: that is not a zero to compare with.
  const listensFrom = days.findIndex((day) => (day.before ?? 0) > 0);
  const knowsBefore = (index: number) => listensFrom >= 0 && index >= listensFrom;
  return days.map((day, index) => ({
    ...day,
    before: knowsBefore(index) ? day.before : null,
    height: day.posts / ceiling,
    beforeHeight: day.before === null || !knowsBefore(index) ? null : day.before / ceiling,
    isToday: index === days.length - 1 && now - Date.parse(day.start) < 24 * 3_600_000,
  }));
}

/** Fewer posts than this before, and every share of them is chance. */
const comparedPostsMin = 20;

/** Posts per post of the days before, on days that are over and have a day before; null when there are too few. */
export function volumeRatio(columns: readonly DayColumn[]): number | null {
  const compared = columns.filter((day) => !day.isToday && day.before !== null);
  const before = compared.reduce((sum, day) => sum + (day.before ?? 0), 0);
  const posts = compared.reduce((sum, day) => sum + day.posts, 0);
  return before < comparedPostsMin ? null : posts / before;
}

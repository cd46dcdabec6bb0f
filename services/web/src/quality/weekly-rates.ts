import type { CorrectedPart, HistogramView, QualityView } from '@kentongan/contracts';

const parts = [
  'postType',
  'sentiment',
  'place',
  'language',
  'agency',
] as const satisfies readonly CorrectedPart[];

export interface WeekColumn {
  readonly start: string;
  readonly corrections: number;
  /** What the corrections are counted against: posts, or issues with an agency; null = not known. */
  readonly n: number | null;
  /** From 0 to 1 of the chart. */
  readonly height: number;
  /** The week is still running: a low column is no fall. */
  readonly isRunning: boolean;
}

export interface PartRates {
  readonly part: CorrectedPart;
  readonly columns: readonly WeekColumn[];
  readonly corrections: number;
  /** What the top of the chart stands for. */
  readonly ceiling: number;
  readonly n: number | null;
  /** Corrections for each thing looked at; null while there are none or their number is not known. */
  readonly rate: number | null;
}

/** Posts by the instant at which their week begins; null = the archive did not tell. */
type PostsByWeek = ReadonlyMap<string, number> | null;

export const postsByWeek = (histogram: HistogramView | undefined): PostsByWeek =>
  histogram ? new Map(histogram.buckets.map(({ start, count }) => [instant(start), count])) : null;

/**
 * Corrections of each part, week by week, each part on a scale of its own.
 * @param ceilingOf a round number above the highest
 */
export function weeklyRates(
  weeks: QualityView['weeks'],
  posts: PostsByWeek,
  ceilingOf: (highest: number) => number,
): PartRates[] {
  return parts.map((part) => {
    const counts = weeks.map((week) => week.corrections.find((each) => each.part === part)?.count ?? 0);
    const ceiling = Math.max(1, ceilingOf(Math.max(0, ...counts)));
    const columns = weeks.map((week, index): WeekColumn => {
      const corrections = counts[index] ?? 0;
      const n = part === 'agency' ? week.issuesWithAgency : posts && (posts.get(instant(week.start)) ?? 0);
      return {
        start: week.start,
        corrections,
        n,
        height: corrections / ceiling,
        isRunning: index === weeks.length - 1,
      };
    });
    const corrections = sumOf(counts);
    const n = columns.some((column) => column.n === null)
      ? null
      : sumOf(columns.map((column) => column.n ?? 0));
    return { part, columns, corrections, ceiling, n, rate: n === null || n === 0 ? null : corrections / n };
  });
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0);
const instant = (time: string): string => new Date(time).toISOString();

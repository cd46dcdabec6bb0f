import type { HistogramUnit } from './time-range.js';
import { nextUnit, startOfUnit } from './zoned-time.js';

export interface Bar {
  readonly start: number;
  readonly end: number;
  /** Null: nobody looked, so nobody knows. Drawn hatched, never as zero. */
  readonly count: number | null;
  /** The unit is not over yet, or a source was missing for a part of it: there may be more. */
  readonly isPartial: boolean;
}

interface BarsRequest {
  readonly buckets: readonly { readonly start: string; readonly count: number }[];
  readonly unit: HistogramUnit;
  readonly timeZone: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly now: number;
  /** Stretches in which no source delivered; `end` null = still so. */
  readonly silences?: readonly { readonly start: number; readonly end: number | null }[];
}

/** As many as the archive answers at once. */
const barsMax = 2_000;

/**
 * One bar per unit from the first to the last instant asked for. The archive leaves units without posts out: they are
 * zero, except while no source delivered and after now, where nothing is known.
 */
export function barsOf(request: BarsRequest): Bar[] {
  const { buckets, unit, timeZone, now } = request;
  const counts = new Map(buckets.map((bucket) => [Date.parse(bucket.start), bucket.count]));
  const starts = [...counts.keys()];
  const first = request.from === undefined ? Math.min(...starts) : Date.parse(request.from);
  const last = request.to === undefined ? Math.max(now, ...starts) : Date.parse(request.to) - 1;
  if (!Number.isFinite(first) || !Number.isFinite(last)) return [];
  const bars: Bar[] = [];
  let start = startOfUnit(first, unit, timeZone);
  while (start <= last && bars.length < barsMax) {
    const end = nextUnit(start, unit, timeZone);
    bars.push(barOf(start, end, counts.get(start) ?? 0, request, now));
    start = end;
  }
  return bars;
}

function barOf(start: number, end: number, count: number, request: BarsRequest, now: number): Bar {
  const silences = request.silences ?? [];
  const isSilent = silences.some((each) => each.start <= start && (each.end ?? now) >= Math.min(end, now));
  const isTouched = silences.some((each) => each.start < end && (each.end ?? now) > start);
  const isUnknown = start > now || (count === 0 && isSilent);
  return { start, end, count: isUnknown ? null : count, isPartial: isTouched || (end > now && start <= now) };
}

/** The instants between two bars, both included, whichever was touched first. */
export function rangeOfBars(bars: readonly Bar[], a: number, b: number): { from: string; to: string } | null {
  const first = bars[Math.max(0, Math.min(a, b))];
  const last = bars[Math.min(bars.length - 1, Math.max(a, b))];
  if (!first || !last) return null;
  return { from: new Date(first.start).toISOString(), to: new Date(last.end).toISOString() };
}

/** A round number at or above the highest bar, for the one grid line that is labelled. */
export function niceCeiling(highest: number): number {
  if (highest <= 5) return 5;
  const power = 10 ** Math.floor(Math.log10(highest));
  return (
    [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].map((step) => step * power).find((each) => each >= highest) ?? highest
  );
}

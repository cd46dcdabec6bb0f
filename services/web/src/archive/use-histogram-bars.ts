import { useMemo } from 'react';
import { useRegion } from '../session/region.js';
import type { ArchiveSelection } from './archive-call.js';
import { useHistogram } from './archive-queries.js';
import { type Bar, barsOf } from './histogram-bars.js';
import { type HistogramUnit, narrowBarsMax, unitOf, wideBarsMax } from './time-range.js';
import { nextUnit } from './zoned-time.js';

interface HistogramBars {
  readonly unit: HistogramUnit;
  /** Null while they are on their way. */
  readonly bars: readonly Bar[] | null;
  readonly error: unknown;
}

/**
 * The bars for a selection in the finest unit that has room. Without a beginning, months are asked for first: they say
 * where the archive begins.
 */
export function useHistogramBars(
  selection: ArchiveSelection,
  asOf: number,
  silentSince: number | null,
  isNarrow: boolean,
): HistogramBars {
  const { mode, timeZone } = useRegion();
  const isOpen = selection.from === undefined;
  const months = useHistogram(selection, 'month', isOpen);
  const monthStarts = (isOpen ? (months.data?.buckets ?? []) : []).map(({ start }) => Date.parse(start));
  const from = isOpen ? monthStarts[0] : Date.parse(selection.from ?? '');
  const lastMonth = monthStarts.at(-1);
  const isPast = mode === 'historical' && lastMonth !== undefined;
  const end = isPast ? nextUnit(lastMonth, 'month', timeZone) : asOf;
  const to = selection.to === undefined ? end : Date.parse(selection.to);
  const unit = unitOf(to - (from ?? to), isNarrow ? narrowBarsMax : wideBarsMax);
  const wanted = useHistogram(selection, unit, from !== undefined);
  const { data } = wanted;
  const isEmpty = isOpen && months.data?.buckets.length === 0;
  const bars = useMemo(() => {
    if (isEmpty) return [];
    if (!data || data.unit !== unit) return null;
    const starts = data.buckets.map(({ start }) => Date.parse(start));
    const last = isPast ? starts.at(-1) : undefined;
    return barsOf({
      buckets: data.buckets,
      unit,
      timeZone,
      from: selection.from,
      to:
        selection.to ??
        (last === undefined ? undefined : new Date(nextUnit(last, unit, timeZone)).toISOString()),
      now: asOf,
      silences: silentSince === null ? [] : [{ start: silentSince, end: null }],
    });
  }, [data, unit, isEmpty, isPast, timeZone, selection.from, selection.to, asOf, silentSince]);
  return { unit, bars, error: months.error ?? wanted.error };
}

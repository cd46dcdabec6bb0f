import type { Period, SearchState } from './search-state.js';

export type HistogramUnit = 'hour' | 'day' | 'week' | 'month';

export interface TimeRange {
  readonly from?: string;
  readonly to?: string;
}

const hourMilliseconds = 3_600_000;
const dayMilliseconds = 24 * hourMilliseconds;
const periodDays: Readonly<Record<Exclude<Period, 'all' | 'custom'>, number>> = {
  day: 1,
  week: 7,
  month: 30,
  quarter: 90,
};
/** More bars than this cannot be told apart on a wide screen, or on a phone. */
export const wideBarsMax = 190;
export const narrowBarsMax = 170;

/** The instants that a state asks for. Periods end at the next full minute: paging must not move under the reader. */
export function rangeOf(state: Pick<SearchState, 'period' | 'from' | 'to'>, now: number): TimeRange {
  if (state.period === 'custom')
    return {
      ...(state.from === undefined ? {} : { from: state.from }),
      ...(state.to === undefined ? {} : { to: state.to }),
    };
  if (state.period === 'all') return {};
  const minute = Math.ceil(now / 60_000) * 60_000;
  return { from: new Date(minute - periodDays[state.period] * dayMilliseconds).toISOString() };
}

/** The finest unit of which no more than `barsMax` bars are needed. */
export function unitOf(spanMilliseconds: number, barsMax = wideBarsMax): HistogramUnit {
  if (spanMilliseconds <= barsMax * hourMilliseconds) return 'hour';
  if (spanMilliseconds <= barsMax * dayMilliseconds) return 'day';
  return spanMilliseconds <= barsMax * 7 * dayMilliseconds ? 'week' : 'month';
}

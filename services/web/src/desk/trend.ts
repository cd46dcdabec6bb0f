import type { SignalHour } from '@kentongan/contracts';

export type Trend = 'fast' | 'up' | 'flat' | 'down' | 'unknown';

const recentHours = 2;
const fastRatio = 2;
const upRatio = 1.25;

/** Where the last two hours go against the two before them. */
export function trendOf(hours: readonly SignalHour[] | undefined): Trend {
  if (!hours || hours.length < recentHours * 2) return 'unknown';
  const sum = (part: readonly SignalHour[]) => part.reduce((total, { count }) => total + count, 0);
  const now = sum(hours.slice(-recentHours));
  const before = sum(hours.slice(-recentHours * 2, -recentHours));
  if (now === 0 && before === 0) return 'flat';
  const ratio = now / Math.max(1, before);
  if (ratio >= fastRatio && now >= 3) return 'fast';
  if (ratio >= upRatio) return 'up';
  return ratio <= 1 / upRatio ? 'down' : 'flat';
}

import type { Bar } from './histogram-bars.js';
import type { HistogramUnit } from './time-range.js';
import { wallOf } from './zoned-time.js';

interface AxisTick {
  readonly start: number;
  /** Where on the axis, 0 to 1. */
  readonly at: number;
  /** `day` where one begins, `clock` within it. */
  readonly kind: 'clock' | 'day';
}

/** A tick further right has no room for its words. */
const lastTickAt = 0.94;
/** Hours between ticks, the finest that leaves room. */
const hourSteps = [1, 2, 3, 6, 12, 24];

/** Ticks at round times (midnight, every sixth hour, every third day), at most `ticksMax`, evenly spaced. */
export function axisTicks(
  bars: readonly Bar[],
  unit: HistogramUnit,
  timeZone: string,
  ticksMax: number,
): AxisTick[] {
  const isDay = (bar: Bar) => unit !== 'hour' || hourOf(bar, timeZone) === 0;
  const round = unit === 'hour' ? roundHours(bars, timeZone, ticksMax) : bars;
  const every = Math.max(1, Math.ceil(round.length / ticksMax));
  return round
    .filter((_, index) => index % every === 0)
    .filter((bar) => bars.indexOf(bar) <= bars.length * lastTickAt)
    .map((bar) => ({
      start: bar.start,
      at: bars.indexOf(bar) / bars.length,
      kind: isDay(bar) ? 'day' : 'clock',
    }));
}

function roundHours(bars: readonly Bar[], timeZone: string, ticksMax: number): Bar[] {
  const atStep = (step: number) => bars.filter((bar) => hourOf(bar, timeZone) % step === 0);
  const step = hourSteps.find((each) => atStep(each).length <= ticksMax) ?? 24;
  return atStep(step);
}

const hourOf = (bar: Bar, timeZone: string): number => new Date(wallOf(bar.start, timeZone)).getUTCHours();

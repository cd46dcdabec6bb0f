import type { FigureOf } from '../measure/measurement.js';
import type { FigureValue } from '../measure/run-measurement.js';

/** Both runs score the same texts, so most of what chance does to one it does to the other. */
const pairedShare = 0.5;
const z95 = 1.96;
/** A perfect share on few rows has no spread by the formula, yet the next row may be wrong. */
const shareMin = 0.02;

/**
 * How far a figure may fall by chance when nothing got worse, in its own points: half of its 95 % interval's half width,
 * or of the binomial one where the evaluation gives none. Counts state theirs.
 */
export function noiseOf({ noise }: Pick<FigureOf, 'noise'>, { value, n, interval }: FigureValue): number {
  if (noise !== undefined) return noise;
  if (interval) return round(((interval[1] - interval[0]) / 2) * pairedShare);
  if (n === null || n === 0) return 0;
  const share = Math.min(1 - shareMin, Math.max(1 / n, value / 100));
  return round(100 * z95 * Math.sqrt((share * (1 - share)) / n) * pairedShare);
}

const round = (value: number): number => Math.round(value * 100) / 100;

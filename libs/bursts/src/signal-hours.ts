import type { SignalHour } from '@kentongan/contracts';
import { hourMilliseconds } from './hour-of-week.js';
import type { KeyState } from './key-state.js';
import type { RegionHours } from './region-hours.js';

const statedHours = 24;

/**
 * The last 24 hours of a key up to `endMilliseconds`, oldest first. Hours in which nobody watched are left out: they
 * are unknown, not silent.
 * @param norm expected posts by hour; null where no norm is known yet
 */
export function signalHours(
  key: KeyState,
  hours: RegionHours,
  endMilliseconds: number,
  norm: ((hour: number) => number) | null,
): SignalHour[] {
  const last = Math.floor(endMilliseconds / hourMilliseconds);
  const first = Math.max(last - statedHours + 1, hours.firstHour);
  const stated: SignalHour[] = [];
  for (let hour = first; hour <= last; hour += 1) {
    const count = key.countInHour(hour);
    if (count === 0 && hours.observed.isUnknown(hour)) continue;
    stated.push({
      start: new Date(hour * hourMilliseconds).toISOString(),
      count,
      norm: norm && Math.round(norm(hour) * 100) / 100,
    });
  }
  return stated;
}

import { hoursOfWeek } from './hour-of-week.js';

/**
 * How busy each hour of the week is relative to the mean, shrunk in steps to what is known better: hour of week →
 * hour of day → the parent's curve. With few posts the parent's curve remains; with many the key's own shows.
 * @param counts posts by hour of week (decayed), Monday 00:00 first
 * @param hours observed hours by hour of week (decayed alike)
 * @param ratePerHour mean posts an hour
 * @param parent the curve to shrink to, mean about 1
 * @param priorPosts how many expected posts the parent's word weighs at each step
 * Source: gamma–Poisson shrinkage, the posterior mean (count + k) / (expected + k) applied twice.
 */
export function shrunkSeason(
  counts: ArrayLike<number>,
  hours: ArrayLike<number>,
  ratePerHour: number,
  parent: ArrayLike<number>,
  priorPosts: number,
): Float64Array {
  const season = new Float64Array(hoursOfWeek);
  for (let hourOfDay = 0; hourOfDay < 24; hourOfDay += 1) {
    let count = priorPosts;
    let expected = priorPosts;
    for (let at = hourOfDay; at < hoursOfWeek; at += 24) {
      count += counts[at]!;
      expected += ratePerHour * hours[at]! * parent[at]!;
    }
    const daily = count / expected;
    for (let at = hourOfDay; at < hoursOfWeek; at += 24) {
      const mean = parent[at]! * daily;
      const weekly = (counts[at]! + priorPosts) / (ratePerHour * hours[at]! * mean + priorPosts);
      season[at] = mean * weekly;
    }
  }
  return season;
}

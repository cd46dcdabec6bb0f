import type { WatchCount } from '@kentongan/bursts';
import type { RegionSettings } from '@kentongan/contracts';

/** What the detector is told about a region. It counts from the offset at which it was first applied. */
export interface RegionRules {
  readonly timeZone: string;
  readonly watchCounts: readonly WatchCount[];
}

export const unconfiguredRules: RegionRules = { timeZone: 'Asia/Jakarta', watchCounts: [] };

export function rulesOf(settings: RegionSettings): RegionRules {
  return {
    timeZone: settings.timeZone,
    watchCounts: settings.watchRules.map(({ id, count, windowMinutes }) => ({ id, count, windowMinutes })),
  };
}

export function areSame(a: RegionRules, b: RegionRules): boolean {
  const counts = (rules: RegionRules) =>
    rules.watchCounts.map(({ id, count, windowMinutes }) => `${id}|${count}|${windowMinutes}`).join('\n');
  return a.timeZone === b.timeZone && counts(a) === counts(b);
}

import type { SourceView } from '@kentongan/contracts';

const urgency: Readonly<Record<SourceView['state'], number>> = { down: 0, overQuota: 1, late: 2, live: 3 };

/** What needs somebody first; then by name. */
export function bySourceUrgency(a: SourceView, b: SourceView): number {
  return urgency[a.state] - urgency[b.state] || a.name.localeCompare(b.name);
}

export function countByState(
  sources: readonly Pick<SourceView, 'state'>[],
): Record<SourceView['state'], number> {
  const counts = { live: 0, late: 0, overQuota: 0, down: 0 };
  for (const source of sources) counts[source.state] += 1;
  return counts;
}

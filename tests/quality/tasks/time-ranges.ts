/** Days in UTC, both ends included. */
export interface Range {
  readonly text: string;
  readonly from: string;
  readonly to: string;
}

export interface PostTime {
  /** ISO 8601 in UTC. */
  readonly at: string;
}

/** Reads `2025-01-14..2025-01-16,2025-02-25..2025-02-26`; an empty text holds no range. */
export function readRanges(text: string): Range[] {
  return text
    .split(',')
    .filter((part) => part !== '')
    .map((part) => {
      const [from, to] = part.split('..');
      if (!from || !to || ![from, to].every((day) => /^\d{4}-\d{2}-\d{2}$/.test(day)))
        throw new Error(`"${part}" is no range of days like 2025-01-14..2025-01-16`);
      return { text: part, from, to };
    });
}

/** The range that holds a time, null when none does. */
export function rangeOf(at: string, ranges: readonly Range[]): Range | null {
  const day = at.slice(0, 10);
  return ranges.find((range) => range.from <= day && day <= range.to) ?? null;
}

/** The hour (`2025-02-25T13`) with the most posts in a range. */
export function peakHour(posts: readonly PostTime[], range: Range): string {
  const counts = new Map<string, number>();
  for (const { at } of posts) {
    if (!rangeOf(at, [range])) continue;
    const hour = at.slice(0, 13);
    counts.set(hour, (counts.get(hour) ?? 0) + 1);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
  return best?.[0] ?? '';
}

import type { TimelineEntry } from '@kentongan/contracts';

export interface FoldedEntry {
  readonly entry: TimelineEntry;
  readonly times: number;
}

/** Newest first; statements of the detector in a row are one line with their number, told by the newest. */
export function foldRises(entries: readonly TimelineEntry[]): FoldedEntry[] {
  const folded: { entry: TimelineEntry; times: number }[] = [];
  for (const entry of [...entries].sort((a, b) => b.sequence - a.sequence)) {
    const last = folded.at(-1);
    if (last && last.entry.change === 'signalled' && entry.change === 'signalled') last.times += 1;
    else folded.push({ entry, times: 1 });
  }
  return folded;
}

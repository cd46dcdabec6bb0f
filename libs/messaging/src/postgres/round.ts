import type { StreamRecord } from '../stream.port.js';
import type { Cursor, Slice } from './stream-store.js';

/** How far one partition is read. Records below `position` in slices from `cursor` on were read before. */
export interface ReadingPlace {
  readonly partition: number;
  cursor: Cursor;
  position: number;
}

/** Partitions whose cursors lie within this many appends of each other are read together. */
const clusterAppendsMax = 64;

/**
 * Groups partitions that are about equally far: one that was held back reads alone until it has caught up,
 * instead of making all others wait for it.
 */
export function clusters<Place extends ReadingPlace>(places: readonly Place[]): Place[][] {
  const sorted = [...places].sort((a, b) => a.cursor.sequence - b.cursor.sequence);
  const groups: Place[][] = [];
  for (const place of sorted) {
    const group = groups.at(-1);
    const start = group?.[0]?.cursor.sequence ?? Number.NEGATIVE_INFINITY;
    if (group && place.cursor.sequence - start <= clusterAppendsMax) group.push(place);
    else groups.push([place]);
  }
  return groups;
}

/**
 * Takes up to `recordsMax` records from the slices, over all given places together in the order in which they were
 * written, so that no partition runs ahead of the others in time. Moves the places forward past what was taken.
 */
export function takeRound<Place extends ReadingPlace>(
  places: readonly Place[],
  slices: readonly Slice[],
  recordsMax: number,
): Map<Place, StreamRecord[]> {
  const byPartition = new Map(places.map((place) => [place.partition, place]));
  const taken = new Map<Place, StreamRecord[]>();
  let count = 0;
  for (const slice of slices) {
    for (const record of slice.records) {
      const place = byPartition.get(record.partition);
      if (!place || record.offset < place.position) continue;
      if (count === recordsMax) return moveTo(places, slice, 0, taken);
      const records = taken.get(place);
      if (records) records.push(record);
      else taken.set(place, [record]);
      place.position = record.offset + 1;
      count += 1;
    }
    moveTo(places, slice, 1, taken);
  }
  return taken;
}

function moveTo<Place extends ReadingPlace>(
  places: readonly Place[],
  slice: Slice,
  past: 0 | 1,
  taken: Map<Place, StreamRecord[]>,
): Map<Place, StreamRecord[]> {
  const cursor = { sequence: slice.sequence + past, day: slice.day };
  for (const place of places) if (place.cursor.sequence < cursor.sequence) place.cursor = cursor;
  return taken;
}

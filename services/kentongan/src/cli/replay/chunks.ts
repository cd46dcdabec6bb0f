import type { ShapedLine } from './shape-post.js';

/** Lines that are sent in one request. */
export interface Chunk {
  readonly lines: readonly Uint8Array[];
  /** Bytes of all files read so far. */
  readonly position: number;
}

/** A line between shaping and sending. */
export interface PlacedLine extends ShapedLine {
  readonly position: number;
}

export interface Pace {
  /** Seconds of event time per second of wall time; null = no waiting. */
  readonly speed: number | null;
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

const chunkLinesMax = 4_000;
const chunkBytesMax = 2 * 1024 * 1024;
/** With a speed: lines that are due within this time leave together. */
const togetherMilliseconds = 250;

/**
 * Groups lines into requests. With a speed, a line waits until its time comes, counted from the first line; one that
 * lies before its predecessors, or has no time, leaves with them.
 */
export async function* chunks(
  lines: AsyncIterable<PlacedLine>,
  { speed, now, sleep }: Pace,
): AsyncGenerator<Chunk> {
  let group: Uint8Array[] = [];
  let bytes = 0;
  let position = 0;
  let start: { readonly wall: number; readonly event: number } | null = null;
  for await (const line of lines) {
    if (speed !== null && !Number.isNaN(line.time)) {
      start ??= { wall: now(), event: line.time };
      const dueAt = start.wall + (line.time - start.event) / speed;
      if (dueAt > now() + togetherMilliseconds) {
        if (group.length > 0) yield { lines: group, position };
        [group, bytes] = [[], 0];
        await sleep(dueAt - now());
      }
    }
    group.push(line.bytes);
    bytes += line.bytes.length;
    position = line.position;
    if (group.length < chunkLinesMax && bytes < chunkBytesMax) continue;
    yield { lines: group, position };
    [group, bytes] = [[], 0];
  }
  if (group.length > 0) yield { lines: group, position };
}

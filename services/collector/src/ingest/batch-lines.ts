import type { IngestLimits } from './limits.js';
import { type Line, LineSplitter } from './line-splitter.js';

/** Why reading ended before the sender did. */
export type StopReason = 'bodyTooLarge' | 'idle' | 'bodyTooSlow' | 'brokenGzip';

/** Thrown after all complete lines were handed out: what was read counts, the rest was never looked at. */
export class ReadingStopped extends Error {
  constructor(readonly reason: StopReason) {
    super(`reading stopped: ${reason}`);
  }
}

type Next = IteratorResult<Uint8Array> | 'timeout';

/**
 * Groups the lines of a body into batches. Pulls one chunk at a time, so a slow consumer slows the sender down
 * through TCP instead of filling memory.
 */
export async function* batchLines(
  body: AsyncIterable<Uint8Array>,
  limits: IngestLimits,
  now: () => number,
): AsyncGenerator<Line[]> {
  const splitter = new LineSplitter(limits.lineBytesMax);
  const chunks = body[Symbol.asyncIterator]();
  const endAt = now() + limits.bodyMilliseconds;
  let batch: Line[] = [];
  let batchBytes = 0;
  let bodyBytes = 0;
  let pending = chunks.next();
  pending.catch(() => {}); // raced below; a failure during a long store must not count as unhandled
  for (;;) {
    const next = await within(
      pending,
      batch.length > 0 ? limits.batchWaitMilliseconds : limits.idleMilliseconds,
    );
    if (next === 'timeout') {
      if (batch.length === 0) throw new ReadingStopped('idle');
      yield batch;
      [batch, batchBytes] = [[], 0];
      continue;
    }
    const lines = next.done === true ? splitter.end() : splitter.push(next.value);
    for (const line of lines) {
      batch.push(line);
      batchBytes += line.bytes.length;
      if (batch.length < limits.batchLinesMax && batchBytes < limits.batchBytesMax) continue;
      yield batch;
      [batch, batchBytes] = [[], 0];
    }
    if (next.done === true) break;
    bodyBytes += next.value.length;
    const stop = bodyBytes > limits.bodyBytesMax ? 'bodyTooLarge' : now() > endAt ? 'bodyTooSlow' : null;
    if (stop !== null) {
      if (batch.length > 0) yield batch;
      throw new ReadingStopped(stop);
    }
    pending = chunks.next();
    pending.catch(() => {});
  }
  if (batch.length > 0) yield batch;
}

async function within(pending: Promise<IteratorResult<Uint8Array>>, milliseconds: number): Promise<Next> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<Next>((resolve) => {
    timer = setTimeout(resolve, milliseconds, 'timeout');
  });
  try {
    return await Promise.race([pending, timeout]);
  } finally {
    clearTimeout(timer);
  }
}

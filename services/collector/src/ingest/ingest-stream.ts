import type { IngestOutcome } from '@kentongan/contracts';
import type { Clock } from '@kentongan/platform';
import { batchLines, ReadingStopped, type StopReason } from './batch-lines.js';
import { checkLine } from './check-line.js';
import type { IngestLimits } from './limits.js';
import type { Line } from './line-splitter.js';
import type { IngestTarget, PostIngest } from './post-ingest.js';
import { refusedSample } from './refused.store.js';

/** The last line of an answer. `stopped` says that the rest of the body was not read, and why. */
export interface IngestSummary {
  readonly read: number;
  readonly accepted: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: Readonly<Record<string, number>>;
  readonly stopped?: StopReason;
}

export interface IngestStreamParts {
  readonly ingest: PostIngest;
  readonly limits: IngestLimits;
  readonly clock: Clock;
}

/**
 * Body → outcomes, in line order. While one batch is being stored the next is read and prepared, never more: memory
 * holds two batches, however fast the sender is.
 * @param write takes the outcomes of lines that are durable; resolves when the receiver can take more
 */
export async function ingestStream(
  body: AsyncIterable<Uint8Array>,
  target: IngestTarget,
  write: (outcomes: readonly IngestOutcome[]) => Promise<void>,
  { ingest, limits, clock }: IngestStreamParts,
): Promise<IngestSummary> {
  const count = { read: 0, accepted: 0, updated: 0, unchanged: 0, rejected: {} as Record<string, number> };
  const check = (line: Line) => ({
    number: line.number,
    checked: checkLine(line, limits.lineBytesMax, clock.now()),
    sample: ({ reason }: { reason: Parameters<typeof refusedSample>[1] }) => refusedSample(line, reason),
  });
  let storing: Promise<void> = Promise.resolve();
  let stopped: StopReason | null = null;
  try {
    for await (const batch of batchLines(body, limits, () => clock.now())) {
      const prepared = await ingest.prepare(target, batch, check);
      await storing;
      storing = ingest.store(target, prepared).then(async (outcomes) => {
        for (const outcome of outcomes) tally(count, outcome);
        await write(outcomes);
      });
      storing.catch(() => {}); // awaited above or below; until then a failure must not count as unhandled
    }
  } catch (error) {
    if (!(error instanceof ReadingStopped)) {
      await storing.catch(() => {});
      throw error;
    }
    stopped = error.reason;
  }
  await storing;
  return stopped === null ? count : { ...count, stopped };
}

function tally(
  count: {
    read: number;
    accepted: number;
    updated: number;
    unchanged: number;
    rejected: Record<string, number>;
  },
  outcome: IngestOutcome,
): void {
  count.read += 1;
  if (outcome.outcome === 'rejected')
    count.rejected[outcome.reason] = (count.rejected[outcome.reason] ?? 0) + 1;
  else count[outcome.outcome] += 1;
}

import { performance } from 'node:perf_hooks';
import type { Clock } from '@kentongan/platform';
import { deadLetter } from './dead-letter.js';
import type { ObservedAt, StreamObserver } from './observer.js';
import type { Outcome, Reason } from './outcome.js';
import { type Retries, type Settlement, settle } from './settle.js';
import type { Batch, BatchHandler, OutgoingRecord } from './stream.port.js';

/** What the adapter lends to the processing of a batch. */
export interface BatchParts {
  readonly group: string;
  readonly handle: BatchHandler;
  /** Resolves when the letters are durable in the dead stream; a rejection stops the partition. */
  readonly writeDeadLetters: (letters: readonly OutgoingRecord[]) => Promise<void>;
  readonly observer: StreamObserver;
  readonly clock: Clock;
}

export type Processed =
  | {
      readonly kind: 'settled';
      /** The next offset to commit, or null when nothing of the batch is finished. */
      readonly nextOffset: number | null;
      readonly pauseMilliseconds: number | null;
      readonly retries: Retries | null;
    }
  /** A bug or an outage: nothing may be committed, the partition backs off. */
  | { readonly kind: 'failed' };

/**
 * Runs one batch through its handler and says what the adapter may commit. The same for every adapter.
 * Dead letters are durable before this returns: committing first would lose them in a crash.
 * Never throws: what goes wrong is told to the observer and comes back as `failed`.
 */
export async function processBatch(
  batch: Batch,
  before: Retries | null,
  parts: BatchParts,
): Promise<Processed> {
  const at: ObservedAt = { stream: batch.stream, group: parts.group, partition: batch.partition };
  const startedAt = performance.now();
  try {
    const outcomes = await parts.handle(batch);
    const settled = settle(batch.records, outcomes, before);
    if (settled.dead.length) await writeLetters(lettersOf(settled, at, parts), at, parts);
    parts.observer.onBatchSeconds(at, (performance.now() - startedAt) / 1_000, batch.records.length);
    countOutcomes(at, outcomes, settled, parts.observer);
    const last = batch.records[settled.finished - 1];
    return {
      kind: 'settled',
      nextOffset: last ? last.offset + 1 : null,
      pauseMilliseconds: settled.pauseMilliseconds,
      retries: settled.retries,
    };
  } catch (error) {
    parts.observer.onFailure(at, error);
    return { kind: 'failed' };
  }
}

async function writeLetters(
  letters: readonly OutgoingRecord[],
  at: ObservedAt,
  { writeDeadLetters, observer }: BatchParts,
): Promise<void> {
  try {
    await writeDeadLetters(letters);
  } catch (error) {
    observer.onLettersRefused?.(at, letters.length);
    throw error;
  }
}

function lettersOf(settled: Settlement, at: ObservedAt, parts: BatchParts): OutgoingRecord[] {
  const diedAt = new Date(parts.clock.now()).toISOString();
  return settled.dead.map(({ record, reason, detail }) =>
    deadLetter(record, {
      reason,
      detail,
      group: parts.group,
      stream: at.stream,
      partition: record.partition,
      offset: record.offset,
      diedAt,
    }),
  );
}

function countOutcomes(
  at: ObservedAt,
  outcomes: readonly Outcome[],
  settled: Settlement,
  observer: StreamObserver,
): void {
  const counts = new Map<string, { kind: Outcome['kind']; reason: Reason | null; count: number }>();
  const count = (kind: Outcome['kind'], reason: Reason | null) => {
    const entry = counts.get(`${kind} ${reason}`);
    if (entry) entry.count += 1;
    else counts.set(`${kind} ${reason}`, { kind, reason, count: 1 });
  };
  for (const { reason } of settled.dead) count('dead', reason);
  // What is behind the retry that ended the prefix comes again and counts then.
  let doneCount = 0;
  for (let index = 0; index < settled.finished; index += 1) {
    const outcome = outcomes[index];
    if (outcome?.kind === 'done') doneCount += 1;
    else if (outcome?.kind === 'drop') count('drop', outcome.reason);
  }
  if (doneCount) observer.onOutcome(at, 'done', null, doneCount);
  const blocking = outcomes[settled.finished];
  if (blocking?.kind === 'retry') count('retry', blocking.reason);
  for (const each of counts.values()) observer.onOutcome(at, each.kind, each.reason, each.count);
}

import type { Outcome, Reason } from './outcome.js';

/** Where something was observed. `partition` is null when it concerns the whole subscription. */
export interface ObservedAt {
  readonly stream: string;
  readonly group: string | null;
  readonly partition: number | null;
}

/** What a metrics registry wants to hear from the adapters. Methods must not throw and must be quick. */
export interface StreamObserver {
  /** `count` messages ended this way; `reason` is null for `done`. */
  onOutcome(at: ObservedAt, kind: Outcome['kind'], reason: Reason | null, count: number): void;
  /** Messages that a partition of this member still has before it; 0 when it is no longer this member's. */
  onLag(at: ObservedAt, messages: number): void;
  onBatchSeconds(at: ObservedAt, seconds: number, messages: number): void;
  /** A bug or an outage: nothing was committed, the consumer backs off and tries again. */
  onFailure(at: ObservedAt, error: unknown): void;
  /** Letters that could not be written: their partition stands until they are, and nothing of it is committed. */
  onLettersRefused?(at: ObservedAt, letters: number): void;
  /** Normal after a rebalance: a batch in work was not committed, because someone else owns the partition now. */
  onHandover?(at: ObservedAt): void;
}

/** Used when no observer is given: figures go nowhere, but a failure is never silent. */
export const failuresToStandardError: StreamObserver = {
  onOutcome: () => {},
  onLag: () => {},
  onBatchSeconds: () => {},
  onFailure: (at, error) => {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(
      `${JSON.stringify({ level: 'error', event: 'streamFailure', ...at, error: text })}\n`,
    );
  },
};

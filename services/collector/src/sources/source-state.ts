import type { SourceState } from '@kentongan/contracts';
import type { PollFailure, PollResult } from './source.port.js';

/** What is remembered of a source between polls. Times are milliseconds since the epoch. */
export interface SourceStatus {
  readonly state: SourceState;
  readonly since: number;
  /** For the operator: in English, with what the other side said. */
  readonly detail: string;
  readonly failures: number;
  /** Why the last poll brought nothing; null = it did, or it was before this was kept. */
  readonly failure: PollFailure | null;
}

/** After this many failures in a row a source that was late is down: its silence means nothing any more. */
const failuresUntilDown = 3;
const backOffSecondsMax = 6 * 3_600;
const backOffDoublingsMax = 10;

/** The state after a poll. `since` moves only when the state changes. */
export function nextStatus(previous: SourceStatus | null, result: PollResult, now: number): SourceStatus {
  if (result.kind !== 'failed')
    return { ...moved(previous, 'live', now), detail: liveDetail(result), failures: 0, failure: null };
  const { failure, detail } = result;
  const failures = (previous?.failures ?? 0) + 1;
  return { ...moved(previous, stateAfter(failure, failures), now), detail, failures, failure };
}

function stateAfter(failure: PollFailure, failures: number): SourceState {
  switch (failure) {
    case 'overQuota':
      return 'overQuota';
    case 'unreachable':
    case 'timeout':
    case 'serverError':
      return failures >= failuresUntilDown ? 'down' : 'late';
    case 'refused':
    case 'tooLarge':
    case 'notAFeed':
    case 'hostile':
      return 'down'; // asking again does not help: a person must look
  }
}

/**
 * Seconds until the next poll: the interval with jitter of ± 10 %, so that many feeds do not ask at once; doubled with
 * each failure up to 6 hours; never before the time the server asked for.
 * @param random 0 ≤ random < 1
 */
export function secondsToNextPoll(
  pollSeconds: number,
  status: SourceStatus,
  retryAfterSeconds: number | null,
  random: number,
): number {
  const doublings = Math.min(status.failures, backOffDoublingsMax);
  const seconds = Math.min(pollSeconds * 2 ** doublings, Math.max(backOffSecondsMax, pollSeconds));
  return Math.max(seconds * (0.9 + 0.2 * random), retryAfterSeconds ?? 0);
}

function liveDetail(result: Exclude<PollResult, { kind: 'failed' }>): string {
  return result.kind === 'polled' && result.skipped > 0
    ? `${result.skipped} entries without address or text`
    : '';
}

function moved(previous: SourceStatus | null, state: SourceState, now: number) {
  return { state, since: previous?.state === state ? previous.since : now };
}

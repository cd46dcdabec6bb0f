import type { Outcome, Reason } from './outcome.js';
import type { StreamRecord } from './stream.port.js';

/** A message is tried again this often for any reason but `outage`; failing once more it is dead (`exhausted`). */
export const retriesMax = 8;

/** How often the message that holds up a partition was already tried again. Kept in memory per partition. */
export interface Retries {
  readonly offset: number;
  readonly count: number;
}

export interface Settlement {
  /** How many messages from the start of the batch are finished and may be committed. */
  readonly finished: number;
  readonly dead: readonly {
    readonly record: StreamRecord;
    readonly reason: Reason;
    readonly detail: string;
  }[];
  /** Set when a message asks to be tried again: the partition waits this long, then it and all behind it come again. */
  readonly pauseMilliseconds: number | null;
  readonly retries: Retries | null;
}

/** The handler gave another number of outcomes than it got messages: nothing of the batch can be trusted. */
export class WrongOutcomeCount extends Error {
  constructor(messages: number, outcomes: number) {
    super(
      `a batch handler got ${messages} messages and returned ${outcomes} outcomes: exactly one each is due`,
    );
    this.name = 'WrongOutcomeCount';
  }
}

/**
 * Decides what a batch's outcomes mean: the longest prefix of done, drop and dead is finished, the first retry ends it.
 * @throws WrongOutcomeCount
 */
export function settle(
  records: readonly StreamRecord[],
  outcomes: readonly Outcome[],
  before: Retries | null,
): Settlement {
  if (outcomes.length !== records.length) throw new WrongOutcomeCount(records.length, outcomes.length);
  const dead: { record: StreamRecord; reason: Reason; detail: string }[] = [];
  for (const [index, record] of records.entries()) {
    const outcome = outcomes[index] as Outcome;
    if (outcome.kind === 'done') continue;
    if (outcome.kind === 'dead') dead.push({ record, reason: outcome.reason, detail: outcome.detail });
    if (outcome.kind !== 'retry') continue;
    const triedAgain = before?.offset === record.offset ? before.count : 0;
    if (outcome.reason !== 'outage' && triedAgain >= retriesMax) {
      dead.push({ record, reason: 'exhausted', detail: `${outcome.reason} after ${retriesMax} retries` });
      continue;
    }
    const count = outcome.reason === 'outage' ? triedAgain : triedAgain + 1;
    const retries = { offset: record.offset, count };
    return { finished: index, dead, pauseMilliseconds: Math.max(0, outcome.afterMilliseconds), retries };
  }
  return { finished: records.length, dead, pauseMilliseconds: null, retries: null };
}

/** Why a message was dropped, set aside or tried again: a closed union, because it is a metric label. */
export type Reason =
  | 'duplicate'
  | 'stale'
  | 'notForUs'
  | 'notUtf8'
  | 'notJson'
  | 'notAnEvent'
  | 'unknownEvent'
  | 'wrongData'
  | 'poison'
  | 'exhausted'
  | 'outage';

/** What became of one message of a batch. A handler returns exactly one for each, in order. */
export type Outcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'drop'; readonly reason: Reason }
  | { readonly kind: 'dead'; readonly reason: Reason; readonly detail: string }
  | { readonly kind: 'retry'; readonly reason: Reason; readonly afterMilliseconds: number };

export const done: Outcome = { kind: 'done' };
export const drop = (reason: Reason): Outcome => ({ kind: 'drop', reason });
export const dead = (reason: Reason, detail: string): Outcome => ({ kind: 'dead', reason, detail });
/** `reason: 'outage'` retries without end; any other reason ends in the dead stream (`exhausted`) after 8 retries. */
export const retry = (reason: Reason, afterMilliseconds: number): Outcome => ({
  kind: 'retry',
  reason,
  afterMilliseconds,
});

/** How well the desk knows where an attempt comes from: a browser or an address from which this person signed in before. */
export type Familiarity = 'device' | 'address' | 'none';

export interface Attempt {
  readonly address: string;
  /** Null when the browser has no device cookie. */
  readonly device: string | null;
  readonly familiarity: Familiarity;
}
export interface PastAttempt extends Attempt {
  readonly at: number;
}

export const windowMilliseconds = 3_600_000;

/**
 * Failed attempts an hour on one account: together never more than 100 (ASVS 4.0.3 2.2.1). Each familiarity has a share
 * of its own, so that strangers who use theirs up do not lock out the person whose browser or office is known.
 */
const shareMax: Readonly<Record<Familiarity, number>> = { none: 50, address: 30, device: 20 };
/** Of these shares, what one known browser or address may use. */
const ownMax = 10;
/** On all accounts together, from one unfamiliar address: a whole office may stand behind it. */
export const addressFailuresMax = 200;

const freeAttempts = 5;
const delaySecondsMax = 120;

/**
 * Seconds until this attempt may be made; 0 = now.
 * @param account what was tried on this account within the last hour, any order
 * @param addressFailures failures on all accounts from this address within the last hour, and the oldest of them
 */
export function heldBackSeconds(
  attempt: Attempt,
  account: readonly PastAttempt[],
  addressFailures: { readonly count: number; readonly oldestAt: number },
  now: number,
): number {
  const share = account.filter((past) => past.familiarity === attempt.familiarity);
  const own = share.filter((past) => isSameOrigin(past, attempt));
  const waits = [delayed(own, now), full(share, shareMax[attempt.familiarity], now)];
  if (attempt.familiarity === 'none') {
    if (addressFailures.count >= addressFailuresMax)
      waits.push(addressFailures.oldestAt + windowMilliseconds - now);
  } else waits.push(full(own, ownMax, now));
  return Math.max(0, Math.ceil(Math.max(...waits) / 1_000));
}

function isSameOrigin(past: Attempt, attempt: Attempt): boolean {
  return attempt.familiarity === 'device' ? past.device === attempt.device : past.address === attempt.address;
}

/** After five free tries each failure doubles the pause, up to two minutes: one guesser alone never fills the share. */
function delayed(own: readonly PastAttempt[], now: number): number {
  if (own.length < freeAttempts) return 0;
  const seconds = Math.min(2 ** (own.length - freeAttempts), delaySecondsMax);
  return Math.max(...own.map((past) => past.at)) + seconds * 1_000 - now;
}

function full(attempts: readonly PastAttempt[], attemptsMax: number, now: number): number {
  if (attempts.length < attemptsMax) return 0;
  const oldestThatCounts = attempts.map((past) => past.at).sort((a, b) => b - a)[attemptsMax - 1] ?? now;
  return oldestThatCounts + windowMilliseconds - now;
}

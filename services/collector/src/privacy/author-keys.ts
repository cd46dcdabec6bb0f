import { createHmac } from 'node:crypto';
import type { Clock, Secret } from '@kentongan/platform';

/** The secrets behind all pseudonyms: one key per region, replaced each period, and one for identities that stays. */
export interface AuthorKeys {
  /** The region's key of the running period. */
  current(regionId: string): Buffer;
  /** The current and the previous key, newest first: erasing a person has to look under both. */
  all(regionId: string): readonly Buffer[];
  /** 32 hex digits that stay the same for ever: recognises content and odd ids again without keeping them. */
  fingerprint(text: string): string;
}

/** `text` under the identity key, as every kind of keys makes it. */
export const fingerprintUnder = (identityKey: Buffer, text: string): string =>
  createHmac('sha256', identityKey).update(text).digest('hex').slice(0, 32);

/**
 * Keys that are made of one secret and the calendar: any number of collectors agree on them without a common folder. The
 * secret is all there is to keep, and whoever has it can make every key there ever was: give it like a password.
 */
export function deriveAuthorKeys(secret: Secret, clock: Clock, periodDays: number): AuthorKeys {
  const derived = (purpose: string) => createHmac('sha256', secret.reveal()).update(purpose).digest();
  const identityKey = derived('kentongan identity');
  const period = () => Math.floor(clock.now() / (periodDays * 86_400_000));
  const keyOf = (regionId: string, of: number) => derived(`kentongan author ${of} ${regionId}`);
  return {
    current: (regionId) => keyOf(regionId, period()),
    all: (regionId) => [keyOf(regionId, period()), keyOf(regionId, period() - 1)],
    fingerprint: (text) => fingerprintUnder(identityKey, text),
  };
}

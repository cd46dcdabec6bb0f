import type { PoolClient } from 'pg';

/**
 * Listens on a client that was taken from a pool: when its connection is lost between two statements, an error without
 * a listener would end the whole process. The next statement fails and tells.
 */
export function connectionLost(): void {}

/** Gives a client back; with an error its connection is closed instead of being used again. */
export function giveBack(client: PoolClient, error?: Error | true): void {
  client.off('error', connectionLost);
  client.release(error);
}

import type pg from 'pg';
import { connectionLost, giveBack } from './borrowed-client.js';

/**
 * Runs `work` while this process alone holds the lock of that name. The lock ends with its connection: a process that
 * dies in the middle leaves none behind. One connection of the pool is kept for as long as the work takes.
 * @returns null when another process is at work of that name
 */
export async function exclusively<Result>(
  pool: pg.Pool,
  name: string,
  work: () => Promise<Result>,
): Promise<Result | null> {
  const client = await pool.connect();
  client.on('error', connectionLost);
  let isUnlocked = true;
  try {
    const { rows } = await client.query<{ locked: boolean }>(
      `SELECT pg_try_advisory_lock(hashtext('kentongan work'), hashtext($1)) AS locked`,
      [name],
    );
    if (!rows[0]?.locked) return null;
    isUnlocked = false;
    try {
      return await work();
    } finally {
      await client.query(`SELECT pg_advisory_unlock(hashtext('kentongan work'), hashtext($1))`, [name]).then(
        () => {
          isUnlocked = true;
        },
        () => {},
      );
    }
  } finally {
    // A lock that may still be held must not go on living in the pool.
    if (isUnlocked) giveBack(client);
    else giveBack(client, true);
  }
}

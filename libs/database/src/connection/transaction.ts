import type { Pool, PoolClient } from 'pg';
import { connectionLost, giveBack } from './borrowed-client.js';

/**
 * Runs `work` in one transaction: committed when it resolves, rolled back when it rejects.
 * @param begin statements that travel together with BEGIN: fixed text without parameters, for settings and locks
 * @throws what `work` threw; or an error when the commit did not commit, because `work` swallowed a failed statement
 */
export async function withTransaction<Result>(
  pool: Pool,
  work: (client: PoolClient) => Promise<Result>,
  begin = '',
): Promise<Result> {
  const client = await pool.connect();
  client.on('error', connectionLost);
  let broken: Error | undefined;
  try {
    await client.query(`BEGIN; ${begin}`);
    const result = await work(client);
    const ended = await client.query('COMMIT');
    // PostgreSQL answers COMMIT of a failed transaction with ROLLBACK and without an error: work would be lost in silence.
    if (ended.command !== 'COMMIT')
      throw new Error('the transaction was rolled back: one of its statements had failed');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    giveBack(client, broken);
  }
}

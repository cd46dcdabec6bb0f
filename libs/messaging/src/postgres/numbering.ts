import type pg from 'pg';
import type { StreamNumbering } from '../stream.port.js';
import { parseOffsets } from './heads.js';

/** Asked of the database itself: what this process knows of the head may be older than a stream made anew. */
export async function numberingOf(pool: pg.Pool, name: string): Promise<StreamNumbering> {
  const { rows } = await pool.query<{ stream_id: number; partitions: number; identity: string }>(
    'SELECT stream_id, partitions, identity FROM messaging.streams WHERE name = $1',
    [name],
  );
  const row = rows[0];
  if (!row) throw new Error(`stream ${name} does not exist: apply the streams first`);
  const heads = await pool.query<{ next_offsets: string }>(
    `SELECT next_offsets FROM messaging.head_${row.stream_id}()`,
  );
  const [head] = heads.rows;
  return {
    identity: `postgresql:${row.identity}`,
    ends: head ? parseOffsets(head.next_offsets) : new Array<number>(row.partitions).fill(0),
  };
}

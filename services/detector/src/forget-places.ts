import type pg from 'pg';
import { detectorSchema as s } from './detector.schema.js';

/**
 * Lets the detector begin at the beginning of a stream of another numbering, with everything that it has counted and
 * learned: with the old place it would pass over every post until the new offsets reach it, and its rules would not
 * apply until then. Copies of what was counted are known again. Works on the tables of every version.
 * @param partition only this one; all when it is left out
 */
export async function forgetPlaces(client: pg.ClientBase, partition: number | null = null): Promise<void> {
  const of = (table: string) => `($1::int IS NULL OR ${table}.partition = $1)`;
  await client.query(`UPDATE ${s}.positions SET next_offset = NULL WHERE ${of('positions')}`, [partition]);
  await client.query(
    `DELETE FROM ${s}.rules older USING ${s}.rules newer
     WHERE newer.region_id = older.region_id AND newer.from_offset > older.from_offset AND ${of('older')}`,
    [partition],
  );
  await client.query(`UPDATE ${s}.rules SET from_offset = 0 WHERE ${of('rules')}`, [partition]);
}

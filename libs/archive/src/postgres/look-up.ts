import type { CorrectedPost } from '@kentongan/contracts';
import type { Pool } from 'pg';
import { everything, joined } from '../query/query.js';
import { storableText } from '../storable.js';
import { postOf, type ReadRow, readColumns } from './rows.js';
import { type Condition, conditionOf, monthsOfRegion, rangeOf, whereOf } from './selection.js';

/** The posts of a region, within its months: without that bound every month of the archive would be opened. */
async function postsOfRegion(pool: Pool, regionId: string): Promise<Condition | null> {
  const selection = { regionId, query: everything };
  const range = rangeOf(selection, await monthsOfRegion(pool, regionId));
  return range && conditionOf(selection, range);
}

export async function getPost(pool: Pool, regionId: string, postId: string): Promise<CorrectedPost | null> {
  const condition = await postsOfRegion(pool, regionId);
  if (!condition) return null;
  const { rows } = await pool.query<ReadRow>(
    `SELECT ${readColumns} FROM archive.posts WHERE ${whereOf(condition)} AND post_id = $4`,
    [...condition.values, storableText(postId)],
  );
  return rows[0] ? postOf(rows[0]) : null;
}

/** One look-up in the word index for all keys. */
export async function countCopies(
  pool: Pool,
  regionId: string,
  nearCopyKeys: readonly string[],
): Promise<Map<string, number>> {
  const keys = [...new Set(nearCopyKeys)].map(
    (value) => ({ kind: 'field', field: 'nearCopy', value }) as const,
  );
  const query = joined('or', keys);
  const range = query && rangeOf({ regionId, query }, await monthsOfRegion(pool, regionId));
  if (!query || !range) return new Map();
  const condition = conditionOf({ regionId, query }, range);
  const { rows } = await pool.query<{ near_copy_key: string; posts: string }>(
    `SELECT near_copy_key, count(*) AS posts FROM archive.posts WHERE ${whereOf(condition)} GROUP BY 1`,
    [...condition.values],
  );
  return new Map(rows.map((row) => [row.near_copy_key, Number(row.posts)]));
}

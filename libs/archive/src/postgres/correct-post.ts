import type { Pool } from 'pg';
import type { Correction } from '../archive.port.js';
import { withCorrection } from '../archived-post.js';
import { toMillisecond } from '../month.js';
import { jsonPayload } from '../storable.js';
import { postColumns, postOf, type ReadRow, readColumns, rowOf } from './rows.js';
import { inTransaction, retryingCollisions } from './transaction.js';

const changed = [
  'language',
  'sentiment',
  'post_type',
  'places',
  'document',
  'is_corrected',
  'words',
] as const;

const place = 'region_id = $1 AND post_id = $2 AND first_created_at = $3 AND NOT deleted';

const update = `
UPDATE archive.posts SET ${changed.map((name) => `${name} = given.${name}`).join(', ')}
FROM json_to_record($4) AS given(${changed.map((name) => `${name} ${postColumns[name]}`).join(', ')})
WHERE ${place.replaceAll(/\b(region_id|post_id|first_created_at|deleted)\b/g, 'posts.$1')}`;

/** Reads, corrects and writes one post under its lock. */
export async function correctPost(pool: Pool, regionId: string, correction: Correction): Promise<boolean> {
  const key = [regionId, correction.postId, toMillisecond(correction.firstCreatedAt)];
  return retryingCollisions(() =>
    inTransaction(pool, "SET LOCAL lock_timeout = '5s'", async (client) => {
      const { rows } = await client.query<ReadRow & { readonly reach_at: Date }>(
        `SELECT reach_at, ${readColumns} FROM archive.posts WHERE ${place} FOR UPDATE`,
        key,
      );
      const stored = rows[0];
      if (!stored) return false;
      const reachAt = stored.reach_at.toISOString();
      const corrected = withCorrection({ regionId, post: postOf(stored), reachAt }, correction);
      if (!corrected) return false;
      const row = rowOf(corrected.post);
      const given = Object.fromEntries(changed.map((name) => [name, row[name]]));
      await client.query(update, [...key, jsonPayload(given)]);
      return true;
    }),
  );
}

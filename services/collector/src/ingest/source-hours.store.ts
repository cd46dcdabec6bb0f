import type pg from 'pg';
import { collectorSchema } from '../collector.schema.js';

const hourMilliseconds = 3_600_000;
const keptHours = 8 * 24;

/**
 * Adds the new posts of a batch to the hour in which they arrived. To be called last in the transaction: until it
 * commits, every other batch of the same source waits for this row.
 */
export async function countNewPosts(
  client: pg.ClientBase,
  { regionId, sourceId }: { readonly regionId: string; readonly sourceId: string },
  now: string,
  newPosts: number,
): Promise<void> {
  if (newPosts === 0) return;
  await client.query({
    name: 'collector-count-new-posts',
    text: `INSERT INTO ${collectorSchema}.source_hours AS s (region_id, source_id, hour, posts, first_post_at, last_post_at)
     VALUES ($1, $2, date_trunc('hour', $3::timestamptz, 'UTC'), $4, $3, $3)
     ON CONFLICT (region_id, source_id, hour) DO UPDATE SET posts = s.posts + excluded.posts,
       first_post_at = least(s.first_post_at, excluded.first_post_at),
       last_post_at = greatest(s.last_post_at, excluded.last_post_at)`,
    values: [regionId, sourceId, now, newPosts],
  });
}

/** Forgets hours that no answer asks for; of a source that fell silent its last one stays. */
export async function pruneSourceHours(pool: pg.Pool, now: number): Promise<void> {
  await pool.query(
    `DELETE FROM ${collectorSchema}.source_hours AS old WHERE hour < $1::timestamptz AND EXISTS (
       SELECT FROM ${collectorSchema}.source_hours AS newer WHERE newer.region_id = old.region_id
         AND newer.source_id = old.source_id AND newer.hour > old.hour)`,
    [new Date(now - keptHours * hourMilliseconds).toISOString()],
  );
}

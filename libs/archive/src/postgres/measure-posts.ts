import type { Pool } from 'pg';
import type { Reach } from '../archive.port.js';
import { toMillisecond } from '../month.js';
import { newestReachOfEach } from '../newest-of-each.js';
import { jsonPayload } from '../storable.js';
import { retryingCollisions } from './transaction.js';

const countNames = ['likes', 'retweets', 'replies', 'views'] as const;
const set = countNames.map(
  (name) =>
    `${name} = CASE WHEN newer.measured_at >= stored.reach_at THEN coalesce(newer.${name}, stored.${name}) ELSE stored.${name} END`,
);

// Rows that would not change are left alone: a measurement is repeated far more often than it brings news.
const update = `
WITH newer AS (
  SELECT * FROM json_to_recordset($2) AS given(post_id text, first_created_at timestamptz, measured_at timestamptz,
    sources text[], ${countNames.map((name) => `${name} bigint`).join(', ')})
)
UPDATE archive.posts AS stored SET
  ${set.join(', ')},
  reach_at = greatest(stored.reach_at, newer.measured_at),
  sources = CASE WHEN stored.sources @> newer.sources THEN stored.sources
    ELSE ARRAY(SELECT DISTINCT unnest(stored.sources || newer.sources) ORDER BY 1) END,
  words = CASE WHEN stored.sources @> newer.sources THEN stored.words
    ELSE stored.words || array_to_tsvector(ARRAY(SELECT 'source=' || source FROM unnest(newer.sources) AS source)) END
FROM newer
WHERE stored.region_id = $1 AND stored.post_id = newer.post_id AND stored.first_created_at = newer.first_created_at
  AND stored.first_created_at BETWEEN $3 AND $4
  AND NOT stored.deleted
  AND (newer.measured_at > stored.reach_at OR NOT stored.sources @> newer.sources)`;

/** Newest of each post, one statement, bounded by the months at hand so that no other month is opened. */
export async function measurePosts(pool: Pool, regionId: string, reaches: readonly Reach[]): Promise<number> {
  if (reaches.length === 0) return 0;
  const rows = newestReachOfEach(reaches).map((reach) => ({
    post_id: reach.postId,
    first_created_at: toMillisecond(reach.firstCreatedAt),
    measured_at: reach.measuredAt,
    sources: reach.foundBy,
    ...Object.fromEntries(countNames.map((name) => [name, reach[name] ?? null])),
  }));
  const times = rows.map((row) => row.first_created_at).sort();
  const values = [regionId, jsonPayload(rows), times[0], times.at(-1)];
  const result = await retryingCollisions(() => pool.query(update, values));
  return result.rowCount ?? 0;
}

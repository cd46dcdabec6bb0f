import { type CorrectedPost, keepCorrections, type PostCorrections } from '@kentongan/contracts';
import type { Pool, PoolClient } from 'pg';
import type { IndexOutcome } from '../archive.port.js';
import { monthOf, toMillisecond } from '../month.js';
import { newestOfEach } from '../newest-of-each.js';
import { jsonPayload } from '../storable.js';
import type { Months } from './months.js';
import { postColumns, rowOf } from './rows.js';
import { inTransaction, retryingCollisions, sqlState } from './transaction.js';

const names = Object.keys(postColumns);
const definitions = Object.entries(postColumns).map(([name, type]) => `${name} ${type}`);
const reachNames = ['likes', 'retweets', 'replies', 'views'];
const replaced = names.filter(
  (name) => !['post_id', 'first_created_at', 'sources', 'words', 'reach_at', ...reachNames].includes(name),
);

/** Reach goes by its own time: analysing an old revision again must not bring old counts back. */
const newerReach = (name: string): string =>
  `${name} = CASE WHEN excluded.deleted OR excluded.reach_at >= stored.reach_at THEN excluded.${name} ELSE stored.${name} END`;

const upsertWhere = (condition: string): string => `
WITH given AS (SELECT * FROM json_to_recordset($2) AS given(${definitions.join(', ')})),
  months AS (
    INSERT INTO archive.region_months
    SELECT DISTINCT $1, date_trunc('month', first_created_at, 'UTC') AT TIME ZONE 'UTC' FROM given
    ON CONFLICT DO NOTHING
  )
INSERT INTO archive.posts AS stored (region_id, ${names.join(', ')})
SELECT $1, ${names.join(', ')} FROM given
ON CONFLICT (region_id, post_id, first_created_at) DO UPDATE SET
  ${replaced.map((name) => `${name} = excluded.${name}`).join(', ')},
  ${reachNames.map(newerReach).join(', ')},
  reach_at = greatest(stored.reach_at, excluded.reach_at),
  sources = CASE WHEN excluded.deleted THEN excluded.sources
    ELSE ARRAY(SELECT DISTINCT unnest(stored.sources || excluded.sources) ORDER BY 1) END,
  words = excluded.words || array_to_tsvector(ARRAY(SELECT 'source=' || source FROM unnest(stored.sources) AS source))
WHERE (excluded.revision, excluded.analysis_version) > (stored.revision, stored.analysis_version) ${condition}
RETURNING post_id`;

/** Posts that people corrected are left alone at first: their labels have to be carried over, and they are few. */
const upsert = upsertWhere('AND (excluded.deleted OR NOT stored.is_corrected)');
const upsertCorrected = upsertWhere('');

/** No partition for a row: the month was dropped since we last looked. */
const isMonthGone = (error: unknown): boolean => sqlState(error) === '23514';
/** Classes 22 and 54: a value that PostgreSQL cannot hold. Asking again gives the same answer. */
const isUnstorable = (error: unknown): boolean => /^(22|54)/.test(sqlState(error));

/** Writes a batch; when one post of it cannot be stored, the halves are tried, so that the others get in. */
export async function indexPosts(
  pool: Pool,
  months: Months,
  regionId: string,
  posts: readonly CorrectedPost[],
): Promise<IndexOutcome[]> {
  if (posts.length === 0) return [];
  try {
    return await retryingCollisions(() => writeBatch(pool, months, regionId, posts));
  } catch (error) {
    if (!isUnstorable(error)) throw error;
    if (posts.length === 1) return [{ kind: 'invalid', detail: String(error).slice(0, 200) }];
    const middle = posts.length >> 1;
    const first = await indexPosts(pool, months, regionId, posts.slice(0, middle));
    return [...first, ...(await indexPosts(pool, months, regionId, posts.slice(middle)))];
  }
}

async function writeBatch(
  pool: Pool,
  months: Months,
  regionId: string,
  posts: readonly CorrectedPost[],
): Promise<IndexOutcome[]> {
  const newest = newestOfEach(posts);
  for (let tries = 1; ; tries += 1) {
    await months.ensure(posts.map((post) => monthOf(post.firstCreatedAt)));
    try {
      return await inTransaction(pool, 'SELECT pg_advisory_xact_lock_shared(7501, 2)', async (client) => {
        const refused = await erasedAmong(client, regionId, posts);
        const allowed = [...newest.values()].filter((post) => !refused.has(post.authorKey ?? ''));
        const written = await write(client, regionId, allowed);
        await writeCorrected(client, regionId, allowed, written);
        return posts.map((post): IndexOutcome => {
          if (refused.has(post.authorKey ?? '')) return { kind: 'refused' };
          return { kind: written.has(post.postId) && newest.get(post.postId) === post ? 'indexed' : 'stale' };
        });
      });
    } catch (error) {
      if (tries > 1 || !isMonthGone(error)) throw error;
      months.forget();
    }
  }
}

/** Asked under a shared lock that erasure takes alone: no post can slip in between the list and the removal. */
async function erasedAmong(
  client: PoolClient,
  regionId: string,
  posts: readonly CorrectedPost[],
): Promise<ReadonlySet<string>> {
  const keys = [...new Set(posts.map((post) => post.authorKey).filter((key) => key !== undefined))];
  if (keys.length === 0) return new Set();
  const { rows } = await client.query<{ author_key: string }>({
    name: 'archive-erased-authors',
    text: 'SELECT author_key FROM archive.erased_authors WHERE region_id = $1 AND author_key = ANY($2)',
    values: [regionId, keys],
  });
  return new Set(rows.map((row) => row.author_key));
}

async function write(
  client: PoolClient,
  regionId: string,
  posts: readonly CorrectedPost[],
  statement = { name: 'archive-index', text: upsert },
): Promise<Set<string>> {
  if (posts.length === 0) return new Set();
  const { rows } = await client.query<{ post_id: string }>({
    ...statement,
    values: [regionId, jsonPayload(posts.map(rowOf))],
  });
  return new Set(rows.map((row) => row.post_id));
}

/** Newer revisions of corrected posts, with the corrections; what was written is added to `written`. */
async function writeCorrected(
  client: PoolClient,
  regionId: string,
  posts: readonly CorrectedPost[],
  written: Set<string>,
): Promise<void> {
  const left = posts.filter((post) => !written.has(post.postId));
  const kept = await correctionsOf(client, regionId, left);
  const corrected = left.filter((post) => kept.has(post.postId));
  const carried = corrected.map((post) =>
    keepCorrections(post, post.corrections ?? kept.get(post.postId) ?? undefined),
  );
  const statement = { name: 'archive-index-corrected', text: upsertCorrected };
  for (const postId of await write(client, regionId, carried, statement)) written.add(postId);
}

/** Locked until the transaction ends, so that no correction made meanwhile is written over. */
async function correctionsOf(
  client: PoolClient,
  regionId: string,
  posts: readonly CorrectedPost[],
): Promise<Map<string, PostCorrections>> {
  if (posts.length === 0) return new Map();
  const times = posts.map((post) => toMillisecond(post.firstCreatedAt));
  const inOrder = [...times].sort();
  const { rows } = await client.query<{ post_id: string; corrections: PostCorrections }>({
    name: 'archive-corrections',
    text: `SELECT post_id, document -> 'corrections' AS corrections FROM archive.posts
      WHERE region_id = $1 AND first_created_at BETWEEN $2 AND $3 AND is_corrected AND post_id = ANY($4) FOR UPDATE`,
    values: [regionId, inOrder[0], inOrder.at(-1), posts.map((post) => post.postId)],
  });
  return new Map(rows.map((row) => [row.post_id, row.corrections]));
}

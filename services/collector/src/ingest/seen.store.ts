import type pg from 'pg';
import { collectorSchema } from '../collector.schema.js';
import type { PreparedPost, Reach } from './prepare-post.js';

/** What is known of a post after a batch was applied, and what the batch changed of it. */
export interface SeenPost {
  readonly change: 'new' | 'content' | 'measured' | 'none';
  readonly revision: number;
  readonly firstCreatedAt: string;
  readonly foundBy: readonly string[];
  readonly reach: Reach;
}

export interface SeenBatch {
  readonly regionId: string;
  readonly sourceId: string;
  readonly seenAt: string;
  /** Feeds tell the same article with different excerpts: only the one that found it may change its content. */
  readonly isEditedByFirstFinderOnly: boolean;
}

interface SeenRow {
  readonly post_id: string;
  readonly change: 'new' | 'content' | 'measured';
  readonly revision: number;
  readonly first_created_at: Date;
  readonly found_by: string[];
  readonly likes: string | null;
  readonly retweets: string | null;
  readonly replies: string | null;
  readonly views: string | null;
}

const foundByMax = 50;
const columns = 'post_id, change, revision, first_created_at, found_by, likes, retweets, replies, views';

/** A later count replaces an earlier one; a count that is not reported leaves it. */
const reachChanged = ['likes', 'retweets', 'replies', 'views']
  .map((name) => `(excluded.${name} IS NOT NULL AND excluded.${name} IS DISTINCT FROM s.${name})`)
  .join(' OR ');
const contentChanged =
  '(excluded.content_hash <> s.content_hash AND (NOT $4::boolean OR s.found_by[1] = excluded.found_by[1]))';
const finderIsNew = `(NOT s.found_by @> excluded.found_by AND cardinality(s.found_by) < ${foundByMax})`;

/**
 * The whole batch in one statement: ON CONFLICT decides under the row's lock, so two requests with the same post get
 * revisions 1 and 2 (or 1 and nothing), never 1 twice. Rows are locked in the order of their id, which is what keeps
 * two batches that share posts from waiting for each other. `change` says what this statement did: the old row cannot
 * be returned before PostgreSQL 18.
 */
const upsertSql = `
  INSERT INTO ${collectorSchema}.seen AS s
    (region_id, post_id, first_created_at, revision, content_hash, likes, retweets, replies, views, found_by, change, seen_at)
  SELECT $1, i.post_id, i.created_at, 1, i.content_hash, i.likes, i.retweets, i.replies, i.views, ARRAY[$2::text], 'new', $3::timestamptz
    FROM unnest($5::text[], $6::timestamptz[], $7::uuid[], $8::bigint[], $9::bigint[], $10::bigint[], $11::bigint[])
      AS i (post_id, created_at, content_hash, likes, retweets, replies, views)
   ORDER BY i.post_id
  ON CONFLICT (region_id, post_id) DO UPDATE SET
    change = CASE WHEN ${contentChanged} THEN 'content' ELSE 'measured' END,
    revision = s.revision + CASE WHEN ${contentChanged} THEN 1 ELSE 0 END,
    content_hash = CASE WHEN ${contentChanged} THEN excluded.content_hash ELSE s.content_hash END,
    likes = coalesce(excluded.likes, s.likes), retweets = coalesce(excluded.retweets, s.retweets),
    replies = coalesce(excluded.replies, s.replies), views = coalesce(excluded.views, s.views),
    found_by = CASE WHEN ${finderIsNew} THEN s.found_by || excluded.found_by ELSE s.found_by END,
    seen_at = excluded.seen_at
  WHERE ${contentChanged} OR ${finderIsNew} OR ${reachChanged}
  RETURNING ${columns}`;

const selectSql = `SELECT ${columns} FROM ${collectorSchema}.seen WHERE region_id = $1 AND post_id = ANY ($2::text[])`;

/** Applies posts in order and tells for each what it changed. Runs inside the caller's transaction. */
export async function applySeen(
  client: pg.ClientBase,
  batch: SeenBatch,
  posts: readonly PreparedPost[],
): Promise<SeenPost[]> {
  const results = new Array<SeenPost>(posts.length);
  for (const round of rounds(posts)) {
    const roundPosts = round.map((index) => posts[index]!);
    const rows = await applyRound(client, batch, roundPosts);
    for (const index of round) results[index] = rows.get(posts[index]!.postId)!;
  }
  return results;
}

async function applyRound(
  client: pg.ClientBase,
  { regionId, sourceId, seenAt, isEditedByFirstFinderOnly }: SeenBatch,
  posts: readonly PreparedPost[],
): Promise<Map<string, SeenPost>> {
  const changed = await client.query<SeenRow>({
    // Named: at a few dozen posts a time, reading and planning this text costs as much as running it.
    name: 'collector-seen',
    text: upsertSql,
    values: [
      regionId,
      sourceId,
      seenAt,
      isEditedByFirstFinderOnly,
      posts.map((post) => post.postId),
      posts.map((post) => post.createdAt),
      posts.map((post) => post.contentHash),
      posts.map((post) => post.reach.likes),
      posts.map((post) => post.reach.retweets),
      posts.map((post) => post.reach.replies),
      posts.map((post) => post.reach.views),
    ],
  });
  const found = new Map(changed.rows.map((row) => [row.post_id, seenPost(row, row.change)]));
  const unchanged = posts.map((post) => post.postId).filter((postId) => !found.has(postId));
  if (unchanged.length === 0) return found;
  const kept = await client.query<SeenRow>(selectSql, [regionId, unchanged]);
  for (const row of kept.rows) found.set(row.post_id, seenPost(row, 'none'));
  return found;
}

/** One statement may touch a row once only: a repeated id waits for the next round, in order. */
function rounds(posts: readonly PreparedPost[]): number[][] {
  const timesSeen = new Map<string, number>();
  const result: number[][] = [];
  posts.forEach((post, index) => {
    const times = timesSeen.get(post.postId) ?? 0;
    timesSeen.set(post.postId, times + 1);
    const round = result[times];
    if (round) round.push(index);
    else result[times] = [index];
  });
  return result;
}

function seenPost(row: SeenRow, change: SeenPost['change']): SeenPost {
  const count = (value: string | null) => (value === null ? null : Number(value));
  return {
    change,
    revision: row.revision,
    firstCreatedAt: row.first_created_at.toISOString(),
    foundBy: row.found_by,
    reach: {
      likes: count(row.likes),
      retweets: count(row.retweets),
      replies: count(row.replies),
      views: count(row.views),
    },
  };
}

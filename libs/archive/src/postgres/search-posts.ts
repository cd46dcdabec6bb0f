import type { AnalyzedPost } from '@kentongan/contracts';
import type { PoolClient } from 'pg';
import {
  type Answer,
  pagePostsMax,
  rankedPostsMax,
  type SearchHit,
  type SearchPage,
  type SearchRequest,
  type Selection,
} from '../archive.port.js';
import { type Cursor, decodeCursor, encodeCursor, type PostPlace } from '../cursor.js';
import { highlight } from '../highlight.js';
import { type Query, wantedPhrases } from '../query/query.js';
import { type RankedText, rankByWords } from '../ranking.js';
import { newestRows } from './newest-rows.js';
import type { Readings } from './readings.js';
import { postOf, type ReadRow, readColumns } from './rows.js';

/** One page of hits. */
export async function searchPosts(readings: Readings, request: SearchRequest): Promise<Answer<SearchPage>> {
  const cursor = request.cursor === undefined ? null : decodeCursor(request.cursor);
  if (request.cursor !== undefined && cursor?.order !== request.order)
    return { ok: false, problem: 'badCursor' };
  const limit = Math.max(1, Math.min(request.limit, pagePostsMax));
  return readings.answer(async (client) => ({
    ok: true,
    value:
      request.order === 'newest'
        ? await newestPage(client, request, limit, cursor)
        : await bestPage(client, request, limit, cursor),
  }));
}

async function newestPage(
  client: PoolClient,
  selection: Selection,
  limit: number,
  cursor: Cursor | null,
): Promise<SearchPage> {
  // One more than shown tells whether there is a next page.
  const rows = await newestRows<ReadRow>(
    client,
    selection,
    readColumns,
    limit + 1,
    cursor && { after: cursor },
  );
  const posts = rows.slice(0, limit).map(postOf);
  const last = posts.at(-1);
  const more = rows.length > limit && last !== undefined;
  return {
    hits: hitsOf(posts, selection.query),
    nextCursor: more ? encodeCursor({ order: 'newest', ...placeOf(last) }) : null,
  };
}

const placeOf = (post: AnalyzedPost): PostPlace => ({
  milliseconds: Date.parse(post.firstCreatedAt),
  postId: post.postId,
});

const hitsOf = (posts: readonly AnalyzedPost[], query: Query): SearchHit[] =>
  posts.map((post) => ({ post, highlights: highlight(post.text, query) }));

interface Candidate extends RankedText {
  readonly firstCreatedAt: string;
}

async function bestPage(
  client: PoolClient,
  request: SearchRequest,
  limit: number,
  cursor: Cursor | null,
): Promise<SearchPage> {
  const candidates = await candidatesOf(client, request, cursor);
  const shown = cursor?.order === 'best' ? cursor.shown : 0;
  const ranked = rankByWords(candidates, wantedPhrases(request.query));
  const page = ranked.slice(shown, shown + limit);
  const newest = candidates[0];
  const more = newest !== undefined && ranked.length > shown + limit;
  return {
    hits: hitsOf(await postsOf(client, request.regionId, page), request.query),
    nextCursor: more
      ? encodeCursor({
          order: 'best',
          shown: shown + limit,
          milliseconds: newest.milliseconds,
          postId: newest.postId,
        })
      : null,
  };
}

/** The newest hits, from the place where the first page began: posts that came since would shift every later page. */
async function candidatesOf(
  client: PoolClient,
  request: SearchRequest,
  cursor: Cursor | null,
): Promise<Candidate[]> {
  const rows = await newestRows<Pick<ReadRow, 'post_id' | 'first_created_at' | 'text'>>(
    client,
    request,
    'post_id, first_created_at, text',
    rankedPostsMax,
    cursor && { atOrAfter: cursor },
  );
  return rows.map((row) => ({
    postId: row.post_id,
    milliseconds: row.first_created_at.getTime(),
    firstCreatedAt: row.first_created_at.toISOString(),
    text: row.text,
  }));
}

/** Whole posts in the order given. */
async function postsOf(
  client: PoolClient,
  regionId: string,
  places: readonly Candidate[],
): Promise<AnalyzedPost[]> {
  if (places.length === 0) return [];
  const times = places.map((place) => place.firstCreatedAt);
  const inOrder = [...times].sort();
  const { rows } = await client.query<ReadRow>(
    `SELECT ${readColumns} FROM archive.posts
     WHERE region_id = $1 AND first_created_at BETWEEN $2 AND $3 AND NOT deleted
       AND (post_id, first_created_at) IN (SELECT * FROM unnest($4::text[], $5::timestamptz[]))`,
    [regionId, inOrder[0], inOrder.at(-1), places.map((place) => place.postId), times],
  );
  const posts = new Map(rows.map((row) => [row.post_id, postOf(row)]));
  return places.map((place) => posts.get(place.postId)).filter((post) => post !== undefined);
}

/** All posts of a selection, page by page. A page that takes too long ends it with an error: half an export must not look whole. */
export async function* exportPosts(
  readings: Readings,
  selection: Selection,
  postsMax: number,
): AsyncIterable<readonly AnalyzedPost[]> {
  let cursor: string | null = null;
  let left = postsMax;
  do {
    const limit = Math.min(pagePostsMax, left);
    const page: Answer<SearchPage> = await searchPosts(readings, {
      ...selection,
      order: 'newest',
      limit,
      ...(cursor === null ? {} : { cursor }),
    });
    if (!page.ok) throw new Error(`the export stopped: ${page.problem}`);
    yield page.value.hits.map((hit) => hit.post);
    left -= page.value.hits.length;
    cursor = page.value.nextCursor;
  } while (cursor !== null && left > 0);
}

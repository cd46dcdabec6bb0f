import type { CorrectedPost } from '@kentongan/contracts';
import {
  type Answer,
  pagePostsMax,
  rankedPostsMax,
  type SearchHit,
  type SearchPage,
  type SearchRequest,
} from './archive.port.js';
import { type Cursor, decodeCursor, encodeCursor, type PostPlace } from './cursor.js';
import { highlight } from './highlight.js';
import { type Query, wantedPhrases } from './query/query.js';
import { type RankedText, rankByWords } from './ranking.js';

/** Where a page begins: behind a post, or at one. */
export interface PageStart {
  readonly after?: PostPlace;
  readonly atOrAfter?: PostPlace;
}

/** The hits of one search as an adapter reads them. Order and pages are made here, so that all adapters agree. */
export interface HitSource {
  /** The newest hits, whole. */
  newest(limit: number, start: PageStart | null): Promise<readonly CorrectedPost[]>;
  /** The newest hits, as much of them as ranking needs. */
  candidates(limit: number, start: PageStart | null): Promise<readonly RankedText[]>;
  /** Whole posts in the order given; one that has gone meanwhile is left out. */
  whole(places: readonly PostPlace[]): Promise<readonly CorrectedPost[]>;
}

/** The request's cursor, `badCursor` when it belongs to another search. */
export function cursorOf(request: SearchRequest): Answer<Cursor | null> {
  const cursor = request.cursor === undefined ? null : decodeCursor(request.cursor);
  return request.cursor !== undefined && cursor?.order !== request.order
    ? { ok: false, problem: 'badCursor' }
    : { ok: true, value: cursor };
}

/** One page of hits. */
export function readPage(
  source: HitSource,
  request: SearchRequest,
  cursor: Cursor | null,
): Promise<SearchPage> {
  const limit = Math.max(1, Math.min(request.limit, pagePostsMax));
  return request.order === 'newest'
    ? newestPage(source, request.query, limit, cursor)
    : bestPage(source, request.query, limit, cursor);
}

async function newestPage(
  source: HitSource,
  query: Query,
  limit: number,
  cursor: Cursor | null,
): Promise<SearchPage> {
  // One more than shown tells whether there is a next page.
  const found = await source.newest(limit + 1, cursor && { after: cursor });
  const posts = found.slice(0, limit);
  const last = posts.at(-1);
  const more = found.length > limit && last !== undefined;
  return {
    hits: hitsOf(posts, query),
    nextCursor: more ? encodeCursor({ order: 'newest', ...placeOf(last) }) : null,
  };
}

const placeOf = (post: CorrectedPost): PostPlace => ({
  milliseconds: Date.parse(post.firstCreatedAt),
  postId: post.postId,
});

const hitsOf = (posts: readonly CorrectedPost[], query: Query): SearchHit[] =>
  posts.map((post) => ({ post, highlights: highlight(post.text, query) }));

/** Ranks the newest hits from the place where the first page began: posts that came since would shift every later page. */
async function bestPage(
  source: HitSource,
  query: Query,
  limit: number,
  cursor: Cursor | null,
): Promise<SearchPage> {
  const candidates = await source.candidates(rankedPostsMax, cursor && { atOrAfter: cursor });
  const shown = cursor?.order === 'best' ? cursor.shown : 0;
  const ranked = rankByWords(candidates, wantedPhrases(query));
  const page = ranked.slice(shown, shown + limit);
  const newest = candidates[0];
  const more = newest !== undefined && ranked.length > shown + limit;
  return {
    hits: hitsOf(await source.whole(page), query),
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

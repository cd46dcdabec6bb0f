import type { CorrectedPost } from '@kentongan/contracts';
import type { PoolClient } from 'pg';
import {
  type Answer,
  pagePostsMax,
  type SearchPage,
  type SearchRequest,
  type Selection,
} from '../archive.port.js';
import type { PostPlace } from '../cursor.js';
import { cursorOf, type HitSource, readPage } from '../search-pages.js';
import { newestRows } from './newest-rows.js';
import type { Readings } from './readings.js';
import { postOf, type ReadRow, readColumns } from './rows.js';

/** One page of hits. */
export async function searchPosts(readings: Readings, request: SearchRequest): Promise<Answer<SearchPage>> {
  const cursor = cursorOf(request);
  if (!cursor.ok) return cursor;
  return readings.answer(async (client) => ({
    ok: true,
    value: await readPage(hitsIn(client, request), request, cursor.value),
  }));
}

const hitsIn = (client: PoolClient, selection: Selection): HitSource => ({
  newest: async (limit, start) =>
    (await newestRows<ReadRow>(client, selection, readColumns, limit, start)).map(postOf),
  candidates: async (limit, start) => {
    const columns = 'post_id, first_created_at, text';
    const rows = await newestRows<Pick<ReadRow, 'post_id' | 'first_created_at' | 'text'>>(
      client,
      selection,
      columns,
      limit,
      start,
    );
    return rows.map((row) => ({
      postId: row.post_id,
      milliseconds: row.first_created_at.getTime(),
      text: row.text,
    }));
  },
  whole: (places) => postsOf(client, selection.regionId, places),
});

/** Whole posts in the order given. */
async function postsOf(
  client: PoolClient,
  regionId: string,
  places: readonly PostPlace[],
): Promise<CorrectedPost[]> {
  if (places.length === 0) return [];
  const times = places.map((place) => new Date(place.milliseconds).toISOString());
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
): AsyncIterable<readonly CorrectedPost[]> {
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

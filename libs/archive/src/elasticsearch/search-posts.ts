import type { Client } from '@elastic/elasticsearch';
import type { CorrectedPost } from '@kentongan/contracts';
import {
  type Answer,
  pagePostsMax,
  type SearchPage,
  type SearchRequest,
  type Selection,
} from '../archive.port.js';
import type { PostPlace } from '../cursor.js';
import { monthOf } from '../month.js';
import type { RankedText } from '../ranking.js';
import { cursorOf, type HitSource, type PageStart, readPage } from '../search-pages.js';
import { eachPage } from './each-page.js';
import { asking } from './failures.js';
import { documentId, type Names } from './names.js';
import { fromPlace, newestFirst, selectionClauses } from './query-clauses.js';
import type { Searches } from './searches.js';
import { postOf, readFields, type StoredPost } from './stored-post.js';

export interface Reader {
  readonly client: Client;
  readonly names: Names;
  readonly searches: Searches;
}

/** One page of hits. */
export async function searchPosts(reader: Reader, request: SearchRequest): Promise<Answer<SearchPage>> {
  const cursor = cursorOf(request);
  if (!cursor.ok) return cursor;
  return reader.searches.answer(async () => ({
    ok: true,
    value: await readPage(hitsIn(reader, request), request, cursor.value),
  }));
}

const hitsIn = (reader: Reader, selection: Selection): HitSource => ({
  newest: async (limit, start) => {
    const { hits } = await newestHits(reader, selection, limit, start, readFields);
    return hits.map((hit) => postOf(hit._source!));
  },
  candidates: async (limit, start) => {
    const { hits } = await newestHits(reader, selection, limit, start, ['postId', 'firstCreatedAt', 'text']);
    return hits.map(({ _source: stored }) => candidateOf(stored!));
  },
  whole: (places) => postsAt(reader, selection.regionId, places),
});

async function newestHits(
  { searches }: Reader,
  selection: Selection,
  size: number,
  start: PageStart | null,
  fields: string[],
) {
  const answer = await searches.search<StoredPost>({
    filter: [
      ...selectionClauses(selection),
      ...(start?.atOrAfter ? [fromPlace(start.atOrAfter, 'older')] : []),
    ],
    sort: [...newestFirst],
    size,
    _source: fields,
    ...(start?.after ? { search_after: [start.after.milliseconds, start.after.postId] } : {}),
  });
  return answer.hits;
}

const candidateOf = ({ postId, firstCreatedAt, text }: StoredPost): RankedText => ({
  postId,
  milliseconds: Date.parse(firstCreatedAt),
  text: text ?? '',
});

async function postsAt(
  { client, names }: Reader,
  regionId: string,
  places: readonly PostPlace[],
): Promise<CorrectedPost[]> {
  if (places.length === 0) return [];
  const { docs } = await asking(
    client.mget<StoredPost>({
      docs: places.map(({ milliseconds, postId }) => ({
        _index: names.writeAlias(monthOf(new Date(milliseconds).toISOString())),
        _id: documentId(regionId, postId),
      })),
      _source: readFields,
      realtime: false,
    }),
  );
  return docs.flatMap((found) =>
    'found' in found && found._source && !found._source.deleted ? [postOf(found._source)] : [],
  );
}

/** All posts of a selection as they stood when it began. */
export async function* exportPosts(
  { client, names }: Reader,
  selection: Selection,
  postsMax: number,
): AsyncGenerator<readonly CorrectedPost[]> {
  let left = postsMax;
  const pages = eachPage<StoredPost>(client, {
    index: names.readAlias,
    filter: selectionClauses(selection),
    sort: newestFirst,
    fields: readFields,
    size: Math.max(1, Math.min(pagePostsMax, postsMax)),
  });
  for await (const hits of pages) {
    yield hits.slice(0, left).map(({ source }) => postOf(source));
    left -= hits.length;
    if (left <= 0) return;
  }
}

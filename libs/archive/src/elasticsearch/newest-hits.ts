import { type Clause, fromPlace, newestFirst } from './query-clauses.js';
import type { Searches } from './searches.js';
import type { StoredPost } from './stored-post.js';

/** The newest of too many hits, and the time of the oldest among them; null when they are all. */
export interface NewestHits {
  readonly filter: readonly Clause[];
  readonly countedSince: string | null;
}

/** Narrows a filter to its newest `hitsMax` hits: everything from the last of them on. */
export async function newestOf(
  searches: Searches,
  filter: readonly Clause[],
  hitsMax: number,
): Promise<NewestHits> {
  if ((await searches.count(filter, hitsMax)) < hitsMax) return { filter, countedSince: null };
  const { hits } = await searches.search<Pick<StoredPost, 'postId' | 'firstCreatedAt'>>({
    filter,
    sort: [...newestFirst],
    from: hitsMax - 1,
    size: 1,
    _source: ['postId', 'firstCreatedAt'],
  });
  const last = hits.hits[0]?._source;
  if (!last) return { filter, countedSince: null };
  const place = { milliseconds: Date.parse(last.firstCreatedAt), postId: last.postId };
  return { filter: [...filter, fromPlace(place, 'newer')], countedSince: last.firstCreatedAt };
}

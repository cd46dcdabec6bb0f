import type { CorrectedPost } from '@kentongan/contracts';
import { documentId } from './names.js';
import { livingPosts } from './query-clauses.js';
import type { Searches } from './searches.js';
import { postOf, readFields, type StoredPost } from './stored-post.js';

/** Its month is not known, so every month is asked, by id. */
export async function getPost(
  searches: Searches,
  regionId: string,
  postId: string,
): Promise<CorrectedPost | null> {
  const { hits } = await searches.search<StoredPost>({
    filter: [{ ids: { values: [documentId(regionId, postId)] } }, ...livingPosts(regionId)],
    size: 1,
    _source: readFields,
  });
  const stored = hits.hits[0]?._source;
  return stored ? postOf(stored) : null;
}

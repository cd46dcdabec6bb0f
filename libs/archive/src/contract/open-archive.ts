import type { PostArchive, SearchOrder, SearchRequest } from '../archive.port.js';
import { answered, query } from './sample-posts.js';

/** An archive for one suite; every test takes a region of its own, so that they share it without meeting. */
export interface OpenArchive {
  readonly archive: PostArchive;
  close(): Promise<void>;
}

let regions = 0;

export function newRegion(): string {
  regions += 1;
  return `wilayah-${regions}`;
}

/** Ids of one page of hits. */
export async function idsOf(
  archive: PostArchive,
  regionId: string,
  text: string,
  more: Partial<SearchRequest> & { readonly order?: SearchOrder } = {},
): Promise<string[]> {
  const page = await archive.search({ regionId, query: query(text), order: 'newest', limit: 200, ...more });
  return answered(page).hits.map((hit) => hit.post.postId);
}

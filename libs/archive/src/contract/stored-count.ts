import type { PostArchive } from '../archive.port.js';
import { everything } from '../query/query.js';
import { answered } from './sample-posts.js';

/** How many posts a region has. A count stops at `countedPostsMax`, a histogram of everything does not. @throws when it is refused */
export async function storedCount(archive: PostArchive, regionId: string): Promise<number> {
  const request = { regionId, query: everything, unit: 'month', timeZone: 'Etc/UTC' } as const;
  const { buckets } = answered(await archive.histogram(request));
  return buckets.reduce((sum, { count }) => sum + count, 0);
}

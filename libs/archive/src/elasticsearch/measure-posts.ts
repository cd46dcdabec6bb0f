import type { Reach } from '../archive.port.js';
import { withReach } from '../archived-post.js';
import { isArchivable, monthOf } from '../month.js';
import { newestReachOfEach } from '../newest-of-each.js';
import type { Writer } from './index-posts.js';
import { writeMerged } from './write-merged.js';

/** How many posts got newer reach or a new finder. */
export async function measurePosts(
  writer: Writer,
  regionId: string,
  reaches: readonly Reach[],
): Promise<number> {
  const changes = newestReachOfEach(reaches)
    .filter((reach) => isArchivable(monthOf(reach.firstCreatedAt)))
    .map((reach) => ({
      postId: reach.postId,
      firstCreatedAt: reach.firstCreatedAt,
      merge: (stored: Parameters<typeof withReach>[0] | null) => stored && withReach(stored, reach),
    }));
  const results = await writeMerged(writer, regionId, changes, { readsFirst: true });
  return results.filter(({ kind }) => kind === 'written').length;
}

import type { ArchivedPost, Correction } from '../archive.port.js';
import { withCorrection } from '../archived-post.js';
import { isArchivable, monthOf } from '../month.js';
import type { Writer } from './index-posts.js';
import { writeMerged } from './write-merged.js';

/** Reads, corrects and writes one post; whoever writes it meanwhile makes us begin again. */
export async function correctPost(
  writer: Writer,
  regionId: string,
  correction: Correction,
): Promise<boolean> {
  const { postId, firstCreatedAt } = correction;
  if (!isArchivable(monthOf(firstCreatedAt))) return false;
  const merge = (stored: ArchivedPost | null) => stored && withCorrection(stored, correction);
  const results = await writeMerged(writer, regionId, [{ postId, firstCreatedAt, merge }], {
    readsFirst: true,
  });
  return results[0]?.kind === 'written';
}

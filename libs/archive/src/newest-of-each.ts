import type { CorrectedPost } from '@kentongan/contracts';
import type { Reach } from './archive.port.js';

/**
 * One post of each id: a batch may not write the same post twice. In the order of ids, so that two batches take their
 * locks in the same order.
 */
export function newestOfEach(posts: readonly CorrectedPost[]): Map<string, CorrectedPost> {
  const newest = new Map<string, CorrectedPost>();
  for (const post of posts) {
    const known = newest.get(post.postId);
    if (!known || isNewer(post, known)) newest.set(post.postId, post);
  }
  return new Map([...newest].sort(([a], [b]) => (a < b ? -1 : 1)));
}

const isNewer = (a: CorrectedPost, b: CorrectedPost): boolean =>
  a.revision - b.revision > 0 ||
  (a.revision === b.revision && a.analysis.analysisVersion > b.analysis.analysisVersion);

/** All finders of a post's measurements in this batch, and the counts of the newest. */
export function newestReachOfEach(reaches: readonly Reach[]): Reach[] {
  const newest = new Map<string, Reach>();
  for (const reach of reaches) {
    const known = newest.get(reach.postId);
    const [older, newer] =
      known && Date.parse(known.measuredAt) > Date.parse(reach.measuredAt) ? [reach, known] : [known, reach];
    newest.set(reach.postId, {
      ...older,
      ...newer,
      foundBy: [...new Set([...(older?.foundBy ?? []), ...newer.foundBy])],
    });
  }
  return [...newest.values()].sort((a, b) => (a.postId < b.postId ? -1 : 1));
}

import { isDeepStrictEqual } from 'node:util';
import { type CorrectedPost, correctPost, keepCorrections, uncorrectPost } from '@kentongan/contracts';
import type { ArchivedPost, Correction, Reach } from './archive.port.js';
import { toMillisecond } from './month.js';

const counts = ['likes', 'retweets', 'replies', 'views'] as const;

type Counts = { -readonly [K in (typeof counts)[number]]?: number };

const countsOf = (post: CorrectedPost | Reach): Counts => {
  const found: Counts = {};
  for (const name of counts) if (post[name] !== undefined) found[name] = post[name];
  return found;
};

function withoutCounts(post: CorrectedPost): CorrectedPost {
  const { likes, retweets, replies, views, ...rest } = post;
  return rest;
}

/** By code units, as PostgreSQL's "C" order has it for everything but the rarest characters. */
const inOrder = (values: Iterable<string>): string[] => [...new Set(values)].sort();

export function byRegion(posts: readonly ArchivedPost[]): Map<string, ArchivedPost[]> {
  const regions = new Map<string, ArchivedPost[]>();
  for (const each of posts) {
    const known = regions.get(each.regionId);
    if (known) known.push(each);
    else regions.set(each.regionId, [each]);
  }
  return regions;
}

/** As it is written when nothing is there yet. */
export function archived(regionId: string, post: CorrectedPost): ArchivedPost {
  return {
    regionId,
    post: { ...post, foundBy: [...new Set(post.foundBy)] },
    reachAt: toMillisecond(post.fetchedAt),
  };
}

/**
 * What becomes of a stored post when a revision arrives; null when it is not newer. Content is the newer revision's;
 * reach goes by its own time, because analysing an old revision again must not bring old counts back; nobody who found
 * the post is forgotten.
 */
export function withRevision(stored: ArchivedPost, post: CorrectedPost): ArchivedPost | null {
  const order =
    post.revision - stored.post.revision ||
    post.analysis.analysisVersion - stored.post.analysis.analysisVersion;
  if (order <= 0) return null;
  const kept = keepCorrections(post, post.corrections ?? stored.post.corrections);
  const fresh = archived(stored.regionId, kept);
  if (post.deleted) return { ...fresh, reachAt: laterOf(stored.reachAt, fresh.reachAt) };
  const isFresher = fresh.reachAt >= stored.reachAt;
  return {
    regionId: stored.regionId,
    post: {
      ...withoutCounts(kept),
      ...countsOf(isFresher ? post : stored.post),
      foundBy: stored.post.deleted ? fresh.post.foundBy : inOrder([...stored.post.foundBy, ...post.foundBy]),
    },
    reachAt: laterOf(stored.reachAt, fresh.reachAt),
  };
}

/** What becomes of a stored post when a person corrects it or takes that back; null when nothing changes. */
export function withCorrection(stored: ArchivedPost, { label, isUndone }: Correction): ArchivedPost | null {
  if (stored.post.deleted) return null;
  const post = (isUndone ? uncorrectPost : correctPost)(stored.post, label);
  return isDeepStrictEqual(post, stored.post) ? null : { ...stored, post };
}

/** What becomes of a stored post when its reach was measured; null when that brings no news. */
export function withReach(stored: ArchivedPost, reach: Reach): ArchivedPost | null {
  if (stored.post.deleted) return null;
  const measuredAt = toMillisecond(reach.measuredAt);
  const isNewFinder = reach.foundBy.some((source) => !stored.post.foundBy.includes(source));
  if (measuredAt <= stored.reachAt && !isNewFinder) return null;
  const isFresher = measuredAt >= stored.reachAt;
  return {
    regionId: stored.regionId,
    post: {
      ...stored.post,
      ...(isFresher ? countsOf(reach) : {}),
      foundBy: isNewFinder ? inOrder([...stored.post.foundBy, ...reach.foundBy]) : stored.post.foundBy,
    },
    reachAt: laterOf(stored.reachAt, measuredAt),
  };
}

/** The reach of an archived post as a measurement. */
export const reachOf = ({ post, reachAt }: ArchivedPost): Reach => ({
  postId: post.postId,
  firstCreatedAt: post.firstCreatedAt,
  measuredAt: reachAt,
  foundBy: post.foundBy,
  ...countsOf(post),
});

/** What becomes of a stored post when the same post comes from another archive; null when that brings no news. */
export function newerOf(stored: ArchivedPost | null, other: ArchivedPost): ArchivedPost | null {
  if (!stored) return other;
  const revised = withRevision(stored, other.post);
  if (other.post.deleted) return revised;
  return withReach(revised ?? stored, reachOf(other)) ?? revised;
}

const laterOf = (a: string, b: string): string => (a > b ? a : b);

import { z } from 'zod';
import { CorrectedPost } from '../corrections.js';
import { Instant, RegionId } from '../event.js';
import { PostId } from '../posts.js';

/** What the archive answers. A post is shown without the key that ties an author's posts together. */
export const ArchivedPost = CorrectedPost.omit({ authorKey: true });
export type ArchivedPost = z.infer<typeof ArchivedPost>;

export const ArchiveHit = z.object({
  post: ArchivedPost,
  /** UTF-16 offsets into the text, end exclusive, in order, not overlapping. */
  highlights: z.array(z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() })),
  /** Other posts of the region with the same text or nearly so. */
  copies: z.int().nonnegative(),
});
export type ArchiveHit = z.infer<typeof ArchiveHit>;

/** GET /api/archive/search */
export const ArchivePage = z.object({
  hits: z.array(ArchiveHit),
  /** Given back as `cursor` for the next page; null on the last one. */
  nextCursor: z.string().nullable(),
});
export type ArchivePage = z.infer<typeof ArchivePage>;

const values = z.array(z.object({ value: z.string(), count: z.int() }));

/** GET /api/archive/facets: most frequent first, then by value. A place counts the posts of all places inside it. */
export const FacetsView = z.object({
  source: values,
  platform: values,
  language: values,
  sentiment: values,
  postType: values,
  subject: values,
  place: values,
  /** Set when only the newest posts of the selection were counted: the time of the oldest of them. */
  countedSince: Instant.nullable(),
});
export type FacetsView = z.infer<typeof FacetsView>;

export const HistogramUnit = z.enum(['hour', 'day', 'week', 'month']);
export type HistogramUnit = z.infer<typeof HistogramUnit>;

/** GET /api/archive/histogram: buckets without posts are left out. */
export const HistogramView = z.object({
  timeZone: z.string(),
  unit: HistogramUnit,
  /** `start`: the instant at which the unit begins in the region's zone. Weeks begin on Monday. */
  buckets: z.array(z.object({ start: Instant, count: z.int() })),
  /** Set when only the newest hits were counted: the time of the oldest of them; before it nothing is known. */
  countedSince: Instant.nullable(),
});
export type HistogramView = z.infer<typeof HistogramView>;

/** GET /api/archive/count */
export const CountView = z.object({
  count: z.int().nonnegative(),
  /** True when there are more: counting on would take seconds and tell nothing new. */
  isLowerBound: z.boolean(),
});
export type CountView = z.infer<typeof CountView>;

/** GET /api/archive/trends */
export const TrendsParameters = z.strictObject({
  region: RegionId,
  days: z.coerce.number().int().min(1).max(90).default(7),
});

/** POST /api/archive/erase: the author is named by their key, or by any post of theirs. */
export const EraseBody = z.union([
  z.strictObject({ regionId: RegionId, authorKey: z.string().min(1).max(64) }),
  z.strictObject({ regionId: RegionId, postId: PostId }),
]);
export const EraseView = z.object({ erasedPosts: z.int().nonnegative(), erasedAt: Instant });

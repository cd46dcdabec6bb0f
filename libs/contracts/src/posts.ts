import { z } from 'zod';
import { Analysis } from './analysis.js';
import { eventType, Instant } from './event.js';
import { RegionMode } from './regions.js';
import { logStream } from './stream.js';

export const textCharactersMax = 20_000;
export const postIdCharactersMax = 300;

/** `platform:nativeId` */
export const PostId = z.string().min(3).max(postIdCharactersMax);
export const AuthorKind = z.enum(['person', 'official', 'press']);

const Reach = {
  likes: z.int().nonnegative().optional(),
  retweets: z.int().nonnegative().optional(),
  replies: z.int().nonnegative().optional(),
  views: z.int().nonnegative().optional(),
};

/** A post as the collector lets it in: pseudonymous, with identity, revision and origin. */
export const CollectedPost = z.object({
  postId: PostId,
  /** Rises only when content or deletion changes. Effects are ordered by (revision, analysisVersion). */
  revision: z.int().positive(),
  mode: RegionMode,
  platform: z.string().min(1).max(120),
  text: z.string().max(textCharactersMax),
  createdAt: Instant,
  /** `createdAt` of revision 1: archive months go by it, so an edit never makes a second copy. */
  firstCreatedAt: Instant,
  /** When this system accepted the post. */
  fetchedAt: Instant,
  url: z.string().max(2_000).optional(),
  /** Keyed hash; absent when the source names no author. */
  authorKey: z.string().max(64).optional(),
  authorKind: AuthorKind.optional(),
  /** Kept for official, public-office and media accounts only. */
  authorName: z.string().max(200).optional(),
  declaredLanguage: z.string().max(20).optional(),
  replyTo: z.string().max(postIdCharactersMax).optional(),
  location: z.string().max(300).optional(),
  foundBy: z.array(z.string().max(120)).min(1).max(50),
  deleted: z.boolean(),
  ...Reach,
});
export type CollectedPost = z.infer<typeof CollectedPost>;

export const PostCollected = eventType('post.collected', 1, CollectedPost);

/** Reach changed, or one more source found the post; content did not change, so this is no revision. */
export const PostMeasured = eventType(
  'post.measured',
  1,
  z.object({
    postId: PostId,
    firstCreatedAt: Instant,
    measuredAt: Instant,
    foundBy: z.array(z.string().max(120)).max(50),
    ...Reach,
  }),
);

export const AnalyzedPost = CollectedPost.extend({
  analysis: Analysis,
  /** By which the detector groups near-copies of the text; absent when it is too short. Kept nowhere else. */
  copySketch: z.string().max(128).optional(),
});
export type AnalyzedPost = z.infer<typeof AnalyzedPost>;

export const PostAnalyzed = eventType('post.analyzed', 1, AnalyzedPost);

const sevenDaysHours = 7 * 24;

export const postsCollected = logStream('posts.collected', {
  events: [PostCollected, PostMeasured],
  key: (event) => `${event.regionId}|${event.data.postId}`,
  partitions: 12,
  retentionHours: sevenDaysHours,
});

/** Keyed by region: the detector needs one order of all posts of a region. */
export const postsAnalyzed = logStream('posts.analyzed', {
  events: [PostAnalyzed, PostMeasured],
  key: (event) => event.regionId,
  partitions: 12,
  retentionHours: sevenDaysHours,
});

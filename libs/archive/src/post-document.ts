import type { AnalyzedPost, CorrectedPost } from '@kentongan/contracts';

/** What of a post is only read back, never searched: one JSON value in every adapter. */
export type PostDocument = Pick<
  CorrectedPost,
  | 'mode'
  | 'url'
  | 'authorKey'
  | 'authorKind'
  | 'authorName'
  | 'declaredLanguage'
  | 'replyTo'
  | 'location'
  | 'analysis'
  | 'corrections'
>;

export function documentOf(post: CorrectedPost): PostDocument {
  const {
    mode,
    url,
    authorKey,
    authorKind,
    authorName,
    declaredLanguage,
    replyTo,
    location,
    analysis,
    corrections,
  } = post;
  // Undefined fields fall away in JSON, and so come back absent.
  return {
    mode,
    url,
    authorKey,
    authorKind,
    authorName,
    declaredLanguage,
    replyTo,
    location,
    analysis,
    corrections,
  } as PostDocument;
}

/** What is left of a deleted post: enough to order revisions, nothing that anyone wrote. */
export interface Tombstone {
  readonly postId: string;
  readonly firstCreatedAt: string;
  readonly createdAt: string;
  readonly fetchedAt: string;
  readonly revision: number;
  readonly analysisVersion: number;
}

/** A tombstone in the shape of a post, so that it can be indexed like one. */
export function tombstonePost({ analysisVersion, ...identity }: Tombstone): AnalyzedPost {
  return {
    ...identity,
    mode: 'live',
    platform: identity.postId.split(':', 1)[0] || 'unknown',
    text: '',
    foundBy: ['-'],
    deleted: true,
    analysis: {
      analysisVersion,
      language: { code: 'und', confidence: 0 },
      sentiment: { label: 'neutral', confidence: 0 },
      places: [],
      subjects: [],
      postType: { label: 'undecided', confidence: 0 },
      nearCopyKey: null,
      hoaxMatch: null,
      hashtags: [],
      watchRules: [],
    },
  };
}

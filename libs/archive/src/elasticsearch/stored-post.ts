import type { CorrectedPost } from '@kentongan/contracts';
import type { ArchivedPost } from '../archive.port.js';
import { keysOf, placesOf } from '../keys.js';
import { toMillisecond } from '../month.js';
import { documentOf, type PostDocument, tombstonePost } from '../post-document.js';
import { jsonPayload } from '../storable.js';
import { wordsOf } from '../words.js';
import { termOf, wordFieldsOf } from './word-fields.js';

/** `_source` as it comes back: without the words and keys. */
export interface StoredPost {
  readonly regionId: string;
  readonly postId: string;
  readonly firstCreatedAt: string;
  readonly createdAt: string;
  readonly fetchedAt: string;
  readonly reachAt: string;
  readonly revision: number;
  readonly analysisVersion: number;
  readonly deleted: boolean;
  readonly platform?: string;
  readonly text?: string;
  readonly sources?: readonly string[];
  readonly document?: PostDocument;
  readonly likes?: number;
  readonly retweets?: number;
  readonly replies?: number;
  readonly views?: number;
}

/** One line of a bulk request. */
export function documentJson({ regionId, post, reachAt }: ArchivedPost): string {
  return jsonPayload({
    regionId,
    postId: post.postId,
    firstCreatedAt: toMillisecond(post.firstCreatedAt),
    createdAt: toMillisecond(post.createdAt),
    fetchedAt: toMillisecond(post.fetchedAt),
    reachAt,
    revision: post.revision,
    analysisVersion: post.analysis.analysisVersion,
    deleted: post.deleted,
    ...(post.deleted ? {} : contentOf(post)),
  });
}

function contentOf(post: CorrectedPost): Record<string, unknown> {
  const { analysis, likes, retweets, replies, views } = post;
  const words = wordsOf(post.text);
  return {
    platform: post.platform,
    language: analysis.language.code,
    sentiment: analysis.sentiment.label,
    postType: analysis.postType.label,
    sources: post.foundBy,
    subjects: [...new Set(analysis.subjects)],
    places: placesOf(post),
    nearCopyKey: analysis.nearCopyKey,
    ...{ likes, retweets, replies, views },
    text: post.text,
    document: documentOf(post),
    terms: [...keysOf(post).map(termOf), ...new Set(words.map(({ lexeme }) => lexeme))],
    ...wordFieldsOf(words),
  };
}

/** The fields from which a post is put together again. */
export const readFields = [
  'regionId',
  'postId',
  'firstCreatedAt',
  'createdAt',
  'fetchedAt',
  'reachAt',
  'revision',
  'analysisVersion',
  'deleted',
  'platform',
  'sources',
  'likes',
  'retweets',
  'replies',
  'views',
  'text',
  'document',
];

export function postOf(stored: StoredPost): CorrectedPost {
  const { postId, firstCreatedAt, createdAt, fetchedAt, revision, analysisVersion } = stored;
  if (stored.deleted || !stored.document)
    return tombstonePost({ postId, firstCreatedAt, createdAt, fetchedAt, revision, analysisVersion });
  const { likes, retweets, replies, views } = stored;
  return {
    ...stored.document,
    postId,
    revision,
    platform: stored.platform ?? '',
    text: stored.text ?? '',
    createdAt,
    firstCreatedAt,
    fetchedAt,
    foundBy: [...(stored.sources ?? [])],
    deleted: false,
    ...(likes === undefined ? {} : { likes }),
    ...(retweets === undefined ? {} : { retweets }),
    ...(replies === undefined ? {} : { replies }),
    ...(views === undefined ? {} : { views }),
  };
}

export const archivedOf = (stored: StoredPost): ArchivedPost => ({
  regionId: stored.regionId,
  post: postOf(stored),
  reachAt: stored.reachAt,
});

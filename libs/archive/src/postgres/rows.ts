import type { CorrectedPost } from '@kentongan/contracts';
import { keysOf, placesOf } from '../keys.js';
import { toMillisecond } from '../month.js';
import { documentOf, type PostDocument } from '../post-document.js';
import { wordsOf } from '../words.js';
import { searchVector } from './search-text.js';

/** Columns of archive.posts with their types, in the order in which rows are sent. */
export const postColumns = {
  post_id: 'text',
  first_created_at: 'timestamptz',
  created_at: 'timestamptz',
  fetched_at: 'timestamptz',
  revision: 'bigint',
  analysis_version: 'bigint',
  deleted: 'boolean',
  platform: 'text',
  language: 'text',
  sentiment: 'text',
  post_type: 'text',
  sources: 'text[]',
  subjects: 'text[]',
  places: 'text[]',
  near_copy_key: 'text',
  likes: 'bigint',
  retweets: 'bigint',
  replies: 'bigint',
  views: 'bigint',
  reach_at: 'timestamptz',
  text: 'text',
  document: 'json',
  is_corrected: 'boolean',
  words: 'tsvector',
} as const;

type PostRow = Readonly<Record<keyof typeof postColumns, unknown>>;

export function rowOf(post: CorrectedPost): PostRow {
  const identity = {
    post_id: post.postId,
    first_created_at: toMillisecond(post.firstCreatedAt),
    created_at: toMillisecond(post.createdAt),
    fetched_at: post.fetchedAt,
    reach_at: post.fetchedAt,
    revision: post.revision,
    analysis_version: post.analysis.analysisVersion,
    deleted: post.deleted,
  };
  return post.deleted ? { ...identity, ...nothing } : { ...identity, ...contentOf(post) };
}

/** What a tombstone keeps of a post's content. */
const nothing = {
  platform: null,
  language: null,
  sentiment: null,
  post_type: null,
  sources: [],
  subjects: [],
  places: [],
  near_copy_key: null,
  likes: null,
  retweets: null,
  replies: null,
  views: null,
  text: null,
  document: null,
  is_corrected: false,
  words: null,
};

function contentOf(
  post: CorrectedPost,
): Omit<
  PostRow,
  | 'post_id'
  | 'first_created_at'
  | 'created_at'
  | 'fetched_at'
  | 'reach_at'
  | 'revision'
  | 'analysis_version'
  | 'deleted'
> {
  const { analysis } = post;
  return {
    platform: post.platform,
    language: analysis.language.code,
    sentiment: analysis.sentiment.label,
    post_type: analysis.postType.label,
    sources: [...new Set(post.foundBy)],
    subjects: [...new Set(analysis.subjects)],
    places: placesOf(post),
    near_copy_key: analysis.nearCopyKey,
    likes: post.likes ?? null,
    retweets: post.retweets ?? null,
    replies: post.replies ?? null,
    views: post.views ?? null,
    text: post.text,
    document: documentOf(post),
    is_corrected: post.corrections !== undefined,
    words: searchVector(wordsOf(post.text), keysOf(post)),
  };
}

/** The columns from which a post is put together again. */
export const readColumns =
  'post_id, first_created_at, created_at, fetched_at, revision, platform, sources, likes, retweets, replies, views, text, document';

/** A row of `readColumns` as the driver gives it: bigint comes as text. */
export interface ReadRow {
  readonly post_id: string;
  readonly first_created_at: Date;
  readonly created_at: Date;
  readonly fetched_at: Date;
  readonly revision: string;
  readonly platform: string;
  readonly sources: string[];
  readonly likes: string | null;
  readonly retweets: string | null;
  readonly replies: string | null;
  readonly views: string | null;
  readonly text: string;
  readonly document: PostDocument;
}

export function postOf(row: ReadRow): CorrectedPost {
  const reach: { -readonly [K in 'likes' | 'retweets' | 'replies' | 'views']?: number } = {};
  for (const name of ['likes', 'retweets', 'replies', 'views'] as const)
    if (row[name] !== null) reach[name] = Number(row[name]);
  return {
    ...row.document,
    postId: row.post_id,
    revision: Number(row.revision),
    platform: row.platform,
    text: row.text,
    createdAt: row.created_at.toISOString(),
    firstCreatedAt: row.first_created_at.toISOString(),
    fetchedAt: row.fetched_at.toISOString(),
    foundBy: row.sources,
    deleted: false,
    ...reach,
  };
}

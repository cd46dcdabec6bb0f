import { z } from 'zod';

export const SentimentLabel = z.enum(['positive', 'neutral', 'negative']);
export type SentimentLabel = z.infer<typeof SentimentLabel>;

export const PostType = z.enum([
  'complaint',
  'question',
  'criticism',
  'support',
  'news',
  'officialInfo',
  'other',
  'undecided',
]);
export type PostType = z.infer<typeof PostType>;

/** `same` attaches by itself; `matched`: at most 0.1 % of innocent posts; `related`: at most 1 %. */
export const HoaxMatchLevel = z.enum(['same', 'matched', 'related']);
export type HoaxMatchLevel = z.infer<typeof HoaxMatchLevel>;

export const PlaceMention = z.object({
  /** Character offsets into the post's text, end exclusive. */
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  /** Gazetteer codes that the words may mean, best first; more than one = ambiguity left open. */
  codes: z.array(z.string().max(20)).min(1).max(8),
  confidence: z.number().min(0).max(1),
});
export type PlaceMention = z.infer<typeof PlaceMention>;

/** It says *about this hoax*, never *is a hoax*. */
export const HoaxMatch = z.object({
  factId: z.string().max(200),
  level: HoaxMatchLevel,
  score: z.number().min(0).max(1),
  /** The words of the post that carried the match, for the officer who checks it. */
  matchedWords: z.array(z.string().max(100)).max(20),
});
export type HoaxMatch = z.infer<typeof HoaxMatch>;

/** Parts of a post's analysis that an officer can correct. */
export const PostPart = z.enum(['language', 'sentiment', 'postType', 'place']);
export type PostPart = z.infer<typeof PostPart>;

export const Analysis = z.object({
  analysisVersion: z.int().positive(),
  /** ISO 639 code, `und` when no language is likely enough. */
  language: z.object({ code: z.string().max(8), confidence: z.number().min(0).max(1) }),
  sentiment: z.object({ label: SentimentLabel, confidence: z.number().min(0).max(1) }),
  places: z.array(PlaceMention).max(20),
  subjects: z.array(z.string().max(40)).max(8),
  postType: z.object({ label: PostType, confidence: z.number().min(0).max(1) }),
  /** Posts with the same key are copies or near-copies of one text; null = too short to tell. */
  nearCopyKey: z.string().max(64).nullable(),
  hoaxMatch: HoaxMatch.nullable(),
  hashtags: z.array(z.string().max(100)).max(30),
  /** Ids of the region's watch rules that hold in the text. */
  watchRules: z.array(z.string().max(64)).max(50),
  /** Parts that are not the models' word but an officer's, on a similar post of the region. */
  learned: z.array(PostPart).max(4).optional(),
});
export type Analysis = z.infer<typeof Analysis>;

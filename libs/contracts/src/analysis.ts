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

/** Why a post was given its type; the interface words each. */
export const PostTypeReasonCode = z.enum([
  'pressSource',
  'officialAccount',
  'asksForAction',
  'namesProblem',
  'namesService',
  'asks',
  'addressesDesk',
  'questionMark',
  'namesGovernment',
  'insults',
  'blames',
  'mocks',
  'praises',
  'thanks',
  'wishesWell',
  'reports',
  'namesDate',
  'dateline',
  'headline',
  'announces',
  'privateMatter',
  'passesOn',
]);
export type PostTypeReasonCode = z.infer<typeof PostTypeReasonCode>;

/** `same` attaches by itself; `matched`: at most 0.1 % of innocent posts; `related`: at most 1 %. */
export const HoaxMatchLevel = z.enum(['same', 'matched', 'related']);
export type HoaxMatchLevel = z.infer<typeof HoaxMatchLevel>;

/** What a text does with the claim it is about. Only who tells it spreads it. */
export const Stance = z.enum(['tells', 'corrects', 'reports', 'asks']);
export type Stance = z.infer<typeof Stance>;

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
  /** Left out by older analyses, which took every match for the claim itself. */
  stance: Stance.optional(),
});
export type HoaxMatch = z.infer<typeof HoaxMatch>;

/** What a post says of an office or programme that it names. */
export const TargetSentiment = z.object({
  /** Character offsets into the post's text, end exclusive. */
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  /** The words that name it, in lower case. */
  name: z.string().max(100),
  label: SentimentLabel,
  confidence: z.number().min(0).max(1),
});
export type TargetSentiment = z.infer<typeof TargetSentiment>;

/** Parts of a post's analysis that an officer can correct. */
export const PostPart = z.enum(['language', 'sentiment', 'postType', 'place']);
export type PostPart = z.infer<typeof PostPart>;

export const Analysis = z.object({
  analysisVersion: z.int().positive(),
  /** ISO 639 code, `und` when no language is likely enough. */
  language: z.object({
    code: z.string().max(8),
    confidence: z.number().min(0).max(1),
    /** The second language of a mixed post. */
    mixedWith: z.string().max(8).optional(),
  }),
  sentiment: z.object({ label: SentimentLabel, confidence: z.number().min(0).max(1) }),
  sentimentTowards: z.array(TargetSentiment).max(5).optional(),
  places: z.array(PlaceMention).max(20),
  subjects: z.array(z.string().max(40)).max(8),
  postType: z.object({
    label: PostType,
    confidence: z.number().min(0).max(1),
    /** At most three, the most telling first, with the post's words that say so. */
    reasons: z
      .array(z.object({ code: PostTypeReasonCode, words: z.array(z.string().max(60)).max(4) }))
      .max(3)
      .optional(),
  }),
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

import { z } from 'zod';
import { eventType, Instant } from './event.js';
import { RegionMode } from './regions.js';
import { logStream } from './stream.js';

/** What is counted. `volume` = all posts of one feed or query. */
export const SignalKeyKind = z.enum([
  'volume',
  'subjectPlace',
  'nearCopy',
  'hoaxMatch',
  'hashtag',
  'watchRule',
]);
export type SignalKeyKind = z.infer<typeof SignalKeyKind>;

export const SignalLevel = z.enum(['medium', 'high', 'critical']);
export type SignalLevel = z.infer<typeof SignalLevel>;

const TippingPost = z.object({
  postId: z.string().max(300),
  createdAt: Instant,
  excerpt: z.string().max(300),
});
export type TippingPost = z.infer<typeof TippingPost>;

const counted = (keyCharactersMax: number, entriesMax: number) =>
  z.array(z.object({ value: z.string().max(keyCharactersMax), count: z.int().positive() })).max(entriesMax);

/** What the event's posts are, most frequent first; counted since the event began, copies of one post once. */
export const SignalComposition = z.object({
  posts: z.int().nonnegative(),
  postTypes: counted(20, 8),
  sentiments: counted(20, 3),
  authorKinds: counted(20, 4),
  platforms: counted(120, 5),
  subjects: counted(40, 5),
  places: counted(20, 5),
  /** Resemblance to facts, `matched` and `same` only; the value is the fact's id. */
  facts: counted(200, 3),
});
export type SignalComposition = z.infer<typeof SignalComposition>;

/**
 * The text that most of the event's posts share, in the same words but for a few: a fact about posts, never about who
 * wrote them. Accounts are counted, and none is named.
 */
export const SignalCopies = z.object({
  posts: z.int().min(2),
  firstAt: Instant,
  lastAt: Instant,
  /** Distinct authors of these posts; posts without an author count 0. */
  accounts: z.int().nonnegative(),
  distinctSources: z.int().nonnegative(),
  sources: counted(120, 5),
  /** The earliest post with this text that is remembered, also from before the event. */
  firstPost: TippingPost,
  /** Many accounts within minutes, at the time of the statement; absent when it was not so. */
  rush: z
    .object({ minutes: z.int().positive(), posts: z.int().positive(), accounts: z.int().positive() })
    .optional(),
  /** `nearCopyKey` of its wordings, the commonest first: to find them in the archive. */
  textKeys: z.array(z.string().max(64)).max(8),
});
export type SignalCopies = z.infer<typeof SignalCopies>;

/** From the first of the copies to the last, in minutes, at least one. */
export const copiesMinutes = ({ firstAt, lastAt }: Pick<SignalCopies, 'firstAt' | 'lastAt'>): number =>
  Math.max(1, Math.ceil((Date.parse(lastAt) - Date.parse(firstAt)) / 60_000));

/** One hour of the key that rose: what came, and what is usual at that hour of the week (null while learning). */
export const SignalHour = z.object({
  start: Instant,
  count: z.int().nonnegative(),
  norm: z.number().nonnegative().nullable(),
});
export type SignalHour = z.infer<typeof SignalHour>;

/** The detector's statement that a topic left its norm, with the numbers to prove it. */
export const Signal = z.object({
  /** hash(region, key, tipping post): the same posts give the same id, whatever dies in between. */
  signalId: z.string().max(64),
  /** The first alarm of an event; later statements about the same event carry the same id and a higher version. */
  version: z.int().positive(),
  mode: RegionMode,
  key: z.object({ kind: SignalKeyKind, value: z.string().max(300) }),
  /** Other keys that rose with the same posts and were folded into this signal. */
  alsoKeys: z.array(z.object({ kind: SignalKeyKind, value: z.string().max(300) })).max(20),
  level: SignalLevel,
  windowStart: Instant,
  windowEnd: Instant,
  windowMinutes: z.int().positive(),
  count: z.int().nonnegative(),
  /** Expected posts in this window from the norm; null while no norm exists (rule on count alone). */
  norm: z.number().nonnegative().nullable(),
  /** -log10 of the probability of a count this high under the norm; null while no norm exists. */
  surprise: z.number().nullable(),
  distinctAuthors: z.int().nonnegative(),
  /** True until 14 days of this key's region were seen. */
  normLearning: z.boolean(),
  normDays: z.number().nonnegative(),
  firstPost: TippingPost,
  tippingPost: TippingPost,
  samplePosts: z.array(TippingPost).max(5),
  /** Event time from the topic's first post to the tipping post. */
  timeToAlertEventSeconds: z.number(),
  /** Wall time from the tipping post's arrival to this alert. */
  timeToAlertWallSeconds: z.number(),
  /** Absent in statements of before it was counted. */
  composition: SignalComposition.optional(),
  /** The last 24 hours of the key up to the tipping post, oldest first. */
  hours: z.array(SignalHour).max(24).optional(),
  /** Absent when hardly any of its posts share a text, and in statements of before it was counted. */
  copies: SignalCopies.optional(),
});
export type Signal = z.infer<typeof Signal>;

export const IssueSignalled = eventType('issue.signalled', 1, Signal);

export const issuesSignalled = logStream('issues.signalled', {
  events: [IssueSignalled],
  key: (event) => event.regionId,
  partitions: 3,
  retentionHours: 7 * 24,
});

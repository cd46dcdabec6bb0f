import { z } from 'zod';
import { AuthorKind, textCharactersMax } from './posts.js';

export const earliestPostTime = '2005-01-01T00:00:00.000Z';
export const futureToleranceMinutes = 10;

const count = z.int().nonnegative().nullish();

/**
 * One line of `POST /api/posts` and of a replay file. Unknown fields are ignored, null means absent.
 * Time limits (2005-01-01 to now + 10 minutes) need a clock and are checked by the collector.
 */
export const IngestPost = z.object({
  id: z.union([z.string().min(1).max(200), z.int().nonnegative().transform(String)]),
  ts: z.iso.datetime({ offset: true }),
  text: z.string().max(textCharactersMax),
  platform: z.string().min(1).max(80).nullish(),
  url: z.string().max(2_000).nullish(),
  author: z.string().max(200).nullish(),
  authorKind: AuthorKind.nullish(),
  language: z.string().max(20).nullish(),
  likes: count,
  retweets: count,
  replies: count,
  views: count,
  replyTo: z.string().max(200).nullish(),
  location: z.string().max(300).nullish(),
  deleted: z.boolean().nullish(),
});
export type IngestPost = z.infer<typeof IngestPost>;

/** What became of one line. `unchanged` was accepted before; `updated` raised the revision or the reach. */
export const IngestOutcome = z.discriminatedUnion('outcome', [
  z.object({
    line: z.int().positive(),
    outcome: z.enum(['accepted', 'updated', 'unchanged']),
    postId: z.string(),
    revision: z.int().positive(),
  }),
  z.object({
    line: z.int().positive(),
    outcome: z.literal('rejected'),
    reason: z.string(),
    detail: z.string(),
  }),
]);
export type IngestOutcome = z.infer<typeof IngestOutcome>;

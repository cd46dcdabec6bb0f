import { z } from 'zod';
import { CorrectedPart, PostLabel } from '../corrections.js';
import { Instant, RegionId } from '../event.js';
import { PostId, textCharactersMax } from '../posts.js';

const Said = z.string().max(200).nullable();

/** POST /api/corrections */
export const CorrectionBody = z.strictObject({
  region: RegionId,
  postId: PostId,
  firstCreatedAt: Instant,
  /** As it is shown: what is learned of it is by what its copies are known; the words are not kept. */
  text: z.string().max(textCharactersMax),
  label: PostLabel,
  /** What the program had said, as a code. */
  said: Said,
});
export type CorrectionBody = z.infer<typeof CorrectionBody>;

/** POST /api/corrections/undo: of places, the one on the label's words. */
export const UndoCorrectionBody = z.strictObject({ region: RegionId, postId: PostId, label: PostLabel });
export type UndoCorrectionBody = z.infer<typeof UndoCorrectionBody>;

export const CorrectionView = z.object({
  postId: PostId,
  label: PostLabel,
  /** The program's word stands. */
  isUndone: z.boolean(),
  /** False: it was so already. */
  isChanged: z.boolean(),
});
export type CorrectionView = z.infer<typeof CorrectionView>;

/** GET /api/corrections/quality */
export const QualityParameters = z.strictObject({
  region: RegionId,
  weeks: z.coerce.number().int().min(1).max(26).default(12),
});

/** How often people corrected the program. It names nobody: neither who wrote nor who corrected. */
export const QualityView = z.object({
  timeZone: z.string(),
  /** Oldest first, from Monday, without gaps; the last one is the week that is not over. */
  weeks: z
    .array(
      z.object({
        start: Instant,
        /** Corrections that stand, by part; a part without any is left out. */
        corrections: z.array(z.object({ part: CorrectedPart, count: z.int() })),
        /** Issues of the week that have an agency in charge: what corrections of agencies are counted against. */
        issuesWithAgency: z.int(),
      }),
    )
    .max(26),
  /** What was changed into what, most frequent first; without places, which are too many. */
  changes: z
    .array(z.object({ part: CorrectedPart, said: Said, label: z.string().nullable(), count: z.int() }))
    .max(12),
});
export type QualityView = z.infer<typeof QualityView>;

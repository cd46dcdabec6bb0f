import { z } from 'zod';
import { AgencyLabel, PostLabel } from './corrections.js';
import { DismissReason, Person, Route } from './desk.js';
import { eventType, Instant } from './event.js';
import { SignalKeyKind } from './issues.js';
import { PostId } from './posts.js';
import { logStream } from './stream.js';

/** What a person decided about an issue: the program learns from it. */
export const FeedbackGiven = eventType(
  'feedback.given',
  1,
  z.object({
    issueId: z.string().max(64),
    kind: z.enum(['dismissed', 'dismissUndone', 'routed', 'closed']),
    reason: DismissReason.nullable(),
    route: Route.nullable(),
    keys: z.array(z.object({ kind: SignalKeyKind, value: z.string().max(300) })).max(21),
    by: Person,
    at: Instant,
  }),
);

/** What a person corrected: of a post (`postId`, `firstCreatedAt`) or of an issue (`issueId`); the others are null. */
export const LabelCorrected = eventType(
  'label.corrected',
  1,
  z.object({
    postId: PostId.nullable(),
    firstCreatedAt: Instant.nullable(),
    issueId: z.string().max(64).nullable(),
    label: z.discriminatedUnion('part', [...PostLabel.options, AgencyLabel]),
    /** What the program had said, as a code. */
    said: z.string().max(200).nullable(),
    /** The correction was taken back: the program's word stands again. */
    isUndone: z.boolean(),
    by: Person,
    at: Instant,
  }),
);

export const feedbackGiven = logStream('feedback.given', {
  events: [FeedbackGiven, LabelCorrected],
  key: (event) => event.regionId,
  partitions: 1,
  retentionHours: 7 * 24,
});

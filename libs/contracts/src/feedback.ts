import { z } from 'zod';
import { DismissReason, Person, Route } from './desk.js';
import { eventType, Instant } from './event.js';
import { SignalKeyKind } from './issues.js';
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

export const feedbackGiven = logStream('feedback.given', {
  events: [FeedbackGiven],
  key: (event) => event.regionId,
  partitions: 1,
  retentionHours: 7 * 24,
});

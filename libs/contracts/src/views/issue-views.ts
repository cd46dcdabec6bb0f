import { z } from 'zod';
import { PostType } from '../analysis.js';
import { Clarification, ClarificationText, Evidence } from '../clarifications.js';
import { DismissReason, IssueState, Person, PriorityLevel, Route } from '../desk.js';
import { Instant } from '../event.js';
import { Fact } from '../facts.js';
import { IssueCard, IssueChangeKind } from '../issue-changes.js';

/** What the interface sends to the responder and gets back. Descriptions end up in the OpenAPI document. */

export const TimelineEntry = z.object({
  sequence: z.int().positive(),
  at: Instant,
  change: IssueChangeKind,
  /** Null when the program did it. */
  by: Person.nullable(),
  fromState: IssueState.nullable(),
  toState: IssueState,
  fromVersion: z.int().nonnegative(),
  reason: z.string().max(1_000).nullable(),
});
export type TimelineEntry = z.infer<typeof TimelineEntry>;

/** A move that this person may make now; `needsReason`: the interface asks for one before. */
export const AllowedMove = z.object({
  move: z.string().max(30),
  needsReason: z.boolean(),
});
export type AllowedMove = z.infer<typeof AllowedMove>;

/** How to find the issue's posts in the archive: parameters of GET /api/archive/search, `region` left out. */
export const PostsSelection = z.object({
  q: z.string().max(500).optional(),
  nearCopy: z.array(z.string().max(64)).optional(),
  fact: z.array(z.string().max(200)).optional(),
  subject: z.array(z.string().max(40)).optional(),
  place: z.array(z.string().max(20)).optional(),
  hashtag: z.array(z.string().max(100)).optional(),
  source: z.array(z.string().max(120)).optional(),
  watchRule: z.array(z.string().max(64)).optional(),
  from: Instant.optional(),
  to: Instant.optional(),
});
export type PostsSelection = z.infer<typeof PostsSelection>;

/** An agency that is likely to answer for an issue; a person decides. */
export const AgencySuggestion = z.object({
  agencyId: z.string(),
  confidence: z.number().min(0).max(1),
  /** Words of the posts that spoke for it most; a subject after `subject:`. */
  reasons: z.array(z.string().max(100)).max(3),
});
export type AgencySuggestion = z.infer<typeof AgencySuggestion>;

export const IssueView = z.object({
  card: IssueCard,
  timeline: z.array(TimelineEntry),
  fact: Fact.nullable(),
  /** `suggested` until a person took it over. Null when the route needs none. */
  clarification: Clarification.nullable(),
  postsSelection: PostsSelection,
  allowedMoves: z.array(AllowedMove),
  /** Issues that were merged into this one. */
  mergedFrom: z.array(z.object({ issueId: z.string(), title: z.string() })),
  /** Open issues that look like the same thing. */
  similar: z.array(z.object({ issueId: z.string(), title: z.string(), state: IssueState })),
  /** Best first; learned from what the region's people decided so far. None once a person chose. */
  agencySuggestions: z.array(AgencySuggestion).max(3).optional(),
  /** Text for WhatsApp: at most 1,000 characters, no handles. */
  whatsapp: z.object({ id: z.string().max(1_000), en: z.string().max(1_000) }),
});
export type IssueView = z.infer<typeof IssueView>;

export const IssueListParameters = z.strictObject({
  region: z.string().max(48),
  /** `open`: everything that still needs somebody, by urgency. `done`: newest first. */
  status: z.enum(['open', 'snoozed', 'done']).default('open'),
  level: PriorityLevel.optional(),
  owner: z.enum(['me', 'nobody']).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(200).optional(),
});

export const IssueList = z.object({
  issues: z.array(IssueCard),
  nextCursor: z.string().nullable(),
  /** Of the whole region, for the line on top. */
  counts: z.object({ open: z.int(), snoozed: z.int(), unacknowledged: z.int() }),
});
export type IssueList = z.infer<typeof IssueList>;

const Version = z.int().positive();
const Reason = z.string().trim().min(3).max(1_000);

/** One body per move; `version` is the card's version that the person saw. */
export const MoveBody = z.discriminatedUnion('move', [
  z.strictObject({ move: z.literal('acknowledge'), version: Version }),
  z.strictObject({
    move: z.literal('triage'),
    version: Version,
    route: Route,
    agencyId: z.string().max(64).nullish(),
    reason: Reason.optional(),
  }),
  z.strictObject({
    move: z.literal('requestEvidence'),
    version: Version,
    agencyId: z.string().max(64),
    question: Reason,
  }),
  z.strictObject({ move: z.literal('submit'), version: Version }),
  z.strictObject({ move: z.literal('approve'), version: Version }),
  z.strictObject({ move: z.literal('reject'), version: Version, reason: Reason }),
  z.strictObject({ move: z.literal('publish'), version: Version }),
  z.strictObject({ move: z.literal('amplify'), version: Version, reason: Reason.optional() }),
  z.strictObject({ move: z.literal('monitor'), version: Version }),
  z.strictObject({ move: z.literal('close'), version: Version, reason: Reason }),
  z.strictObject({ move: z.literal('dismiss'), version: Version, dismissReason: DismissReason }),
  z.strictObject({ move: z.literal('undoDismiss'), version: Version }),
  z.strictObject({ move: z.literal('reopen'), version: Version, reason: Reason }),
  z.strictObject({
    move: z.literal('merge'),
    version: Version,
    intoIssueId: z.string().max(64),
    reason: Reason.optional(),
  }),
  z.strictObject({ move: z.literal('snooze'), version: Version, until: Instant, reason: Reason }),
  z.strictObject({ move: z.literal('wake'), version: Version }),
  z.strictObject({ move: z.literal('note'), version: Version, reason: Reason }),
]);
export type MoveBody = z.infer<typeof MoveBody>;

/** A person opens an issue by hand, for instance from Cek teks. */
export const OpenIssueBody = z.strictObject({
  region: z.string().max(48),
  title: z.string().trim().min(5).max(300),
  text: z.string().max(20_000),
  /** As Cek teks judged it: a complaint, criticism or news is never suggested to be debunked. */
  postType: PostType.optional(),
  factId: z.string().max(200).optional(),
  nearCopyKey: z.string().max(64).optional(),
  subjects: z.array(z.string().max(40)).max(8).default([]),
  places: z.array(z.string().max(20)).max(8).default([]),
});

export const DraftBody = z.strictObject({
  /** Version of the clarification that was edited. */
  version: Version,
  text: ClarificationText,
});

export const EvidenceBody = z.strictObject(
  Evidence.omit({ evidenceId: true, capturedAt: true, suppliedBy: true }).extend({
    suppliedBy: z.string().trim().min(1).max(200).optional(),
  }).shape,
);

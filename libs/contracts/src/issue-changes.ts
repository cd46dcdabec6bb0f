import { z } from 'zod';
import { IssueState, Person, Priority, Route, RouteSuggestion } from './desk.js';
import { eventType, Instant } from './event.js';
import { Signal } from './issues.js';
import { RegionMode } from './regions.js';
import { logStream } from './stream.js';

/** What happened to an issue; each is one line of its timeline. */
export const IssueChangeKind = z.enum([
  'opened',
  'signalled',
  'acknowledged',
  'triaged',
  'evidenceRequested',
  'drafted',
  'submitted',
  'approved',
  'rejected',
  'published',
  'amplified',
  'monitored',
  'closed',
  'dismissed',
  'undone',
  'reopened',
  'merged',
  'absorbed',
  'snoozed',
  'woken',
  'noted',
]);
export type IssueChangeKind = z.infer<typeof IssueChangeKind>;

/** An issue as a list shows it and as other services know it. */
export const IssueCard = z.object({
  issueId: z.string().max(64),
  regionId: z.string().max(48),
  mode: RegionMode,
  /** Rises with every change; a move names the version it was made on, and a stale one is refused. */
  version: z.int().positive(),
  title: z.string().min(1).max(300),
  state: IssueState,
  priority: Priority,
  suggestion: RouteSuggestion,
  /** What a person decided; null until then. */
  route: Route.nullable(),
  owner: Person.nullable(),
  openedAt: Instant,
  /** Of the latest statement of the detector, or of opening by hand. */
  risenAt: Instant,
  acknowledgedAt: Instant.nullable(),
  snoozedUntil: Instant.nullable(),
  mergedInto: z.string().max(64).nullable(),
  /** The latest statement of the detector; null for an issue opened by hand. */
  signal: Signal.nullable(),
  /** The fact of the hoax memory that most posts resemble. */
  factId: z.string().max(200).nullable(),
  factTitle: z.string().max(1_000).nullable(),
  agencyId: z.string().max(64).nullable(),
});
export type IssueCard = z.infer<typeof IssueCard>;

export const IssueChanged = eventType(
  'issue.changed',
  1,
  z.object({
    change: IssueChangeKind,
    /** Null when the program did it. */
    by: Person.nullable(),
    reason: z.string().max(1_000).nullable(),
    /** The issue after the change. */
    card: IssueCard,
  }),
);

export const issuesChanged = logStream('issues.changed', {
  events: [IssueChanged],
  key: (event) => event.data.card.issueId,
  partitions: 3,
  retentionHours: 7 * 24,
});

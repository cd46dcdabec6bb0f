import { z } from 'zod';
import { IssueState, PriorityLevel, Route } from '../desk.js';
import { Instant } from '../event.js';
import { IssueCard } from '../issue-changes.js';

export const OverviewParameters = z.strictObject({
  region: z.string().max(48),
  days: z.coerce.number().int().min(1).max(90).default(7),
});

/** Seconds, with the number of issues they are taken from; null while there are none. */
const Duration = z.object({
  medianSeconds: z.number().nullable(),
  p90Seconds: z.number().nullable(),
  n: z.int(),
});

/** GET /api/issues/overview: what rises, what is being done, where it is stuck, how long it takes. */
export const OverviewView = z.object({
  from: Instant,
  to: Instant,
  rising: z.array(IssueCard).max(5),
  inWork: z
    .array(
      z.object({
        issueId: z.string(),
        title: z.string(),
        level: PriorityLevel,
        state: IssueState,
        route: Route.nullable(),
        ownerName: z.string().nullable(),
        agencyId: z.string().nullable(),
        stateSince: Instant,
        /** When the clock of this stage runs out; null when the stage has none. */
        dueAt: Instant.nullable(),
      }),
    )
    .max(20),
  counts: z.object({ opened: z.int(), closed: z.int(), open: z.int(), late: z.int() }),
  /** The same counts of the period before. */
  before: z.object({ opened: z.int(), closed: z.int() }),
  responseTimes: z.object({
    toAcknowledge: Duration,
    toTriage: Duration,
    toPublish: Duration,
    toClose: Duration,
    /** Event time from the topic's first post to the tipping post. */
    toAlert: Duration,
  }),
  routes: z.array(z.object({ route: Route.nullable(), count: z.int() })),
});
export type OverviewView = z.infer<typeof OverviewView>;

/** GET /api/archive/trends: what people talk about; computed at most once a minute, `computedAt` says when. */
export const TrendsView = z.object({
  computedAt: Instant,
  timeZone: z.string(),
  /** One entry a day, oldest first; `before`: the same weekday a week earlier, for today up to the same time. */
  days: z.array(
    z.object({
      start: Instant,
      posts: z.int(),
      positive: z.int(),
      neutral: z.int(),
      negative: z.int(),
      before: z.int().nullable(),
    }),
  ),
  /** `before`: the period of the same length before, up to the same time. Most frequent first. */
  subjects: z.array(z.object({ subject: z.string(), posts: z.int(), before: z.int() })).max(12),
  places: z.array(z.object({ place: z.string(), posts: z.int(), before: z.int() })).max(16),
  /** Subjects × places of the period; missing cells are zero. */
  cells: z
    .array(z.object({ subject: z.string(), place: z.string(), posts: z.int(), before: z.int() }))
    .max(192),
});
export type TrendsView = z.infer<typeof TrendsView>;

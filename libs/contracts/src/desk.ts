import { z } from 'zod';

/** Who may do what is decided by role; one person has one role. */
export const Role = z.enum(['officer', 'leader', 'analyst', 'agency', 'auditor', 'admin']);
export type Role = z.infer<typeof Role>;

/** A person as every record names them: who did it. */
export const Person = z.object({ userId: z.string().max(64), name: z.string().max(200) });
export type Person = z.infer<typeof Person>;

/** What the desk does with an issue. */
export const Route = z.enum(['ignore', 'watch', 'prebunk', 'debunk', 'complaint', 'criticism', 'journalism']);
export type Route = z.infer<typeof Route>;

export const IssueState = z.enum([
  'detected',
  'triaged',
  'verifying',
  'drafted',
  'approved',
  'published',
  'amplified',
  'monitored',
  'closed',
  'criticism',
  'sp4n',
  'rightOfReply',
  'merged',
  'snoozed',
  'reopened',
]);
export type IssueState = z.infer<typeof IssueState>;

/** Rendah < 35, Sedang 35–59, Tinggi 60–79, Kritis ≥ 80 of the 100 points of priority. */
export const PriorityLevel = z.enum(['low', 'medium', 'high', 'critical']);
export type PriorityLevel = z.infer<typeof PriorityLevel>;

/** The nine parts of the priority rubric. */
export const PriorityPartName = z.enum([
  'speed',
  'spread',
  'harm',
  'believability',
  'vulnerability',
  'informationVoid',
  'knownHoax',
  'mainstream',
  'checkWorthiness',
]);
export type PriorityPartName = z.infer<typeof PriorityPartName>;

/** One part of the priority with what it rests on. `points` is null when nothing is known about it yet. */
export const PriorityPart = z.object({
  part: PriorityPartName,
  points: z.number().nonnegative().nullable(),
  pointsMax: z.number().positive(),
  /** A code that the interface words, with the numbers that belong to it. */
  evidence: z.object({
    code: z.string().max(60),
    values: z.record(z.string().max(40), z.union([z.string().max(300), z.number()])),
  }),
});
export type PriorityPart = z.infer<typeof PriorityPart>;

export const Priority = z.object({
  score: z.number().min(0).max(100),
  level: PriorityLevel,
  parts: z.array(PriorityPart).max(9),
});
export type Priority = z.infer<typeof Priority>;

/** Suggested by the program, with reason codes that the interface words; null = undecided, a person looks first. */
export const RouteSuggestion = z.object({
  route: Route.nullable(),
  confidence: z.number().min(0).max(1),
  reasons: z
    .array(
      z.object({ code: z.string().max(60), value: z.union([z.string().max(300), z.number()]).optional() }),
    )
    .max(10),
});
export type RouteSuggestion = z.infer<typeof RouteSuggestion>;

/** Why an officer put an issue away in one tap. */
export const DismissReason = z.enum([
  'notOurRegion',
  'alreadyAnswered',
  'wrongGroup',
  'notAnIssue',
  'criticism',
]);
export type DismissReason = z.infer<typeof DismissReason>;

import { z } from 'zod';
import { Person } from './desk.js';
import { Instant } from './event.js';

export const Verdict = z.enum([
  'hoax',
  'misleading',
  'unproven',
  'true',
  'satire',
  'criticismOpinion',
  'complaint',
]);
export type Verdict = z.infer<typeof Verdict>;

/** Which trick: the seven types of First Draft, as MAFINDO uses them. */
export const MisinformationType = z.enum([
  'satireParody',
  'falseConnection',
  'misleadingContent',
  'falseContext',
  'imposterContent',
  'manipulatedContent',
  'fabricatedContent',
]);
export type MisinformationType = z.infer<typeof MisinformationType>;

export const Evidence = z.object({
  evidenceId: z.string().max(64),
  kind: z.enum(['factCheck', 'document', 'officialPage', 'statement', 'photo', 'other']),
  title: z.string().min(1).max(500),
  url: z.string().max(2_000).optional(),
  /** What it says, in the words of whoever supplied it. */
  quote: z.string().max(5_000).optional(),
  suppliedBy: z.string().min(1).max(200),
  capturedAt: Instant,
});
export type Evidence = z.infer<typeof Evidence>;

/** Where a sentence of a suggestion comes from; what rests on nothing is a question to be answered. */
export const Support = z.object({
  field: z.string().max(40),
  kind: z.enum(['fact', 'evidence', 'signal', 'agency', 'template', 'missing']),
  /** factId, evidenceId or agencyId. */
  reference: z.string().max(200).optional(),
});
export type Support = z.infer<typeof Support>;

/** The words of a clarification. Empty text = not written yet; publishing is refused while a required one is empty. */
export const ClarificationText = z.object({
  /** The fact, not the rumour. */
  headline: z.string().max(200).default(''),
  /** Stands before the myth. */
  warningLabel: z.string().max(200).default(''),
  /** One sentence, the only mention. */
  myth: z.string().max(500).default(''),
  whyWrong: z.string().max(3_000).default(''),
  /** What is really going on: fills the gap that the myth leaves. */
  alternativeExplanation: z.string().max(3_000).default(''),
  factAgain: z.string().max(500).default(''),
  /** What to do now, a number to call. */
  citizenAction: z.string().max(1_000).default(''),
  verdict: Verdict.nullable().default(null),
  misinformationType: MisinformationType.nullable().default(null),
  agencyId: z.string().max(64).nullable().default(null),
  spokesperson: z.string().max(200).default(''),
  validUntil: Instant.nullable().default(null),
  language: z.string().max(8).default('id'),
  /** Per channel; empty = not made. */
  variants: z
    .object({
      whatsapp: z.string().max(1_000).default(''),
      instagram: z.string().max(2_200).default(''),
      x: z.string().max(280).default(''),
      pressRelease: z.string().max(10_000).default(''),
      runningText: z.string().max(300).default(''),
    })
    .prefault({}),
});
export type ClarificationText = z.infer<typeof ClarificationText>;

export const ClarificationStatus = z.enum(['suggested', 'draft', 'submitted', 'approved', 'published']);
export type ClarificationStatus = z.infer<typeof ClarificationStatus>;

/** One rule of good clarification that the text breaks. `blocking` ones keep it from being published. */
export const LintProblem = z.object({
  rule: z.string().max(60),
  field: z.string().max(40),
  isBlocking: z.boolean(),
});
export type LintProblem = z.infer<typeof LintProblem>;

/** A question to an agency that must be answered before the draft can stand on its own. */
export const OpenQuestion = z.object({
  agencyId: z.string().max(64).nullable(),
  question: z.string().max(500),
});
export type OpenQuestion = z.infer<typeof OpenQuestion>;

export const Clarification = z.object({
  issueId: z.string().max(64),
  version: z.int().positive(),
  status: ClarificationStatus,
  text: ClarificationText,
  evidence: z.array(Evidence).max(50),
  supports: z.array(Support).max(50),
  openQuestions: z.array(OpenQuestion).max(20),
  problems: z.array(LintProblem).max(40),
  /** Null while it is only a suggestion of the program. */
  author: Person.nullable(),
  approvals: z.array(Person.extend({ role: z.string().max(20), at: Instant })).max(5),
  publishedAt: Instant.nullable(),
  updatedAt: Instant,
});
export type Clarification = z.infer<typeof Clarification>;

import { z } from 'zod';
import { ClarificationText, LintProblem, OpenQuestion, Support } from '../clarifications.js';

/** Why a drafted sentence was not used. The words of all but the first two are not handed out. */
export const DraftSentenceProblem = z.enum([
  'unknownSource',
  'notInSource',
  'hiddenCharacters',
  'foreignLink',
  'personNamed',
  'secret',
  'verdictWord',
  'threat',
  'repeatsMyth',
]);
export type DraftSentenceProblem = z.infer<typeof DraftSentenceProblem>;

/**
 * Why the words are the template's: `off`: no model is set up; `busy`: others are drafting; `refused`: the endpoint
 * refused the request; `badAnswer`: it answered something else than asked for; `nothingUsable`: no sentence held.
 */
export const DraftFallback = z.enum([
  'off',
  'busy',
  'unreachable',
  'timeout',
  'tooLarge',
  'refused',
  'overloaded',
  'badAnswer',
  'nothingUsable',
]);
export type DraftFallback = z.infer<typeof DraftFallback>;

/** POST /api/issues/ID/clarification/proposal: a draft to compare with what stands. It is stored nowhere. */
export const DraftProposal = z.object({
  drafter: z.enum(['template', 'endpoint']),
  /** Null when a model worded it. */
  fallback: DraftFallback.nullable(),
  text: ClarificationText,
  supports: z.array(Support).max(50),
  openQuestions: z.array(OpenQuestion).max(20),
  problems: z.array(LintProblem).max(40),
  /** What the model said, sentence by sentence, and what each rests on. */
  sentences: z
    .array(
      z.object({
        field: z.string().max(40),
        text: z.string().max(600),
        restsOn: z.array(z.string().max(200)).max(5),
        problem: DraftSentenceProblem.nullable(),
      }),
    )
    .max(12),
});
export type DraftProposal = z.infer<typeof DraftProposal>;

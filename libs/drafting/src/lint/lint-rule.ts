import type { ClarificationText, Evidence, LintProblem, Route } from '@kentongan/contracts';

/** Codes of the rules; the interface has words for each. */
export type LintRuleCode =
  | 'required'
  | 'primaryEvidenceMissing'
  | 'headlineRepeatsMyth'
  | 'factAgainRepeatsMyth'
  | 'mythRepeated'
  | 'mythEchoed'
  | 'mythNotOneSentence'
  | 'bareDenial'
  | 'threat'
  | 'personNamed'
  | 'hoaxLabelOnCriticism'
  | 'hoaxLabelWithoutVerdict'
  | 'verdictAgainstRoute'
  | 'explanationRepeatsRefutation'
  | 'citizenActionMissing'
  | 'variantsMissing'
  | 'variantTooLong'
  | 'variantMythWithoutWarning'
  | 'variantRepeatsMyth'
  | 'variantFactNotLast';

/** What a rule looks at. */
interface Linted {
  readonly text: ClarificationText;
  readonly evidence: readonly Evidence[];
  /** What the desk decided to do with the issue; null = not decided. */
  readonly route: Route | null;
}

export type LintRule = (linted: Linted) => readonly LintProblem[];

export const blocking = (rule: LintRuleCode, field: string): LintProblem => ({
  rule,
  field,
  isBlocking: true,
});

export const advice = (rule: LintRuleCode, field: string): LintProblem => ({
  rule,
  field,
  isBlocking: false,
});

/** The fields in which words stand, but for the myth itself and the variants. */
export const wordFields = [
  'headline',
  'warningLabel',
  'whyWrong',
  'alternativeExplanation',
  'factAgain',
  'citizenAction',
] as const;

export const isEmpty = (words: string): boolean => words.trim() === '';

import type { ClarificationText, Evidence, LintProblem, Route } from '@kentongan/contracts';
import { citizenAction, primaryEvidence, requiredFields, variantsPresent } from './completeness-rules.js';
import type { LintRule } from './lint-rule.js';
import {
  factAgainSaysFact,
  headlineSaysFact,
  mythInOneSentence,
  mythOnce,
  variantLimits,
  variantOrder,
} from './myth-rules.js';
import {
  explanationAddsSomething,
  hoaxLabel,
  hoaxLabelNeedsVerdict,
  namesNobody,
  noThreats,
  notABareDenial,
} from './word-rules.js';

const problemsMax = 40;

const rules: readonly LintRule[] = [
  requiredFields,
  primaryEvidence,
  headlineSaysFact,
  factAgainSaysFact,
  mythOnce,
  mythInOneSentence,
  notABareDenial,
  explanationAddsSomething,
  noThreats,
  namesNobody,
  hoaxLabel,
  hoaxLabelNeedsVerdict,
  variantLimits,
  variantOrder,
  citizenAction,
  variantsPresent,
];

/**
 * Which rules of good clarification the words break, blocking ones first. Sources: Debunking Handbook 2020; MK
 * 105/PUU-XXII/2024 (no threats against those who criticise).
 * @param route what the desk decided to do with the issue: criticism, complaints and journalism bear no hoax label
 */
export function lintClarification(
  text: ClarificationText,
  evidence: readonly Evidence[],
  route: Route | null = null,
): LintProblem[] {
  const problems = rules.flatMap((rule) => rule({ text, evidence, route }));
  return problems.sort((a, b) => Number(b.isBlocking) - Number(a.isBlocking)).slice(0, problemsMax);
}

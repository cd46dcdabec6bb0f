import type { ClarificationText, Evidence, Verdict } from '@kentongan/contracts';
import { advice, blocking, isEmpty, type LintRule } from './lint-rule.js';

/** What is not false needs no myth, no warning and no refutation. */
const verdictsWithoutMyth: ReadonlySet<Verdict> = new Set(['true', 'criticismOpinion', 'complaint']);
const alwaysRequired = ['headline', 'alternativeExplanation', 'factAgain'] as const;
const requiredOfMyths = ['warningLabel', 'myth', 'whyWrong'] as const;

/** Somebody who was there, or who answers for it; another fact-check is where to look, not a proof. */
const primaryKinds: ReadonlySet<Evidence['kind']> = new Set([
  'document',
  'officialPage',
  'statement',
  'photo',
]);

function tellsMyth({ verdict }: ClarificationText): boolean {
  return verdict === null || !verdictsWithoutMyth.has(verdict);
}

export const requiredFields: LintRule = ({ text }) => [
  ...[...alwaysRequired, ...(tellsMyth(text) ? requiredOfMyths : [])]
    .filter((field) => isEmpty(text[field]))
    .map((field) => blocking('required', field)),
  ...(text.verdict === null ? [blocking('required', 'verdict')] : []),
  ...(text.agencyId === null ? [blocking('required', 'agencyId')] : []),
];

/** At least one piece of evidence that is primary and can be looked at. */
export const primaryEvidence: LintRule = ({ evidence }) =>
  evidence.some(({ kind, url, quote }) => primaryKinds.has(kind) && !isEmpty((url ?? '') + (quote ?? '')))
    ? []
    : [blocking('primaryEvidenceMissing', 'evidence')];

export const citizenAction: LintRule = ({ text }) =>
  isEmpty(text.citizenAction) ? [advice('citizenActionMissing', 'citizenAction')] : [];

/** A correction that is not seen where the rumour is seen corrects nothing. */
export const variantsPresent: LintRule = ({ text }) =>
  Object.values(text.variants).every(isEmpty) ? [advice('variantsMissing', 'variants')] : [];

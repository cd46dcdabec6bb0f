import { ClarificationText, type LintProblem, type Support } from '@kentongan/contracts';
import { lintClarification } from '../lint/lint-clarification.js';
import { questionsStillOpen } from '../suggestion/open-questions.js';
import { suggestClarification } from '../suggestion/suggest-clarification.js';
import type { Suggestion, SuggestionInput } from '../suggestion/suggestion.js';
import { makeVariants } from '../variants/make-variants.js';
import { type SentenceProblem, sentenceProblem } from './check-sentence.js';
import { DraftedField, type DraftedSentence } from './draft-answer.js';
import type { DraftMaterial } from './draft-material.js';

const fieldCharactersMax: Readonly<Record<DraftedField, number>> = {
  headline: 200,
  whyWrong: 3_000,
  alternativeExplanation: 3_000,
  factAgain: 500,
};
/** Their words can be shown: they lead nowhere and only lack a proof. */
const showable: ReadonlySet<SentenceProblem> = new Set(['unknownSource', 'notInSource']);

/** A sentence of the drafter, and what became of it. */
interface CheckedSentence {
  readonly field: DraftedField;
  /** Empty where the words themselves are the problem. */
  readonly text: string;
  /** factIds and evidenceIds. */
  readonly restsOn: readonly string[];
  /** Null: it was used. */
  readonly problem: SentenceProblem | null;
}

/** A draft for a person to compare with what stands; it is stored nowhere until that person saves it. */
export interface Proposal extends Suggestion {
  readonly sentences: readonly CheckedSentence[];
}

/**
 * The template's draft with the drafter's sentences where they hold: only sentences that stand in what they rest on are
 * used, and a field whose new words break a rule keeps the template's. What nobody says stays a question to the agency.
 */
export function composeProposal(
  input: SuggestionInput,
  drafted: readonly DraftedSentence[],
  material: DraftMaterial,
  secrets: readonly string[],
): Proposal {
  const template = suggestClarification(input);
  const sentences = drafted.map((sentence) => checked(sentence, template.text.myth, material, secrets));
  let text = template.text;
  let supports = template.supports;
  const worded: DraftedField[] = [];
  for (const field of DraftedField.options) {
    const used = sentences.filter((each) => each.field === field && each.problem === null);
    const words = used.map(({ text: sentence }) => closed(field, sentence)).join(' ');
    const next = ClarificationText.parse({ ...text, [field]: words });
    if (words === '' || words.length > fieldCharactersMax[field] || breaksRule(next, field, input)) continue;
    text = next;
    worded.push(field);
    supports = [...supports.filter((each) => each.field !== field), ...supportsOf(field, used, input)];
  }
  return {
    ...template,
    text: { ...text, variants: makeVariants(text) },
    supports,
    openQuestions: questionsStillOpen(template.openQuestions, worded, input.evidence),
    sentences,
  };
}

function checked(
  sentence: DraftedSentence,
  myth: string,
  material: DraftMaterial,
  secrets: readonly string[],
): CheckedSentence {
  const problem = sentenceProblem(sentence, material, myth, secrets);
  const cited = material.sources.filter(({ label }) => sentence.restsOn.includes(label));
  return {
    field: sentence.field,
    text: problem === null || showable.has(problem) ? sentence.text : '',
    restsOn: cited.map(({ reference }) => reference),
    problem,
  };
}

function supportsOf(
  field: DraftedField,
  used: readonly CheckedSentence[],
  { fact }: SuggestionInput,
): Support[] {
  return [...new Set(used.flatMap(({ restsOn }) => restsOn))].map((reference) => ({
    field,
    kind: reference === fact?.factId ? 'fact' : 'evidence',
    reference: reference.slice(0, 200),
  }));
}

function breaksRule(text: ClarificationText, field: DraftedField, { evidence }: SuggestionInput): boolean {
  return lintClarification(text, evidence).some(
    (problem: LintProblem) => problem.field === field && problem.isBlocking,
  );
}

/** A headline bears no full stop, every other sentence does. */
function closed(field: DraftedField, sentence: string): string {
  const bare = sentence.trim().replace(/[.\s]+$/, '');
  return field === 'headline' ? bare : /[!?…]$/.test(bare) ? bare : `${bare}.`;
}

import { type Agency, ClarificationText, type Support } from '@kentongan/contracts';
import { cutAtSentence } from '../text/sentences.js';
import { makeVariants } from '../variants/make-variants.js';
import { type FactWords, factWordsOf } from './fact-words.js';
import { questionsFor } from './open-questions.js';
import type { Suggestion, SuggestionInput, TextField, WrittenField } from './suggestion.js';
import { fieldsFromFact, holdingFields } from './written-fields.js';

const fieldCharactersMax: Readonly<Record<TextField, number>> = {
  headline: 200,
  warningLabel: 200,
  myth: 500,
  whyWrong: 3_000,
  alternativeExplanation: 3_000,
  factAgain: 500,
  citizenAction: 1_000,
};

/**
 * Composes a draft in Bahasa Indonesia, in the order of the Debunking Handbook 2020: fact, warning, myth once, why it is
 * wrong, what is the case, fact again. Words come from the fact-check, the evidence and the agency; what none of them
 * says becomes a question to the agency. Without a fact it is a holding statement. The verdict is a person's to set.
 */
export function suggestClarification(input: SuggestionInput): Suggestion {
  const factWords = input.fact ? factWordsOf(input.fact) : null;
  const fields =
    input.fact && factWords ? fieldsFromFact(input.fact, factWords, input) : holdingFields(input);
  const written = fields.map((each) => ({
    ...each,
    words: cutAtSentence(each.words, fieldCharactersMax[each.field]),
  }));
  const missing = missingFields(written, factWords, input.agency);
  const agencyId = input.agency?.agencyId ?? null;
  const words = Object.fromEntries(written.map(({ field, words }) => [field, words]));
  const misinformationType = factWords?.type ?? null;
  const text = ClarificationText.parse({ ...words, agencyId, misinformationType });
  return {
    text: { ...text, variants: makeVariants(text) },
    supports: [
      ...written.flatMap(supportsOf),
      ...(misinformationType === null || !input.fact
        ? []
        : [
            {
              field: 'misinformationType',
              kind: 'fact' as const,
              reference: input.fact.factId.slice(0, 200),
            },
          ]),
      ...(agencyId === null ? [] : [{ field: 'agencyId', kind: 'agency' as const, reference: agencyId }]),
      ...missing.map((field): Support => ({ field, kind: 'missing' })),
    ],
    openQuestions: questionsFor(missing, input),
  };
}

function supportsOf({ field, words, supports }: WrittenField): Support[] {
  return words === '' ? [] : supports.map((support) => ({ field, ...support }));
}

/** `factAgain` follows the headline and `warningLabel` the myth: they are not asked for by themselves. */
function missingFields(
  written: readonly WrittenField[],
  factWords: FactWords | null,
  agency: Agency | null,
): TextField[] {
  const isEmpty = (field: TextField) => (written.find((each) => each.field === field)?.words ?? '') === '';
  // A holding statement has a headline of its own, and the fact is still to be found.
  const missing: TextField[] = factWords ? [] : ['headline'];
  const asked: TextField[] = factWords?.isTrue ? [] : ['myth', 'whyWrong'];
  for (const field of ['headline', ...asked, 'alternativeExplanation'] as const)
    if (isEmpty(field)) missing.push(field);
  if (agency && !agency.publicContact) missing.push('citizenAction');
  return missing;
}

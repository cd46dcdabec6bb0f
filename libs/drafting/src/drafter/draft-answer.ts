import { z } from 'zod';

const sentencesMax = 12;
const answerCharactersMax = 20_000;

/** The fields a drafter may word. The myth, its warning, what to do and the verdict are never its own. */
export const DraftedField = z.enum(['headline', 'whyWrong', 'alternativeExplanation', 'factAgain']);
export type DraftedField = z.infer<typeof DraftedField>;

/** One sentence, and the labels of the sources that it claims to rest on. */
export const DraftedSentence = z.strictObject({
  field: DraftedField,
  text: z.string().trim().min(1).max(600),
  restsOn: z.array(z.string().max(8)).max(5),
});
export type DraftedSentence = z.infer<typeof DraftedSentence>;

const DraftAnswer = z.strictObject({ sentences: z.array(DraftedSentence).min(1).max(sentencesMax) });

/** What a model said as sentences; null when it is anything else than asked for: other fields, other shapes, no JSON. */
export function parseDraftAnswer(content: string): readonly DraftedSentence[] | null {
  if (content.length > answerCharactersMax) return null;
  try {
    const answer = DraftAnswer.safeParse(JSON.parse(content));
    return answer.success ? answer.data.sentences : null;
  } catch {
    return null;
  }
}

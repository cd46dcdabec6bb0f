import type { Fact, Verdict } from '@kentongan/contracts';
import { ownFactPrefix } from '@kentongan/drafting';
import type { StoredClarification } from './clarification-rows.js';

const titleCharactersMin = 3;
/** Only what was found false is recognised again: nobody who criticises or complains is ever held against an answer. */
const recognisedVerdicts: ReadonlySet<Verdict> = new Set(['hoax', 'misleading', 'unproven', 'satire']);

/** The published answer as a fact of the memory, so that the next one who posts the same is met by it. */
export function ownFactOf(
  { issueId, text, publishedAt }: StoredClarification,
  publisher: string,
): Fact | null {
  if (text.headline.trim().length < titleCharactersMin) return null;
  const isRecognised =
    text.verdict !== null && recognisedVerdicts.has(text.verdict) && text.myth.trim() !== '';
  const conclusion = [text.whyWrong, text.alternativeExplanation]
    .map((each) => each.trim())
    .filter((each) => each !== '')
    .join('\n');
  return {
    factId: `${ownFactPrefix}${issueId}`,
    title: text.headline.trim(),
    ...(isRecognised ? { hoaxText: text.myth.trim() } : {}),
    ...(conclusion === '' ? {} : { conclusion }),
    ...(publisher === '' ? {} : { publisher: publisher.slice(0, 200) }),
    ...(publishedAt === null ? {} : { publishedAt }),
  };
}

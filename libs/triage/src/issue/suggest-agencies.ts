import type { Agency, AgencySuggestion, Signal } from '@kentongan/contracts';
import { type AgencyJudge, AgencyLearner, tokenize } from '@kentongan/language';

/** What was handed to an agency by a person. */
interface HandledIssue {
  readonly agencyId: string;
  readonly texts: readonly string[];
}

export interface AgencyQuestion {
  readonly agencies: readonly Agency[];
  /** The region's own handled issues, oldest first: what came last weighs most. */
  readonly handled: readonly HandledIssue[];
  readonly texts: readonly string[];
  /** Gazetteer codes; an agency that is bound to other places is not asked. */
  readonly places: readonly string[];
  /** The region's own model, when it trained one; without it the dictionary is the beginning. */
  readonly judge?: AgencyJudge | null;
}

/** From here on an agency is proposed by itself; below, the choice is left open. */
export const agencyConfidenceMin = 0.5;
/** Learning passes over the handled issues: there are few, and one pass would hardly move the dictionary. */
const passes = 2;
const textsMax = 12;

/**
 * The agencies that most likely answer for an issue, best first, at most three, with the words that say so: a dictionary of the usual
 * offices and the subjects in the settings, corrected by what the region's own people handed to whom.
 */
export function suggestAgencies({
  agencies,
  handled,
  texts,
  places,
  judge,
}: AgencyQuestion): AgencySuggestion[] {
  const asked = agencies.filter(
    ({ placeCodes }) =>
      placeCodes.length === 0 ||
      placeCodes.some((code) => places.some((place) => place === code || place.startsWith(`${code}.`))),
  );
  const learner = new AgencyLearner(asked, judge ?? null);
  for (let pass = 0; pass < passes; pass += 1)
    for (const issue of handled) learner.learn(tokensOfTexts(issue.texts), issue.agencyId);
  return learner
    .suggest(tokensOfTexts(texts))
    .map(({ agencyId, confidence, reasons }) => ({ agencyId, confidence, reasons: [...reasons] }));
}

/** Title and excerpts of an issue: what its agency is judged from, and what is learned once it is handled. */
export function textsOfIssue(title: string, signal: Signal | null): string[] {
  if (!signal) return [title];
  const posts = [signal.firstPost, signal.tippingPost, ...signal.samplePosts];
  return [...new Set([title, ...posts.map(({ excerpt }) => excerpt)])].slice(0, textsMax);
}

const tokensOfTexts = (texts: readonly string[]) => tokenize(texts.join(' .\n'));

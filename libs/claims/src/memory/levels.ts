import type { HoaxMatchLevel } from '@kentongan/contracts';

/**
 * Natural-log likelihood ratio from which a post counts as matched, in a memory of up to `memorySizeBase` facts.
 *
 * This and the constants below were chosen by looking at development figures (`eval trust`), so those figures flatter
 * them; files that were not looked at are the measure. No weight was fitted and no list was taken from their texts.
 */
const matchedScoreBase = 9;
/** … and as related. Aims: at most one innocent opinion post in a thousand is matched, one in a hundred related. */
const relatedScoreBase = 5.4;
const memorySizeBase = 4_000;
/**
 * What a memory asks in addition before it has heard anything of the live stream: it cannot tell a rare word from the
 * word of the week yet, so that without this the first day of a desk would accuse whoever joins the talk of the day.
 */
const unheardAllowance = 7;
/** A post that fits two different claims about equally well is about their topic: it is related, not matched. */
export const matchedMarginMin = 1;

export interface ScoreMinimums {
  readonly matched: number;
  readonly related: number;
}

/**
 * Scores from which the two levels begin.
 * @param size facts in the memory: each further fact is one more chance to be wrong
 * @param confidence how well the live stream is known, 0 to 1
 */
export function scoreMinimums(size: number, confidence: number): ScoreMinimums {
  const allowance =
    Math.log(Math.max(size, memorySizeBase) / memorySizeBase) + unheardAllowance * (1 - confidence);
  return { matched: matchedScoreBase + allowance, related: relatedScoreBase + allowance };
}

/** @param margin distance to the next fact that says something else */
export function levelOf(
  score: number,
  margin: number,
  { matched, related }: ScoreMinimums,
): Exclude<HoaxMatchLevel, 'same'> | null {
  if (score >= matched && margin >= matchedMarginMin) return 'matched';
  return score >= related ? 'related' : null;
}

/** Prior odds that a post is about one given fact of the memory: of a thousand posts one is about one of thousands of facts. */
const priorLogOdds = -9;

/** The score as a number from 0 to 1 for people: the posterior under the prior above. */
export function likelihoodOf(score: number): number {
  return 1 / (1 + Math.exp(-(score + priorLogOdds)));
}

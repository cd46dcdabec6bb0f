import { chanceMax, chanceOf, foundEvidence, missingEvidence } from './evidence.js';
import type { TermEntry } from './fact-terms.js';

/**
 * A claim is told in a sentence or two, and the rest of a long message is greeting, comment and other news, which makes
 * every word a likely coincidence. So a long text is judged as a whole and by each stretch of this many words.
 */
export const stretchWords = 30;
/** Texts this much longer than a stretch are worth the search. */
const stretchedFrom = 1.3 * stretchWords;
/** What each doubling of places to look at costs (natural logarithm, per e-fold): a longer text has more coincidences. */
const stretchCost = 1;
/** A word said a hundred times begins no more than this many stretches. */
const startsPerTermMax = 6;
/** A stretch does not begin with a word that any stretch holds. */
const chanceStartedMax = 0.5;

/** A word of the post that some fact's title holds. */
export interface FoundTerm {
  readonly entry: TermEntry;
  /** That an innocent post of this length holds it. */
  readonly chance: number;
  /** That an innocent stretch does; the same for texts of a stretch or less. */
  readonly stretchChance: number;
  /** Where it stands among the post's terms, ascending. */
  readonly positions: readonly number[];
}

/** How common words are among posts that have nothing to do with a fact. */
export interface Commonness {
  shareOf(entry: TermEntry): number;
  /** Share of the posts with the word `given` that hold `entry` too. */
  shareGiven(entry: TermEntry, given: TermEntry): number;
}

/**
 * Evidence that a post of `length` terms tells the story of this title, natural logarithm of the likelihood ratio: of the
 * whole post or of its best stretch, whichever is more.
 * @param wantedMin a score below it may be told too high, by what comes together in it, but never as high as this
 */
export function factScore(
  title: readonly TermEntry[],
  found: ReadonlyMap<TermEntry, FoundTerm>,
  length: number,
  commonness: Commonness,
  wantedMin: number = Number.NEGATIVE_INFINITY,
): number {
  const held: FoundTerm[] = [];
  const absent: TermEntry[] = [];
  for (const entry of title) {
    const term = found.get(entry);
    if (term) held.push(term);
    else absent.push(entry);
  }
  const without = missing(absent, length, commonness);
  // Words that come together only lower it: most facts are out before their pairs are looked up.
  const most = without + apart(held);
  if (most < wantedMin && length < stretchedFrom) return most;
  // From the rarest down: a word that usually comes with one counted before adds little.
  held.sort((a, b) => a.chance - b.chance || a.entry.id - b.entry.id);
  const whole = most < wantedMin ? most : without + together(held, commonness, ({ chance }) => chance);
  if (length < stretchedFrom) return whole;
  return bestStretch(held, absent, length, commonness, { whole, wantedMin });
}

function bestStretch(
  held: readonly FoundTerm[],
  absent: readonly TermEntry[],
  length: number,
  commonness: Commonness,
  { whole, wantedMin }: { readonly whole: number; readonly wantedMin: number },
): number {
  const fixed = missing(absent, stretchWords, commonness) - stretchCost * Math.log(length / stretchWords);
  let best = whole;
  for (const start of startsOf(held)) {
    const inside: FoundTerm[] = [];
    let rest = fixed;
    let most = fixed;
    for (const term of held) {
      const { kept } = term.entry;
      if (term.positions.some((at) => at >= start && at < start + stretchWords)) {
        inside.push(term);
        most += foundEvidence(kept, term.stretchChance);
      } else {
        const evidence = missingEvidence(kept, term.stretchChance);
        rest += evidence;
        most += evidence;
      }
    }
    // As above: most stretches are out before their pairs are looked up.
    if (most <= best || most < wantedMin) continue;
    best = Math.max(best, rest + together(inside, commonness, ({ stretchChance }) => stretchChance));
  }
  return best;
}

function startsOf(held: readonly FoundTerm[]): Set<number> {
  const starts = new Set<number>();
  for (const { stretchChance, positions } of held) {
    if (stretchChance > chanceStartedMax) continue;
    for (const at of positions.slice(0, startsPerTermMax)) starts.add(at);
  }
  return starts;
}

function missing(absent: readonly TermEntry[], length: number, commonness: Commonness): number {
  let sum = 0;
  for (const entry of absent) sum += missingEvidence(entry.kept, chanceOf(commonness.shareOf(entry), length));
  return sum;
}

/** What the words found would add if none usually came with another. */
function apart(held: readonly FoundTerm[]): number {
  let sum = 0;
  for (const { entry, chance } of held) sum += foundEvidence(entry.kept, chance);
  return sum;
}

function together(
  held: readonly FoundTerm[],
  commonness: Commonness,
  chanceIn: (term: FoundTerm) => number,
): number {
  let sum = 0;
  for (let i = 0; i < held.length; i += 1) {
    const { entry } = held[i]!;
    let highest = chanceIn(held[i]!);
    for (let j = 0; j < i; j += 1) highest = Math.max(highest, commonness.shareGiven(entry, held[j]!.entry));
    sum += foundEvidence(entry.kept, Math.min(chanceMax, highest));
  }
  return sum;
}

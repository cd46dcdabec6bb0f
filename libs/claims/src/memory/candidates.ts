import { foundEvidence, missingEvidence } from './evidence.js';
import { type Commonness, type FoundTerm, factScore } from './fact-score.js';
import type { FactTerms, FactTitle, TermEntry } from './fact-terms.js';
import { matchedMarginMin } from './levels.js';
import { type Names, namesAnother, namesIn, otherNameCost } from './namesakes.js';

/** So many facts are scored to the last word; the rest is out by the sum of what was found. */
const scoredMax = 20;
/**
 * A stretch holds a word by chance more often than this: its long list of facts is not walked. A fact that shares no rarer
 * word with the post shares its topic; the word counts again when the facts found by rarer ones are scored.
 */
const chanceWalkedMax = 0.12;

/** What a fact is behind one of today when it is as old as the world (natural logarithm): it decides between near equals. */
const ageCostMax = 1;
/** Half of that at this age: most hoaxes that return do so within a few years. */
const ageHalfYears = 3;
const yearMilliseconds = 365.25 * 24 * 3_600_000;

/** Facts this far below what is asked for need no exact score: neither age nor the margin to the next one lets them decide. */
const rankSlack = ageCostMax + matchedMarginMin;

export interface Candidate {
  readonly slot: number;
  /** What decides the level. */
  readonly score: number;
  /** What decides the order: the score, less what age costs. */
  readonly rank: number;
  /** It names another bearer than the post does: related at most, however much they share. */
  readonly isOfAnother: boolean;
}

/** Finds the facts that a post may be about, best first. Keeps its work arrays between posts: nothing is allocated per fact. */
export class CandidateSearch {
  private sums = new Float64Array(0);
  private touched = new Int32Array(0);

  constructor(
    private readonly facts: FactTerms,
    private readonly commonness: Commonness,
  ) {}

  /**
   * @param found the post's distinct stems that the memory knows, with their chance at the post's length
   * @param stems all of the post, in order
   * @param scoreMin facts that cannot reach it are not looked at
   * @param regionId who asks: the private facts of others are not looked at
   */
  search(
    found: readonly FoundTerm[],
    stems: readonly string[],
    scoreMin: number,
    regionId: string,
  ): Candidate[] {
    const reachable = found.reduce(
      (sum, { entry, stretchChance }) => sum + Math.max(0, foundEvidence(entry.kept, stretchChance)),
      0,
    );
    if (reachable < scoreMin) return [];
    const slots = this.gather(found, regionId);
    const terms = new Map(found.map((term) => [term.entry, term]));
    const names = slots.length === 0 ? new Map<string, string[]>() : namesIn(stems);
    const candidates = slots.map((slot) => {
      const title = this.facts.title(slot);
      const same = factScore(title.terms, terms, stems.length, this.commonness, scoreMin - rankSlack);
      const isOfAnother = this.isOfAnother(title, names, terms);
      const score = isOfAnother ? same - otherNameCost : same;
      return { slot, score, rank: score - this.ageCost(title), isOfAnother };
    });
    // Equal ranks: by id, because slots depend on the order in which facts came and went.
    return candidates.sort((a, b) => b.rank - a.rank || (this.idOf(a) < this.idOf(b) ? -1 : 1));
  }

  private isOfAnother(title: FactTitle, names: Names, found: ReadonlyMap<TermEntry, FoundTerm>): boolean {
    if (title.names.size === 0 || names.size === 0) return false;
    return namesAnother(
      title.names,
      names,
      (head, name) => this.facts.isName(head, name),
      (stem) => found.has(this.facts.entry(stem)!),
    );
  }

  /** Measured from the newest fact, not from a clock: a memory that nobody fed for a year has not forgotten anything. */
  private ageCost({ publishedAt }: FactTitle): number {
    if (publishedAt === null) return 0;
    const years = Math.max(0, this.facts.newestAt - publishedAt) / yearMilliseconds;
    return ageCostMax * (1 - 2 ** (-years / ageHalfYears));
  }

  private idOf({ slot }: Candidate): string {
    return this.facts.title(slot).factId;
  }

  /** The slots with the most evidence found, ranked with what their titles' length costs. */
  private gather(found: readonly FoundTerm[], regionId: string): number[] {
    this.grow();
    const { sums, touched } = this;
    let touchedCount = 0;
    for (const { entry, stretchChance } of found) {
      if (stretchChance > chanceWalkedMax) continue;
      const gain = foundEvidence(entry.kept, stretchChance) - missingEvidence(entry.kept, 0);
      const { slots } = entry;
      for (let i = 0; i < slots.length; i += 1) {
        const slot = slots[i]!;
        const sum = sums[slot]!;
        if (sum === 0) {
          touched[touchedCount] = slot;
          touchedCount += 1;
        }
        sums[slot] = sum + gain;
      }
    }
    const top = this.takeTop(touchedCount, regionId);
    for (let i = 0; i < touchedCount; i += 1) sums[touched[i]!] = 0;
    return top;
  }

  private takeTop(touchedCount: number, regionId: string): number[] {
    const top: { slot: number; rank: number }[] = [];
    for (let i = 0; i < touchedCount; i += 1) {
      const slot = this.touched[i]!;
      const rank = this.sums[slot]! + this.facts.allMissing(slot);
      const last = top[top.length - 1];
      if (top.length >= scoredMax && last && rank <= last.rank) continue;
      if (!this.facts.isOpenTo(slot, regionId)) continue;
      let at = top.length;
      while (at > 0 && top[at - 1]!.rank < rank) at -= 1;
      top.splice(at, 0, { slot, rank });
      if (top.length > scoredMax) top.pop();
    }
    return top.map(({ slot }) => slot);
  }

  private grow(): void {
    if (this.sums.length >= this.facts.slotsEnd) return;
    const length = Math.max(1_024, 2 * this.facts.slotsEnd);
    this.sums = new Float64Array(length);
    this.touched = new Int32Array(length);
  }
}

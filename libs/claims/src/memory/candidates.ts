import { chanceMax, chanceOf, foundEvidence, missingEvidence } from './evidence.js';
import type { FactTerms, TermEntry } from './fact-terms.js';

/** So many facts are scored to the last word; the rest is out by the sum of what was found. */
const scoredMax = 12;
/** A word held by chance more often than this is not worth walking its list of facts. */
const chanceWalkedMax = 0.5;

export interface FoundTerm {
  readonly entry: TermEntry;
  readonly chance: number;
}

/** How common words are among posts that have nothing to do with a fact. */
export interface Commonness {
  shareOf(entry: TermEntry): number;
  /** Share of the posts with the word `given` that hold `entry` too. */
  shareGiven(entry: TermEntry, given: TermEntry): number;
}

export interface Candidate {
  readonly slot: number;
  readonly score: number;
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
   * @param length words in the post
   * @param scoreMin facts that cannot reach it are not looked at
   */
  search(found: readonly FoundTerm[], length: number, scoreMin: number): Candidate[] {
    const reachable = found.reduce(
      (sum, term) => sum + Math.max(0, foundEvidence(term.entry.kept, term.chance)),
      0,
    );
    if (reachable < scoreMin) return [];
    const slots = this.gather(found);
    const chances = new Map(found.map(({ entry, chance }) => [entry, chance]));
    const candidates: Candidate[] = [];
    for (const slot of slots) candidates.push({ slot, score: this.scoreOf(slot, chances, length) });
    // Equal scores: by id, because slots depend on the order in which facts came and went.
    return candidates.sort((a, b) => b.score - a.score || (this.idOf(a) < this.idOf(b) ? -1 : 1));
  }

  private idOf({ slot }: Candidate): string {
    return this.facts.title(slot).factId;
  }

  /** The slots with the most evidence found, ranked with what their titles' length costs. */
  private gather(found: readonly FoundTerm[]): number[] {
    this.grow();
    const { sums, touched } = this;
    let touchedCount = 0;
    for (const { entry, chance } of found) {
      if (chance > chanceWalkedMax) continue;
      const gain = foundEvidence(entry.kept, chance) - missingEvidence(entry.kept, 0);
      for (const slot of entry.slots) {
        if (sums[slot] === 0) {
          touched[touchedCount] = slot;
          touchedCount += 1;
        }
        sums[slot]! += gain;
      }
    }
    const top = this.takeTop(touchedCount);
    for (let i = 0; i < touchedCount; i += 1) sums[touched[i]!] = 0;
    return top;
  }

  private takeTop(touchedCount: number): number[] {
    const top: { slot: number; rank: number }[] = [];
    for (let i = 0; i < touchedCount; i += 1) {
      const slot = this.touched[i]!;
      const rank = this.sums[slot]! + this.facts.title(slot).allMissing;
      const last = top[top.length - 1];
      if (top.length >= scoredMax && last && rank <= last.rank) continue;
      let at = top.length;
      while (at > 0 && top[at - 1]!.rank < rank) at -= 1;
      top.splice(at, 0, { slot, rank });
      if (top.length > scoredMax) top.pop();
    }
    return top.map(({ slot }) => slot);
  }

  /** Words found are counted from the rarest down; a word that usually comes with one counted before adds little. */
  private scoreOf(slot: number, chances: ReadonlyMap<TermEntry, number>, length: number): number {
    let score = 0;
    const found: FoundTerm[] = [];
    for (const entry of this.facts.title(slot).terms) {
      const chance = chances.get(entry);
      if (chance === undefined)
        score += missingEvidence(entry.kept, chanceOf(this.commonness.shareOf(entry), length));
      else found.push({ entry, chance });
    }
    found.sort((a, b) => a.chance - b.chance || a.entry.id - b.entry.id);
    for (let i = 0; i < found.length; i += 1)
      score += foundEvidence(found[i]!.entry.kept, this.chanceAmong(found, i));
    return score;
  }

  private chanceAmong(found: readonly FoundTerm[], index: number): number {
    const { entry, chance } = found[index]!;
    let highest = chance;
    for (let i = 0; i < index; i += 1) {
      highest = Math.max(highest, this.commonness.shareGiven(entry, found[i]!.entry));
    }
    return Math.min(chanceMax, highest);
  }

  private grow(): void {
    if (this.sums.length >= this.facts.slotsEnd) return;
    const length = Math.max(1_024, 2 * this.facts.slotsEnd);
    this.sums = new Float64Array(length);
    this.touched = new Int32Array(length);
  }
}

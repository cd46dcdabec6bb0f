import { everydayShares } from '../terms/common-words.js';
import { missingEvidence } from './evidence.js';
import { keptProbabilityOf } from './kept-probability.js';
import { type Names, namesIn } from './namesakes.js';
import { Spelling } from './spelling.js';

/** Facts repeat each other's claims too: so many facts with the one word are needed before they tell what it comes with. */
const priorFacts = 30;
/** Words of more facts than this are no names, and walking their lists would cost more than it tells. */
const pairedFactsMax = 64;

export const everyRegion = '*';
const slotsAtStart = 1_024;

/** One fact's title as sorted-out terms. `terms` are distinct, in order of first appearance. */
export interface FactTitle {
  readonly factId: string;
  readonly terms: readonly TermEntry[];
  /** The region that may see it; `*` = every one. */
  readonly regionId: string;
  /** Whom it names behind a word that calls for a name. */
  readonly names: Names;
  /** Epoch milliseconds; null where the fact does not tell. */
  readonly publishedAt: number | null;
}

/** Whether two titles say the same words in the same order: they do not compete with each other. */
export const sayTheSame = (one: FactTitle, other: FactTitle): boolean =>
  one.terms.length === other.terms.length && one.terms.every((term, at) => term === other.terms[at]);

/** What of a fact is not in its title. */
export interface FactOrigin {
  readonly regionId?: string;
  readonly publishedAt?: number | null;
}

/** A stem of the memory: the slots of the facts whose titles hold it. */
export interface TermEntry {
  /** Never used again after the stem left the memory. */
  readonly id: number;
  readonly stem: string;
  /** Probability that a retelling keeps the word. */
  readonly kept: number;
  /** Share of all words in everyday and press texts, 0 for a word that they seldom hold. */
  readonly everydayShare: number;
  readonly slots: number[];
}

/**
 * Inverted index over the titles of the memory: stem → facts. Facts come and go while it runs; a withdrawn fact's slot
 * is used again, so that memory follows the number of facts and not of changes.
 */
export class FactTerms {
  private readonly entries = new Map<string, TermEntry>();
  private readonly titles: (FactTitle | undefined)[] = [];
  private readonly slotOf = new Map<string, number>();
  private readonly freeSlots: number[] = [];
  private readonly spelling = new Spelling();
  /** By slot, in one piece: it is read for every fact that shares a word with a post. */
  private missingOf = new Float64Array(slotsAtStart);
  private termTotal = 0;
  /** Head and name → facts: `bank lampung` → 2. */
  private readonly namedBy = new Map<string, number>();
  private newest = Number.NEGATIVE_INFINITY;
  private privateCount = 0;
  private nextId = 0;

  /** Latest publication of all facts ever held; the start of time when none told. */
  get newestAt(): number {
    return this.newest;
  }

  get size(): number {
    return this.slotOf.size;
  }

  /** One more than the highest slot in use: the length that per-slot arrays need. */
  get slotsEnd(): number {
    return this.titles.length;
  }

  /** Adds a fact or replaces the one with the same id. */
  add(
    factId: string,
    stems: readonly string[],
    { regionId = everyRegion, publishedAt = null }: FactOrigin = {},
  ): void {
    this.remove(factId);
    const slot = this.freeSlots.pop() ?? this.titles.length;
    const terms = [...new Set(stems)].map((stem) => this.entryOf(stem));
    this.setAllMissing(slot, terms);
    const names = namesIn(stems);
    this.titles[slot] = { factId, terms, regionId, names, publishedAt };
    this.countNames(names, 1);
    if (publishedAt !== null) this.newest = Math.max(this.newest, publishedAt);
    if (regionId !== everyRegion) this.privateCount += 1;
    this.slotOf.set(factId, slot);
    for (const entry of terms) entry.slots.push(slot);
    this.termTotal += terms.length;
  }

  remove(factId: string): boolean {
    const slot = this.slotOf.get(factId);
    if (slot === undefined) return false;
    const title = this.titles[slot]!;
    for (const entry of title.terms) {
      entry.slots.splice(entry.slots.indexOf(slot), 1);
      if (entry.slots.length > 0) continue;
      this.entries.delete(entry.stem);
      this.spelling.remove(entry.stem);
    }
    this.countNames(title.names, -1);
    this.termTotal -= title.terms.length;
    if (title.regionId !== everyRegion) this.privateCount -= 1;
    this.titles[slot] = undefined;
    this.slotOf.delete(factId);
    this.freeSlots.push(slot);
    return true;
  }

  /** The stem, or the one that it is a misspelling of. */
  entry(stem: string): TermEntry | undefined {
    const entry = this.entries.get(stem);
    if (entry) return entry;
    const meant = this.spelling.meant(stem);
    return meant === undefined ? undefined : this.entries.get(meant);
  }

  has(factId: string): boolean {
    return this.slotOf.has(factId);
  }

  /** A regional fact is for its region alone until it is shared. */
  isOpenTo(slot: number, regionId: string): boolean {
    // Nearly every memory is national: its thousands of facts are not looked at one by one.
    if (this.privateCount === 0) return true;
    const owner = this.titles[slot]!.regionId;
    return owner === everyRegion || owner === regionId;
  }

  titleOf(factId: string): FactTitle | undefined {
    const slot = this.slotOf.get(factId);
    return slot === undefined ? undefined : this.titles[slot];
  }

  title(slot: number): FactTitle {
    return this.titles[slot]!;
  }

  /** Whether some fact calls somebody or something so. */
  isName(head: string, name: string): boolean {
    return this.namedBy.has(`${head} ${name}`);
  }

  /** Share of all title terms that are this one, 0 to 1; half a count is added so that a stem held once is not taken for unique. */
  shareOf(entry: TermEntry): number {
    return (entry.slots.length + 0.5) / Math.max(1, this.termTotal);
  }

  /**
   * Share of the *other* facts with the word `given` whose titles hold `entry` too, 0 to 1, shrunk to 0 while they are few:
   * a person's names and office come together and say no more than the person.
   */
  shareGiven(entry: TermEntry, given: TermEntry): number {
    if (given.slots.length < 2 || given.slots.length > pairedFactsMax) return 0;
    let together = -1;
    for (const slot of given.slots) if (this.titles[slot]!.terms.includes(entry)) together += 1;
    return Math.max(0, together) / (given.slots.length - 1 + priorFacts);
  }

  /** Slots of facts that share a word with this title, by its rarest words first. */
  sharing(title: FactTitle, countMax: number): number[] {
    const slots = new Set<number>();
    for (const { slots: held } of [...title.terms].sort((a, b) => a.slots.length - b.slots.length))
      for (const slot of held) {
        if (slots.size >= countMax) return [...slots];
        slots.add(slot);
      }
    return [...slots];
  }

  /** Evidence of a post that holds none of the title's terms, as if none were ever held by chance. */
  allMissing(slot: number): number {
    return this.missingOf[slot]!;
  }

  private countNames(names: Names, change: number): void {
    for (const [head, called] of names)
      for (const name of called) {
        const key = `${head} ${name}`;
        const count = (this.namedBy.get(key) ?? 0) + change;
        if (count > 0) this.namedBy.set(key, count);
        else this.namedBy.delete(key);
      }
  }

  private setAllMissing(slot: number, terms: readonly TermEntry[]): void {
    if (slot >= this.missingOf.length) {
      const grown = new Float64Array(2 * this.missingOf.length);
      grown.set(this.missingOf);
      this.missingOf = grown;
    }
    this.missingOf[slot] = terms.reduce((sum, { kept }) => sum + missingEvidence(kept, 0), 0);
  }

  private entryOf(stem: string): TermEntry {
    let entry = this.entries.get(stem);
    if (!entry) {
      entry = {
        id: this.nextId,
        stem,
        kept: keptProbabilityOf(stem),
        everydayShare: everydayShares.get(stem) ?? 0,
        slots: [],
      };
      this.nextId += 1;
      this.entries.set(stem, entry);
      this.spelling.add(stem);
    }
    return entry;
  }
}

import type { Fact, HoaxMatch } from '@kentongan/contracts';
import { type Token, tokenize } from '@kentongan/language';
import { type CopyWords, copyWordsOf } from '../near-copies/copy-words.js';
import { ClaimRanking } from '../ranking/claim-ranking.js';
import { StreamWords } from '../terms/stream-words.js';
import { type Term, termsOf } from '../terms/terms.js';
import { type Candidate, CandidateSearch } from './candidates.js';
import { chanceOf, foundEvidence } from './evidence.js';
import { type FoundTerm, stretchWords } from './fact-score.js';
import { everyRegion, FactTerms, sayTheSame, type TermEntry } from './fact-terms.js';
import { KnownTexts } from './known-texts.js';
import { levelOf, likelihoodOf, scoreMinimums } from './levels.js';
import { namePartChance, namePartsOf } from './name-parts.js';
import { areVariants } from './variants.js';

export const factsMax = 100_000;
/** Titles say a claim in one sentence; a longer one is cut so that a pasted article cannot become a magnet for every post. */
const titleTermsMax = 40;
const matchedWordsMax = 20;
/** Facts that are looked at for variants of one. */
const variantFactsMax = 2_000;
/** A duplicate of a duplicate, and so on; more is a ring. */
const mergesMax = 8;
/** Words that add less than this to the score (natural logarithm) explain nothing. */
const evidenceShownMin = 0.5;
/** Words that so many posts hold by chance carry no topic; counting what they come with would only cost time. */
const chancePairedMax = 0.5;

/** A fact that a post may be about, as ranked by the memory. */
export interface RankedFact {
  readonly factId: string;
  /** Natural logarithm of the likelihood ratio, see evidence.ts. */
  readonly score: number;
}

/** Another fact about the same hoax. */
export interface FactVariant {
  readonly factId: string;
  /** Epoch milliseconds; null where the fact does not tell. */
  readonly publishedAt: number | null;
}

/** A candidate with what it may be called. */
interface Levelled {
  readonly candidate: Candidate;
  readonly level: ReturnType<typeof levelOf>;
}

/** A post as the memory reads it. */
interface ReadPost {
  readonly tokens: readonly Token[];
  readonly copyWords: CopyWords;
  readonly terms: readonly Term[];
  readonly found: readonly FoundTerm[];
}

/**
 * The fact-checks that posts are held against. Facts come and go while it runs; `match` takes well under a tenth of a
 * millisecond for a post that has nothing to do with any of them.
 */
export class HoaxMemory {
  private readonly facts = new FactTerms();
  private readonly knownTexts = new KnownTexts();
  /** Duplicates that an officer merged: they recognise what they did, in the name of the one that was kept. */
  private readonly keptOf = new Map<string, string>();
  /** Orders what a person is shown; it decides about no post. */
  private readonly claims = new ClaimRanking();
  private readonly stream = new StreamWords();
  private readonly candidates = new CandidateSearch(this.facts, {
    shareOf: (entry) => this.shareOf(entry),
    shareGiven: (entry, given) =>
      Math.max(this.facts.shareGiven(entry, given), this.stream.shareGiven(entry.id, given.id)),
  });

  get size(): number {
    return this.facts.size;
  }

  /**
   * Adds a fact or replaces the one with the same id.
   * @param regionId the region whose posts alone are held against it; left out for a national fact
   * @returns false when the memory is full
   */
  record(fact: Fact, regionId: string = everyRegion): boolean {
    if (this.size >= factsMax && !this.facts.has(fact.factId)) return false;
    const title = tokenize(fact.title);
    const stems = stemsOf(termsOf(title));
    const publishedAt = fact.publishedAt === undefined ? null : Date.parse(fact.publishedAt);
    this.facts.add(fact.factId, stems.slice(0, titleTermsMax), { regionId, publishedAt });
    if (fact.mergedInto === undefined) this.keptOf.delete(fact.factId);
    else this.keptOf.set(fact.factId, fact.mergedInto);
    this.knownTexts.add(fact);
    this.claims.add(fact.factId, title);
    return true;
  }

  /** @returns whether the fact was there */
  withdraw(factId: string): boolean {
    this.knownTexts.remove(factId);
    this.claims.remove(factId);
    this.keptOf.delete(factId);
    return this.facts.remove(factId);
  }

  /**
   * Matches one post of the live stream and learns from it which words everybody uses this week, so that they lose their
   * weight. Posts that match are not learned from: a hoax that spreads must not make itself ordinary.
   * @param timeMilliseconds event time of the post
   * @param copyWords of the same tokens
   */
  hear(
    tokens: readonly Token[],
    timeMilliseconds: number,
    regionId: string = everyRegion,
    copyWords: CopyWords = copyWordsOf(tokens),
  ): HoaxMatch | null {
    const terms = termsOf(tokens);
    const found = this.foundTerms(terms, tokens);
    const match = this.matchTerms({ tokens, copyWords, terms, found }, regionId);
    if (match === null || match.level === 'related') this.observe(terms, found, timeMilliseconds);
    return match;
  }

  /** The one hoax that a text is about, with how sure that is; null for nearly every post. Learns nothing from it. */
  match(
    tokens: readonly Token[],
    regionId: string = everyRegion,
    copyWords: CopyWords = copyWordsOf(tokens),
  ): HoaxMatch | null {
    const terms = termsOf(tokens);
    return this.matchTerms({ tokens, copyWords, terms, found: this.foundTerms(terms, tokens) }, regionId);
  }

  /**
   * Every fact that a text may be about, best first: for a person who asks about one text. Learns nothing from it. Only
   * the best, and facts that say the same, can be more than related: what fits the text less well is its topic. Those are
   * in the order of `nearest`.
   */
  matches(tokens: readonly Token[], countMax = 5, regionId: string = everyRegion): HoaxMatch[] {
    const terms = termsOf(tokens);
    const known = this.knownTexts.find(tokens, copyWordsOf(tokens), this.openTo(regionId));
    const minimums = scoreMinimums(this.size, this.stream.confidence);
    const ranked = this.candidates.search(
      this.foundTerms(terms, tokens),
      stemsOf(terms),
      minimums.related,
      regionId,
    );
    const margin = ranked[0] ? this.marginOf(ranked) : 0;
    const found = new Map<string, HoaxMatch>();
    const add = (match: HoaxMatch) => found.has(match.factId) || found.set(match.factId, match);
    if (known !== null) add(this.matchOf(known, 'same', 1, terms, tokens));
    const levels = ranked.map((candidate) => ({
      candidate,
      level: levelOf(candidate.score, this.saysTheSame(candidate, ranked[0]!) ? margin : 0, minimums),
    }));
    for (const { candidate, level } of this.asShown(levels, tokens)) {
      const { factId } = this.facts.title(candidate.slot);
      if (level !== null) add(this.matchOf(factId, level, likelihoodOf(candidate.score), terms, tokens));
    }
    return [...found.values()].slice(0, countMax);
  }

  /** Matched ones as they decide; the related ones by what a person would look for, those of another bearer last. */
  private asShown(levels: readonly Levelled[], tokens: readonly Token[]): readonly Levelled[] {
    const related = levels.filter(({ level }) => level === 'related');
    const idOf = ({ candidate }: Levelled) => this.facts.title(candidate.slot).factId;
    const scores = this.claims.scoresOf(tokens, related.map(idOf));
    const scoreOf = (each: Levelled) => scores.get(idOf(each)) ?? 0;
    related.sort(
      (a, b) => Number(a.candidate.isOfAnother) - Number(b.candidate.isOfAnother) || scoreOf(b) - scoreOf(a),
    );
    return [...levels.filter(({ level }) => level === 'matched'), ...related];
  }

  /** The facts that a text is most likely about, best first, whether it is about any or not: for a person who looks. */
  nearest(tokens: readonly Token[], countMax = 5, regionId: string = everyRegion): string[] {
    return this.claims.rank(tokens, countMax, this.openTo(regionId)).map(({ id }) => id);
  }

  /** The facts that a text is most likely to accuse by, best first, whatever their score. */
  rank(tokens: readonly Token[], countMax = 5, regionId: string = everyRegion): RankedFact[] {
    const terms = termsOf(tokens);
    return this.candidates
      .search(this.foundTerms(terms, tokens), stemsOf(terms), Number.NEGATIVE_INFINITY, regionId)
      .slice(0, countMax)
      .map(({ slot, rank }) => ({ factId: this.facts.title(slot).factId, score: rank }));
  }

  /**
   * The facts that tell the hoax of this one again, as it comes back from year to year or as another fact-checker words it;
   * without itself and what the region may not see; none where it may not see the fact. Earliest first, those without a date last.
   */
  variantsOf(factId: string, regionId: string = everyRegion): FactVariant[] {
    const title = this.facts.titleOf(factId);
    if (!title || !this.openTo(regionId)(factId)) return [];
    const shareOf = (entry: TermEntry) => this.facts.shareOf(entry);
    return this.facts
      .sharing(title, variantFactsMax)
      .filter((slot) => this.facts.isOpenTo(slot, regionId))
      .map((slot) => this.facts.title(slot))
      .filter((other) => other !== title && areVariants(title, other, shareOf))
      .map((other) => ({ factId: other.factId, publishedAt: other.publishedAt }))
      .sort(
        (a, b) =>
          (a.publishedAt ?? Number.MAX_VALUE) - (b.publishedAt ?? Number.MAX_VALUE) ||
          (a.factId < b.factId ? -1 : 1),
      );
  }

  private matchTerms({ tokens, copyWords, terms, found }: ReadPost, regionId: string): HoaxMatch | null {
    const known = this.knownTexts.find(tokens, copyWords, this.openTo(regionId));
    if (known !== null) return this.matchOf(known, 'same', 1, terms, tokens);
    const minimums = scoreMinimums(this.size, this.stream.confidence);
    const ranked = this.candidates.search(found, stemsOf(terms), minimums.related, regionId);
    const best = ranked[0];
    if (!best) return null;
    const level = levelOf(best.score, this.marginOf(ranked), minimums);
    if (level === null) return null;
    return this.matchOf(this.facts.title(best.slot).factId, level, likelihoodOf(best.score), terms, tokens);
  }

  private openTo(regionId: string): (factId: string) => boolean {
    return (factId) => {
      const owner = this.facts.titleOf(factId)?.regionId;
      return owner === everyRegion || owner === regionId;
    };
  }

  private observe(terms: readonly Term[], found: readonly FoundTerm[], timeMilliseconds: number): void {
    const paired = found.filter(({ chance }) => chance < chancePairedMax);
    this.stream.observe(
      stemsOf(terms),
      paired.map(({ entry }) => entry.id),
      timeMilliseconds,
    );
  }

  /** The post's distinct words that some fact's title holds, with the chance that an innocent post holds them. */
  private foundTerms(terms: readonly Term[], tokens: readonly Token[]): FoundTerm[] {
    const goesOnName = namePartsOf(tokens);
    const places = new Map<TermEntry, { positions: number[]; isNamePart: boolean }>();
    let lastKnownToken = -2;
    for (let at = 0; at < terms.length; at += 1) {
      const { stem, token } = terms[at]!;
      const entry = this.facts.entry(stem);
      if (!entry) continue;
      const isNamePart = lastKnownToken === token - 1 && goesOnName(token);
      const place = places.get(entry);
      if (place) {
        place.positions.push(at);
        place.isNamePart &&= isNamePart;
      } else places.set(entry, { positions: [at], isNamePart });
      lastKnownToken = token;
    }
    return Array.from(places, ([entry, place]) => this.foundTerm(entry, place, terms.length));
  }

  private foundTerm(
    entry: TermEntry,
    { positions, isNamePart }: { readonly positions: readonly number[]; readonly isNamePart: boolean },
    length: number,
  ): FoundTerm {
    const share = this.shareOf(entry);
    const chanceMin = isNamePart ? namePartChance : 0;
    return {
      entry,
      chance: Math.max(chanceMin, chanceOf(share, length)),
      stretchChance: Math.max(chanceMin, chanceOf(share, Math.min(length, stretchWords))),
      positions,
    };
  }

  private chance(entry: TermEntry, length: number): number {
    return chanceOf(this.shareOf(entry), Math.min(length, stretchWords));
  }

  private shareOf(entry: TermEntry): number {
    return Math.max(this.facts.shareOf(entry), entry.everydayShare, this.stream.shareOf(entry.stem));
  }

  /** Distance to the next fact that says something else; Infinity when there is none. */
  private marginOf(ranked: readonly Candidate[]): number {
    const best = ranked[0]!;
    if (best.isOfAnother) return 0;
    const next = ranked.find((candidate) => !this.saysTheSame(candidate, best));
    return next ? best.rank - next.rank : Number.POSITIVE_INFINITY;
  }

  /** Whether two facts have one title, or one was merged into the other: then they do not compete. */
  private saysTheSame(candidate: Candidate, best: Candidate): boolean {
    const [one, other] = [this.facts.title(candidate.slot), this.facts.title(best.slot)];
    return sayTheSame(one, other) || this.kept(one.factId) === this.kept(other.factId);
  }

  /** The fact in whose name this one speaks: itself, unless it was merged into one that whoever sees it may see as well. */
  private kept(factId: string): string {
    let id = factId;
    for (let merges = 0; merges < mergesMax; merges += 1) {
      const next = this.keptOf.get(id) ?? '';
      const owner = this.facts.titleOf(next)?.regionId;
      if (owner === undefined || (owner !== everyRegion && owner !== this.facts.titleOf(id)?.regionId)) break;
      id = next;
    }
    return id;
  }

  private matchOf(
    factId: string,
    level: HoaxMatch['level'],
    score: number,
    terms: readonly Term[],
    tokens: readonly Token[],
  ): HoaxMatch {
    return {
      factId: this.kept(factId),
      level,
      score,
      matchedWords: this.matchedWords(factId, terms, tokens),
    };
  }

  /** The post's own spelling of the words it shares with the fact's title, most telling first. */
  private matchedWords(factId: string, terms: readonly Term[], tokens: readonly Token[]): string[] {
    const entries = new Set(this.facts.titleOf(factId)?.terms);
    const words = new Map<TermEntry, { text: string; evidence: number }>();
    for (const { stem, token } of terms) {
      const entry = this.facts.entry(stem);
      if (!entry || !entries.has(entry) || words.has(entry)) continue;
      const evidence = foundEvidence(entry.kept, this.chance(entry, terms.length));
      if (evidence >= evidenceShownMin)
        words.set(entry, { text: tokens[token]!.text.slice(0, 100), evidence });
    }
    const ordered = [...words.values()].sort((a, b) => b.evidence - a.evidence);
    return [...new Set(ordered.map(({ text }) => text))].slice(0, matchedWordsMax);
  }
}

const stemsOf = (terms: readonly Term[]): string[] => terms.map(({ stem }) => stem);

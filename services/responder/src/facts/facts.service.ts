import { randomUUID } from 'node:crypto';
import {
  type CreateFactBody,
  type EditFactBody,
  Fact,
  type FactItem,
  type FactJudgements,
  type FactList,
  type FactListParameters,
  type FactView,
  type JudgeMatchBody,
  type MergeFactBody,
  type PrecisionMonths,
  type ShareFactBody,
} from '@kentongan/contracts';
import { ownFactPrefix, visibleStrings } from '@kentongan/drafting';
import { CLOCK, type Clock, type Principal, personOf } from '@kentongan/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { RegionTable } from '../regions/region-table.js';
import { isOwnFact, mayChangeFact, mayChangeNational, maySeeFact, mayShareFact } from './fact-access.js';
import { decodeCursor } from './fact-cursor.js';
import {
  badCursor,
  badMerge,
  emptyTitle,
  mayNotShare,
  notShared,
  notYourFact,
  publishedFact,
  staleFact,
  unknownFact,
} from './fact-errors.js';
import { nationalRegionId } from './fact-events.js';
import { FactStanding } from './fact-standing.store.js';
import { FactQueries } from './facts.queries.js';
import { type EditResult, FactsStore } from './facts.store.js';
import { MatchJudgements } from './match-judgements.store.js';

const defaultTimeZone = 'Asia/Jakarta';

/** What people do to the hoax memory. A region's facts are its own, to read as well, until it shares them. */
@Injectable()
export class FactsService {
  constructor(
    @Inject(FactsStore) private readonly store: FactsStore,
    @Inject(FactQueries) private readonly queries: FactQueries,
    @Inject(FactStanding) private readonly standing: FactStanding,
    @Inject(MatchJudgements) private readonly matches: MatchJudgements,
    @Inject(RegionTable) private readonly regions: RegionTable,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  list({ region, q = '', show, limit, cursor }: z.infer<typeof FactListParameters>): Promise<FactList> {
    const from = cursor === undefined ? null : decodeCursor(cursor);
    if (cursor !== undefined && !from) throw badCursor();
    return this.queries.list(region, { q, show }, limit, from);
  }

  count(): Promise<number> {
    return this.queries.count();
  }

  async view(factId: string, principal: Principal): Promise<FactView> {
    const view = await this.queries.view(factId);
    if (!view || !maySeeFact(view, principal)) throw unknownFact();
    const isOwnAnswer = factId.startsWith(ownFactPrefix);
    return {
      ...view,
      mayChange: !isOwnAnswer && mayChangeFact(view, principal),
      mayShare: mayShareFact(view, principal),
    };
  }

  async create(given: z.infer<typeof CreateFactBody>, principal: Principal): Promise<FactView> {
    const { region, isNational, ...words } = given;
    const fact = factOf(`desk:${randomUUID()}`, words);
    if (isNational && !mayChangeNational(principal)) throw notShared();
    const regionId = isNational ? nationalRegionId : region;
    await this.store.record({
      facts: [fact],
      regionId,
      by: personOf(principal),
      change: 'created',
      at: this.now(),
    });
    return this.view(fact.factId, principal);
  }

  async edit(
    factId: string,
    { version, ...words }: z.infer<typeof EditFactBody>,
    principal: Principal,
  ): Promise<FactView> {
    await this.changeable(factId, principal);
    const fact = factOf(factId, words);
    const result = await this.store.edit(fact, version, personOf(principal), this.now());
    if (!result.ok) throw result.problem === 'unknownFact' ? unknownFact() : staleFact(result.version);
    return this.view(factId, principal);
  }

  async withdraw(factId: string, principal: Principal): Promise<void> {
    const item = await this.queries.get(factId);
    if (!item) throw unknownFact();
    requireOwn(item, principal);
    if (!(await this.store.withdraw(factId, personOf(principal), this.now()))) throw unknownFact();
  }

  /** A deliberate act of a person who speaks for the region; a version of the fact says who and when. */
  async share(
    factId: string,
    { version, isShared }: z.infer<typeof ShareFactBody>,
    principal: Principal,
  ): Promise<FactView> {
    const item = await this.seen(factId, principal);
    if (!mayShareFact(item, principal)) throw mayNotShare();
    const result = await this.standing.share(factId, version, isShared, personOf(principal), this.now());
    return this.after(result, factId, principal);
  }

  async merge(
    factId: string,
    { version, intoFactId }: z.infer<typeof MergeFactBody>,
    principal: Principal,
  ): Promise<FactView> {
    const item = await this.seen(factId, principal);
    requireOwn(item, principal);
    if (intoFactId !== null) await this.seen(intoFactId, principal);
    const result = await this.standing.merge(factId, version, intoFactId, personOf(principal), this.now());
    return this.after(result, factId, principal);
  }

  async judge(
    factId: string,
    { region, ...given }: z.infer<typeof JudgeMatchBody>,
    principal: Principal,
  ): Promise<FactJudgements> {
    await this.seen(factId, principal);
    await this.matches.judge({ ...given, factId, regionId: region, by: personOf(principal), at: this.now() });
    return this.judgements(factId, region, principal);
  }

  /** Of the fact and its duplicates together. */
  async judgements(factId: string, region: string, principal: Principal): Promise<FactJudgements> {
    const { duplicates } = await this.view(factId, principal);
    return this.matches.ofFact(region, [factId, ...duplicates.map((each) => each.factId)]);
  }

  precision(region: string): Promise<PrecisionMonths> {
    return this.matches.byMonth(region, this.regions.of(region)?.timeZone ?? defaultTimeZone);
  }

  private after(result: EditResult | 'badMerge', factId: string, principal: Principal): Promise<FactView> {
    if (result === 'badMerge') throw badMerge();
    if (!result.ok) throw result.problem === 'unknownFact' ? unknownFact() : staleFact(result.version);
    return this.view(factId, principal);
  }

  private async seen(factId: string, principal: Principal): Promise<FactItem> {
    const item = await this.queries.get(factId);
    if (!item || !maySeeFact(item, principal)) throw unknownFact();
    return item;
  }

  private async changeable(factId: string, principal: Principal): Promise<void> {
    const item = await this.queries.get(factId);
    if (!item) throw unknownFact();
    requireOwn(item, principal);
    if (factId.startsWith(ownFactPrefix)) throw publishedFact();
  }

  private now(): string {
    return new Date(this.clock.now()).toISOString();
  }
}

function requireOwn(item: FactItem, principal: Principal): void {
  if (!isOwnFact(item, principal)) throw notYourFact();
}

/** An emptied field is a field that is not there. */
function factOf(factId: string, words: object): Fact {
  const visible = Object.entries(visibleStrings(words)).filter(
    ([, value]) => value !== undefined && String(value).trim() !== '',
  );
  const fact = Fact.safeParse({ factId, ...Object.fromEntries(visible) });
  if (!fact.success) throw emptyTitle();
  return fact.data;
}

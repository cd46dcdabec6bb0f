import { randomUUID } from 'node:crypto';
import { parseFacts } from '@kentongan/claims';
import {
  type CreateFactBody,
  type EditFactBody,
  Fact,
  type FactItem,
  type FactList,
  type FactListParameters,
  type FactView,
  type Person,
} from '@kentongan/contracts';
import { ownFactPrefix, visibleStrings } from '@kentongan/drafting';
import { CLOCK, type Clock, mayEnterRegion, type Principal, personOf } from '@kentongan/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { decodeCursor } from './fact-cursor.js';
import { badCursor, emptyTitle, notYourFact, publishedFact, staleFact, unknownFact } from './fact-errors.js';
import { nationalRegionId } from './fact-events.js';
import { FactQueries } from './facts.queries.js';
import { FactsStore } from './facts.store.js';
import type { ImportAnswer, ImportParameters } from './import-body.js';

const factsPerTransactionMax = 500;
const problemsShownMax = 20;

/** What people do to the hoax memory. A region's facts are its own, to read as well, until it shares them. */
@Injectable()
export class FactsService {
  constructor(
    @Inject(FactsStore) private readonly store: FactsStore,
    @Inject(FactQueries) private readonly queries: FactQueries,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  list({ region, q = '', limit, cursor }: z.infer<typeof FactListParameters>): Promise<FactList> {
    const from = cursor === undefined ? null : decodeCursor(cursor);
    if (cursor !== undefined && !from) throw badCursor();
    return this.queries.list(region, q, limit, from);
  }

  count(): Promise<number> {
    return this.queries.count();
  }

  async view(factId: string, principal: Principal): Promise<FactView> {
    const view = await this.queries.view(factId);
    if (!view || !isOwn(view, principal)) throw unknownFact();
    return view;
  }

  async create(given: z.infer<typeof CreateFactBody>, principal: Principal): Promise<FactView> {
    const { region, isNational, ...words } = given;
    const fact = factOf(`desk:${randomUUID()}`, words);
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

  async import(
    text: string,
    { format, source, region }: z.infer<typeof ImportParameters>,
    by: Person,
  ): Promise<z.infer<typeof ImportAnswer>> {
    const parsed = parseFacts(text, format, source === undefined ? {} : { source });
    const facts = [...new Map(parsed.facts.map((fact) => [fact.factId, visibleStrings(fact)])).values()];
    const importable = facts.filter(
      (fact) => Fact.safeParse(fact).success && !fact.factId.startsWith(ownFactPrefix),
    );
    const regionId = region ?? nationalRegionId;
    const at = this.now();
    const sum = { recorded: 0, unchanged: 0, refused: facts.length - importable.length };
    for (let start = 0; start < importable.length; start += factsPerTransactionMax) {
      const some = importable.slice(start, start + factsPerTransactionMax);
      const summary = await this.store.record({ facts: some, regionId, by, change: 'imported', at });
      sum.recorded += summary.recorded;
      sum.unchanged += summary.unchanged;
      sum.refused += summary.otherRegion;
    }
    return {
      recorded: sum.recorded,
      unchanged: sum.unchanged,
      refused: parsed.problems.length + sum.refused,
      problems: parsed.problems.slice(0, problemsShownMax),
    };
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

/** National facts belong to every desk; a region's own are changed by that region alone. */
function requireOwn({ regionId }: FactItem, principal: Principal): void {
  if (!isOwn({ regionId }, principal)) throw notYourFact();
}

function isOwn({ regionId }: Pick<FactItem, 'regionId'>, principal: Principal): boolean {
  return regionId === nationalRegionId || mayEnterRegion(principal, regionId);
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

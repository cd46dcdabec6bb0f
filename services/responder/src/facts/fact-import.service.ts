import { randomUUID } from 'node:crypto';
import { type FactRead, FactReader, type ImportProblemCode } from '@kentongan/claims';
import { Fact, type FactImportList } from '@kentongan/contracts';
import { ownFactPrefix, visibleStrings } from '@kentongan/drafting';
import { CLOCK, type Clock, type Principal, personOf } from '@kentongan/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { mayChangeNational } from './fact-access.js';
import { knownImport, notShared } from './fact-errors.js';
import { nationalRegionId } from './fact-events.js';
import { FactImports, type ImportCounts } from './fact-imports.store.js';
import { FactsStore } from './facts.store.js';
import { adviceOn } from './import-advice.js';
import type { ImportAnswer, ImportParameters } from './import-body.js';

/** With 500 the process stayed at 220 MB after 50,000 facts of MAFINDO's length, with 150 at 172. */
const factsPerTransactionMax = 150;
const problemsShownMax = 20;

type Problem = z.infer<typeof ImportAnswer>['problems'][number];

/** Brings lists of fact-checks in while they arrive: in hand are one entry and one transaction's facts. */
@Injectable()
export class FactImportService {
  constructor(
    @Inject(FactsStore) private readonly store: FactsStore,
    @Inject(FactImports) private readonly imports: FactImports,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  list(region: string): Promise<FactImportList> {
    return this.imports.list(region, this.now());
  }

  /** What is recorded stays when the sender breaks off; the same file again changes nothing that is in. */
  async import(
    text: AsyncIterable<string>,
    { source, region, licence, fileName, importId }: z.infer<typeof ImportParameters>,
    principal: Principal,
  ): Promise<z.infer<typeof ImportAnswer>> {
    if (region === undefined && !mayChangeNational(principal)) throw notShared();
    const regionId = region ?? nationalRegionId;
    const by = personOf(principal);
    const id = importId ?? randomUUID();
    const started = { importId: id, regionId, source, licence, fileName, by, at: this.now() };
    if (!(await this.imports.start(started))) throw knownImport();
    const run = new ImportRun(source);
    const record = async (facts: readonly Fact[]) => {
      const given = { facts, regionId, by, change: 'imported' as const, at: this.now(), importId: id };
      run.recorded(await this.store.record(given));
      await this.imports.progress(id, run.counts, run.reader.formsSeen, this.now(), false);
    };
    for await (const piece of text)
      for (const batch of run.take(run.reader.push(piece), factsPerTransactionMax)) await record(batch);
    for (const batch of run.take(run.reader.end(), 1)) await record(batch);
    await this.imports.progress(id, run.counts, run.reader.formsSeen, this.now(), true);
    const { recorded, unchanged, refused } = run.counts;
    return {
      importId: id,
      forms: [...run.reader.formsSeen],
      recorded,
      unchanged,
      refused,
      problems: run.problems,
    };
  }

  private now(): string {
    return new Date(this.clock.now()).toISOString();
  }
}

/** One file on its way in. */
class ImportRun {
  readonly reader: FactReader;
  readonly counts: ImportCounts = { read: 0, recorded: 0, unchanged: 0, refused: 0 };
  readonly problems: Problem[] = [];
  /** A repeated id keeps the last entry of the batch; across batches the later one is a new version. */
  private readonly waiting = new Map<string, Fact>();

  constructor(source: string | undefined) {
    this.reader = new FactReader(source === undefined ? {} : { source });
  }

  /** @returns full batches, each of facts that do not repeat an id */
  *take(reads: readonly FactRead[], batchFactsMin: number): Generator<readonly Fact[]> {
    for (const each of reads) {
      this.counts.read += 1;
      if (!each.ok) this.refuse(each.line, each.entry, each.code, each.value);
      else this.wait(each.line, each.fact);
      if (this.waiting.size >= factsPerTransactionMax) yield this.batch();
    }
    if (this.waiting.size >= batchFactsMin) yield this.batch();
  }

  recorded({
    recorded,
    unchanged,
    otherRegion,
  }: {
    recorded: number;
    unchanged: number;
    otherRegion: number;
  }): void {
    this.counts.recorded += recorded;
    this.counts.unchanged += unchanged;
    this.counts.refused += otherRegion;
  }

  private wait(line: number, given: Fact): void {
    const fact = Fact.safeParse(visibleStrings(given));
    if (!fact.success) this.refuse(line, this.counts.read, 'badField', String(fact.error.issues[0]?.path[0]));
    else if (fact.data.factId.startsWith(ownFactPrefix))
      this.refuse(line, this.counts.read, 'ownClarification');
    else this.waiting.set(fact.data.factId, fact.data);
  }

  private refuse(
    line: number,
    entry: number,
    code: ImportProblemCode | 'ownClarification',
    value?: string,
  ): void {
    this.counts.refused += 1;
    if (this.problems.length >= problemsShownMax) return;
    const reason = adviceOn(code, value);
    this.problems.push({ line, entry, code, reason, ...(value === undefined ? {} : { value }) });
  }

  private batch(): readonly Fact[] {
    const facts = [...this.waiting.values()];
    this.waiting.clear();
    return facts;
  }
}

import { Fact, type FactChange, type Person } from '@kentongan/contracts';
import { appendToOutbox, withTransaction } from '@kentongan/database';
import type pg from 'pg';
import { responderSchema as s } from '../responder.schema.js';
import { factRecordedRow, nationalRegionId } from './fact-events.js';
import { type EditResult, type LockedFact, lockFact } from './facts.store.js';

type Standing = Pick<LockedFact, 'region_id' | 'shared_by' | 'merged_into'>;

/** Whose a fact is, and of what it is a duplicate: its words stay, its standing changes, and a version says who did it. */
export class FactStanding {
  constructor(
    private readonly pool: pg.Pool,
    private readonly afterCommit: () => void,
  ) {}

  /** Every region sees it from now on, or its own alone again. */
  share(factId: string, version: number, isShared: boolean, by: Person, at: string): Promise<EditResult> {
    return this.change(factId, version, async (client, current) => {
      const isAlready = (current.shared_by !== null) === isShared;
      if (isAlready) return null;
      const next = isShared
        ? { ...current, region_id: nationalRegionId, shared_by: current.region_id }
        : { ...current, region_id: current.shared_by!, shared_by: null };
      await write(client, current, next, isShared ? 'shared' : 'unshared', by, at);
      return null;
    }) as Promise<EditResult>;
  }

  /** @param into null: it stands alone again */
  merge(
    factId: string,
    version: number,
    into: string | null,
    by: Person,
    at: string,
  ): Promise<EditResult | 'badMerge'> {
    return this.change(factId, version, async (client, current) => {
      if (current.merged_into === into) return null;
      if (into !== null && !(await isMergeable(client, current, into))) return 'badMerge';
      const next = { ...current, merged_into: into };
      await write(client, current, next, into === null ? 'unmerged' : 'merged', by, at);
      return null;
    });
  }

  private async change(
    factId: string,
    version: number,
    work: (client: pg.ClientBase, current: LockedFact) => Promise<'badMerge' | null>,
  ): Promise<EditResult | 'badMerge'> {
    const result = await withTransaction(this.pool, async (client): Promise<EditResult | 'badMerge'> => {
      // Two merges into each other at once would leave two duplicates and no fact.
      await client.query(`SELECT pg_advisory_xact_lock(hashtext('${s}.facts.standing'))`);
      const current = await lockFact(client, factId);
      if (!current) return { ok: false, problem: 'unknownFact' };
      if (current.version !== version)
        return { ok: false, problem: 'staleVersion', version: current.version };
      return (await work(client, current)) ?? { ok: true };
    });
    this.afterCommit();
    return result;
  }
}

/** Into a fact that stands by itself and is seen wherever the duplicate is; a fact with duplicates is none itself. */
async function isMergeable(client: pg.ClientBase, current: LockedFact, into: string): Promise<boolean> {
  const kept = into === current.fact_id ? undefined : await lockFact(client, into);
  if (!kept || kept.merged_into !== null) return false;
  if (kept.region_id !== nationalRegionId && kept.region_id !== current.region_id) return false;
  const { rowCount } = await client.query(`SELECT 1 FROM ${s}.facts WHERE merged_into = $1 LIMIT 1`, [
    current.fact_id,
  ]);
  return rowCount === 0;
}

async function write(
  client: pg.ClientBase,
  current: LockedFact,
  next: Standing,
  change: FactChange,
  by: Person,
  at: string,
): Promise<void> {
  const version = current.version + 1;
  const person = JSON.stringify(by);
  await client.query(
    `UPDATE ${s}.facts SET region_id = $2, shared_by = $3, merged_into = $4, version = $5, change = $6, changed_by = $7,
       recorded_at = $8 WHERE fact_id = $1`,
    [current.fact_id, next.region_id, next.shared_by, next.merged_into, version, change, person, at],
  );
  await client.query(
    `INSERT INTO ${s}.fact_versions (fact_id, version, region_id, change, fact, by_person, at)
     SELECT fact_id, version, region_id, change, fact, changed_by, recorded_at FROM ${s}.facts WHERE fact_id = $1`,
    [current.fact_id],
  );
  const fact = Fact.parse(current.fact);
  await appendToOutbox(client, s, [factRecordedRow(fact, next.region_id, version, at, next.merged_into)]);
}

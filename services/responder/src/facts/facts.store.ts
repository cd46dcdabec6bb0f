import { createHash } from 'node:crypto';
import { type Event, encodeEvent, type Fact, factsRecorded } from '@kentongan/contracts';
import { appendToOutbox, withTransaction } from '@kentongan/database';
import type pg from 'pg';
import { responderSchema } from '../responder.schema.js';

/** What an import did. `unchanged` facts were known word for word and are not published again. */
export interface ImportSummary {
  readonly recorded: number;
  readonly unchanged: number;
}

/** National facts hold for every region. */
const nationalRegionId = '*';

/** The hoax memory's table: what is recorded here is published on facts.recorded in the same transaction. */
export class FactsStore {
  constructor(
    private readonly pool: pg.Pool,
    private readonly afterCommit: () => void,
  ) {}

  /** Records facts that are new or changed; `facts` must not repeat a factId. */
  async record(facts: readonly Fact[], occurredAt: string): Promise<ImportSummary> {
    const hashes = facts.map((fact) => hashOf(fact));
    const recorded = await withTransaction(this.pool, async (client) => {
      const changed = await client.query<{ fact_id: string }>(upsertSql, [
        facts.map((fact) => fact.factId),
        facts.map((fact) => JSON.stringify(fact)),
        hashes,
      ]);
      const changedIds = new Set(changed.rows.map((row) => row.fact_id));
      const rows = facts
        .map((fact, index) => ({ fact, hash: hashes[index] ?? '' }))
        .filter(({ fact }) => changedIds.has(fact.factId))
        .map(({ fact, hash }) => ({
          stream: factsRecorded.name,
          key: fact.factId,
          value: encodeEvent(factRecorded(fact, hash, occurredAt)),
        }));
      await appendToOutbox(client, responderSchema, rows);
      return rows.length;
    });
    this.afterCommit();
    return { recorded, unchanged: facts.length - recorded };
  }

  /** Takes a fact out of the memory. Returns false when it was not there. */
  async withdraw(factId: string): Promise<boolean> {
    const withdrawn = await withTransaction(this.pool, async (client) => {
      const deleted = await client.query(`DELETE FROM ${responderSchema}.facts WHERE fact_id = $1`, [factId]);
      if (deleted.rowCount === 0) return false;
      await appendToOutbox(client, responderSchema, [
        { stream: factsRecorded.name, key: factId, value: null },
      ]);
      return true;
    });
    this.afterCommit();
    return withdrawn;
  }

  async count(): Promise<number> {
    const result = await this.pool.query<{ count: string }>(`SELECT count(*) FROM ${responderSchema}.facts`);
    return Number(result.rows[0]?.count);
  }
}

const upsertSql = `
  INSERT INTO ${responderSchema}.facts (fact_id, fact, content_hash)
  SELECT * FROM unnest($1::text[], $2::jsonb[], $3::text[])
  ON CONFLICT (fact_id) DO UPDATE SET fact = excluded.fact, content_hash = excluded.content_hash, recorded_at = now()
    WHERE facts.content_hash <> excluded.content_hash
  RETURNING fact_id`;

function hashOf(fact: Fact): string {
  return createHash('sha256').update(JSON.stringify(fact)).digest('hex').slice(0, 32);
}

function factRecorded(fact: Fact, hash: string, occurredAt: string): Event {
  return {
    id: `fact.recorded|${fact.factId}|${hash}`.slice(0, 200),
    type: 'fact.recorded',
    v: 1,
    occurredAt,
    regionId: nationalRegionId,
    correlationId: fact.factId,
    causationId: null,
    data: fact,
  };
}

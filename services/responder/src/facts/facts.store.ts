import { Fact, type FactChange, type Person } from '@kentongan/contracts';
import { appendToOutbox, withTransaction } from '@kentongan/database';
import type pg from 'pg';
import { responderSchema } from '../responder.schema.js';
import { factRecordedRow, factWithdrawnRow, hashOf } from './fact-events.js';

/** What an import did. `unchanged` facts were known word for word and are not published again. */
export interface ImportSummary {
  readonly recorded: number;
  readonly unchanged: number;
  /** Facts of another region under the same id: they stay as they are. */
  readonly otherRegion: number;
}

/** Facts that one person brings in at one time, for one region or `*`; `facts` must not repeat a factId. */
export interface Recording {
  readonly facts: readonly Fact[];
  readonly regionId: string;
  readonly by: Person;
  readonly change: Extract<FactChange, 'imported' | 'created' | 'edited' | 'published'>;
  readonly at: string;
  readonly importId?: string;
}

export type EditResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly problem: 'unknownFact' }
  | { readonly ok: false; readonly problem: 'staleVersion'; readonly version: number };

interface WrittenFact {
  readonly fact_id: string;
  readonly version: number;
  readonly region_id: string;
  readonly merged_into: string | null;
}

export interface LockedFact extends WrittenFact {
  readonly fact: unknown;
  readonly shared_by: string | null;
}

/** The hoax memory's table: what is recorded here is published on facts.recorded in the same transaction. */
export class FactsStore {
  constructor(
    private readonly pool: pg.Pool,
    private readonly afterCommit: () => void,
  ) {}

  /** Records facts that are new or changed. */
  async record(recording: Recording): Promise<ImportSummary> {
    const summary = await withTransaction(this.pool, (client) => this.recordWithin(client, recording));
    this.afterCommit();
    return summary;
  }

  /** The same in the caller's transaction; the caller wakes the relay after its commit. */
  async recordWithin(client: pg.ClientBase, recording: Recording): Promise<ImportSummary> {
    const { facts, regionId, by, change, at, importId } = recording;
    const { rows } = await client.query<WrittenFact>(upsertSql, [
      facts.map((fact) => fact.factId),
      facts.map((fact) => JSON.stringify(fact)),
      facts.map((fact) => hashOf(fact)),
      facts.map((fact) => fact.publishedAt ?? at),
      regionId,
      change,
      JSON.stringify(by),
      at,
      importId ?? null,
    ]);
    const written = new Map(rows.map((row) => [row.fact_id, row]));
    const recorded = facts.flatMap((fact) => {
      const row = written.get(fact.factId);
      return row ? [factRecordedRow(fact, row.region_id, row.version, at, row.merged_into)] : [];
    });
    await appendToOutbox(client, responderSchema, recorded);
    const elsewhere = await client.query<{ count: string }>(elsewhereSql, [
      facts.map((fact) => fact.factId),
      regionId,
    ]);
    const otherRegion = Number(elsewhere.rows[0]?.count);
    return { recorded: rows.length, otherRegion, unchanged: facts.length - rows.length - otherRegion };
  }

  /** Replaces the words of one fact that this caller has read at `version`. */
  async edit(fact: Fact, version: number, by: Person, at: string): Promise<EditResult> {
    const result = await withTransaction(this.pool, async (client): Promise<EditResult> => {
      const current = await lockFact(client, fact.factId);
      if (!current) return { ok: false, problem: 'unknownFact' };
      if (current.version !== version)
        return { ok: false, problem: 'staleVersion', version: current.version };
      const regionId = current.shared_by ?? current.region_id;
      await this.recordWithin(client, { facts: [fact], regionId, by, change: 'edited', at });
      return { ok: true };
    });
    this.afterCommit();
    return result;
  }

  /** Takes a fact out of the memory; its history stays. Returns false when it was not there. */
  async withdraw(factId: string, by: Person, at: string): Promise<boolean> {
    const isWithdrawn = await withTransaction(this.pool, async (client) => {
      const current = await lockFact(client, factId);
      if (!current) return false;
      await client.query(`DELETE FROM ${responderSchema}.facts WHERE fact_id = $1`, [factId]);
      // Nothing is a duplicate of what is not there.
      const freed = await client.query<WrittenFact & { fact: unknown }>(freeDuplicatesSql, [
        factId,
        JSON.stringify(by),
        at,
      ]);
      const told = freed.rows.map((row) =>
        factRecordedRow(Fact.parse(row.fact), row.region_id, row.version, at),
      );
      await client.query(
        `INSERT INTO ${responderSchema}.fact_versions (fact_id, version, region_id, change, fact, by_person, at)
         VALUES ($1, $2, $3, 'withdrawn', NULL, $4, $5)`,
        [factId, current.version + 1, current.region_id, JSON.stringify(by), at],
      );
      await appendToOutbox(client, responderSchema, [factWithdrawnRow(factId), ...told]);
      return true;
    });
    this.afterCommit();
    return isWithdrawn;
  }
}

/** Holds the fact until the transaction ends; undefined: it is not there. */
export async function lockFact(client: pg.ClientBase, factId: string): Promise<LockedFact | undefined> {
  const { rows } = await client.query<LockedFact>(
    `SELECT fact_id, fact, version, region_id, shared_by, merged_into FROM ${responderSchema}.facts WHERE fact_id = $1 FOR UPDATE`,
    [factId],
  );
  return rows[0];
}

/**
 * New and changed facts with their versions. A fact that comes back after it was withdrawn goes on counting where its
 * history ended. Facts of another region under the same id are not touched.
 */
const upsertSql = `
  WITH given AS (
    SELECT * FROM unnest($1::text[], $2::jsonb[], $3::text[], $4::timestamptz[])
      AS row (fact_id, fact, content_hash, newest_at) ORDER BY fact_id
  ), written AS (
    INSERT INTO ${responderSchema}.facts
      (fact_id, fact, content_hash, newest_at, region_id, change, changed_by, recorded_at, import_id, version)
    SELECT fact_id, fact, content_hash, newest_at, $5, $6, $7::jsonb, $8::timestamptz, $9,
      coalesce((SELECT max(version) FROM ${responderSchema}.fact_versions AS old WHERE old.fact_id = given.fact_id), 0) + 1
    FROM given
    ON CONFLICT (fact_id) DO UPDATE SET fact = excluded.fact, content_hash = excluded.content_hash,
      newest_at = excluded.newest_at, change = excluded.change, changed_by = excluded.changed_by,
      recorded_at = excluded.recorded_at, version = facts.version + 1,
      import_id = coalesce(excluded.import_id, facts.import_id)
      -- A shared fact is still corrected by the region that shared it.
      WHERE facts.content_hash <> excluded.content_hash
        AND coalesce(facts.shared_by, facts.region_id) = excluded.region_id
    RETURNING fact_id, version, region_id, change, fact, changed_by, recorded_at, merged_into
  ), kept AS (
    INSERT INTO ${responderSchema}.fact_versions (fact_id, version, region_id, change, fact, by_person, at, import_id)
    SELECT fact_id, version, region_id, change, fact, changed_by, recorded_at, $9 FROM written
  )
  SELECT fact_id, version, region_id, merged_into FROM written`;

const elsewhereSql = `
  SELECT count(*) FROM ${responderSchema}.facts WHERE fact_id = ANY($1::text[]) AND coalesce(shared_by, region_id) <> $2`;

const freeDuplicatesSql = `
  WITH freed AS (
    UPDATE ${responderSchema}.facts SET merged_into = NULL, version = version + 1, change = 'unmerged', changed_by = $2,
      recorded_at = $3 WHERE merged_into = $1
    RETURNING fact_id, fact, version, region_id, merged_into, change, changed_by, recorded_at
  ), kept AS (
    INSERT INTO ${responderSchema}.fact_versions (fact_id, version, region_id, change, fact, by_person, at)
    SELECT fact_id, version, region_id, change, fact, changed_by, recorded_at FROM freed
  )
  SELECT fact_id, fact, version, region_id, merged_into FROM freed`;

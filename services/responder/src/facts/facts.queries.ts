import type { Fact, FactChange, FactItem, FactList, FactView, Person } from '@kentongan/contracts';
import type pg from 'pg';
import { responderSchema } from '../responder.schema.js';
import { encodeCursor, type FactCursor } from './fact-cursor.js';
import { nationalRegionId } from './fact-events.js';
import { wordsQuery } from './words-query.js';

const versionsShownMax = 50;

interface FactRow {
  readonly fact_id: string;
  readonly fact: Fact;
  readonly region_id: string;
  readonly version: number;
  readonly change: FactChange;
  readonly changed_by: Person | null;
  readonly recorded_at: Date;
  readonly newest_at: Date;
}

const columns = 'fact_id, fact, region_id, version, change, changed_by, recorded_at, newest_at';

/** What of the hoax memory people read. */
export class FactQueries {
  constructor(private readonly pool: pg.Pool) {}

  /** The region's own facts and the national ones that hold all the words, newest first. */
  async list(regionId: string, q: string, limit: number, cursor: FactCursor | null): Promise<FactList> {
    const { rows } = await this.pool.query<FactRow>(
      `SELECT ${columns} FROM ${responderSchema}.facts
       WHERE region_id = ANY($1::text[])
         AND ($2::text IS NULL OR words @@ to_tsquery('simple', $2))
         AND ($3::timestamptz IS NULL OR (newest_at, fact_id) < ($3, $4))
       ORDER BY newest_at DESC, fact_id DESC LIMIT $5`,
      [
        [regionId, nationalRegionId],
        wordsQuery(q),
        cursor?.newestAt ?? null,
        cursor?.factId ?? null,
        limit + 1,
      ],
    );
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      facts: shown.map(itemOf),
      nextCursor:
        rows.length > limit && last
          ? encodeCursor({ newestAt: last.newest_at.toISOString(), factId: last.fact_id })
          : null,
    };
  }

  async get(factId: string): Promise<FactItem | null> {
    const { rows } = await this.pool.query<FactRow>(
      `SELECT ${columns} FROM ${responderSchema}.facts WHERE fact_id = $1`,
      [factId],
    );
    return rows[0] ? itemOf(rows[0]) : null;
  }

  async view(factId: string): Promise<FactView | null> {
    const item = await this.get(factId);
    if (!item) return null;
    const { rows } = await this.pool.query<VersionRow>(
      `SELECT version, change, by_person, at, fact FROM ${responderSchema}.fact_versions
       WHERE fact_id = $1 ORDER BY version DESC LIMIT ${versionsShownMax}`,
      [factId],
    );
    return {
      ...item,
      versions: rows.map(({ version, change, by_person, at, fact }) => ({
        version,
        change,
        by: by_person,
        at: at.toISOString(),
        fact,
      })),
    };
  }

  async count(): Promise<number> {
    const result = await this.pool.query<{ count: string }>(`SELECT count(*) FROM ${responderSchema}.facts`);
    return Number(result.rows[0]?.count);
  }
}

interface VersionRow {
  readonly version: number;
  readonly change: FactChange;
  readonly by_person: Person | null;
  readonly at: Date;
  readonly fact: Fact | null;
}

function itemOf(row: FactRow): FactItem {
  return {
    fact: row.fact,
    regionId: row.region_id,
    version: row.version,
    change: row.change,
    changedBy: row.changed_by,
    changedAt: row.recorded_at.toISOString(),
  };
}

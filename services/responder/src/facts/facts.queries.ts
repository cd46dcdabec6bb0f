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
  readonly shared_by: string | null;
  readonly merged_into: string | null;
  readonly import_id: string | null;
  readonly source: string | null;
  readonly licence: string | null;
}

const duplicatesShownMax = 50;
const columns = `fact_id, fact, f.region_id, version, change, changed_by, recorded_at, newest_at, shared_by, merged_into,
  f.import_id, i.source, i.licence`;
const from = `${responderSchema}.facts f LEFT JOIN ${responderSchema}.fact_imports i ON i.import_id = f.import_id`;

export type FactShow = 'all' | 'own' | 'shared' | 'national' | 'merged';

/** $1: the region and `*`; $6: the region alone. Duplicates are shown with what they are duplicates of. */
const shown: Readonly<Record<FactShow, string>> = {
  all: 'merged_into IS NULL',
  own: 'merged_into IS NULL AND f.region_id = $6',
  shared: 'merged_into IS NULL AND shared_by = $6',
  national: `merged_into IS NULL AND f.region_id = '${nationalRegionId}' AND shared_by IS DISTINCT FROM $6`,
  merged: 'merged_into IS NOT NULL AND $6::text IS NOT NULL',
};
/** What a person sees of a fact apart from what they may do with it. */
export type StoredFactView = Omit<FactView, 'mayChange' | 'mayShare'>;

/** What of the hoax memory people read. */
export class FactQueries {
  constructor(private readonly pool: pg.Pool) {}

  /** The region's own facts and the national ones that hold all the words, newest first. */
  async list(
    regionId: string,
    { q, show }: { readonly q: string; readonly show: FactShow },
    limit: number,
    cursor: FactCursor | null,
  ): Promise<FactList> {
    const isAll = show === 'all';
    const { rows } = await this.pool.query<FactRow>(
      `SELECT ${columns} FROM ${from}
       WHERE f.region_id = ANY($1::text[]) AND ${shown[show]}
         AND ($2::text IS NULL OR words @@ to_tsquery('simple', $2))
         AND ($3::timestamptz IS NULL OR (newest_at, fact_id) < ($3, $4))
       ORDER BY newest_at DESC, fact_id DESC LIMIT $5`,
      [
        [regionId, nationalRegionId],
        wordsQuery(q),
        cursor?.newestAt ?? null,
        cursor?.factId ?? null,
        limit + 1,
        ...(isAll ? [] : [regionId]),
      ],
    );
    const shownRows = rows.slice(0, limit);
    const last = shownRows.at(-1);
    return {
      facts: shownRows.map(itemOf),
      nextCursor:
        rows.length > limit && last
          ? encodeCursor({ newestAt: last.newest_at.toISOString(), factId: last.fact_id })
          : null,
    };
  }

  async get(factId: string): Promise<FactItem | null> {
    const { rows } = await this.pool.query<FactRow>(`SELECT ${columns} FROM ${from} WHERE fact_id = $1`, [
      factId,
    ]);
    return rows[0] ? itemOf(rows[0]) : null;
  }

  async view(factId: string): Promise<StoredFactView | null> {
    const item = await this.get(factId);
    if (!item) return null;
    const { rows } = await this.pool.query<VersionRow>(
      `SELECT version, change, by_person, at, fact FROM ${responderSchema}.fact_versions
       WHERE fact_id = $1 ORDER BY version DESC LIMIT ${versionsShownMax}`,
      [factId],
    );
    const duplicates = await this.pool.query<{ fact_id: string; title: string }>(
      `SELECT fact_id, fact ->> 'title' AS title FROM ${responderSchema}.facts
       WHERE merged_into = $1 ORDER BY fact_id LIMIT ${duplicatesShownMax}`,
      [factId],
    );
    return {
      ...item,
      duplicates: duplicates.rows.map(({ fact_id, title }) => ({ factId: fact_id, title })),
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
    sharedBy: row.shared_by,
    mergedInto: row.merged_into,
    import:
      row.import_id === null ? null : { importId: row.import_id, source: row.source, licence: row.licence },
  };
}

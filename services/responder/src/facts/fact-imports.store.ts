import type { FactImport, FactImportList, Person } from '@kentongan/contracts';
import type pg from 'pg';
import { responderSchema as s } from '../responder.schema.js';
import { nationalRegionId } from './fact-events.js';

const importsShownMax = 50;
/** A running import writes after each transaction; so long without a word it has broken off. */
const silentMillisecondsMax = 120_000;

export interface ImportCounts {
  read: number;
  recorded: number;
  unchanged: number;
  refused: number;
}

interface StartedImport {
  readonly importId: string;
  readonly regionId: string;
  readonly source: string | undefined;
  readonly licence: string | undefined;
  readonly fileName: string | undefined;
  readonly by: Person;
  readonly at: string;
}

interface ImportRow extends ImportCounts {
  readonly import_id: string;
  readonly region_id: string;
  readonly file_name: string | null;
  readonly source: string | null;
  readonly licence: string | null;
  readonly forms: string[];
  readonly by_person: Person;
  readonly started_at: Date;
  readonly finished_at: Date | null;
  readonly touched_at: Date;
}

/** The ledger of imports: who brought what in, under which licence. Nothing is ever taken out of it. */
export class FactImports {
  constructor(private readonly pool: pg.Pool) {}

  /** @returns false when the id is somebody's earlier import: it is not written over */
  async start({ importId, regionId, source, licence, fileName, by, at }: StartedImport): Promise<boolean> {
    const { rowCount } = await this.pool.query(
      `INSERT INTO ${s}.fact_imports (import_id, region_id, source, licence, file_name, by_person, started_at, touched_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $7) ON CONFLICT (import_id) DO NOTHING`,
      [importId, regionId, source ?? null, licence || null, fileName || null, JSON.stringify(by), at],
    );
    return rowCount === 1;
  }

  async progress(
    importId: string,
    { read, recorded, unchanged, refused }: ImportCounts,
    forms: readonly string[],
    at: string,
    isFinished: boolean,
  ): Promise<void> {
    await this.pool.query(
      `UPDATE ${s}.fact_imports SET read = $2, recorded = $3, unchanged = $4, refused = $5, forms = $6, touched_at = $7,
         finished_at = CASE WHEN $8 THEN $7::timestamptz END
       WHERE import_id = $1`,
      [importId, read, recorded, unchanged, refused, forms, at, isFinished],
    );
  }

  /** The region's imports and the national ones, newest first. */
  async list(regionId: string, now: string): Promise<FactImportList> {
    const { rows } = await this.pool.query<ImportRow>(
      `SELECT * FROM ${s}.fact_imports WHERE region_id = ANY($1) ORDER BY started_at DESC, import_id LIMIT ${importsShownMax}`,
      [[regionId, nationalRegionId]],
    );
    return { imports: rows.map((row) => importOf(row, Date.parse(now))) };
  }
}

function importOf(row: ImportRow, now: number): FactImport {
  const isSilent = now - row.touched_at.getTime() > silentMillisecondsMax;
  return {
    importId: row.import_id,
    regionId: row.region_id,
    fileName: row.file_name,
    source: row.source,
    licence: row.licence,
    forms: row.forms,
    by: row.by_person,
    startedAt: row.started_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
    state: row.finished_at ? 'finished' : isSilent ? 'broken' : 'running',
    read: row.read,
    recorded: row.recorded,
    unchanged: row.unchanged,
    refused: row.refused,
  };
}

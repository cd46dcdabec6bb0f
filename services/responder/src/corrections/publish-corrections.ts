import { correctionsRecorded, Lesson } from '@kentongan/contracts';
import { publishAnew } from '@kentongan/database';
import type { StreamPort } from '@kentongan/messaging';
import type pg from 'pg';
import { responderSchema as s } from '../responder.schema.js';
import { recordedRow } from './correction-events.js';

const pageMax = 500;

interface CorrectionRow {
  readonly region_id: string;
  readonly correction_key: string;
  readonly version: number;
  readonly lesson: unknown;
}

/** Fills corrections.recorded when it is another stream than before, undone ones as well. @returns whether it was another */
export async function publishCorrectionsAnew(
  pool: pg.Pool,
  streams: Pick<StreamPort, 'numbering' | 'publish'>,
): Promise<boolean> {
  const { identity } = await streams.numbering(correctionsRecorded);
  return publishAnew(pool, { schema: s, stream: correctionsRecorded.name, identity }, async (client) => {
    for (let after: readonly string[] | null = ['', '']; after; ) {
      const { rows }: pg.QueryResult<CorrectionRow> = await client.query<CorrectionRow>(pageSql, [...after]);
      if (rows.length > 0) await streams.publish(correctionsRecorded, rows.map(rowOf));
      const last = rows.at(-1);
      after = last ? [last.region_id, last.correction_key] : null;
    }
  });
}

const rowOf = ({ region_id: regionId, correction_key: key, version, lesson }: CorrectionRow) =>
  recordedRow({ regionId, key, version }, lesson === null ? null : Lesson.parse(lesson));

const pageSql = `
  SELECT region_id, correction_key, version, lesson FROM ${s}.corrections
  WHERE (region_id, correction_key) > ($1, $2) AND post_id IS NOT NULL
  ORDER BY region_id, correction_key LIMIT ${pageMax} FOR SHARE`;

import { Fact, factsRecorded } from '@kentongan/contracts';
import { type OutboxRow, publishAnew } from '@kentongan/database';
import type { StreamPort } from '@kentongan/messaging';
import type pg from 'pg';
import { responderSchema as s } from '../responder.schema.js';
import { factRecordedRow, factWithdrawnRow } from './fact-events.js';

const pageFactsMax = 500;

interface FactRow {
  readonly fact_id: string;
  readonly fact: unknown;
  readonly region_id: string;
  readonly version: number;
  readonly recorded_at: Date;
  readonly merged_into: string | null;
}

/**
 * Fills facts.recorded when it is another stream than before. What was withdrawn is told too: a desk that returns to
 * an older stream would else believe it again. @returns whether it was another
 */
export async function publishFactsAnew(
  pool: pg.Pool,
  streams: Pick<StreamPort, 'numbering' | 'publish'>,
): Promise<boolean> {
  const { identity } = await streams.numbering(factsRecorded);
  const publish = (rows: readonly OutboxRow[]) => streams.publish(factsRecorded, rows);
  return publishAnew(pool, { schema: s, stream: factsRecorded.name, identity }, async (client) => {
    await eachPage<FactRow>(
      client,
      `SELECT fact_id, fact, region_id, version, recorded_at, merged_into FROM ${s}.facts
       WHERE fact_id > $1 ORDER BY fact_id LIMIT ${pageFactsMax} FOR SHARE`,
      (rows) => publish(rows.map(recordedRow)),
    );
    await eachPage<Pick<FactRow, 'fact_id'>>(
      client,
      `SELECT DISTINCT fact_id FROM ${s}.fact_versions old WHERE change = 'withdrawn' AND fact_id > $1
         AND NOT EXISTS (SELECT FROM ${s}.facts WHERE facts.fact_id = old.fact_id)
       ORDER BY fact_id LIMIT ${pageFactsMax}`,
      (rows) => publish(rows.map(({ fact_id }) => factWithdrawnRow(fact_id))),
    );
  });
}

const recordedRow = ({ fact, region_id, version, recorded_at, merged_into }: FactRow): OutboxRow =>
  factRecordedRow(Fact.parse(fact), region_id, version, recorded_at.toISOString(), merged_into);

/** @param sql pages by fact id behind $1 */
async function eachPage<T extends { readonly fact_id: string }>(
  client: pg.ClientBase,
  sql: string,
  take: (rows: readonly T[]) => Promise<void>,
): Promise<void> {
  for (let after: string | undefined = ''; after !== undefined; ) {
    const { rows }: pg.QueryResult<T> = await client.query<T>(sql, [after]);
    if (rows.length > 0) await take(rows);
    after = rows.at(-1)?.fact_id;
  }
}

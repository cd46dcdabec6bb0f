import type { ClientBase, QueryResult } from 'pg';
import { quotedSchema } from '../schema-name.js';

/** A row on its way out. */
export interface OutboxRecord {
  readonly key: string;
  readonly value: Uint8Array | null;
  readonly headers: Readonly<Record<string, string>>;
}

export interface OutboxBatch {
  readonly ids: readonly string[];
  /** Streams in the order of their first row, each with its rows in id order. */
  readonly streams: ReadonlyMap<string, readonly OutboxRecord[]>;
  /** What is left behind this batch: more rows to read at once, rows that other transactions hold back, or nothing. */
  readonly rest: 'more' | 'held' | 'done';
}

export interface BatchLimits {
  readonly batchRowsMax: number;
  readonly batchBytesMax: number;
}

interface BatchRow {
  id: string;
  stream: string;
  key: string;
  value: Buffer | null;
  headers: Record<string, string> | null;
  /** Written by a transaction that has ended, and so are all rows before it. */
  is_settled: boolean;
  fits: boolean;
}

/**
 * Begins a transaction and reads the next rows in it, or answers 'busy' when another relay of the schema is at work.
 *
 * Only rows of transactions below the oldest running one are read, and reading ends at the first row that is not: ids
 * are given out before commits, so a later id may be visible while an earlier one is not. Without this a slow
 * transaction's message would come after later ones of its key; with it, ids of one key leave in commit order.
 * A sequential scan is ruled out because between two vacuums it would read all dead rows each time.
 */
export async function beginBatch(
  client: ClientBase,
  schema: string,
  limits: BatchLimits,
): Promise<OutboxBatch | 'busy'> {
  // One message to the server for four statements; it takes no parameters, and these are numbers and checked names.
  const results = (await client.query(`
    BEGIN ISOLATION LEVEL READ COMMITTED;
    SET LOCAL enable_seqscan = off;
    SELECT pg_try_advisory_xact_lock(hashtext('kentongan outbox'), hashtext('${schema}')) AS locked;
    ${batchSql(schema, limits)}`)) as unknown as readonly QueryResult[];
  if (results[2]?.rows[0]?.locked !== true) return 'busy';
  return toBatch((results[3]?.rows ?? []) as BatchRow[], limits.batchRowsMax);
}

/** Rows that stay are told without their values: they only show why the batch ends. */
function batchSql(schema: string, { batchRowsMax, batchBytesMax }: BatchLimits): string {
  return `
    SELECT id, stream, key, CASE WHEN is_settled AND fits THEN value END AS value, headers, is_settled, fits
    FROM (
      SELECT id, stream, key, value, headers, bool_and(is_settled) OVER in_order AS is_settled,
        coalesce(sum(octet_length(value)) OVER in_order, 0) - coalesce(octet_length(value), 0)
          < ${Math.floor(batchBytesMax)} AS fits
      FROM (
        SELECT id, stream, key, value, headers,
          transaction_id < pg_snapshot_xmin(pg_current_snapshot()) AS is_settled
        FROM ${quotedSchema(schema)}.outbox ORDER BY id LIMIT ${Math.floor(batchRowsMax)}
      ) AS next_rows
      WINDOW in_order AS (ORDER BY id ROWS UNBOUNDED PRECEDING)
    ) AS measured
    ORDER BY id`;
}

function toBatch(rows: readonly BatchRow[], batchRowsMax: number): OutboxBatch {
  const firstStaying = rows.findIndex((row) => !row.is_settled || !row.fits);
  const leaving = firstStaying < 0 ? rows : rows.slice(0, firstStaying);
  const streams = new Map<string, OutboxRecord[]>();
  for (const { stream, key, value, headers } of leaving) {
    const record = { key, value, headers: headers ?? {} };
    const records = streams.get(stream);
    if (records) records.push(record);
    else streams.set(stream, [record]);
  }
  const mayMoreWait = firstStaying < 0 ? rows.length >= batchRowsMax : rows[firstStaying]?.is_settled;
  const rest = mayMoreWait ? 'more' : firstStaying < 0 ? 'done' : 'held';
  return { ids: leaving.map(({ id }) => id), streams, rest };
}

/** Forgets what was published and ends the transaction. */
export async function finishBatch(client: ClientBase, schema: string, ids: readonly string[]): Promise<void> {
  if (ids.length > 0)
    await client.query({
      name: `outbox-delete-${schema}`,
      text: `DELETE FROM ${quotedSchema(schema)}.outbox WHERE id = ANY($1::bigint[])`,
      values: [ids],
    });
  await client.query('COMMIT');
}

import type { ClientBase } from 'pg';
import { quotedSchema } from '../schema-name.js';

/** A message that leaves together with the caller's transaction. */
export interface OutboxRow {
  readonly stream: string;
  readonly key: string;
  /** Null withdraws the key of a compacted stream. */
  readonly value: Uint8Array | null;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A statement with more parameters' text than this only makes the server hold more memory, not the work faster. */
const statementRowsMax = 2_000;

/**
 * Writes messages in the caller's transaction: they are published if and only if it commits, in this order per key.
 * Writers of the same key must exclude each other (a row lock on what they change); no other order exists to keep.
 * Call the relay's `wake` after the commit.
 */
export async function appendToOutbox(
  client: ClientBase,
  schema: string,
  rows: readonly OutboxRow[],
): Promise<void> {
  for (let first = 0; first < rows.length; first += statementRowsMax)
    await appendAtOnce(client, schema, rows.slice(first, first + statementRowsMax));
}

/**
 * All values travel as one binary parameter that the server cuts up by length: as an array of bytea each would be
 * written out in hexadecimal, twice as long. Named, as it runs many times a second: planned once for each connection.
 */
async function appendAtOnce(client: ClientBase, schema: string, rows: readonly OutboxRow[]): Promise<void> {
  const lengths = rows.map(({ value }) => value?.byteLength ?? null);
  const starts: number[] = [];
  let next = 1; // SQL counts bytes from 1
  for (const length of lengths) {
    starts.push(next);
    next += length ?? 0;
  }
  await client.query({
    name: `outbox-append-${schema}`,
    text: `INSERT INTO ${quotedSchema(schema)}.outbox (stream, key, value, headers)
     SELECT stream, key, substring($3::bytea FROM start FOR length), headers::jsonb
     FROM unnest($1::text[], $2::text[], $4::int[], $5::int[], $6::text[]) AS row (stream, key, start, length, headers)`,
    values: [
      rows.map(({ stream }) => stream),
      rows.map(({ key }) => key),
      Buffer.concat(rows.flatMap(({ value }) => (value ? [value] : []))),
      starts,
      lengths,
      rows.map(({ headers }) => (headers ? JSON.stringify(headers) : null)),
    ],
  });
}

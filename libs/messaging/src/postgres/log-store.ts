import type { Clock } from '@kentongan/platform';
import type pg from 'pg';
import type { PlacedRecord } from '../publish-queue.js';
import { Chunk, encodeChunk } from './chunk.js';
import { type Head, parseOffsets } from './heads.js';
import { queryTimeoutMilliseconds, readBytesMax, readChunksMax } from './limits.js';
import type { Cursor, Slice, StreamStore } from './stream-store.js';
import { Tail } from './tail.js';

interface AppendedRow {
  day: string;
  sequence: string;
  next_offsets: string;
}

interface ChunkRow extends AppendedRow {
  appended_at: Date;
  payload: Buffer;
}

/** A log stream in its day partitions, with the newest chunks of this process in memory. */
export class LogStore implements StreamStore {
  readonly #tail = new Tail();

  constructor(
    private readonly pool: pg.Pool,
    private readonly clock: Clock,
    readonly id: number,
    readonly name: string,
    readonly partitions: number,
  ) {}

  async append(records: readonly PlacedRecord[], announce: boolean): Promise<Head> {
    const counts = new Array<number>(this.partitions).fill(0);
    for (const { partition } of records) counts[partition] = (counts[partition] ?? 0) + 1;
    const payload = encodeChunk(records);
    const appendedAt = new Date(this.clock.now()).toISOString();
    const { rows } = await this.pool.query<AppendedRow>({
      name: `append ${this.id}`,
      text: `SELECT * FROM messaging.append_${this.id}($1, $2, $3, $4, $5)`,
      values: [appendedAt, counts, records.length, payload, announce],
      query_timeout: queryTimeoutMilliseconds,
    } as pg.QueryConfig);
    const row = rows[0] as AppendedRow;
    const head = { sequence: Number(row.sequence), nextOffsets: parseOffsets(row.next_offsets) };
    this.#tail.push(new Chunk(head.sequence, row.day, appendedAt, head.nextOffsets, payload));
    return head;
  }

  async read(cursor: Cursor, recordsMax: number): Promise<readonly Slice[]> {
    return this.#tail.from(cursor.sequence, recordsMax) ?? (await this.#readRows(cursor, recordsMax));
  }

  async #readRows(cursor: Cursor, recordsMax: number): Promise<readonly Chunk[]> {
    const { rows } = await this.pool.query<ChunkRow>({
      name: `read ${this.id}`,
      text: `SELECT to_char(day, 'YYYY-MM-DD') AS day, sequence, appended_at, next_offsets::text, payload FROM (
          SELECT *, sum(records) OVER (ORDER BY day, sequence) - records AS records_before,
            sum(length(payload)) OVER (ORDER BY day, sequence) - length(payload) AS bytes_before
          FROM (SELECT * FROM messaging.log_${this.id} WHERE day >= $1::date AND sequence >= $2
            ORDER BY day, sequence LIMIT ${readChunksMax}) AS next_chunks) AS counted
        WHERE records_before < $3 AND bytes_before < ${readBytesMax}`,
      values: [cursor.day, cursor.sequence, recordsMax],
      query_timeout: queryTimeoutMilliseconds,
    } as pg.QueryConfig);
    return rows.map(
      (row) =>
        new Chunk(
          Number(row.sequence),
          row.day,
          row.appended_at.toISOString(),
          parseOffsets(row.next_offsets),
          row.payload,
        ),
    );
  }

  async locate(partition: number, offset: number): Promise<Cursor> {
    const { rows } = await this.pool.query<{ day: string; sequence: string }>(
      `SELECT * FROM messaging.locate_${this.id}($1, $2)`,
      [partition, offset],
    );
    return { day: rows[0]?.day ?? '-infinity', sequence: Number(rows[0]?.sequence ?? 1) };
  }
}

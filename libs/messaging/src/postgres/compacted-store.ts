import type { Clock } from '@kentongan/platform';
import type pg from 'pg';
import type { PlacedRecord } from '../publish-queue.js';
import type { StreamRecord } from '../stream.port.js';
import type { Head } from './heads.js';
import { queryTimeoutMilliseconds, readBytesMax } from './limits.js';
import type { Cursor, Slice, StreamStore } from './stream-store.js';

interface KeyRow {
  record_offset: string;
  key: Buffer;
  appended_at: Date;
  headers: string | null;
  value: Buffer | null;
}

/** A compacted stream: a keyed table in one partition. Its sequence is the offset itself. */
export class CompactedStore implements StreamStore {
  readonly partitions = 1;

  constructor(
    private readonly pool: pg.Pool,
    private readonly clock: Clock,
    readonly id: number,
    readonly name: string,
  ) {}

  async append(records: readonly PlacedRecord[], announce: boolean): Promise<Head> {
    // One statement cannot write a key twice: within an append only the last one of a key counts.
    const latest = new Map(records.map((record, index) => [record.key, { record, index }]));
    const kept = [...latest.values()].sort((a, b) => a.index - b.index);
    const starts: number[] = [];
    let size = 0;
    for (const { record } of kept) {
      starts.push(size + 1);
      size += record.value?.byteLength ?? 0;
    }
    const { rows } = await this.pool.query<{ sequence: string }>({
      name: `append ${this.id}`,
      text: `SELECT * FROM messaging.append_${this.id}($1, $2, $3, $4, $5, $6, $7, $8)`,
      values: [
        new Date(this.clock.now()).toISOString(),
        kept.map(({ record }) => Buffer.from(record.key)),
        kept.map(({ index }) => index),
        kept.map(({ record }) => (record.headers ? JSON.stringify(record.headers) : null)),
        starts,
        kept.map(({ record }) => (record.value ? record.value.byteLength : -1)),
        Buffer.concat(kept.map(({ record }) => record.value ?? Buffer.alloc(0))),
        announce,
      ],
      query_timeout: queryTimeoutMilliseconds,
    } as pg.QueryConfig);
    const sequence = Number(rows[0]?.sequence);
    return { sequence, nextOffsets: [sequence + 1] };
  }

  async read(cursor: Cursor, recordsMax: number): Promise<readonly Slice[]> {
    const { rows } = await this.pool.query<KeyRow>({
      name: `read ${this.id}`,
      text: `SELECT record_offset, key, appended_at, headers, value FROM (
          SELECT *, sum(coalesce(length(value), 0)) OVER (ORDER BY record_offset) - coalesce(length(value), 0) AS bytes_before
          FROM (SELECT * FROM messaging.table_${this.id} WHERE record_offset >= $1
            ORDER BY record_offset LIMIT $2) AS next_rows) AS counted
        WHERE bytes_before < ${readBytesMax}`,
      values: [cursor.sequence, recordsMax],
      query_timeout: queryTimeoutMilliseconds,
    } as pg.QueryConfig);
    return rows.map((row) => {
      const record: StreamRecord = {
        partition: 0,
        offset: Number(row.record_offset),
        key: row.key.toString(),
        value: row.value,
        headers: row.headers === null ? {} : JSON.parse(row.headers),
        appendedAt: row.appended_at.toISOString(),
      };
      return { sequence: record.offset, day: '', records: [record] };
    });
  }

  async locate(_partition: number, offset: number): Promise<Cursor> {
    return { day: '', sequence: offset };
  }
}

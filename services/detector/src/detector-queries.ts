import type { Signal } from '@kentongan/contracts';
import { DATABASE_POOL } from '@kentongan/database';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { detectorSchema as s } from './detector.schema.js';

export interface SignalQuery {
  /** All regions when absent. */
  readonly regionIds?: readonly string[] | undefined;
  readonly order: 'newest' | 'oldest';
  readonly limit: number;
  /** `next` of the page before: with `newest` older signals follow, with `oldest` newer ones. */
  readonly after?: number | undefined;
}

/** A statement as it went out. `sequence` rises in the order in which statements were stored. */
export interface StoredSignal {
  readonly sequence: number;
  readonly regionId: string;
  readonly recordedAt: string;
  readonly signal: Signal;
}

/** Signals as they were stored; each version of an alarm is a row. */
@Injectable()
export class DetectorQueries {
  constructor(@Inject(DATABASE_POOL) private readonly pool: pg.Pool) {}

  async signals({ regionIds, order, limit, after }: SignalQuery): Promise<StoredSignal[]> {
    const [direction, comparison] = order === 'newest' ? ['DESC', '<'] : ['ASC', '>'];
    const { rows } = await this.pool.query<{ sequence: string; region_id: string; at: Date; signal: Signal }>(
      `SELECT sequence, region_id, recorded_at AS at, signal FROM ${s}.signals
       WHERE ($1::text[] IS NULL OR region_id = ANY($1)) AND ($2::bigint IS NULL OR sequence ${comparison} $2)
       ORDER BY sequence ${direction} LIMIT $3`,
      [regionIds ?? null, after ?? null, limit],
    );
    return rows.map((row) => ({
      sequence: Number(row.sequence),
      regionId: row.region_id,
      recordedAt: row.at.toISOString(),
      signal: row.signal,
    }));
  }
}

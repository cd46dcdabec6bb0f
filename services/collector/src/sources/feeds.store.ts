import { type Event, encodeEvent, sourcesObserved } from '@kentongan/contracts';
import { appendToOutbox, withTransaction } from '@kentongan/database';
import type pg from 'pg';
import { collectorSchema } from '../collector.schema.js';
import type { SourceCursor } from './source.port.js';
import type { SourceStatus } from './source-state.js';

export interface StoredFeed {
  readonly cursor: SourceCursor;
  /** null = never polled. */
  readonly status: SourceStatus | null;
}

interface FeedRow {
  readonly cursor: SourceCursor;
  readonly state: SourceStatus['state'] | null;
  readonly since: Date | null;
  readonly detail: string;
  readonly failures: number;
  readonly failure: SourceStatus['failure'];
}

/** Cursor and state of each feed of a region. A change of state is told in the transaction that saves it. */
export class FeedsStore {
  constructor(
    private readonly pool: pg.Pool,
    private readonly afterCommit: () => void,
  ) {}

  async read(regionId: string, sourceId: string): Promise<StoredFeed> {
    const result = await this.pool.query<FeedRow>(
      `SELECT cursor, state, since, detail, failures, failure FROM ${collectorSchema}.feeds WHERE region_id = $1 AND source_id = $2`,
      [regionId, sourceId],
    );
    const row = result.rows[0];
    if (!row) return { cursor: {}, status: null };
    const { state, since, detail, failures, failure } = row;
    return {
      cursor: row.cursor,
      status: state && since ? { state, since: since.getTime(), detail, failures, failure } : null,
    };
  }

  /** @param event goes out on sources.observed: the state changed */
  async save(
    regionId: string,
    sourceId: string,
    { cursor, status }: { readonly cursor: SourceCursor; readonly status: SourceStatus },
    event: Event | null,
  ): Promise<void> {
    await withTransaction(this.pool, async (client) => {
      await client.query(saveSql, [
        regionId,
        sourceId,
        JSON.stringify(cursor),
        status.state,
        new Date(status.since).toISOString(),
        status.detail,
        status.failures,
        status.failure,
      ]);
      if (event)
        await appendToOutbox(client, collectorSchema, [
          { stream: sourcesObserved.name, key: regionId, value: encodeEvent(event) },
        ]);
    });
    this.afterCommit();
  }
}

const saveSql = `
  INSERT INTO ${collectorSchema}.feeds AS f
    (region_id, source_id, cursor, state, since, detail, failures, failure, polled_at)
  VALUES ($1, $2, $3::jsonb, $4, $5::timestamptz, $6, $7, $8, now())
  ON CONFLICT (region_id, source_id) DO UPDATE SET cursor = excluded.cursor, state = excluded.state, since = excluded.since,
    detail = excluded.detail, failures = excluded.failures, failure = excluded.failure, polled_at = excluded.polled_at`;

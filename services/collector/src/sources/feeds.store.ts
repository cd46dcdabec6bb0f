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
    /** Names this process among the collectors. */
    private readonly collectorId: string,
  ) {}

  /**
   * Takes a feed for one poll. Settings of another `version` are polled at once, whatever is said of the old ones.
   * @returns 0 when it is this collector's now; else the seconds until it is worth asking again
   */
  async claim(regionId: string, sourceId: string, version: string): Promise<number> {
    const values = [regionId, sourceId, version, this.collectorId];
    const claimed = await this.pool.query(claimSql, values);
    if (claimed.rowCount !== 0) return 0;
    const { rows } = await this.pool.query<{ seconds: number }>(
      `SELECT extract(epoch FROM greatest(next_poll_at, leased_until) - now())::float8 AS seconds
       FROM ${collectorSchema}.feeds WHERE region_id = $1 AND source_id = $2`,
      [regionId, sourceId],
    );
    return Math.max(waitSecondsMin, rows[0]?.seconds ?? 0);
  }

  /** Gives back a feed whose poll came to nothing: others need not wait for its lease to end. */
  async release(regionId: string, sourceId: string): Promise<void> {
    await this.pool.query(
      `UPDATE ${collectorSchema}.feeds SET leased_until = NULL, leased_by = NULL
       WHERE region_id = $1 AND source_id = $2 AND leased_by = $3`,
      [regionId, sourceId, this.collectorId],
    );
  }

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
    {
      cursor,
      status,
      secondsToNextPoll,
    }: {
      readonly cursor: SourceCursor;
      readonly status: SourceStatus;
      readonly secondsToNextPoll: number;
    },
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
        secondsToNextPoll,
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
    (region_id, source_id, cursor, state, since, detail, failures, failure, polled_at, next_poll_at)
  VALUES ($1, $2, $3::jsonb, $4, $5::timestamptz, $6, $7, $8, now(), now() + make_interval(secs => $9))
  ON CONFLICT (region_id, source_id) DO UPDATE SET cursor = excluded.cursor, state = excluded.state, since = excluded.since,
    detail = excluded.detail, failures = excluded.failures, failure = excluded.failure, polled_at = excluded.polled_at, next_poll_at = excluded.next_poll_at,
    leased_until = NULL, leased_by = NULL`;

/** Longer than a poll with all its posts can take; whoever died with a lease holds a feed up this long. */
const leaseSeconds = 120;
const waitSecondsMin = 1;
/** A timer that rings a little early finds its own poll due. */
const earlySeconds = 1;

const claimSql = `
  INSERT INTO ${collectorSchema}.feeds AS f (region_id, source_id, cursor, polled_at, version, leased_by, leased_until)
  VALUES ($1, $2, '{}', now(), $3, $4, now() + interval '${leaseSeconds} seconds')
  ON CONFLICT (region_id, source_id) DO UPDATE SET version = excluded.version, leased_by = excluded.leased_by,
    leased_until = excluded.leased_until
  WHERE f.version IS DISTINCT FROM excluded.version OR (
    (f.leased_until IS NULL OR f.leased_until <= now() OR f.leased_by = excluded.leased_by)
    AND (f.next_poll_at IS NULL OR f.next_poll_at <= now() + interval '${earlySeconds} seconds'))`;

import type pg from 'pg';
import type { StreamStore } from './stream-store.js';

export interface AssignedPartition {
  readonly partition: number;
  readonly epoch: number;
  readonly nextOffset: number;
  /** False: give it back once the batch in work is done, a newcomer is due its share. */
  readonly keep: boolean;
}

/** The database side of one subscription: joining its group, taking and giving back partitions. */
export class Assignment {
  #subscriptionId = 0;
  #memberId = 0;

  constructor(
    private readonly pool: pg.Pool,
    private readonly store: StreamStore,
    readonly group: string,
  ) {}

  get subscriptionId(): number {
    return this.#subscriptionId;
  }

  async join(memberId: number): Promise<void> {
    this.#memberId = memberId;
    await this.pool.query(
      `INSERT INTO messaging.positions (stream_id, group_name, partition)
       SELECT $1, $2, p FROM generate_series(0, $3::int - 1) p ON CONFLICT DO NOTHING`,
      [this.store.id, this.group, this.store.partitions],
    );
    const { rows } = await this.pool.query<{ subscription_id: number }>(
      `INSERT INTO messaging.subscriptions (member_id, stream_id, group_name) VALUES ($1, $2, $3) RETURNING subscription_id`,
      [memberId, this.store.id, this.group],
    );
    this.#subscriptionId = rows[0]?.subscription_id ?? 0;
  }

  /** Takes this subscription's share and says what it owns now. */
  async take(): Promise<AssignedPartition[]> {
    // A process that slept for long was forgotten, its subscriptions with it: it joins again under its old number.
    await this.pool.query(
      `INSERT INTO messaging.subscriptions OVERRIDING SYSTEM VALUE VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
      [this.#subscriptionId, this.#memberId, this.store.id, this.group],
    );
    const { rows } = await this.pool.query<{
      partition: number;
      epoch: number;
      next_offset: string;
      keep: boolean;
    }>('SELECT * FROM messaging.assign($1)', [this.#subscriptionId]);
    return rows.map((row) => ({
      partition: row.partition,
      epoch: row.epoch,
      nextOffset: Number(row.next_offset),
      keep: row.keep,
    }));
  }

  /** Gives partitions back and tells the others. */
  async release(partitions: readonly number[]): Promise<void> {
    await this.pool.query(
      `WITH freed AS (UPDATE messaging.positions SET owner = NULL
         WHERE stream_id = $1 AND group_name = $2 AND owner = $3 AND partition = ANY ($4) RETURNING 1)
       SELECT pg_notify('messaging', 'members') FROM (SELECT count(*) FROM freed) AS counted`,
      [this.store.id, this.group, this.#subscriptionId, partitions],
    );
  }

  /** Leaves the group; whatever it still owned is free. */
  async leave(): Promise<void> {
    await this.pool.query(
      `WITH freed AS (UPDATE messaging.positions SET owner = NULL
         WHERE stream_id = $1 AND group_name = $2 AND owner = $3),
       gone AS (DELETE FROM messaging.subscriptions WHERE subscription_id = $3)
       SELECT pg_notify('messaging', 'members')`,
      [this.store.id, this.group, this.#subscriptionId],
    );
  }

  /** The next offset to commit of every partition, whoever owns it. */
  async committed(): Promise<Map<number, number>> {
    const { rows } = await this.pool.query<{ partition: number; next_offset: string }>(
      'SELECT partition, next_offset FROM messaging.positions WHERE stream_id = $1 AND group_name = $2',
      [this.store.id, this.group],
    );
    return new Map(rows.map((row) => [row.partition, Number(row.next_offset)]));
  }
}

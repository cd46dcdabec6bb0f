import type { DetectorChanges, DetectorChunk } from '@kentongan/bursts';
import { type Event, encodeEvent, issuesSignalled, type Signal } from '@kentongan/contracts';
import { appendToOutbox, withTransaction } from '@kentongan/database';
import type { StreamNumbering } from '@kentongan/messaging';
import type pg from 'pg';
import { detectorSchema as s } from './detector.schema.js';
import { forgetPlaces } from './forget-places.js';
import type { RegionRules } from './region-rules.js';

export interface RegionSignal {
  readonly regionId: string;
  readonly signal: Signal;
}

export interface RegionChanges {
  readonly regionId: string;
  readonly changes: DetectorChanges;
}

export interface SavedRegion {
  readonly regionId: string;
  readonly region: string;
  readonly keys: readonly { readonly key: string; readonly state: string }[];
  readonly chunks: readonly DetectorChunk[];
}

export interface SavedRules {
  readonly regionId: string;
  readonly fromOffset: number;
  readonly rules: RegionRules;
}

export interface ClaimedPlace {
  /** The next offset to read; null when nothing was saved that counts on this stream. */
  readonly nextOffset: number | null;
  readonly isOtherStream: boolean;
}

/** Another process has taken the partition over: what this one holds of it is stale and must not be written. */
export class PartitionTaken extends Error {
  constructor(partition: number) {
    super(`partition ${partition} is now another detector's`);
  }
}

const keysPerStatementMax = 2_000;

/** The detector's tables. Every write names the owner of the partition, so that a process that hung cannot undo another's work. */
export class DetectorStore {
  constructor(
    private readonly pool: pg.Pool,
    private readonly owner: string,
    private readonly afterCommit: () => void,
    private readonly newId: () => string,
  ) {}

  /**
   * Makes this process the owner of a partition. An offset that the stream cannot mean, because it is another one or
   * ends before it, is forgotten.
   */
  async claim(partition: number, { identity, ends }: StreamNumbering): Promise<ClaimedPlace> {
    return withTransaction(this.pool, async (client) => {
      const { rows } = await client.query<{ next_offset: string | null; stream_identity: string | null }>(
        `INSERT INTO ${s}.positions (partition, owner) VALUES ($1, $2)
         ON CONFLICT (partition) DO UPDATE SET owner = $2 RETURNING next_offset, stream_identity`,
        [partition, this.owner],
      );
      const { next_offset: saved = null, stream_identity: of = null } = rows[0] ?? {};
      const offset = saved === null ? null : Number(saved);
      const isOther = offset !== null && ((of ?? identity) !== identity || offset > (ends[partition] ?? 0));
      if (isOther) await forgetPlaces(client, partition);
      await client.query(`UPDATE ${s}.positions SET stream_identity = $2 WHERE partition = $1`, [
        partition,
        identity,
      ]);
      return { nextOffset: isOther ? null : offset, isOtherStream: isOther };
    });
  }

  async loadRegions(partition: number): Promise<SavedRegion[]> {
    const { rows } = await this.pool.query<{ region_id: string; state: string }>(
      `SELECT region_id, state FROM ${s}.regions WHERE partition = $1`,
      [partition],
    );
    return Promise.all(rows.map((row) => this.loadRegion(row.region_id, row.state)));
  }

  private async loadRegion(regionId: string, region: string): Promise<SavedRegion> {
    const keys = await this.pool.query<{ key: string; state: string }>(
      `SELECT key, state FROM ${s}.keys WHERE region_id = $1`,
      [regionId],
    );
    const chunks = await this.pool.query<{ kind: DetectorChunk['kind']; position: string; body: Buffer }>(
      `SELECT kind, position, body FROM ${s}.chunks WHERE region_id = $1 ORDER BY id`,
      [regionId],
    );
    return { regionId, region, keys: keys.rows, chunks: chunks.rows.map(asChunk) };
  }

  async loadRules(partition: number): Promise<SavedRules[]> {
    const { rows } = await this.pool.query<{ region_id: string; from_offset: string; rules: RegionRules }>(
      `SELECT region_id, from_offset, rules FROM ${s}.rules WHERE partition = $1 ORDER BY from_offset`,
      [partition],
    );
    return rows.map((row) => ({
      regionId: row.region_id,
      fromOffset: Number(row.from_offset),
      rules: row.rules,
    }));
  }

  /** Durable before the rules are applied, so that a restart applies them from the same post on. */
  async saveRules(partition: number, { regionId, fromOffset, rules }: SavedRules): Promise<void> {
    await this.pool.query(
      `INSERT INTO ${s}.rules (region_id, partition, from_offset, rules) VALUES ($1, $2, $3, $4)
       ON CONFLICT (region_id, from_offset) DO UPDATE SET rules = excluded.rules`,
      [regionId, partition, fromOffset, JSON.stringify(rules)],
    );
  }

  /** Signals and their messages in one transaction. Those known already are left alone: they were sent before. */
  async saveSignals(partition: number, signals: readonly RegionSignal[]): Promise<void> {
    await withTransaction(this.pool, async (client) => {
      await this.requireOwner(client, partition);
      await this.insertSignals(client, signals);
    });
    this.afterCommit();
  }

  /** Signals, the counters' changes and the offset in one transaction. */
  async saveCheckpoint(
    partition: number,
    nextOffset: number,
    regions: readonly RegionChanges[],
    signals: readonly RegionSignal[],
  ): Promise<void> {
    await withTransaction(this.pool, async (client) => {
      await this.requireOwner(client, partition);
      await client.query(`UPDATE ${s}.positions SET next_offset = $2 WHERE partition = $1`, [
        partition,
        nextOffset,
      ]);
      for (const region of regions) await saveRegion(client, partition, region);
      await this.insertSignals(client, signals);
    });
    if (signals.length > 0) this.afterCommit();
  }

  /** Tells other detectors how many posts this one holds back of a partition; nothing once it is another's. */
  async saveHeldBack(partition: number, posts: number): Promise<void> {
    await this.pool.query(
      `UPDATE ${s}.positions SET held_back = $2 WHERE partition = $1 AND owner = $3 AND held_back <> $2`,
      [partition, posts, this.owner],
    );
  }

  /** Posts held back in partitions of other detectors, as they said last. */
  async heldBackElsewhere(): Promise<number> {
    const { rows } = await this.pool.query<{ posts: string | null }>(
      `SELECT sum(held_back) AS posts FROM ${s}.positions WHERE owner <> $1`,
      [this.owner],
    );
    return Number(rows[0]?.posts ?? 0);
  }

  private async requireOwner(client: pg.ClientBase, partition: number): Promise<void> {
    const { rowCount } = await client.query(
      `SELECT 1 FROM ${s}.positions WHERE partition = $1 AND owner = $2 FOR UPDATE`,
      [partition, this.owner],
    );
    if (rowCount === 0) throw new PartitionTaken(partition);
  }

  private async insertSignals(client: pg.ClientBase, signals: readonly RegionSignal[]): Promise<void> {
    if (signals.length === 0) return;
    // One writer at a time until its commit: whoever follows by sequence must never find a lower one later.
    await client.query(`SELECT pg_advisory_xact_lock(hashtext('kentongan detector signals'))`);
    for (const { regionId, signal } of signals) {
      const { rowCount } = await client.query(
        `INSERT INTO ${s}.signals (region_id, signal_id, version, signal) VALUES ($1, $2, $3, $4)
         ON CONFLICT DO NOTHING`,
        [regionId, signal.signalId, signal.version, JSON.stringify(signal)],
      );
      if (rowCount === 0) continue;
      const event = this.eventOf(regionId, signal);
      const key = issuesSignalled.key(event);
      await appendToOutbox(client, s, [{ stream: issuesSignalled.name, key, value: encodeEvent(event) }]);
    }
  }

  private eventOf(regionId: string, signal: Signal): Event<'issue.signalled', Signal> {
    return {
      id: this.newId(),
      type: 'issue.signalled',
      v: 1,
      occurredAt: signal.windowEnd,
      regionId,
      correlationId: signal.signalId,
      causationId: signal.tippingPost.postId.slice(0, 200),
      data: signal,
    };
  }
}

async function saveRegion(
  client: pg.ClientBase,
  partition: number,
  { regionId, changes }: RegionChanges,
): Promise<void> {
  await client.query(
    `INSERT INTO ${s}.regions (region_id, partition, state) VALUES ($1, $2, $3)
     ON CONFLICT (region_id) DO UPDATE SET partition = excluded.partition, state = excluded.state`,
    [regionId, partition, changes.region],
  );
  for (let first = 0; first < changes.keys.length; first += keysPerStatementMax) {
    const keys = changes.keys.slice(first, first + keysPerStatementMax);
    await client.query(
      `INSERT INTO ${s}.keys (region_id, key, state) SELECT $1, key, state FROM unnest($2::text[], $3::text[]) AS row (key, state)
       ON CONFLICT (region_id, key) DO UPDATE SET state = excluded.state`,
      [regionId, keys.map(({ key }) => key), keys.map(({ state }) => state)],
    );
  }
  if (changes.forgottenKeys.length > 0)
    await client.query(`DELETE FROM ${s}.keys WHERE region_id = $1 AND key = ANY($2::text[])`, [
      regionId,
      changes.forgottenKeys,
    ]);
  for (const { kind, position, body } of changes.chunks)
    await client.query(`INSERT INTO ${s}.chunks (region_id, kind, position, body) VALUES ($1, $2, $3, $4)`, [
      regionId,
      kind,
      position,
      Buffer.from(body as string),
    ]);
  const { seen, counted, copies } = changes.chunksFrom;
  await client.query(
    `DELETE FROM ${s}.chunks WHERE region_id = $1
       AND ((kind = 'seen' AND position < $2) OR (kind = 'counted' AND position < $3) OR (kind = 'copies' AND position < $4))`,
    [regionId, seen, counted, copies],
  );
}

function asChunk(row: { kind: DetectorChunk['kind']; position: string; body: Buffer }): DetectorChunk {
  const position = Number(row.position);
  return row.kind === 'seen'
    ? { kind: 'seen', position, body: row.body }
    : { kind: row.kind, position, body: row.body.toString('utf8') };
}

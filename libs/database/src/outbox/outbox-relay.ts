import { once } from 'node:events';
import type { Pool } from 'pg';
import { connectionLost, giveBack } from '../connection/borrowed-client.js';
import { quotedSchema } from '../schema-name.js';
import { beginBatch, finishBatch, type OutboxBatch, type OutboxRecord } from './outbox-batch.js';
import { type OutboxLag, readOutboxLag } from './outbox-lag.js';

export interface OutboxRelayOptions {
  readonly pool: Pool;
  readonly schema: string;
  /** Resolves when the records are durable. Called again with the same records after a rejection or a crash. */
  readonly publish: (stream: string, records: readonly OutboxRecord[]) => Promise<void>;
  /** Default 500. */
  readonly batchRowsMax?: number;
  /** Default 4,000,000; a single row may be larger. */
  readonly batchBytesMax?: number;
  /** How often the table is looked at without a wake-up. Default 100. */
  readonly pollMilliseconds?: number;
  /** Told about every 5 seconds. */
  readonly onLag?: (lag: OutboxLag) => void;
  /** Told of every failed round; the relay goes on trying. */
  readonly onFailure: (error: unknown) => void;
}

/**
 * Once writers wake the relay, polling only finds what another process left behind, so an idle relay slows down to
 * this: six idle relays at 100 ms would otherwise keep the server awake for nothing.
 */
const idlePollMilliseconds = 1_000;
/** Rows held back by an open transaction, or by another relay at work, are looked at again soon, then less often. */
const heldWaitMilliseconds = { first: 5, most: 100 };
const failureWaitMilliseconds = { first: 100, most: 5_000 };
const lagEveryMilliseconds = 5_000;

/** What a look at the table found: nothing, or rows, of which some are held back, more wait, or none is left. */
type Round = 'empty' | OutboxBatch['rest'];

/**
 * Publishes a schema's outbox in id order, at least once, and deletes what was published. Any number of relays may run
 * for one schema: an advisory lock lets one work at a time (skipping locked rows instead would break the order of a key).
 */
export class OutboxRelay {
  private readonly woken = new EventTarget();
  private readonly stopping = new AbortController();
  private isWakePending = false;
  private isWokenByWriters = false;
  private lagDueAt = 0;
  private heldWait = heldWaitMilliseconds.first;
  private idleWait = 0;
  private running: Promise<void> | undefined;

  constructor(private readonly options: OutboxRelayOptions) {
    quotedSchema(options.schema); // a wrong name fails here, not in the background
  }

  start(): void {
    this.running ??= this.run();
  }

  /** Call after a commit that appended rows. Cheap, never waits. */
  wake(): void {
    this.isWokenByWriters = true;
    this.isWakePending = true;
    this.woken.dispatchEvent(new Event('wake'));
  }

  /** Lets the batch in work end, then resolves. Rows that still wait stay in the table. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    let failureWait = failureWaitMilliseconds.first;
    while (!this.stopping.signal.aborted) {
      try {
        this.isWakePending = false;
        await this.reportLag();
        const wait = this.waitAfter(await this.publishBatch());
        failureWait = failureWaitMilliseconds.first;
        if (wait > 0 && !this.isWakePending) await this.pause(wait, true);
      } catch (error) {
        this.options.onFailure(error);
        await this.pause(failureWait, false);
        failureWait = Math.min(failureWait * 2, failureWaitMilliseconds.most);
      }
    }
  }

  /** Milliseconds until the next look. */
  private waitAfter(round: Round): number {
    const poll = this.options.pollMilliseconds ?? 100;
    const { first, most } = heldWaitMilliseconds;
    const { heldWait, idleWait } = this;
    this.heldWait = round === 'held' ? Math.min(heldWait * 2, most) : first;
    this.idleWait = round === 'empty' ? Math.min(idleWait * 2, idlePollMilliseconds) : poll;
    switch (round) {
      case 'more':
        return 0;
      case 'held':
        return Math.min(heldWait, poll);
      case 'done':
        return poll;
      case 'empty':
        return this.isWokenByWriters ? Math.max(idleWait, poll) : poll;
    }
  }

  private async publishBatch(): Promise<Round> {
    const { pool, schema, publish, batchRowsMax = 500, batchBytesMax = 4_000_000 } = this.options;
    const { rows } = await pool.query(`SELECT 1 FROM ${quotedSchema(schema)}.outbox ORDER BY id LIMIT 1`);
    if (rows.length === 0) return 'empty';
    const client = await pool.connect();
    client.on('error', connectionLost);
    try {
      const batch = await beginBatch(client, schema, { batchRowsMax, batchBytesMax });
      if (batch === 'busy') {
        await client.query('ROLLBACK');
        giveBack(client);
        return 'held';
      }
      for (const [stream, records] of batch.streams) await publish(stream, records);
      await finishBatch(client, schema, batch.ids);
      giveBack(client);
      return batch.rest;
    } catch (error) {
      // The connection's state is unknown; closing it also gives the advisory lock to another relay.
      giveBack(client, true);
      throw error;
    }
  }

  private async reportLag(): Promise<void> {
    const { onLag, pool, schema } = this.options;
    if (!onLag || performance.now() < this.lagDueAt) return;
    this.lagDueAt = performance.now() + lagEveryMilliseconds;
    onLag(await readOutboxLag(pool, schema));
  }

  /** Ends early on `stop`, and on `wake` if asked to: a failing relay must not be driven by busy writers. */
  private async pause(milliseconds: number, endsOnWake: boolean): Promise<void> {
    const signal = AbortSignal.any([AbortSignal.timeout(milliseconds), this.stopping.signal]);
    await once(this.woken, endsOnWake ? 'wake' : 'never', { signal }).catch(() => {});
  }
}

import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestDatabase } from '@kentongan/testing';
import { withTransaction } from '../connection/transaction.js';
import { databaseWithSchema, until } from '../testing/database-schema.js';
import { appendToOutbox, type OutboxRow } from './append-to-outbox.js';
import { readOutboxLag } from './outbox-lag.js';
import { OutboxRelay, type OutboxRelayOptions } from './outbox-relay.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const rowOf = (key: string, text: string, stream = 'issues.changed'): OutboxRow => ({
  stream,
  key,
  value: bytes(text),
});

describe('the outbox', () => {
  let database: TestDatabase;
  let relays: OutboxRelay[] = [];
  beforeAll(async () => {
    database = await databaseWithSchema();
  });
  afterEach(async () => {
    await Promise.all(relays.map((relay) => relay.stop()));
    relays = [];
    await database.pool.query('DELETE FROM desk.outbox'); // what a failed test left must not fail the next ones
  });
  afterAll(() => database.drop());

  const append = (...rows: OutboxRow[]) =>
    withTransaction(database.pool, (client) => appendToOutbox(client, 'desk', rows));
  const waiting = async () => (await readOutboxLag(database.pool, 'desk')).waitingRows;
  const failures: unknown[] = [];
  const relay = (options: Partial<OutboxRelayOptions> & Pick<OutboxRelayOptions, 'publish'>) => {
    const made = new OutboxRelay({
      pool: database.pool,
      schema: 'desk',
      pollMilliseconds: 20,
      onFailure: (error) => failures.push(error),
      ...options,
    });
    relays.push(made);
    made.start();
    return made;
  };
  /** Publishes into memory: `key=text` of each record, by stream. */
  const collector = () => {
    const published = new Map<string, string[]>();
    const publish: OutboxRelayOptions['publish'] = (stream, records) => {
      const texts = records.map(
        ({ key, value }) => `${key}=${value ? new TextDecoder().decode(value) : 'withdrawn'}`,
      );
      published.set(stream, [...(published.get(stream) ?? []), ...texts]);
      return Promise.resolve();
    };
    return { published, publish };
  };

  it('carries bytes, headers and withdrawals unchanged', async () => {
    const value = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    const records: unknown[] = [];
    await append(
      {
        stream: 'facts.recorded',
        key: 'a "quoted", {odd} \\ key',
        value,
        headers: { type: 'fact.recorded', v: '1' },
      },
      { stream: 'facts.recorded', key: 'empty', value: new Uint8Array() },
      { stream: 'facts.recorded', key: 'gone', value: null },
    );
    relay({ publish: async (_stream, batch) => void records.push(...batch) });
    await until(() => records.length === 3);
    expect(records).toEqual([
      {
        key: 'a "quoted", {odd} \\ key',
        value: Buffer.from(value),
        headers: { type: 'fact.recorded', v: '1' },
      },
      { key: 'empty', value: Buffer.alloc(0), headers: {} },
      { key: 'gone', value: null, headers: {} },
    ]);
  });

  it('publishes what was committed, in order, stream by stream, and nothing that was rolled back', async () => {
    const { published, publish } = collector();
    await append(rowOf('a', '1'), rowOf('b', '1', 'feedback.given'), rowOf('a', '2'));
    const failing = withTransaction(database.pool, async (client) => {
      await appendToOutbox(client, 'desk', [rowOf('a', 'never')]);
      throw new Error('rolled back');
    });
    await expect(failing).rejects.toThrow('rolled back');
    await append(...Array.from({ length: 25 }, (_, index) => rowOf('a', String(index + 3))));
    relay({ publish, batchRowsMax: 10 });
    await until(async () => (await waiting()) === 0);
    expect(published.get('feedback.given')).toEqual(['b=1']);
    expect(published.get('issues.changed')).toEqual(
      Array.from({ length: 27 }, (_, index) => `a=${index + 1}`),
    );
  });

  it('bounds a batch in bytes, and lets a single larger row through', async () => {
    const sizes: number[] = [];
    await append(...['a', 'b', 'c', 'd'].map((key) => rowOf(key, 'x'.repeat(key === 'c' ? 5_000 : 600))));
    const publish = async (_stream: string, records: readonly unknown[]) => void sizes.push(records.length);
    relay({ publish, batchBytesMax: 1_000, pollMilliseconds: 60_000 }); // so only "more waits" drives it on
    await until(async () => (await waiting()) === 0);
    expect(sizes).toEqual([2, 1, 1]);
  });

  it('keeps what could not be published and tries again, in the same order', async () => {
    const { published, publish } = collector();
    let refusals = 0;
    failures.length = 0;
    await append(rowOf('a', '1'), rowOf('a', '2'));
    relay({
      publish: async (stream, records) => {
        refusals += 1;
        if (refusals <= 2) throw new Error('the stream is down');
        await publish(stream, records);
      },
    });
    await until(async () => (await waiting()) === 0);
    expect(failures).toHaveLength(2);
    expect(published.get('issues.changed')).toEqual(['a=1', 'a=2']);
  });

  it('is emptied at once when a writer wakes the relay', async () => {
    const { published, publish } = collector();
    const sleeper = relay({ publish, pollMilliseconds: 3_600_000 });
    await new Promise((resolve) => setTimeout(resolve, 50)); // it has found the table empty and sleeps
    await append(rowOf('a', '1'));
    sleeper.wake();
    await until(() => published.size === 1);
    await append(rowOf('a', '2'));
    sleeper.wake();
    await until(() => published.get('issues.changed')?.length === 2);
  });

  it('skips nothing when 500 slow transactions hold lower ids than ones committed before them', async () => {
    const { published, publish } = collector();
    relay({ publish, pollMilliseconds: 1 });
    let heldBackMost = 0;
    const pairs = 500;
    for (let pair = 0; pair < pairs; pair += 1) {
      const slow = await database.pool.connect();
      await slow.query('BEGIN');
      await appendToOutbox(slow, 'desk', [rowOf(`slow-${pair}`, 'lower id')]);
      await append(rowOf(`fast-${pair}`, 'higher id, committed first'));
      if (pair % 50 === 0) {
        // The relay had every chance to take the later row, and did not.
        await new Promise((resolve) => setTimeout(resolve, 20));
        heldBackMost = Math.max(heldBackMost, (await readOutboxLag(database.pool, 'desk')).heldBackRows);
        expect(published.get('issues.changed') ?? []).not.toContain(
          `fast-${pair}=higher id, committed first`,
        );
      }
      await slow.query('COMMIT');
      slow.release();
    }
    await until(async () => (await waiting()) === 0);
    expect(heldBackMost).toBeGreaterThan(0);
    const texts = published.get('issues.changed') ?? [];
    expect(new Set(texts).size).toBe(2 * pairs);
    const order = texts.map((text) => text.split('=')[0]);
    expect(order).toEqual(
      Array.from({ length: pairs }, (_, pair) => [`slow-${pair}`, `fast-${pair}`]).flat(),
    );
  });

  it('keeps the order of a key whose first writer began its transaction last', async () => {
    const { published, publish } = collector();
    const [early, blocker] = [await database.pool.connect(), await database.pool.connect()];
    await early.query('BEGIN; SELECT pg_current_xact_id()');
    await blocker.query('BEGIN; SELECT pg_current_xact_id()');
    await append(rowOf('a', 'first')); // a later transaction than both, and done
    await appendToOutbox(early, 'desk', [rowOf('a', 'second')]);
    await early.query('COMMIT');
    relay({ publish, pollMilliseconds: 5 }); // `second` is below the oldest running transaction, `first` is not
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(published.size).toBe(0);
    await blocker.query('COMMIT');
    await until(() => published.get('issues.changed')?.length === 2);
    expect(published.get('issues.changed')).toEqual(['a=first', 'a=second']);
    for (const client of [early, blocker]) client.release();
  });

  it('is published once and in order by three relays at once', async () => {
    const { published, publish } = collector();
    let atWork = 0;
    let atWorkMost = 0;
    const workers = new Set<number>();
    for (const worker of [1, 2, 3])
      relay({
        batchRowsMax: 20,
        publish: async (stream, records) => {
          atWork += 1;
          atWorkMost = Math.max(atWorkMost, atWork);
          workers.add(worker);
          await new Promise((resolve) => setTimeout(resolve, 2));
          await publish(stream, records);
          atWork -= 1;
        },
      });
    for (let round = 0; round < 40; round += 1) {
      await append(...Array.from({ length: 25 }, (_, index) => rowOf('a', String(round * 25 + index))));
      if (round % 10 === 9) await until(async () => (await waiting()) === 0);
    }
    await until(async () => (await waiting()) === 0);
    expect(published.get('issues.changed')).toEqual(Array.from({ length: 1000 }, (_, index) => `a=${index}`));
    expect(atWorkMost).toBe(1);
    expect(workers.size).toBeGreaterThan(1); // they did take turns
  });

  it('tells how far behind it is and how much is held back', async () => {
    const lags: unknown[] = [];
    const slow = await database.pool.connect();
    await slow.query('BEGIN; SELECT pg_current_xact_id()');
    await append(rowOf('a', '1'), rowOf('a', '2'));
    await database.pool.query(`UPDATE desk.outbox SET appended_at = now() - interval '90 seconds'`);
    relay({ publish: collector().publish, onLag: (lag) => lags.push(lag) });
    await until(() => lags.length > 0);
    expect(lags[0]).toMatchObject({ waitingRows: 2, heldBackRows: 2 });
    expect((lags[0] as { lagSeconds: number }).lagSeconds).toBeCloseTo(90, 0);
    await slow.query('COMMIT');
    slow.release();
    await until(async () => (await waiting()) === 0);
    expect(await readOutboxLag(database.pool, 'desk')).toEqual({
      lagSeconds: 0,
      waitingRows: 0,
      heldBackRows: 0,
    });
  });

  it('loses nothing when the relay’s connections are cut again and again', async () => {
    const { published, publish } = collector();
    failures.length = 0;
    relay({ publish, batchRowsMax: 5 });
    const cut = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                 WHERE datname = current_database() AND query ILIKE '%desk%outbox%' AND pid <> pg_backend_pid()`;
    for (let round = 0; round < 30 || failures.length === 0; round += 1) {
      const rows = Array.from({ length: 10 }, (_, index) => rowOf('a', String(round * 10 + index)));
      await append(...rows).catch(() => append(...rows)); // the writer's own connection may be hit too
      await database.pool.query(cut).catch(() => {});
    }
    await until(async () => (await waiting().catch(() => 1)) === 0);
    expect(failures.length).toBeGreaterThan(0);
    const texts = new Set(published.get('issues.changed'));
    for (let index = 0; index < 300; index += 1) expect(texts).toContain(`a=${index}`);
  });

  it('lets the batch in work end before it stops', async () => {
    let isPublished = false;
    let begun: () => void = () => {};
    const hasBegun = new Promise<void>((resolve) => (begun = resolve));
    await append(rowOf('a', '1'));
    const stopped = relay({
      publish: async () => {
        begun();
        await new Promise((resolve) => setTimeout(resolve, 50));
        isPublished = true;
      },
    });
    await hasBegun;
    await stopped.stop();
    expect(isPublished).toBe(true);
    expect(await waiting()).toBe(0);
  });
});

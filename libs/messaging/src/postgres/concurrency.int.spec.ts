import { afterEach, describe, expect, it } from '@jest/globals';
import { systemClock } from '@kentongan/platform';
import {
  bytes,
  Consumer,
  messages,
  RecordingObserver,
  readAll,
  testStream,
  until,
} from '../contract/harness.js';
import { createPostgresLog } from './index.js';
import { openUnderTest, processPool } from './testing/under-test.js';

const cleanUps: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

async function open(observer = new RecordingObserver()) {
  const under = await openUnderTest(observer);
  cleanUps.push(() => under.close());
  return under;
}

describe('the PostgreSQL log under several writers', () => {
  it('assigns offsets without gaps and a live reader skips nothing', async () => {
    const under = await open();
    const stream = testStream(3);
    await under.port.apply([stream]);
    const writers = [under.port, (await under.another()).port, (await under.another()).port];
    const [here, there] = [new Consumer(), new Consumer()];
    const subscriptions = [
      await under.port.subscribe(here.options(stream, 'here')),
      await (writers[1] ?? under.port).subscribe(there.options(stream, 'there')),
    ];
    const each = 400;
    await Promise.all(
      writers.map(async (writer, w) => {
        for (let n = 0; n < each; n += 4)
          await writer.publish(
            stream,
            messages(4, 20, n).map((message) => ({ ...message, key: `${w}:${message.key}` })),
          );
      }),
    );
    await until('both readers have all', () => here.seen.length >= 1_200 && there.seen.length >= 1_200);
    await Promise.all(subscriptions.map((subscription) => subscription.stop()));
    const stored = await readAll(under.port, stream.name, 3);
    expect(stored).toHaveLength(1_200);
    for (const seen of [stored, here.seen, there.seen])
      for (let partition = 0; partition < 3; partition += 1) {
        const offsets = seen.filter((record) => record.partition === partition).map(({ offset }) => offset);
        expect(offsets).toEqual(offsets.map((_, index) => index));
      }
    const { rows } = await under.database.pool.query<{ appends: number }>(
      `SELECT count(*)::int AS appends FROM messaging.log_1 UNION ALL SELECT max(sequence)::int FROM messaging.log_1`,
    );
    expect(rows[0]?.appends).toBe(rows[1]?.appends);
  });

  it('delivers while a long transaction with a snapshot and a transaction id stands open', async () => {
    const under = await open();
    const stream = testStream(2);
    await under.port.apply([stream]);
    const other = await under.another();
    const long = await under.database.pool.connect();
    try {
      await long.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
      await long.query('CREATE TABLE held_open (n int)');
      const { rows } = await long.query<{ id: string }>('SELECT pg_current_xact_id()::text AS id');
      const [near, far] = [new Consumer(), new Consumer()];
      const subscriptions = [
        await under.port.subscribe(near.options(stream, 'near')),
        await other.port.subscribe(far.options(stream, 'far')),
      ];
      await under.port.publish(stream, messages(20));
      await until('delivered', () => near.seen.length === 20 && far.seen.length === 20, 3);
      const horizon = await under.database.pool.query<{ xmin: string }>(
        'SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS xmin',
      );
      expect(Number(horizon.rows[0]?.xmin)).toBeLessThanOrEqual(Number(rows[0]?.id));
      await Promise.all(subscriptions.map((subscription) => subscription.stop()));
    } finally {
      await long.query('ROLLBACK');
      long.release();
    }
  });

  it('feeds a consumer of the same process from memory, and asks almost nothing when idle', async () => {
    const under = await open();
    const stream = testStream(4);
    const { pool } = processPool(under.database.url);
    const asked: string[] = [];
    const query = pool.query.bind(pool) as (...values: unknown[]) => unknown;
    pool.query = ((...values: unknown[]) => {
      asked.push(typeof values[0] === 'string' ? values[0] : (values[0] as { text: string }).text);
      return query(...values);
    }) as never;
    const alone = createPostgresLog({ pool });
    cleanUps.push(async () => {
      await alone.close();
      await pool.end();
    });
    await alone.apply([stream]);
    const consumer = new Consumer();
    await alone.subscribe(consumer.options(stream, 'tail'));
    for (let n = 0; n < 300; n += 10) await alone.publish(stream, messages(10, 8, n));
    await until('delivered', () => consumer.seen.length === 300);
    // A look at the head may hear of an append before its own answer is here: that one is read from the database.
    expect(asked.filter((sql) => sql.includes('AS next_chunks')).length).toBeLessThanOrEqual(3);
    await new Promise((resolve) => setTimeout(resolve, 300));
    asked.length = 0;
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    expect(asked.length).toBeLessThanOrEqual(6);
  });
});

describe('the order over all partitions', () => {
  it('is kept within one batch: no partition runs ahead of the others in time', async () => {
    const under = await open();
    const stream = testStream(12);
    await under.port.apply([stream]);
    for (let n = 0; n < 2_000; n += 500) await under.port.publish(stream, messages(500, 300, n));
    const consumer = new Consumer();
    const subscription = await under.port.subscribe(
      consumer.options(stream, 'even', { batchMessagesMax: 100 }),
    );
    await until('all delivered', () => consumer.seen.length === 2_000);
    await subscription.stop();
    const ahead = consumer.values.map((value, index) => Math.abs(Number(value) - index));
    expect(Math.max(...ahead)).toBeLessThan(100);
  });
});

describe('retention of the PostgreSQL log', () => {
  it('drops whole days, keeps the head, and lets an old reader go on at what is left', async () => {
    const under = await open();
    const { pool } = processPool(under.database.url);
    let now = Date.parse('2026-03-01T10:00:00Z');
    const aged = createPostgresLog({ pool, clock: { now: () => now } });
    cleanUps.push(async () => {
      await aged.close();
      await pool.end();
    });
    const stream = testStream(1);
    await aged.apply([stream]);
    for (const day of ['2026-03-01', '2026-03-02', '2026-03-04']) {
      now = Date.parse(`${day}T10:00:00Z`);
      await aged.publish(stream, [{ key: day, value: bytes(day) }]);
    }
    expect(await aged.dropExpired(Date.parse('2026-03-03T23:59:00Z'))).toEqual([
      { stream: stream.name, day: '2026-03-01' },
    ]);
    expect((await aged.read(stream.name, 0, 0, 10)).map(({ key, offset }) => [key, offset])).toEqual([
      ['2026-03-02', 1],
      ['2026-03-04', 2],
    ]);
    now = Date.parse('2026-04-01T10:00:00Z');
    expect(await aged.dropExpired(now)).toHaveLength(2);
    expect(await aged.read(stream.name, 0, 0, 10)).toEqual([]);
    const consumer = new Consumer();
    const subscription = await aged.subscribe(consumer.options(stream, 'late'));
    await aged.publish(stream, [{ key: 'after', value: null }]);
    await until('delivered', () => consumer.seen.length === 1);
    expect(consumer.seen[0]?.offset).toBe(3);
    await subscription.stop();
    const { rows } = await pool.query(`SELECT relname FROM pg_class WHERE relname ~ '^log_1_\\d+$'`);
    expect(rows).toEqual([{ relname: 'log_1_20260401' }]);
  });

  it('opens a new day and postpones a drop while a backup reads everything', async () => {
    const under = await open();
    const { pool } = processPool(under.database.url);
    let now = Date.parse('2026-03-01T10:00:00Z');
    const log = createPostgresLog({ pool, clock: { now: () => now } });
    cleanUps.push(async () => {
      await log.close();
      await pool.end();
    });
    const stream = testStream(1);
    await log.apply([stream]);
    await log.publish(stream, messages(1));
    const backup = await under.database.pool.connect();
    try {
      await backup.query('BEGIN; LOCK TABLE messaging.log_1, messaging.log_1_20260301 IN ACCESS SHARE MODE');
      now += 5 * 24 * 3_600_000;
      await log.publish(stream, messages(1));
      expect(await log.dropExpired(now)).toEqual([]);
    } finally {
      await backup.query('COMMIT');
      backup.release();
    }
    expect(await log.dropExpired(now)).toEqual([{ stream: stream.name, day: '2026-03-01' }]);
  });

  it('finds the append of an offset across days, and a clock that goes back keeps the order', async () => {
    const under = await open();
    const { pool } = processPool(under.database.url);
    let now = systemClock.now();
    const log = createPostgresLog({ pool, clock: { now: () => now } });
    cleanUps.push(async () => {
      await log.close();
      await pool.end();
    });
    const stream = testStream(1);
    await log.apply([stream]);
    const day = 24 * 3_600_000;
    for (let n = 0; n < 40; n += 1) {
      if (n === 15 || n === 30) now += day;
      if (n === 33) now -= 2 * day;
      await log.publish(stream, messages(2, 1, n * 2));
    }
    for (const offset of [0, 1, 29, 30, 31, 59, 60, 66, 79])
      expect((await log.read(stream.name, 0, offset, 3)).map((record) => record.offset)).toEqual(
        [offset, offset + 1, offset + 2].filter((each) => each < 80),
      );
  });
});

describe('applying streams', () => {
  it('may be repeated, also by several processes at once, and refuses another number of partitions', async () => {
    const under = await open();
    const other = await under.another();
    const stream = testStream(3);
    await Promise.all([under.port.apply([stream]), other.port.apply([stream]), under.port.apply([stream])]);
    await expect(under.port.apply([{ ...stream, partitions: 4 }])).rejects.toThrow('lose their order');
    await expect(under.port.publish(testStream(), messages(1))).rejects.toThrow('apply the streams first');
  });
});

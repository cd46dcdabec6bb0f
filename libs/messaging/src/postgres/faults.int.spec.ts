import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { Stream } from '@kentongan/contracts';
import { Consumer, messages, RecordingObserver, testStream, text, until } from '../contract/harness.js';
import { createPostgresLog } from './index.js';
import { openUnderTest, processPool } from './testing/under-test.js';

const cleanUps: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

async function open(partitions: number) {
  const observer = new RecordingObserver();
  const under = await openUnderTest(observer);
  cleanUps.push(() => under.close());
  const stream = testStream(partitions);
  await under.port.apply([stream]);
  return { ...under, observer, stream };
}

async function startCounting(url: string, stream: Stream): Promise<ChildProcess> {
  const script = fileURLToPath(new URL('./testing/counting.process.js', import.meta.url));
  const child = spawn(process.execPath, [script, url, stream.name, String(stream.partitions)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  cleanUps.push(() => child.kill('SIGKILL'));
  let ready = false;
  child.stdout?.on('data', (data: Buffer) => {
    ready ||= data.toString().includes('ready');
  });
  await until('the process consumes', () => ready);
  return child;
}

describe('the PostgreSQL log survives', () => {
  it('the death of all connections, again and again, under load: nothing lost, nothing committed twice', async () => {
    const { port, stream, database, observer } = await open(4);
    const consumer = new Consumer();
    const subscription = await port.subscribe(consumer.options(stream, 'steady', { batchMessagesMax: 10 }));
    let killed = 0;
    const total = 400;
    for (let sent = 0; sent < total; sent += 10) {
      if (sent % 100 === 50) {
        const { rowCount } = await database.pool.query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`,
        );
        killed += rowCount ?? 0;
      }
      for (let tries = 0; ; tries += 1) {
        try {
          await port.publish(stream, messages(10, 8, sent));
          break;
        } catch (error) {
          if (tries > 50) throw error;
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
      }
    }
    expect(killed).toBeGreaterThan(4);
    expect(observer.failures.length).toBeGreaterThan(0);
    await until('all seen', () => new Set(consumer.values).size === total);
    await until('lag 0', async () => (await subscription.lag()) === 0);
    const late = new Consumer();
    const table = await port.subscribe(late.options(stream, 'late'));
    await until('caught up', () => new Set(late.caughtUp).size === 4);
    for (let partition = 0; partition < 4; partition += 1) {
      const offsets = late.seen
        .filter((record) => record.partition === partition)
        .map(({ offset }) => offset);
      expect(offsets).toEqual(offsets.map((_, index) => index));
    }
    await table.stop();
    await subscription.stop();
  });

  it('SIGKILL of a member: the other takes its partitions at once', async () => {
    const { port, stream, database } = await open(6);
    await database.pool.query('CREATE TABLE effects (id text PRIMARY KEY, times int NOT NULL)');
    const consumer = new Consumer();
    const subscription = await port.subscribe(consumer.options(stream, 'counting'));
    const child = await startCounting(database.url, stream);
    const owners = async () =>
      (await database.pool.query('SELECT DISTINCT owner FROM messaging.positions WHERE owner IS NOT NULL'))
        .rowCount;
    await until('the work is shared', async () => (await owners()) === 2);
    child.kill('SIGKILL');
    const startedAt = performance.now();
    await until('all partitions are here', async () => (await owners()) === 1, 10);
    expect(performance.now() - startedAt).toBeLessThan(4_000);
    await port.publish(stream, messages(60, 60));
    await until('everything is handled', async () => (await subscription.lag()) === 0);
    await subscription.stop();
  });

  it('a newcomer that hears late of its first share: what was given back to it meanwhile is not left without owner', async () => {
    const { stream, database, observer } = await open(4);
    const { pool } = processPool(database.url);
    const port = createPostgresLog({ pool, observer });
    cleanUps.push(async () => {
      await port.close();
      await pool.end();
    });
    const free = async () =>
      (await database.pool.query('SELECT 1 FROM messaging.positions WHERE owner IS NULL')).rowCount ?? 0;
    const first = await port.subscribe(new Consumer().options(stream, 'shared'));
    const query = pool.query.bind(pool) as (...sent: unknown[]) => Promise<unknown>;
    let given = 0;
    let hasAsked = false;
    // Its first look finds nothing free; it is answered only after the other has given half back and all have heard.
    pool.query = (async (...sent: unknown[]) => {
      if ((sent[0] as { name?: string }).name === 'tick') await until('it has asked', () => hasAsked);
      const answer = await query(...sent);
      const isOfSecond = String(sent[0]).includes('messaging.assign') && (sent[1] as number[])[0] === 2;
      if (!isOfSecond || hasAsked) return answer;
      hasAsked = true;
      await until('the other gives back', async () => (await free()) > 0);
      given = await free();
      await new Promise((resolve) => setTimeout(resolve, 200));
      return answer;
    }) as never;
    await new Promise((resolve) => setTimeout(resolve, 100)); // a tick under way ends
    const second = await port.subscribe(new Consumer().options(stream, 'shared'));
    expect(given).toBe(2);
    await until('every partition has an owner', async () => (await free()) === 0, 5);
    await second.stop();
    await first.stop();
  });

  it('SIGKILL in the middle of batches: every effect happens, and the group goes on from its commits', async () => {
    const { port, stream, database } = await open(4);
    await database.pool.query('CREATE TABLE effects (id text PRIMARY KEY, times int NOT NULL)');
    const total = 3_000;
    for (let sent = 0; sent < total; sent += 500) await port.publish(stream, messages(500, 40, sent));
    const handled = async () =>
      Number((await database.pool.query('SELECT count(*) AS n FROM effects')).rows[0]?.n ?? 0);
    let kills = 0;
    for (; kills < 3; kills += 1) {
      const before = await handled();
      const child = await startCounting(database.url, stream);
      await until('it made progress', async () => (await handled()) > before || before === total);
      child.kill('SIGKILL');
    }
    await startCounting(database.url, stream);
    await until('every effect happened', async () => (await handled()) === total);
    const { rows } = await database.pool.query('SELECT sum(times)::int AS times FROM effects');
    expect(kills).toBe(3);
    // Redelivered is at most what one commit interval and the batches in work hold, never the whole log.
    expect(rows[0]?.times).toBeLessThan(total * 2);
  });

  it('a zombie: stopped past its lease and woken again, its commit is refused', async () => {
    const { port, stream, database, observer } = await open(1);
    const its = processPool(database.url);
    const zombie = createPostgresLog({ pool: its.pool, observer });
    cleanUps.push(async () => {
      await zombie.close();
      await its.pool.end();
    });
    await port.publish(stream, messages(5));
    let wake = () => {};
    const asleep = new Promise<void>((resolve) => {
      wake = resolve;
    });
    const slow = new Consumer(async () => {
      await asleep;
      return { kind: 'done' };
    });
    await zombie.subscribe(slow.options(stream, 'fenced'));
    await until('the zombie has the batch', () => slow.seen.length === 5);
    const query = its.pool.query.bind(its.pool) as (...values: unknown[]) => Promise<unknown>;
    let commitsTried = 0;
    its.pool.query = (async (...values: unknown[]) => {
      await asleep;
      if (JSON.stringify(values).includes('messaging.commit')) commitsTried += 1;
      return query(...values);
    }) as never;
    await database.pool.query(
      `UPDATE messaging.members SET heartbeat_at = heartbeat_at - interval '1 min'
       WHERE member_id IN (SELECT member_id FROM messaging.subscriptions)`,
    );
    const heir = new Consumer(({ value }) =>
      text(value) === '3' ? { kind: 'retry', reason: 'outage', afterMilliseconds: 20 } : { kind: 'done' },
    );
    const subscription = await port.subscribe(heir.options(stream, 'fenced'));
    await until('the heir works', () => heir.values.filter((value) => value === '3').length > 3);
    await until('its prefix is committed', async () => (await subscription.lag()) === 2);
    wake();
    await until('the zombie learns of it', async () => {
      const { rows } = await database.pool.query('SELECT count(*)::int AS n FROM messaging.live_members()');
      return rows[0]?.n === 2;
    });
    await until('the zombie tried to commit', () => commitsTried > 0);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await subscription.lag()).toBe(2);
    await subscription.stop();
  });
});

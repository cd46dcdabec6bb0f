import { readdirSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { logStream, type Stream } from '@kentongan/contracts';
import { createTestDatabase } from '@kentongan/testing';
import type pg from 'pg';
import { done } from '../outcome.js';
import type { OutgoingRecord, StreamPort } from '../stream.port.js';
import { createPostgresLog } from './index.js';

/**
 * What a message of 1 KB costs on its way through the log, on the server of TEST_DATABASE_URL.
 * `node dist/postgres/log.bench.js [messages per second] [seconds] [messages per publish]`
 */
const [perSecond = 3_000, seconds = 5, perPublish = 20] = process.argv.slice(2).map(Number);
const total = perSecond * seconds;
const valueBytes = 1_000;

/** CPU seconds of this process, and of all processes of the PostgreSQL server. */
async function cpuSeconds(pool: pg.Pool): Promise<{ node: number; postgres: number }> {
  const { user, system } = process.cpuUsage();
  const { rows } = await pool.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  const postmaster = statOf(String(rows[0]?.pid)).parent;
  let ticks = statOf(postmaster).own + statOf(postmaster).ended;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const stat = statOf(pid);
      if (stat.parent === postmaster) ticks += stat.own;
    } catch {
      // ended meanwhile
    }
  }
  return { node: (user + system) / 1e6, postgres: ticks / 100 };
}

function statOf(pid: string): { parent: string; own: number; ended: number } {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  const at = (index: number) => Number(fields[index]);
  return { parent: fields[1] ?? '', own: at(11) + at(12), ended: at(13) + at(14) };
}

function batchOf(from: number): OutgoingRecord[] {
  return Array.from({ length: perPublish }, (_, n) => ({
    key: `semarang|bench:${from + n}`,
    value: Buffer.alloc(valueBytes, 97 + (n % 26)),
  }));
}

async function consume(
  port: StreamPort,
  stream: Stream,
  group: string,
  count: number,
): Promise<() => Promise<void>> {
  let seen = 0;
  let all = () => {};
  const finished = new Promise<void>((resolve) => {
    all = resolve;
  });
  const subscription = await port.subscribe({
    stream,
    group,
    batchMessagesMax: 500,
    handle: async ({ records }) => {
      seen += records.length;
      if (seen >= count) all();
      return records.map(() => done);
    },
  });
  return async () => {
    if (count > 0) await finished;
    await subscription.stop();
  };
}

async function measured(pool: pg.Pool, work: () => Promise<void>) {
  const before = await cpuSeconds(pool);
  const startedAt = performance.now();
  await work();
  const elapsed = (performance.now() - startedAt) / 1_000;
  const after = await cpuSeconds(pool);
  const perMessage = (cpu: number) => Math.round((cpu / total) * 1e6 * 10) / 10;
  return {
    perSecond: Math.round(total / elapsed),
    nodeCpuMicrosecondsPerMessage: perMessage(after.node - before.node),
    postgresCpuMicrosecondsPerMessage: perMessage(after.postgres - before.postgres),
  };
}

/** Publishes at the asked rate, without waiting for one publish before the next. */
async function publishPaced(port: StreamPort, stream: Stream): Promise<void> {
  const startedAt = performance.now();
  const publishes: Promise<void>[] = [];
  for (let sent = 0; sent < total; sent += perPublish) {
    const due = startedAt + (sent / perSecond) * 1_000;
    if (due > performance.now()) await new Promise((resolve) => setTimeout(resolve, due - performance.now()));
    publishes.push(port.publish(stream, batchOf(sent)));
  }
  await Promise.all(publishes);
}

/** Publishes as fast as 32 publishers that wait for each of their publishes can. */
async function publishHard(port: StreamPort, stream: Stream): Promise<void> {
  let sent = 0;
  const publisher = async () => {
    while (sent < total) {
      sent += perPublish;
      await port.publish(stream, batchOf(sent));
    }
  };
  await Promise.all(Array.from({ length: 32 }, publisher));
}

const database = await createTestDatabase();
const newStream = (name: string) =>
  logStream(name, { events: [], key: () => '', partitions: 12, retentionHours: 24 });
const [paced, hard] = [newStream('bench.paced'), newStream('bench.hard')];
const port = createPostgresLog({ pool: database.pool });
await port.apply([paced, hard]);
await port.publish(hard, batchOf(0));
const stopIdle = await consume(port, paced, 'idle', 0);
const idle = await measured(database.pool, () => new Promise((resolve) => setTimeout(resolve, 3_000)));
await stopIdle();
const pacedBoth = await measured(database.pool, async () => {
  const finish = await consume(port, paced, 'tail', total);
  await publishPaced(port, paced);
  await finish();
});
const publishOnly = await measured(database.pool, () => publishHard(port, hard));
const other = createPostgresLog({ pool: database.pool });
const consumeFromDisk = await measured(database.pool, async () =>
  (await consume(other, hard, 'disk', total))(),
);
await other.close();
await port.close();
await database.drop();
console.log(
  JSON.stringify({
    name: 'log',
    n: total,
    date: new Date().toISOString(),
    hardware: `${cpus().length} × ${cpus()[0]?.model}`,
    valueBytes,
    perPublish,
    pacedPublishAndConsume: { askedPerSecond: perSecond, ...pacedBoth },
    publishOnly,
    consumeFromDisk,
    idleCpuPercent:
      Math.round(
        ((idle.nodeCpuMicrosecondsPerMessage + idle.postgresCpuMicrosecondsPerMessage) * total) / 3e2,
      ) / 100,
  }),
);

import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { openDatabase } from '@kentongan/database';
import { createPostgresLog } from '@kentongan/messaging/postgres';
import { Desk, freePort } from '../../support/desk.js';
import { treeMemoryMegabytes } from '../../support/process-memory.js';
import { inTemporaryFolder } from '../../support/temporary-folder.js';
import { type ClientsPlan, type ClientsReport, runLiveClients } from '../live-clients.js';
import { publishChange } from '../live-events.js';

const help = `npm run bench -- live [--clients 1000] [--stalled 100] [--cut 50] [--events 1200] [--rate 10]

One desk, many open screens in a process of their own, some of which never read. Changes of an issue are published on the
stream; measured is the time until each screen has each of them. Some connections are cut and come back with
Last-Event-ID; in the end those that did not read come back, too. gaps counts what any screen missed or got twice.`;

/** Live updates under load: in time for those who read, bounded for those who do not, nothing lost for those who come back. */
export default async function benchLive(args: string[]): Promise<Record<string, unknown>> {
  const { values } = parseArgs({
    args,
    options: {
      help: { type: 'boolean', default: false },
      'as-clients': { type: 'boolean', default: false },
      clients: { type: 'string', default: '1000' },
      stalled: { type: 'string', default: '100' },
      cut: { type: 'string', default: '50' },
      events: { type: 'string', default: '1200' },
      rate: { type: 'string', default: '10' },
    },
  });
  if (values.help) {
    console.log(help);
    return {};
  }
  if (values['as-clients']) {
    await runLiveClients();
    return {};
  }
  const [clients, stalled, cut, events, rate] = [
    values.clients,
    values.stalled,
    values.cut,
    values.events,
    values.rate,
  ].map(Number) as [number, number, number, number, number];
  return inTemporaryFolder((folder) => measure(folder, { clients, stalled, cut, events, rate }));
}

interface Load {
  readonly clients: number;
  readonly stalled: number;
  readonly cut: number;
  readonly events: number;
  readonly rate: number;
}

async function measure(folder: string, load: Load): Promise<Record<string, unknown>> {
  const dataDirectory = join(folder, 'data');
  const database = await openDatabase({ dataDirectory: join(folder, 'database') });
  const options = { dataDirectory, port: await freePort(), environment: { DATABASE_URL: database.url } };
  const desk = await Desk.start(options);
  const port = createPostgresLog({ pool: database.pool });
  const child = fork(process.argv[1] ?? '', ['live', '--as-clients']);
  try {
    const memoryBefore = treeMemoryMegabytes(desk.process.pid ?? 0);
    const report = reportOf(child, {
      port: options.port,
      signingKey: readFileSync(join(dataDirectory, 'signing-key'), 'utf8').trim(),
      clients: load.clients,
      stalled: load.stalled,
      cut: load.cut,
      events: load.events,
      seconds: load.events / load.rate,
    });
    await report.connected;
    const memory = await publishAll(port, load, () => treeMemoryMegabytes(desk.process.pid ?? 0));
    return {
      ...figures(await report.ended, load),
      dropped: await droppedBy(desk),
      memoryGrowthMegabytes: Math.round(memory - memoryBefore),
    };
  } finally {
    child.kill();
    await desk.stop();
    await port.close();
    await database.close();
  }
}

/** @returns the most memory that was seen on the way */
async function publishAll(
  port: ReturnType<typeof createPostgresLog>,
  { events, rate }: Load,
  memory: () => number,
): Promise<number> {
  const startedAt = performance.now();
  let most = 0;
  for (let sequence = 1; sequence <= events; sequence += 1) {
    await publishChange(port, sequence);
    if (sequence % (rate * 5) === 0) most = Math.max(most, memory());
    await pause(Math.max(0, startedAt + (sequence * 1_000) / rate - performance.now()));
  }
  return most;
}

function reportOf(child: ChildProcess, plan: ClientsPlan) {
  const failed = new Promise<never>((_, reject) => {
    child.once('exit', (code) => reject(new Error(`the clients ended with ${code}`)));
  });
  failed.catch(() => {}); // it exits in the end, too
  const told = (isIt: (message: unknown) => boolean) =>
    new Promise<unknown>((resolve) => child.on('message', (message) => isIt(message) && resolve(message)));
  const connected = Promise.race([told((message) => message === 'connected'), failed]);
  const ended = Promise.race([told((message) => typeof message === 'object'), failed]);
  ended.catch(() => {});
  child.send(plan);
  return { connected, ended: ended as Promise<ClientsReport> };
}

function figures(report: ClientsReport, { clients }: Load): Record<string, unknown> {
  const { latencies, gaps, unfinished, cutByClient } = report;
  const sorted = Float64Array.from(latencies).sort();
  const at = (share: number) =>
    Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return {
    n: sorted.length,
    clients,
    p50Milliseconds: at(0.5),
    p99Milliseconds: at(0.99),
    maxMilliseconds: at(1),
    cut: cutByClient,
    gaps: gaps + unfinished,
  };
}

/** As the desk itself counts them. */
async function droppedBy(desk: Desk): Promise<number> {
  const answer = await fetch(`${desk.url}/metrics`, { headers: { authorization: `Bearer ${desk.token}` } });
  const lines = (await answer.text())
    .split('\n')
    .filter((line) => line.startsWith('kentongan_live_dropped_total{'));
  return lines.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
}

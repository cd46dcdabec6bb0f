import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { InboxItem, IssueCard, SystemView } from '@kentongan/contracts';
import { createTestDatabase, type TestDatabase } from '@kentongan/testing';
import { freePort } from '../support/desk.js';
import { DeskSession } from '../support/desk-session.js';
import { Fleet } from '../support/fleet.js';
import { ServiceProcess } from '../support/fleet-process.js';
import { openTemporaryFolder } from '../support/temporary-folder.js';
import { until } from '../support/until.js';

const region = 'kota-uji';
const stopSecondsMax = 10;
const folder = openTemporaryFolder();
let database: TestDatabase;
let fleet: Fleet;
let admin: DeskSession;

beforeAll(async () => {
  database = await createTestDatabase();
  fleet = await Fleet.start({
    databaseUrl: database.url,
    dataDirectory: folder.path,
    counts: { analyzer: 2, detector: 2, notifier: 2 },
  });
  admin = await DeskSession.setUp(fleet);
}, 90_000);

afterAll(async () => {
  await fleet?.stop();
  await database?.drop();
  folder.remove();
});

const settings = () => ({
  regionId: region,
  name: 'Kota Uji',
  mode: 'live',
  agencies: [],
  feeds: [],
  watchRules: [{ id: 'air', phrases: ['air beracun'], count: 3, windowMinutes: 60 }],
  dutyOfficers: [{ userId: admin.userId, name: 'Admin Percobaan' }],
});

const posts = (name: string, count: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: `${name}-${index}`,
    platform: 'contoh',
    ts: new Date(Date.now() - (count - index) * 1_000).toISOString(),
    text: `Warga ${index} bilang air beracun di dekat pasar nomor ${index}`,
    author: `${name}_${index}`,
  }));

async function send(lines: readonly object[]): Promise<unknown[]> {
  const body = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  const answer = await fleet.post(`/api/posts?region=${region}`, body);
  expect(answer.status).toBe(200);
  return (await answer.text())
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
}

const found = async () =>
  (await fleet.get<{ hits: unknown[] }>(`/api/archive/search?region=${region}`)).hits.length;
const issues = async () => (await admin.get<{ issues: IssueCard[] }>(`/api/issues?region=${region}`)).issues;

describe('services as processes of their own, behind one gateway', () => {
  it('take a post at the door and have it in the archive, the issue and the inbox, once', async () => {
    await admin.ask('PUT', `/api/regions/${region}`, settings());
    const outcomes = await send(posts('awal', 6));
    expect(outcomes.at(-1)).toMatchObject({ accepted: 6 });
    await until(found, (count) => count === 6, 20);
    const [issue] = await until(issues, (all) => all.length > 0, 20);
    const inbox = () => admin.get<{ items: InboxItem[] }>(`/api/inbox?region=${region}`);
    const { items } = await until(inbox, (all) => all.items.length > 0, 20);
    expect(items.map(({ issueId }) => issueId)).toEqual([issue?.issueId]);
    expect(await issues()).toHaveLength(1);
  }, 60_000);

  it('hand out the web app at the door', async () => {
    const page = await fetch(`${fleet.url}/`, { headers: { accept: 'text/html' } });
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('<div id="root">')]);
  });

  it('share the work: two of a kind hold different partitions', async () => {
    const { rows } = await database.pool.query<{ group_name: string; owners: string }>(
      `SELECT group_name, count(DISTINCT owner) AS owners FROM messaging.positions
       WHERE group_name IN ('analyzer', 'detector', 'notifier') GROUP BY 1 ORDER BY 1`,
    );
    expect(rows.map(({ owners }) => Number(owners))).toEqual([2, 2, 2]);
  });

  it('are described by the gateway as one API, the same as in one process', async () => {
    const file = join(folder.path, 'openapi.json');
    const cli = fileURLToPath(new URL('../../../services/kentongan/dist/cli/openapi.js', import.meta.url));
    await promisify(execFile)(process.execPath, [cli, file]);
    expect(await fleet.get('/api/openapi.json')).toEqual(JSON.parse(readFileSync(file, 'utf8')));
  });

  it('prove who asks with the signed token alone, and show nobody their figures but Prometheus', async () => {
    const stranger = await fetch(`${fleet.process('responder').url}/api/issues?region=${region}`, {
      headers: { cookie: admin.cookie },
    });
    expect(stranger.status).toBe(401);
    for (const each of fleet.processes()) {
      const [live, metrics] = await Promise.all([
        fetch(`${each.url}/health/live`),
        fetch(`${each.url}/metrics`),
      ]);
      expect([live.status, metrics.status]).toEqual([204, 200]);
      expect(live.headers.get('keep-alive')).toBe('timeout=65'); // outlasts a reverse proxy's own idle time
      const text = await metrics.text();
      expect(text).toContain('kentongan_nodejs_eventloop_lag_p99_seconds');
      expect(each.log).toContain('"databaseUrl":"[rahasia]"'.replaceAll('"', '\\"'));
      expect(each.log + text).not.toContain(new URL(database.url).password);
      expect(each.log + text).not.toContain(fleet.token);
    }
  });

  it('leave the rest at work when one is away, and the gateway says which', async () => {
    const responder = fleet.process('responder');
    expect(await responder.stop()).toBe(0);
    const answer = await admin.request('GET', `/api/issues?region=${region}`);
    expect([answer.status, await answer.json()]).toMatchObject([
      503,
      {
        error: {
          code: 'serviceUnavailable',
          service: 'responder',
          message: { id: expect.stringContaining('responder'), en: expect.stringContaining('responder') },
        },
      },
    ]);
    const ready = await fetch(`${fleet.gatewayUrl}/health/ready`);
    expect([ready.status, await ready.json()]).toEqual([
      200,
      expect.objectContaining({ ready: true, unavailable: ['responder'] }),
    ]);
    const { services } = await fleet.get<SystemView>('/api/system/state');
    expect(services.filter((each) => !each.ready)).toEqual([
      { service: 'responder', address: responder.url, ready: false, failing: ['noAnswer'] },
    ]);
    expect(await found()).toBe(6);
    await responder.restart();
    expect(await issues()).toHaveLength(1);
  }, 60_000);

  it('lead a request to the next process of a kind when one refuses', async () => {
    const [first] = fleet.processes('detector');
    await first?.stop();
    for (let tries = 0; tries < 4; tries += 1)
      expect(await fleet.get(`/api/signals?region=${region}`)).toMatchObject({ signals: expect.any(Array) });
    await first?.start();
  }, 60_000);

  it('say what is missing without a database in common', async () => {
    const environment = { DATABASE_URL: '', KENTONGAN_DATA_DIR: folder.path };
    const alone = new ServiceProcess({ name: 'detector', port: await freePort(), environment });
    alone.spawn();
    await until(
      async () => alone.isRunning,
      (isRunning) => !isRunning,
      20,
    );
    expect(await alone.kill()).toBe(1);
    expect(alone.log).toContain('DATABASE_URL is not set');
    expect(alone.log).not.toMatch(/\n\s+at /);
  }, 30_000);

  it('end in order when they are told to', async () => {
    const ends = await Promise.all(
      fleet.processes().map(async (each) => {
        const startedAt = performance.now();
        const code = await each.stop();
        return { name: each.name, code, isInTime: performance.now() - startedAt < stopSecondsMax * 1_000 };
      }),
    );
    expect(ends.filter(({ code, isInTime }) => code !== 0 || !isInTime)).toEqual([]);
  }, 30_000);
});

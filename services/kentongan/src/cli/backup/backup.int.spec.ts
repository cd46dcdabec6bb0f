import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runRestore } from '../restore/run-restore.js';
import { type BackupSummary, runBackup } from './run-backup.js';
import { inventedPost, Place, region, WorkingDesk } from './testing/working-desk.js';

const quiet = { update: () => {}, stop: () => {} };
const startedAt = Date.now() - 3_600_000;
const postsBefore = 200;
const loadBatchPosts = 20;

let [source, target]: Place[] = [];
let folder: string;
let summary: BackupSummary;
let sent = 0;
let acceptedDuring = 0;
let oneTimePassword: string;
let before: Record<string, unknown>;
let desk: WorkingDesk;

const backUp = (place: Place, path = folder) =>
  runBackup({
    configuration: place.configuration,
    path,
    version: '0.1.0',
    now: new Date(),
    lineSources: [],
    progress: quiet,
  });
const restoreTo = (place: Place, file = summary.file, replace = false) =>
  runRestore({
    configuration: place.configuration,
    file,
    replace,
    upgrade: true,
    lineSinks: new Map(),
    newStreams: null,
    progress: quiet,
  });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kentongan-backups-'));
  [source, target] = [await Place.make(), await Place.make()];
  const filled = await WorkingDesk.start(source as Place);
  await fill(filled, source as Place);
  before = await everything(filled, source as Place);
  // Under load: posts come in, are analysed and archived while the backup reads.
  let isDone = false;
  const load = (async () => {
    while (!isDone) acceptedDuring += await send(filled, loadBatchPosts);
  })();
  summary = await backUp(source as Place);
  isDone = true;
  await load;
  await filled.stop();
  await restoreTo(target as Place);
  desk = await WorkingDesk.start(target as Place);
}, 120_000);
afterAll(async () => {
  await desk?.stop();
  await source?.remove();
  await target?.remove();
  rmSync(folder, { recursive: true, force: true });
});

async function send(to: WorkingDesk, count: number): Promise<number> {
  const posts = Array.from({ length: count }, (_, index) => inventedPost(sent + index, startedAt));
  sent += count;
  const outcomes = await to.post(posts);
  return outcomes.filter((outcome) => outcome === 'accepted').length;
}

async function fill(to: WorkingDesk, { database }: Place): Promise<void> {
  await to.json('PUT', `/api/regions/${region}`, {
    regionId: region,
    name: 'Kota Uji',
    mode: 'live',
    watchRules: [{ id: 'lampu', phrases: ['lampu jalan mati'], count: 3, windowMinutes: 60 }],
  });
  await to.until(async () => (await to.ask('GET', `/api/archive/count?region=${region}`)).status === 200);
  expect(await send(to, postsBefore)).toBe(postsBefore);
  await to.until(async () => (await to.archived()) === postsBefore);
  await to.json('POST', '/api/facts', { region, title: 'Periksa fakta: sekolah tidak diliburkan sebulan' });
  const user = { userName: 'rina', name: 'Rina Contoh', role: 'officer', regionIds: [region] };
  ({ oneTimePassword } = await to.json<{ oneTimePassword: string }>('POST', '/api/users', user));
  await to.until(
    async () => (await to.json<{ issues: [] }>('GET', `/api/issues?region=${region}`)).issues.length > 0,
  );
  await database.pool.query(
    `INSERT INTO notifier.inbox_items (recipient, issue_id, region_id, issue_version, title, level, why, at)
     SELECT 'u-1', 'isu-' || n, $1, 1, E'Judul\\tdengan\\ntanda \\\\ dan é', 'medium', 'opened', now() FROM generate_series(1, 50) n`,
    [region],
  );
}

/** What the desk answers, and what pseudonyms its authors have. */
async function everything(of: WorkingDesk, { database }: Place): Promise<Record<string, unknown>> {
  const issues = await of.json<{ issues: { issueId: string }[] }>('GET', `/api/issues?region=${region}`);
  const { rows: authors } = await database.pool.query(
    `SELECT DISTINCT document ->> 'authorKey' AS key FROM archive.posts WHERE region_id = $1 ORDER BY 1`,
    [region],
  );
  const { rows: inbox } = await database.pool.query('SELECT * FROM notifier.inbox_items ORDER BY issue_id');
  return {
    authors,
    inbox,
    issues: issues.issues.map(({ issueId }) => issueId).sort(),
    facts: await of.json('GET', `/api/facts?region=${region}`),
    region: await of.json('GET', `/api/regions/${region}`),
    users: await of.json('GET', '/api/users'),
  };
}

describe('a desk that was backed up at work and restored on an empty machine', () => {
  it('was at work: posts came in meanwhile', () => {
    expect(acceptedDuring).toBeGreaterThan(loadBatchPosts);
  });

  it('has what it had', async () => {
    const after = await everything(desk, target as Place);
    expect(before['authors']).toHaveLength(5);
    expect(after['issues']).toEqual(expect.arrayContaining(before['issues'] as string[]));
    for (const part of ['authors', 'inbox', 'facts', 'region', 'users'])
      expect({ [part]: after[part] }).toEqual({ [part]: before[part] });
  });

  it('lost nothing of what was accepted before, and finds each post once', async () => {
    const { rows: seen } = await (target as Place).database.pool.query<{ count: string }>(
      'SELECT count(*) FROM collector.seen WHERE region_id = $1',
      [region],
    );
    const known = Number(seen[0]?.count);
    expect(known).toBeGreaterThanOrEqual(postsBefore);
    // What was on its way arrives now: outboxes, messages and positions are of one instant.
    await desk.until(async () => (await desk.archived()) === known);
    const found = await desk.json<{ hits: unknown[] }>(
      'GET',
      `/api/archive/search?region=${region}&q=${encodeURIComponent('"nomor 7"')}`,
    );
    expect(found.hits).toHaveLength(1);
  });

  it('knows a post again, takes what came after the backup, and a fresh one', async () => {
    const again = Array.from({ length: postsBefore }, (_, number) => inventedPost(number, startedAt));
    expect(new Set(await desk.post(again))).toEqual(new Set(['unchanged']));
    const later = Array.from({ length: sent }, (_, number) => inventedPost(number, startedAt));
    await desk.post(later);
    expect(await send(desk, 1)).toBe(1);
    await desk.until(async () => (await desk.archived()) === sent);
    const { rows } = await (target as Place).database.pool.query(
      `SELECT DISTINCT document ->> 'authorKey' AS key FROM archive.posts WHERE region_id = $1 ORDER BY 1`,
      [region],
    );
    expect(rows).toEqual(before['authors']);
  });

  it('lets its people in, with the password they had', async () => {
    const body = { userName: 'rina', password: oneTimePassword };
    const answer = await desk.ask('POST', '/api/session', body, { origin: desk.url });
    expect(answer.status).toBe(200);
  });

  it('is told in one file that only its owner can read', () => {
    expect(readdirSync(folder)).toEqual([summary.file.slice(folder.length + 1)]);
    expect(statSync(summary.file).mode & 0o777).toBe(0o600);
    expect(summary.files).toEqual(['collector-keys.json', 'signing-key', 'ingest-token']);
    for (const name of summary.files)
      expect(readFileSync(join((target as Place).dataDirectory, name))).toEqual(
        readFileSync(join((source as Place).dataDirectory, name)),
      );
  });
});

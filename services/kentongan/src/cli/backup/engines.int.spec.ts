import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  type AnalyzedPost,
  allStreams,
  factsRecorded,
  postsAnalyzed,
  regionsConfigured,
} from '@kentongan/contracts';
import { createPostgresLog, type PostgresLog } from '@kentongan/messaging/postgres';
import { Secret } from '@kentongan/platform';
import { freePort } from '@kentongan/testing';
import type { MovableArchive } from '../backup-file/archive-lines.js';
import { type EnginesElsewhere, lineSinks, lineSources, openEngines } from '../backup-file/engines.js';
import { streamLines } from '../backup-file/stream-lines.js';
import { moveStreams } from '../restore/move-streams.js';
import { runRestore } from '../restore/run-restore.js';
import { runBackup } from './run-backup.js';
import { inventedPost, Place, region, WorkingDesk } from './testing/working-desk.js';

const quiet = { update: () => {}, stop: () => {} };
const posts = 25;

let [desk, streamsThen, target, streamsNow]: Place[] = [];
let folder: string;
const logs: PostgresLog[] = [];

/** The streams of another database stand for a broker; posts in memory for an index. */
const logOn = (place: Place): PostgresLog => {
  const log = createPostgresLog({ pool: place.database.pool });
  logs.push(log);
  return log;
};

class ArchiveInMemory implements MovableArchive {
  readonly calls: string[] = [];
  readonly held: { regionId: string; post: AnalyzedPost; reachAt: string }[] = [];
  readonly erased: { regionId: string; authorKey: string }[] = [];

  async *scan() {
    for (let from = 0; from < this.held.length; from += 10) yield { posts: this.held.slice(from, from + 10) };
  }
  async *erasedAuthors() {
    yield this.erased;
  }
  async index(regionId: string, found: readonly AnalyzedPost[]) {
    this.calls.push('index');
    this.held.push(...found.map((post) => ({ regionId, post, reachAt: post.fetchedAt })));
    return found.map(() => ({ kind: 'indexed' as const }));
  }
  async measure(_regionId: string, reaches: readonly { postId: string; measuredAt: string }[]) {
    for (const { postId, measuredAt } of reaches)
      for (const each of this.held) if (each.post.postId === postId) each.reachAt = measuredAt;
    return reaches.length;
  }
  async eraseByAuthor(regionId: string, authorKey: string) {
    this.calls.push('erase');
    this.erased.push({ regionId, authorKey });
    return { erasedPosts: 0 };
  }
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kentongan-engines-'));
  [desk, streamsThen, target, streamsNow] = await Promise.all([
    Place.make(),
    Place.make(),
    Place.make(),
    Place.make(),
  ]);
});
afterAll(async () => {
  for (const log of logs) await log.close();
  for (const place of [desk, streamsThen, target, streamsNow]) await place?.remove();
  rmSync(folder, { recursive: true, force: true });
});

it('refuses to go on without what it cannot reach: a backup without it would look whole', async () => {
  const { configuration } = desk as Place;
  expect(await openEngines(configuration)).toMatchObject({ streams: null, archive: null });
  const nowhere = `127.0.0.1:${await freePort()}`;
  const elasticsearchUrl = new Secret(`http://${nowhere}`);
  await expect(openEngines({ ...configuration, elasticsearchUrl })).rejects.toThrow(
    /^Elasticsearch cannot be/,
  );
});

it('carries what lies elsewhere as well: every message that is kept, every post, every erased author', async () => {
  const working = await WorkingDesk.start(desk as Place);
  await working.json('PUT', `/api/regions/${region}`, { regionId: region, name: 'Kota Uji', mode: 'live' });
  const at = Date.now() - 3_600_000;
  await working.post(Array.from({ length: posts }, (_, number) => inventedPost(number, at)));
  await working.until(async () => (await working.archived()) === posts);
  await working.stop();

  // As if this desk had had its streams and posts elsewhere from the beginning.
  const then: EnginesElsewhere = { streams: logOn(streamsThen as Place), archive: new ArchiveInMemory() };
  const own = logOn(desk as Place);
  await copyStreams(own, then.streams as PostgresLog);
  await own.close();
  const archive = then.archive as ArchiveInMemory;
  for (const line of await linesOf(then.streams as PostgresLog, postsAnalyzed)) {
    const { value } = JSON.parse(line) as { value: string };
    const { data } = JSON.parse(Buffer.from(value, 'base64').toString()) as { data: AnalyzedPost };
    archive.held.push({ regionId: region, post: data, reachAt: '2026-11-02T00:00:00.000Z' });
  }
  archive.erased.push({ regionId: region, authorKey: 'a'.repeat(64) });
  await (desk as Place).database.pool.query('DROP SCHEMA messaging CASCADE; DELETE FROM archive.posts');

  const { file, lines } = await runBackup({
    configuration: (desk as Place).configuration,
    path: join(folder, 'elsewhere.tar.gz'),
    version: '0.1.0',
    now: new Date(),
    lineSources: lineSources(then),
    progress: quiet,
  });
  expect(lines).toBeGreaterThan(2 * posts);
  const restore = (engines: EnginesElsewhere) =>
    runRestore({
      configuration: (target as Place).configuration,
      file,
      replace: false,
      upgrade: true,
      lineSinks: lineSinks(engines),
      newStreams: engines.streams,
      progress: quiet,
    });
  await expect(restore({ streams: null, archive: null })).rejects.toThrow(/other engines/);

  const now = { streams: logOn(streamsNow as Place), archive: new ArchiveInMemory() };
  await restore(now);
  for (const stream of [postsAnalyzed, regionsConfigured, factsRecorded])
    expect(await linesOf(now.streams, stream)).toEqual(await linesOf(then.streams as PostgresLog, stream));
  expect(now.archive.held).toHaveLength(posts);
  expect(now.archive.held).toEqual(expect.arrayContaining(archive.held));
  expect(now.archive.calls[0]).toBe('erase');
  expect(now.archive.erased).toEqual(archive.erased);
});

async function copyStreams(from: PostgresLog, to: PostgresLog): Promise<void> {
  await to.apply(allStreams);
  await moveStreams(from, to);
}

async function linesOf(port: PostgresLog, stream: (typeof allStreams)[number]): Promise<string[]> {
  const found: string[] = [];
  for await (const line of streamLines(port, stream)) found.push(line);
  return found.sort();
}

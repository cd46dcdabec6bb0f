import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrate, revertLastMigration } from '@kentongan/database';
import { createTestDatabase, type TestDatabase } from '@kentongan/testing';
import { samplePost } from '../contract/sample-posts.js';
import { everything, type Query } from '../query/query.js';
import { archiveMigrations } from './migrations.js';
import { createPostgresArchive } from './postgres-archive.js';
import { Readings } from './readings.js';

describe('the archive in PostgreSQL', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
    await migrate(database.url, 'archive', archiveMigrations);
  });
  afterAll(() => database?.drop());

  it('stops a search that takes too long and says so', async () => {
    const readings = new Readings(database.pool);
    const answer = await readings.answer(async (client) => {
      await client.query('SET LOCAL statement_timeout = 50');
      await client.query('SELECT pg_sleep(5)');
      return { ok: true, value: null };
    });
    expect(answer).toEqual({ ok: false, problem: 'tooSlow' });
  });

  it('searches a few at a time, leaves writers a connection, and sends the rest of a flood away', async () => {
    const readings = new Readings(database.pool);
    let running = 0;
    let mostRunning = 0;
    const answers = await Promise.all(
      Array.from({ length: 300 }, () =>
        readings.answer(async (client) => {
          running += 1;
          mostRunning = Math.max(mostRunning, running);
          await client.query('SELECT pg_sleep(0.01)');
          running -= 1;
          return { ok: true, value: null };
        }),
      ),
    );
    expect(mostRunning).toBe(6);
    expect(answers.filter((answer) => !answer.ok && answer.problem === 'tooBusy')).toHaveLength(94);
    expect((await readings.answer(async () => ({ ok: true, value: 1 }))).ok).toBe(true);
  });

  it('lets searches write nothing', async () => {
    const readings = new Readings(database.pool);
    const writing = readings.answer(async (client) => {
      await client.query(`INSERT INTO archive.erased_authors VALUES ('a', 'b')`);
      return { ok: true, value: null };
    });
    await expect(writing).rejects.toThrow('read-only');
  });

  it('makes the months of twenty years as they come, also from two processes at once', async () => {
    const posts = Array.from({ length: 240 }, (_, i) =>
      samplePost(`contoh:${i}`, { createdAt: new Date(Date.UTC(2005, i, 15)).toISOString() }),
    );
    const archives = [createPostgresArchive(database.pool), createPostgresArchive(database.pool)];
    await Promise.all(archives.map((archive) => archive.index('lampau', posts)));
    const { rows } = await database.pool.query<{ months: number }>(
      `SELECT count(*)::int AS months FROM pg_inherits WHERE inhparent = 'archive.posts'::regclass`,
    );
    expect(rows[0]?.months).toBe(240);
    const page = await archives[0]!.search({
      regionId: 'lampau',
      query: everything,
      order: 'newest',
      limit: 200,
    });
    expect(page.ok && page.value.hits[0]?.post.postId).toBe('contoh:239');
    expect(page.ok && page.value.hits).toHaveLength(200);
  });

  it('lets one post that cannot be stored spoil no other', async () => {
    const archive = createPostgresArchive(database.pool);
    const posts = ['2026-03-10T00:00:00.000Z', '+012026-03-10T00:00:00.000Z', '2026-03-11T00:00:00.000Z'];
    const outcomes = await archive.index(
      'kota',
      posts.map((createdAt, i) => samplePost(`contoh:${i}`, { createdAt })),
    );
    expect(outcomes.map(({ kind }) => kind)).toEqual(['indexed', 'invalid', 'indexed']);
  });

  it('writes again in a month that another process dropped', async () => {
    const [here, there] = [createPostgresArchive(database.pool), createPostgresArchive(database.pool)];
    const post = (id: string) => samplePost(id, { createdAt: '2001-05-05T00:00:00.000Z' });
    await here.index('kota-lain', [post('contoh:1')]);
    const pruned = await there.prune({ fetchedBefore: '2001-07-01T00:00:00.000Z', regionIds: ['kota-lain'] });
    expect(pruned.droppedMonths).toEqual(['2001-05']);
    expect(await here.index('kota-lain', [post('contoh:2')])).toEqual([{ kind: 'indexed' }]);
    expect((await here.get('kota-lain', 'contoh:2'))?.postId).toBe('contoh:2');
  });

  it('counts the newest of too many posts, and says since when', async () => {
    const archive = createPostgresArchive(database.pool);
    const at = (minutes: number) => new Date(Date.UTC(2026, 2, 1) + minutes * 60_000).toISOString();
    await archive.index('kota-ramai', [samplePost('contoh:0', { createdAt: at(0), platform: 'lama' })]);
    await database.pool.query(
      `INSERT INTO archive.posts (region_id, post_id, first_created_at, created_at, fetched_at, revision, analysis_version,
         deleted, platform, sources, subjects, places, reach_at, words)
       SELECT 'kota-ramai', 'x:' || i, $1::timestamptz + make_interval(secs => CASE WHEN i > 39600 THEN 39600 + (i - 39600) * 0.1 ELSE i END), $1, $1, 1, 1, false, 'baru', '{}', '{}', '{}', $1,
         ('kabar' || CASE WHEN i < 1000 OR i % (CASE WHEN i > 39600 THEN 4 ELSE 2 END) = 0 THEN ' separuh' ELSE '' END)::tsvector
       FROM generate_series(1, 40000) AS i`,
      [at(0)],
    );
    const ask = { regionId: 'kota-ramai', query: everything, valuesMax: 10 };
    const facets = await archive.facets(ask);
    const since = new Date(Date.UTC(2026, 2, 1) + 15_001_000).toISOString();
    expect(facets.ok && facets.value.facets.platform).toEqual([{ value: 'baru', count: 25_000 }]);
    expect(facets.ok && facets.value.countedSince).toBe(since);
    const request = { ...ask, unit: 'day', timeZone: 'UTC' } as const;
    const whole = await archive.histogram(request);
    expect(whole).toEqual({
      ok: true,
      value: { buckets: [{ start: at(0), count: 40_001 }], countedSince: null },
    });
    const word = (lexeme: string): Query => ({ kind: 'phrase', lexemes: [lexeme] });
    const hits = await archive.histogram({ ...request, query: word('kabar') });
    expect(hits.ok && hits.value.buckets).toEqual([{ start: at(0), count: 20_000 }]);
    expect(hits.ok && hits.value.countedSince).toBe(
      new Date(Date.UTC(2026, 2, 1) + 20_001_000).toISOString(),
    );
    // The newest posts come ten times as fast as those before: the first stretch holds too few hits.
    const half = await archive.histogram({ ...request, query: word('separuh') });
    expect(half.ok && half.value).toEqual({
      buckets: [{ start: at(0), count: 20_000 }],
      countedSince: at(401 / 60),
    });
    const count = await archive.count({ regionId: 'kota-ramai', query: word('separuh') });
    expect(count).toEqual({ ok: true, value: { count: 20_400, isLowerBound: false } });
    const many = await archive.count({ regionId: 'kota-ramai', query: word('kabar') });
    expect(many).toEqual({ ok: true, value: { count: 30_000, isLowerBound: true } });
  });

  it('can be taken back', async () => {
    for (const _ of archiveMigrations) await revertLastMigration(database.url, 'archive', archiveMigrations);
    const { rows } = await database.pool.query(
      `SELECT FROM pg_tables WHERE schemaname = 'archive' AND tablename <> 'migrations'`,
    );
    expect(rows).toHaveLength(0);
  });
});

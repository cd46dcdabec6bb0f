import { get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { samplePost } from '@kentongan/archive/contract';
import { archiveMigrations, createPostgresArchive } from '@kentongan/archive/postgres';
import {
  ArchivedPost,
  ArchivePage,
  allStreams,
  CountView,
  FacetsView,
  HistogramView,
  TrendsView,
} from '@kentongan/contracts';
import { migrate } from '@kentongan/database';
import { createPostgresLog } from '@kentongan/messaging/postgres';
import { createTestDatabase } from '@kentongan/testing';
import { z } from 'zod';
import { RetentionJob } from './retention.job.js';
import { type ArchiverApplication, eventOf, startArchiver, token } from './testing/archiver-application.js';
import { FaultyArchive } from './testing/faulty-archive.js';

const waitMilliseconds = 10_000;

describe('the archiver', () => {
  let archiver: ArchiverApplication;
  let faults: FaultyArchive;
  beforeAll(async () => {
    const database = await createTestDatabase();
    await migrate(database.url, 'archive', archiveMigrations);
    const port = createPostgresLog({ pool: database.pool });
    await port.apply(allStreams);
    faults = new FaultyArchive(createPostgresArchive(database.pool));
    const close = async (): Promise<void> => {
      await port.close();
      await database.drop();
    };
    archiver = await startArchiver({ archive: faults.archive, port, close });
  });
  afterAll(() => archiver?.close());

  const json = async (path: string): Promise<unknown> => {
    const { status, text } = await archiver.get(path);
    expect([path, status]).toEqual([path, 200]);
    return JSON.parse(text);
  };
  const idsOf = async (path: string): Promise<string[]> =>
    ((await json(path)) as { hits: { post: { postId: string } }[] }).hits.map((hit) => hit.post.postId);

  async function eventually<T>(look: () => Promise<T>, isRight: (value: T) => boolean): Promise<T> {
    const until = Date.now() + waitMilliseconds;
    for (;;) {
      const value = await look();
      if (isRight(value) || Date.now() > until) return value;
      await sleep(50);
    }
  }

  it('makes what arrives on the stream searchable, with highlights, copies and newer reach', async () => {
    const copy = { analysis: { nearCopyKey: 'k1' } };
    await archiver.publish('kota-a', [
      samplePost('contoh:1', { text: 'Lampu jalan padam', authorKey: 'kunci-1', ...copy }),
      samplePost('contoh:2', { text: 'Lampu jalan padam!', createdAt: '2026-03-10T04:00:00.000Z', ...copy }),
    ]);
    const reach = {
      postId: 'contoh:1',
      firstCreatedAt: samplePost('contoh:1').firstCreatedAt,
      measuredAt: '2026-03-11T00:00:00.000Z',
      foundBy: ['b'],
      likes: 9,
    };
    await archiver.publishEvent(eventOf('post.measured', 'kota-a', 'reach-1', reach));
    const post = await eventually(
      () => archiver.archive.get('kota-a', 'contoh:1'),
      (found) => found?.likes === 9,
    );
    expect(post?.likes).toBe(9);
    const found = (await json('/api/archive/search?region=kota-a&q=%22lampu%20jalan%22')) as {
      hits: { highlights: unknown; copies: number; post: object }[];
    };
    expect(found.hits.map(({ highlights, copies }) => ({ highlights, copies }))).toEqual([
      { highlights: [{ start: 0, end: 11 }], copies: 1 },
      { highlights: [{ start: 0, end: 11 }], copies: 1 },
    ]);
    expect(JSON.stringify(found)).not.toContain('kunci-1');
    expect(await idsOf('/api/archive/search?region=kota-a&q=lampu&fold=true')).toEqual(['contoh:2']);
    expect(await json('/api/archive/posts/contoh%3A1?region=kota-a')).not.toHaveProperty('authorKey');
    expect((await archiver.get('/api/archive/posts/contoh%3A1?region=kota-b')).status).toBe(404);
  });

  it('finds the posts of a watch rule and of a link', async () => {
    const url = 'https://www.warta.example/lampu-padam?utm=1';
    await archiver.publish('kota-j', [
      samplePost('contoh:1', { analysis: { watchRules: ['lampu'] } }),
      samplePost('contoh:2', { createdAt: '2026-03-10T04:00:00.000Z', url }),
    ]);
    await eventually(
      () => archiver.archive.get('kota-j', 'contoh:2'),
      (post) => post !== null,
    );
    expect(await idsOf('/api/archive/search?region=kota-j&watchRule=lampu')).toEqual(['contoh:1']);
    expect(await idsOf(`/api/archive/search?region=kota-j&url=${encodeURIComponent(url)}`)).toEqual([
      'contoh:2',
    ]);
  });

  it('answers as it is documented', async () => {
    await archiver.publish('kota-k', [
      samplePost('contoh:1', { url: 'https://a.example/1', likes: 3, analysis: { subjects: ['lampu'] } }),
    ]);
    await eventually(
      () => archiver.archive.get('kota-k', 'contoh:1'),
      (post) => post !== null,
    );
    const answers = {
      search: z.strictObject(ArchivePage.shape),
      facets: z.strictObject(FacetsView.shape),
      histogram: z.strictObject(HistogramView.shape),
      count: z.strictObject(CountView.shape),
      trends: z.strictObject(TrendsView.shape),
      'posts/contoh%3A1': z.strictObject(ArchivedPost.shape),
    };
    for (const [path, view] of Object.entries(answers))
      view.parse(await json(`/api/archive/${path}?region=kota-k`));
  });

  it('tells what people talk about, a minute old at most, in the places right below the region', async () => {
    await archiver.configure({ regionId: 'kota-t', name: 'Kota T', mode: 'live', placeRoots: ['33.74'] });
    const places = [{ start: 0, end: 1, codes: ['33.74.05.1002'], confidence: 1 }];
    const told = (id: string, createdAt: string) =>
      samplePost(id, { createdAt, analysis: { subjects: ['banjir'], places } });
    archiver.clock.time = Date.UTC(2026, 2, 20, 8);
    await archiver.publish('kota-t', [
      told('contoh:1', '2026-03-20T07:00:00.000Z'),
      told('contoh:2', '2026-03-13T07:00:00.000Z'),
    ]);
    await eventually(
      () => archiver.archive.get('kota-t', 'contoh:2'),
      (post) => post !== null,
    );
    const trends = async () => TrendsView.parse(await json('/api/archive/trends?region=kota-t&days=7'));
    const first = await eventually(trends, ({ places: found }) => found[0]?.place === '33.74.05');
    expect(first.computedAt).toBe('2026-03-20T08:00:00.000Z');
    expect(first.days).toHaveLength(7);
    expect(first.days.at(-1)).toMatchObject({ posts: 1, neutral: 1, before: 1 });
    expect(first.cells).toEqual([{ subject: 'banjir', place: '33.74.05', posts: 1, before: 1 }]);
    await archiver.publish('kota-t', [told('contoh:3', '2026-03-20T07:30:00.000Z')]);
    await eventually(
      () => archiver.archive.get('kota-t', 'contoh:3'),
      (post) => post !== null,
    );
    expect(await trends()).toEqual(first);
    archiver.clock.time += 61_000;
    const later = await eventually(trends, ({ subjects }) => subjects[0]?.posts === 2);
    expect(later.computedAt).toBe('2026-03-20T08:01:01.000Z');
    archiver.clock.time = Date.UTC(2026, 2, 20);
    expect((await archiver.get('/api/archive/trends?region=kota-t&days=91')).status).toBe(400);
  });

  it('sets aside what it cannot read and goes on with the rest', async () => {
    await archiver.publishEvent(eventOf('post.analyzed', 'kota-c', 'rusak', { postId: 'x' }));
    await archiver.publish('kota-c', [samplePost('contoh:3')]);
    expect(
      await eventually(
        () => archiver.archive.get('kota-c', 'contoh:3'),
        (post) => post !== null,
      ),
    ).not.toBeNull();
  });

  it('waits out an outage of the archive and loses nothing', async () => {
    faults.failuresLeft = 1;
    await archiver.publish('kota-i', [samplePost('contoh:1'), samplePost('contoh:2')]);
    const found = await eventually(
      () => archiver.archive.get('kota-i', 'contoh:2'),
      (post) => post !== null,
    );
    expect(found).not.toBeNull();
    expect(faults.failuresLeft).toBe(0);
    expect(await idsOf('/api/archive/search?region=kota-i')).toEqual(['contoh:2', 'contoh:1']);
  });

  it('says that the archive is away, without the cause', async () => {
    faults.isAway = true;
    const { status, text } = await archiver.get('/api/archive/search?region=kota-a');
    faults.isAway = false;
    expect([status, (JSON.parse(text) as { error: { code: string } }).error.code]).toEqual([
      503,
      'unavailable',
    ]);
    expect(text).not.toContain('connection refused');
  });

  it('pages, filters, counts, and draws the histogram in the zone of the region', async () => {
    await archiver.configure({ regionId: 'kota-d', name: 'Kota D', mode: 'live', timeZone: 'Asia/Jayapura' });
    const posts = Array.from({ length: 5 }, (_, i) =>
      samplePost(`contoh:${i}`, {
        createdAt: `2026-03-1${i}T15:30:00.000Z`,
        platform: i < 2 ? 'satu' : 'dua',
      }),
    );
    await archiver.archive.index('kota-d', posts);
    const first = (await json('/api/archive/search?region=kota-d&limit=3')) as {
      hits: unknown[];
      nextCursor: string;
    };
    expect(first.hits).toHaveLength(3);
    expect(await idsOf(`/api/archive/search?region=kota-d&limit=3&cursor=${first.nextCursor}`)).toEqual([
      'contoh:1',
      'contoh:0',
    ]);
    expect(await idsOf('/api/archive/search?region=kota-d&platform=satu&platform=tiga')).toEqual([
      'contoh:1',
      'contoh:0',
    ]);
    expect(await idsOf('/api/archive/search?region=kota-d&from=2026-03-13T00:00:00%2B07:00')).toEqual([
      'contoh:4',
      'contoh:3',
    ]);
    expect(await json('/api/archive/count?region=kota-d&platform=dua')).toEqual({
      count: 3,
      isLowerBound: false,
    });
    expect(await json('/api/archive/facets?region=kota-d&valuesMax=1')).toMatchObject({
      platform: [{ value: 'dua', count: 3 }],
    });
    const histogram = await eventually(
      () =>
        json('/api/archive/histogram?region=kota-d&unit=week') as Promise<{
          timeZone: string;
          buckets: unknown[];
        }>,
      ({ timeZone }) => timeZone === 'Asia/Jayapura',
    );
    expect(histogram).toEqual({
      timeZone: 'Asia/Jayapura',
      unit: 'week',
      buckets: [{ start: '2026-03-08T15:00:00.000Z', count: 5 }],
      countedSince: null,
    });
  });

  it('exports CSV and NDJSON with every formula turned into text', async () => {
    const posts = Array.from({ length: 450 }, (_, i) =>
      samplePost(`contoh:${i}`, { text: `=HYPERLINK("x") nomor ${i}`, authorKey: 'kunci-2' }),
    );
    await archiver.archive.index('kota-e', posts);
    const csv = await archiver.get('/api/archive/export?region=kota-e&q=nomor');
    expect(csv.headers['content-type']).toContain('text/csv');
    expect(csv.headers['content-disposition']).toContain('arsip-kota-e.csv');
    expect(csv.text.startsWith('\ufeffpostId,')).toBe(true);
    const lines = csv.text.trim().split('\r\n');
    expect(lines).toHaveLength(451);
    for (const line of lines.slice(1)) expect(line).toContain(`"'=HYPERLINK(""x"") nomor`);
    const ndjson = await archiver.get('/api/archive/export?region=kota-e&format=ndjson');
    expect(ndjson.text.trim().split('\n')).toHaveLength(450);
    expect(csv.text + ndjson.text).not.toContain('kunci-2');
  });

  it('reads no further than a slow reader takes, and stops when the reader goes', async () => {
    faults.isEndless = true;
    const path = '/api/archive/export?region=kota-a&format=ndjson';
    const options = {
      host: '127.0.0.1',
      port: archiver.httpPort,
      path,
      headers: { authorization: `Bearer ${token}` },
    };
    await new Promise<void>((resolve, reject) => {
      const sent = get(options, (response) => {
        response.pause();
        void (async () => {
          let before = -1;
          // The buffers of both ends fill up; then nothing is read any more.
          while (faults.pagesRead !== before) {
            before = faults.pagesRead;
            await sleep(300);
          }
          sent.destroy();
          resolve();
        })().catch(reject);
      });
      sent.on('error', () => {});
    });
    expect(faults.pagesRead).toBeGreaterThan(0);
    expect(
      await eventually(
        async () => faults.exportsEnded,
        (ended) => ended === 1,
      ),
    ).toBe(1);
    faults.isEndless = false;
    expect((await archiver.get(path)).status).toBe(200);
  }, 20_000);

  it('erases an author named by key or by one of their posts, and a replay brings nothing back', async () => {
    const posts = ['contoh:1', 'contoh:2', 'contoh:3'].map((id, i) =>
      samplePost(id, i < 2 ? { authorKey: 'kunci-3' } : {}),
    );
    await archiver.publish('kota-f', posts);
    await eventually(
      () => archiver.archive.get('kota-f', 'contoh:3'),
      (post) => post !== null,
    );
    const erased = await archiver.post('/api/archive/erase', { regionId: 'kota-f', postId: 'contoh:1' });
    expect([erased.status, JSON.parse(erased.text)]).toEqual([
      200,
      { erasedPosts: 2, erasedAt: '2026-03-20T00:00:00.000Z' },
    ]);
    await archiver.publish('kota-f', [...posts, samplePost('contoh:4')]);
    await eventually(
      () => archiver.archive.get('kota-f', 'contoh:4'),
      (post) => post !== null,
    );
    expect(await idsOf('/api/archive/search?region=kota-f')).toEqual(['contoh:4', 'contoh:3']);
    const again = await archiver.post('/api/archive/erase', { regionId: 'kota-f', authorKey: 'kunci-3' });
    expect(JSON.parse(again.text)).toMatchObject({ erasedPosts: 0 });
    expect(
      (await archiver.post('/api/archive/erase', { regionId: 'kota-f', postId: 'contoh:1' })).status,
    ).toBe(404);
    expect(
      (await archiver.post('/api/archive/erase', { regionId: 'kota-f', authorKey: 'a', isAdmin: true }))
        .status,
    ).toBe(400);
  });

  it('prunes live regions by the clock and leaves historical ones', async () => {
    await archiver.configure({ regionId: 'kota-g', name: 'Kota G', mode: 'live' });
    await archiver.configure({ regionId: 'kota-h', name: 'Kota H', mode: 'historical' });
    const old = [samplePost('contoh:1', { createdAt: '2020-05-05T00:00:00.000Z' })];
    await archiver.archive.index('kota-g', old);
    await archiver.archive.index('kota-h', old);
    const job = archiver.app.get(RetentionJob);
    await eventually(
      () => job.run(),
      ({ removedPosts }) => removedPosts === 1,
    );
    expect(await archiver.archive.get('kota-g', 'contoh:1')).toBeNull();
    expect(await archiver.archive.get('kota-h', 'contoh:1')).not.toBeNull();
  });

  it('answers what it cannot read with a place and words in two languages, and never with a 5xx', async () => {
    const bad: [string, string][] = [
      ['search', 'badParameters'],
      ['search?region=Kota%20A', 'badParameters'],
      ['search?region=kota-a&limit=201', 'badParameters'],
      ['search?region=kota-a&sort=text;DROP', 'badParameters'],
      ['search?region=kota-a&order=created_at', 'badParameters'],
      ['search?region=kota-a&from=kemarin', 'badParameters'],
      ['search?region=kota-a&region=kota-b', 'badParameters'],
      ['search?region=kota-a&author=kunci-1', 'badParameters'],
      [`search?region=kota-a&q=${'a'.repeat(9_000)}`, 'tooLong'],
      ['search?region=kota-a&q=%22lampu', 'openQuote'],
      ['search?region=kota-a&q=(lampu', 'openParenthesis'],
      ['search?region=kota-a&q=warna:merah', 'unknownField'],
      ['search?region=kota-a&cursor=xyz', 'badCursor'],
      ['histogram?region=kota-a&unit=minute', 'badParameters'],
      ['export?region=kota-a&format=xlsx', 'badParameters'],
    ];
    for (const [path, code] of bad) {
      const { status, text } = await archiver.get(`/api/archive/${path}`);
      expect([path, status]).toEqual([path, 400]);
      const { error } = JSON.parse(text) as { error: { code: string; message: { id: string; en: string } } };
      expect(error).toMatchObject({ code, message: { id: expect.any(String), en: expect.any(String) } });
    }
    for (const hostile of [
      "'; DROP TABLE archive.posts; --",
      '\0',
      '\\',
      '*:*',
      '%',
      '🔥'.repeat(200),
      '\ud800',
    ]) {
      const q = encodeURIComponent(hostile.replace(/\ud800/, '%ED%A0%80'));
      for (const path of ['search', 'facets', 'histogram', 'count', 'export'])
        expect(
          (await archiver.get(`/api/archive/${path}?region=kota-a&q=${q}&source=${q}`)).status,
        ).toBeLessThan(500);
    }
  });

  it('opens nothing without the token', async () => {
    for (const path of ['search', 'facets', 'histogram', 'count', 'export', 'posts/x'])
      expect((await archiver.get(`/api/archive/${path}?region=kota-a`, {})).status).toBe(401);
  });
});

import { randomUUID } from 'node:crypto';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { FeedSettings, sourcesObserved } from '@kentongan/contracts';
import { createSafeHttpClient } from '@kentongan/platform';
import { collectedPosts, outboxEvents } from '../testing/collected-events.js';
import { createTestIngest, type TestIngest } from '../testing/test-ingest.js';
import { FeedParser } from './feed-parser.js';
import { FeedPoller, type PolledSource } from './feed-poller.js';
import { FeedSource } from './feed-source.js';
import { FeedsStore } from './feeds.store.js';

const clock = { now: () => Date.parse('2025-06-01T00:00:00Z') };
const parser = new FeedParser();
const answers = new Map<string, RequestListener>();
let asked: { readonly path: string; readonly etag: string | undefined }[] = [];
let server: Server;
let test: TestIngest;

beforeAll(async () => {
  test = await createTestIngest(clock.now);
  server = createServer((request, response) => {
    asked.push({ path: request.url ?? '', etag: request.headers['if-none-match'] });
    const answer = answers.get(request.url ?? '');
    if (answer) answer(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await parser.close();
  await test.close();
});
beforeEach(async () => {
  asked = [];
  await test.clear();
});

/** Public names lead to the local server; every rule of the client stays on. */
const http = createSafeHttpClient({
  bytesMax: 3 * 1024 * 1024,
  timeoutMilliseconds: 1_000,
  resolver: async () => ['93.184.216.34'],
  dial: () => ({ address: '127.0.0.1', port: (server.address() as AddressInfo).port }),
});
afterAll(() => http.close());

function polled(sourceId: string, url = `http://warta.example/${sourceId}`): PolledSource {
  const settings = FeedSettings.parse({ sourceId, url, name: 'Warta' });
  const source = new FeedSource(settings, { http, parser, clock });
  return { regionId: 'default', mode: 'live', source, version: url };
}

function poller(): FeedPoller {
  const store = new FeedsStore(test.database.pool, () => {}, randomUUID());
  const problems = (message: string) => {
    throw new Error(message);
  };
  return new FeedPoller({
    ingest: test.ingest,
    store,
    clock,
    random: () => 0.5,
    newId: randomUUID,
    onProblem: problems,
  });
}

const item = (path: string, title: string) =>
  `<item><title>${title}</title><link>https://warta.example/${path}?utm_source=rss</link><pubDate>Sat, 31 May 2025 10:00:00 +0700</pubDate></item>`;
const rss = (...items: string[]) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>W</title>${items.join('')}</channel></rss>`;
const serve = (path: string, body: string | Buffer, headers: Record<string, string> = {}) =>
  answers.set(`/${path}`, (_request, response) => response.writeHead(200, headers).end(body));
const operatorDetail = async (sourceId: string) =>
  (
    await test.database.pool.query<{ detail: string }>(
      'SELECT detail FROM collector.feeds WHERE source_id = $1',
      [sourceId],
    )
  ).rows[0]?.detail;
const states = async () =>
  (await outboxEvents(test.database.pool, sourcesObserved)).map(({ data }) => [
    data.sourceId,
    data.state,
    data.detail,
  ]);

describe('a feed of two collectors', () => {
  const polledTimes = async (times: number) => {
    for (const deadline = Date.now() + 5_000; asked.length < times; await pause(20))
      if (Date.now() > deadline) throw new Error(`asked ${asked.length} times, not ${times}`);
    const saved = `SELECT FROM collector.feeds WHERE leased_by IS NULL AND next_poll_at > now()`;
    while ((await test.database.pool.query(saved)).rowCount === 0) await pause(20);
    await pause(300); // whoever is too many would ask now
    return asked.length;
  };
  const both = async (source: PolledSource, work: () => Promise<void>) => {
    const collectors = [poller(), poller()];
    for (const each of collectors) each.set([source]);
    await work();
    await Promise.all(collectors.map((each) => each.stop()));
  };

  it('is polled once each time it is due, and at once when it is set anew', async () => {
    serve('bersama', rss(item('a', 'Pasar terbakar')));
    await both(polled('bersama'), async () => expect(await polledTimes(1)).toBe(1));
    await both(polled('bersama'), async () => {
      await pause(300);
      expect(asked).toHaveLength(1); // not due yet, for a collector that comes new either
    });
    const sooner = `UPDATE collector.feeds SET next_poll_at = now() - interval '1 minute'`;
    await test.database.pool.query(sooner);
    await both(polled('bersama'), async () => expect(await polledTimes(2)).toBe(2));
    const changed = { ...polled('bersama'), version: 'baru' };
    await both(changed, async () => expect(await polledTimes(3)).toBe(3));
  });

  it('is polled by the other when the first died in the middle', async () => {
    serve('warisan', rss(item('b', 'Jalan ambles')));
    const dead = new FeedsStore(test.database.pool, () => {}, randomUUID());
    const source = polled('warisan');
    expect(await dead.claim('default', 'warisan', source.version)).toBe(0);
    const heir = new FeedsStore(test.database.pool, () => {}, randomUUID());
    expect(await heir.claim('default', 'warisan', source.version)).toBeGreaterThan(60);
    await test.database.pool.query(`UPDATE collector.feeds SET leased_until = now() - interval '1 second'`);
    await both(source, async () => expect(await polledTimes(1)).toBe(1));
  });
});

describe('a feed', () => {
  it('brings each article once, by its address without tracking, and its edits', async () => {
    serve('warta', rss(item('a', 'Pasar terbakar'), item('b', 'Jalan ambles')));
    await poller().pollOnce(polled('warta'));
    serve('warta', rss(item('a', 'Pasar terbakar, tiga luka'), item('b', 'Jalan ambles')));
    await poller().pollOnce(polled('warta'));
    expect(await collectedPosts(test.database.pool)).toEqual([
      'rss:warta.example/a@1 Pasar terbakar',
      'rss:warta.example/b@1 Jalan ambles',
      'rss:warta.example/a@2 Pasar terbakar, tiga luka',
    ]);
    expect(await states()).toEqual([['warta', 'live', '']]);
  });

  it('is asked only for what is new since the last answer, after a restart too', async () => {
    answers.set('/syarat', (request, response) =>
      request.headers['if-none-match'] === '"7"'
        ? response.writeHead(304).end()
        : response.writeHead(200, { etag: '"7"' }).end(rss(item('a', 'Satu'))),
    );
    await poller().pollOnce(polled('syarat'));
    await poller().pollOnce(polled('syarat'));
    expect(asked.map(({ etag }) => etag)).toEqual([undefined, '"7"']);
  });

  it('goes on from the old cursor when its posts could not be stored', async () => {
    serve('simpan', rss(item('a', 'Satu')), { etag: '"1"' });
    await test.database.pool.query('ALTER TABLE collector.seen RENAME TO away');
    await expect(poller().pollOnce(polled('simpan'))).rejects.toThrow(/seen/);
    await test.database.pool.query('ALTER TABLE collector.away RENAME TO seen');
    await poller().pollOnce(polled('simpan'));
    expect(asked.map(({ etag }) => etag)).toEqual([undefined, undefined]);
    expect(await collectedPosts(test.database.pool)).toHaveLength(1);
  });

  it('waits as long as the server asks', async () => {
    answers.set('/kuota', (_request, response) => response.writeHead(429, { 'retry-after': '1234' }).end());
    expect(await poller().pollOnce(polled('kuota'))).toBe(1_234);
    expect(await states()).toEqual([
      ['kuota', 'overQuota', 'Server feed membatasi pengambilan (429). Dicoba lagi nanti.'],
    ]);
    expect(await operatorDetail('kuota')).toBe('the server answers 429');
  });

  it('reads other encodings', async () => {
    const text = rss(item('a', 'Café “Semarang”')).replace('?>', ' encoding="windows-1252"?>');
    serve('sandi', Buffer.from(text.replace('“', '\u0093').replace('”', '\u0094'), 'latin1'));
    await poller().pollOnce(polled('sandi'));
    expect(await collectedPosts(test.database.pool)).toEqual(['rss:warta.example/a@1 Café “Semarang”']);
  });
});

const laughs = Array.from(
  { length: 10 },
  (_, level) => `<!ENTITY a${level + 1} "${`&a${level};`.repeat(10)}">`,
).join('');
const hostile: readonly (readonly [string, () => string | Buffer, Record<string, string>, RegExp])[] = [
  [
    'external-entity',
    () => `<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>${rss(item('a', '&x;'))}`,
    {},
    /entities/,
  ],
  [
    'external-doctype',
    () => `<!DOCTYPE rss SYSTEM "http://127.0.0.1/x.dtd" [ ]>${rss(item('a', 'x'))}`,
    {},
    /entities/,
  ],
  [
    'billion-laughs',
    () => `<!DOCTYPE r [<!ENTITY a0 "ha">${laughs}]>${rss(item('a', '&a10;'))}`,
    {},
    /entities/,
  ],
  [
    'quadratic',
    () => `<!DOCTYPE r [<!ENTITY a "${'a'.repeat(50_000)}">]>${rss(item('a', '&a;'.repeat(50_000)))}`,
    {},
    /entities/,
  ],
  ['fifty-megabytes', () => rss(item('a', 'x'.repeat(50_000_000))), {}, /larger than/],
  [
    'gzip-bomb',
    () => gzipSync(Buffer.alloc(50_000_000, 0x20)),
    { 'content-encoding': 'gzip' },
    /larger than/,
  ],
  [
    'many-attributes',
    () => rss(`<item><title ${'a="b" '.repeat(450_000)}>x</title></item>`),
    {},
    /memory|milliseconds|read/,
  ],
  [
    'comment-flood',
    () => rss(item('a', `<![CDATA[${'<!--'.repeat(9_000)}]]>`).repeat(80)),
    {},
    /^$|memory|milliseconds|read/,
  ],
  [
    'deep',
    () => `<rss version="2.0"><channel>${'<a>'.repeat(900_000)}</channel></rss>`,
    {},
    /read|memory|milliseconds/,
  ],
  [
    'web-page',
    () => '<!doctype html><html><body>Masuk</body></html>',
    { 'content-type': 'text/html' },
    /web page/,
  ],
  ['nothing', () => '', {}, /not RSS/],
  ['json', () => '{"version":"https://jsonfeed.org/version/1"}', {}, /not RSS/],
  ['half', () => '<?xml version="1.0"?><rss version="2.0"><chan', {}, /read|not RSS/],
];

describe('a hostile or broken feed', () => {
  it.each(hostile)(
    '%s is down with its reason, and the next feed goes on',
    async (name, body, headers, detail) => {
      serve(name, body(), headers);
      serve('baik', rss(item('baik', 'Kabar baik')));
      const memoryBefore = process.memoryUsage().rss;
      await poller().pollOnce(polled(name));
      await poller().pollOnce(polled('baik'));
      const told = await states();
      expect(told.at(-1)).toEqual(['baik', 'live', '']);
      expect(await operatorDetail(name)).toMatch(detail);
      if ((await operatorDetail(name)) !== '')
        expect(told[0]).toEqual([name, 'down', expect.stringMatching(/feed/)]);
      expect(await collectedPosts(test.database.pool)).toContain('rss:warta.example/baik@1 Kabar baik');
      expect(asked.map(({ path }) => path)).toEqual([`/${name}`, '/baik']); // nothing else was fetched
      expect(process.memoryUsage().rss - memoryBefore).toBeLessThan(100_000_000);
    },
  );

  it('a flood of numeric entities becomes a short text', async () => {
    serve('angka', rss(item('a', '&#65;'.repeat(500_000))));
    await poller().pollOnce(polled('angka'));
    const [post] = await collectedPosts(test.database.pool);
    expect(post?.length ?? 0).toBeLessThan(20_100);
  });

  it('a slow drip ends in time; two more make it down', async () => {
    answers.set('/tetes', (_request, response) => {
      const timer = setInterval(() => response.write(' '), 50);
      response.on('close', () => clearInterval(timer));
    });
    for (let poll = 0; poll < 3; poll += 1) await poller().pollOnce(polled('tetes'));
    expect((await states()).map(([, state]) => state)).toEqual(['late', 'down']);
  });

  it.each([
    'http://127.0.0.1/x',
    'http://169.254.169.254/latest/meta-data',
    'http://warta.example:22/',
    'file:///etc/passwd',
  ])('an address that may not be reached is down: %s', async (url) => {
    await poller().pollOnce(polled('dalam', url));
    expect((await states())[0]?.slice(0, 2)).toEqual(['dalam', 'down']);
    expect(asked).toEqual([]);
  });
});

it('polls many feeds at their own pace and stops without waiting for a dead one', async () => {
  answers.set('/mati', () => {});
  for (const name of ['satu', 'dua', 'tiga']) serve(name, rss(item(name, `Kabar ${name}`)));
  const running = poller();
  const sources = ['mati', 'satu', 'dua', 'tiga'].map((name) => polled(name));
  for (const { source } of sources) Object.defineProperty(source, 'pollSeconds', { value: 0.02 });
  running.start(sources);
  for (let wait = 0; wait < 200 && (await collectedPosts(test.database.pool)).length < 3; wait += 1)
    await new Promise((resolve) => setTimeout(resolve, 20));
  expect((await collectedPosts(test.database.pool)).length).toBe(3);
  await running.stop();
  // Questions that were on the wire when it stopped still arrive; at a poll every 20 ms each, new ones would show.
  await new Promise((resolve) => setTimeout(resolve, 300));
  const after = asked.length;
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(asked.length).toBe(after);
});

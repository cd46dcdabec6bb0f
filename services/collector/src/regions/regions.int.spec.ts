import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { decodeEvent, RegionSettings, RegionView, regionsConfigured, SourceView } from '@kentongan/contracts';
import { createSafeHttpClient } from '@kentongan/platform';
import { bearerOf, createTestDesk, type TestDesk } from '../testing/test-desk.js';
import { RegionRegistry } from './region-registry.js';

let asked: string[] = [];
let server: Server;
let desk: TestDesk;

const fromFile = RegionSettings.parse({ regionId: 'dari-berkas', name: 'Kota Berkas', mode: 'live' });
const begun = RegionSettings.parse({ regionId: 'default', name: 'Indonesia', mode: 'live' });

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(`${request.headers.host}${request.url}`);
    if (request.url === '/hilang') return response.writeHead(404).end();
    return response.end(
      `<rss version="2.0"><channel><title>W</title><item><title>Kabar ${request.url}</title><link>https://${request.headers.host}${request.url}/1</link></item></channel></rss>`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const http = createSafeHttpClient({
    bytesMax: 100_000,
    timeoutMilliseconds: 2_000,
    resolver: async () => ['93.184.216.34'],
    dial: () => ({ address: '127.0.0.1', port: (server.address() as AddressInfo).port }),
  });
  desk = await createTestDesk({ regions: [fromFile], initialRegions: [begun], http, isPollingFeeds: true });
});
afterAll(async () => {
  await desk.close();
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  asked = [];
});

const feed = (sourceId: string, url: string) => ({ sourceId, url, name: `Warta ${sourceId}` });
const settings = (regionId: string, more: object = {}) => ({
  regionId,
  name: 'Kota Uji',
  mode: 'live',
  ...more,
});
const put = (regionId: string, more: object = {}, bearer?: string) =>
  desk.ask('PUT', `regions/${regionId}`, settings(regionId, more), bearer);
const sourcesOf = async (regionId: string) =>
  SourceView.array().parse((await desk.ask('GET', `sources?region=${regionId}`)).json);
const until = async (isSo: () => boolean | Promise<boolean>) => {
  for (let wait = 0; wait < 300 && !(await isSo()); wait += 1)
    await new Promise((resolve) => setTimeout(resolve, 20));
  expect(await isSo()).toBe(true);
};

it('tells every region again on another stream, once', async () => {
  const told: string[] = [];
  const elsewhere = {
    numbering: async () => ({ identity: 'elsewhere', ends: [0] }),
    publish: async (_: unknown, records: readonly { key: string }[]) => {
      told.push(...records.map(({ key }) => key));
    },
  };
  const regions = new RegionRegistry(desk.database.pool, { now: Date.now }, () => {});
  expect(await regions.publishAnew(elsewhere)).toBe(true);
  expect(told).toEqual(expect.arrayContaining(['dari-berkas', 'default']));
  expect(await regions.publishAnew(elsewhere)).toBe(false);
  expect(new Set(told).size).toBe(told.length);
});

describe('a region that is set by a person', () => {
  it('is made, told to every service, found again and open to posts', async () => {
    expect((await desk.post('', { query: 'region=kota-baru' })).status).toBe(404);
    const made = await put('kota-baru', { agencies: [{ agencyId: 'dpu', name: 'Dinas PU' }] });
    expect(made.status).toBe(200);
    expect(RegionView.parse(made.json)).toMatchObject({
      timeZone: 'Asia/Jakarta',
      isConfiguredByFile: false,
    });
    expect((await desk.ask('GET', 'regions/kota-baru')).json).toEqual(made.json);
    expect((await desk.post('', { query: 'region=kota-baru' })).status).toBe(200);
    const told = () => desk.published.find(({ record }) => record.key === 'kota-baru');
    await until(() => told() !== undefined);
    const decoded = decodeEvent(regionsConfigured, told()!.record.value!);
    expect(decoded.ok && decoded.event.data.agencies).toEqual([
      { agencyId: 'dpu', name: 'Dinas PU', subjects: [], placeCodes: [] },
    ]);
  });

  it('keeps its mode', async () => {
    await put('kota-tetap');
    const answer = await put('kota-tetap', { mode: 'historical', name: 'Lain' });
    expect(answer).toMatchObject({ status: 409, json: { error: { code: 'modeIsFixed' } } });
    expect((await desk.ask('GET', 'regions/kota-tetap')).json).toMatchObject({
      mode: 'live',
      name: 'Kota Uji',
    });
  });

  it('that the file sets is changed in the file alone; one that the desk began with is free', async () => {
    expect(await put('dari-berkas')).toMatchObject({
      status: 409,
      json: { error: { code: 'configuredByFile' } },
    });
    expect((await put('default', { name: 'Provinsi Uji' })).status).toBe(200);
    const regions = RegionView.array().parse((await desk.ask('GET', 'regions')).json);
    const short = regions.map(({ regionId, name, isConfiguredByFile }) => [
      regionId,
      name,
      isConfiguredByFile,
    ]);
    expect(short).toContainEqual(['dari-berkas', 'Kota Berkas', true]);
    expect(short).toContainEqual(['default', 'Provinsi Uji', false]);
  });

  it.each([
    ['an unknown zone', { timeZone: 'Asia/Semarang' }, 'timeZone'],
    ['a feed that is no web address', { feeds: [feed('a', 'file:///etc/passwd')] }, 'feeds.0.url'],
    [
      'the same feed twice',
      { feeds: [feed('a', 'http://a.example/'), feed('a', 'http://b.example/')] },
      'feeds',
    ],
    ['a field that is none', { feed: [] }, ''],
    ['another region than the address', { regionId: 'kota-lain' }, 'regionId'],
  ])('is refused with the name of the field: %s', async (_, more, parameter) => {
    const { status, json } = await put('kota-salah', more);
    expect(status).toBe(400);
    expect(json).toMatchObject({ error: { code: 'badParameters', problems: [{ parameter }] } });
    expect((await desk.ask('GET', 'regions/kota-salah')).status).toBe(404);
  });

  it('is for the administrator; others see their own', async () => {
    await put('kota-a');
    await put('kota-b');
    const officer = await bearerOf('officer', ['kota-a']);
    expect((await put('kota-a', {}, officer)).status).toBe(403);
    expect((await put('kota-b', {}, await bearerOf('admin', ['kota-a']))).status).toBe(403);
    expect((await put('kota-b', { name: 'Kota B' }, await bearerOf('admin'))).status).toBe(200);
    const seen = RegionView.array().parse((await desk.ask('GET', 'regions', undefined, officer)).json);
    expect(seen.map(({ regionId }) => regionId)).toEqual(['kota-a']);
    expect((await desk.ask('GET', 'regions/kota-b', undefined, officer)).status).toBe(403);
    expect((await desk.ask('GET', 'sources?region=kota-b', undefined, officer)).status).toBe(403);
  });
});

describe('the feeds of a region', () => {
  it('are polled as soon as they are set, under the same id in two regions, and no more when removed', async () => {
    await put('kota-satu', { feeds: [feed('warta', 'http://satu.example/rss')] });
    await put('kota-dua', {
      feeds: [feed('warta', 'http://dua.example/rss'), feed('lain', 'http://dua.example/lain')],
    });
    await until(() =>
      ['satu.example/rss', 'dua.example/rss', 'dua.example/lain'].every((url) => asked.includes(url)),
    );
    await until(async () => (await sourcesOf('kota-dua')).every(({ postsLastDay }) => postsLastDay === 1));
    asked = [];
    await put('kota-dua', { feeds: [feed('warta', 'http://tiga.example/rss')] });
    await until(() => asked.includes('tiga.example/rss'));
    expect(asked).toEqual(['tiga.example/rss']); // the others were neither asked again nor forgotten
    expect((await sourcesOf('kota-dua')).map(({ sourceId, url }) => [sourceId, url])).toEqual([
      ['warta', 'http://tiga.example/rss'],
      ['lain', null],
    ]);
    await until(async () => (await sourcesOf('kota-satu'))[0]?.state === 'live');
    expect(await sourcesOf('kota-satu')).toMatchObject([{ sourceId: 'warta', postsLastDay: 1 }]);
  });

  it('say in an officer’s words what is wrong', async () => {
    await put('kota-putus', { feeds: [feed('hilang', 'http://satu.example/hilang')] });
    await until(async () => (await sourcesOf('kota-putus'))[0]?.state === 'down');
    expect(await sourcesOf('kota-putus')).toEqual([
      expect.objectContaining({
        name: 'Warta hilang',
        lastPostAt: null,
        postsLastDay: 0,
        detail:
          'Alamat feed tidak bisa dibuka (404). Unggahan lain tetap masuk. Periksa tautan atau hapus feed.',
      }),
    ]);
  });
});

describe('the sources of a region', () => {
  it('count new posts once, by the source that brought them', async () => {
    await put('kota-kirim');
    const line = (id: number) =>
      JSON.stringify({ id: `k${id}`, ts: '2026-01-05T10:00:00Z', text: 'air mati', platform: 'x' });
    const send = (source: string, ids: readonly number[]) =>
      desk.post(ids.map(line).join('\n'), { query: `region=kota-kirim&source=${source}` });
    await send('crawler', [1, 2, 3]);
    await send('crawler', [2, 3, 4]);
    await send('tipline', [4, 5]);
    const views = await sourcesOf('kota-kirim');
    expect(Object.fromEntries(views.map(({ sourceId, postsLastDay }) => [sourceId, postsLastDay]))).toEqual({
      crawler: 4,
      tipline: 1,
    });
    for (const view of views) expect(view).toMatchObject({ state: 'live', detail: '', url: null });
  });

  it('that push are late after a day of silence and down after a week', async () => {
    await put('kota-diam');
    const since = (days: number) =>
      desk.database.pool.query(
        `INSERT INTO collector.source_hours SELECT 'kota-diam', $1, at, 7, at, at FROM (SELECT now() - make_interval(days => $2) AS at) AS moment`,
        [`hari-${days}`, days],
      );
    for (const days of [0, 3, 9]) await since(days);
    const views = await sourcesOf('kota-diam');
    expect(views.map(({ sourceId, state, postsLastDay }) => [sourceId, state, postsLastDay])).toEqual([
      ['hari-0', 'live', 7],
      ['hari-3', 'late', 0],
      ['hari-9', 'down', 0],
    ]);
    expect(views[1]!.detail).toContain('3 hari');
  });
});

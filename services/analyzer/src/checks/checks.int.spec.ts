import { createServer, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  allStreams,
  CheckView,
  encodeEvent,
  type Fact,
  type FactVariants,
  factsRecorded,
  RegionSettings,
  regionsConfigured,
} from '@kentongan/contracts';
import { STREAM_PORT, StreamStrategy } from '@kentongan/messaging/nest';
import { createPostgresLog, type PostgresLog } from '@kentongan/messaging/postgres';
import {
  ACCESS_TOKEN,
  CLOCK,
  createSafeHttpClient,
  Secret,
  SIGNING_KEY,
  signPrincipal,
  systemClock,
} from '@kentongan/platform';
import { createTestDatabase, type TestDatabase } from '@kentongan/testing';
import { type DynamicModule, Global, type INestApplication, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AnalyzerModule } from '../analyzer.module.js';
import { AnalyzerService } from '../analyzer.service.js';
import { analystOf } from './checks.parts.js';
import { ChecksService } from './checks.service.js';

const token = 'kunci-percobaan-periksa';
const signingKey = new Secret('kunci-tanda-tangan-percobaan-32-huruf');
const region = 'kota-contoh';

@Global()
@Module({})
class PartsModule {}

const facts: Fact[] = [
  {
    factId: 'contoh:racun',
    title: '[SALAH] Air ledeng Pedurungan dicampur racun tikus oleh petugas gadungan',
    hoaxText:
      'Awas air ledeng di Pedurungan sudah dicampur racun tikus oleh petugas gadungan, jangan diminum, sebarkan ke semua grup keluarga',
  },
  {
    factId: 'contoh:racun2',
    title: 'Hoaks racun tikus di air ledeng Pedurungan oleh petugas gadungan kambuh',
  },
  { factId: 'contoh:link', title: 'Tautan bansos', hoaxText: 'Daftar di https://bansos.example/daftar' },
  ...Array.from({ length: 60 }, (_, i) => ({
    factId: `isi:${i}`,
    title: `Kabar nomor ${i} tentang pasar ikan`,
  })),
];

const event = (type: string, regionId: string, id: string, data: unknown) => ({
  id: `${type}|${id}`,
  type,
  v: 1,
  occurredAt: '2026-11-22T03:00:00.000Z',
  regionId,
  correlationId: id,
  causationId: null,
  data,
});

describe('Cek teks', () => {
  let database: TestDatabase;
  let port: PostgresLog;
  let app: INestApplication;
  let httpPort: number;

  beforeAll(async () => {
    database = await createTestDatabase();
    port = createPostgresLog({ pool: database.pool });
    await port.apply(allStreams);
    await port.publish(
      factsRecorded,
      facts.map((fact) => ({
        key: fact.factId,
        value: encodeEvent(event('fact.recorded', '*', fact.factId, fact)),
      })),
    );
    const settings = RegionSettings.parse({
      regionId: region,
      name: 'Kota Semarang',
      mode: 'live',
      placeRoots: ['33.74'],
    });
    await port.publish(regionsConfigured, [
      { key: region, value: encodeEvent(event('region.configured', region, region, settings)) },
    ]);
    const providers = [
      { provide: STREAM_PORT, useValue: port },
      { provide: ACCESS_TOKEN, useValue: new Secret(token) },
      { provide: SIGNING_KEY, useValue: signingKey },
      { provide: CLOCK, useValue: systemClock },
    ];
    const parts: DynamicModule = { module: PartsModule, providers, exports: providers };
    app = await NestFactory.create(
      { module: class Root {}, imports: [parts, AnalyzerModule] },
      { logger: false },
    );
    app.connectMicroservice({ strategy: new StreamStrategy(port) });
    await app.startAllMicroservices();
    await app.listen(0, '127.0.0.1');
    httpPort = (app.getHttpServer().address() as AddressInfo).port;
  }, 60_000);
  afterAll(async () => {
    await app?.close();
    await port?.close();
    await database?.drop();
  });

  const post = (body: unknown, bearer = token) => ask(httpPort, bearer, JSON.stringify(body));
  const check = async (text: string): Promise<CheckView> => {
    const { status, body } = await post({ region, text });
    expect([status, body]).toEqual([200, expect.anything()]);
    return CheckView.parse(body);
  };

  it('finds what a forwarded text resembles, best first, with the words that say so', async () => {
    const view = await check(
      '_Diteruskan berkali-kali_\n[22/11/26 13.05] Budi: *Awas* air ledeng di Pedurungan sudah dicampur racun tikus oleh petugas gadungan, jangan diminum, sebarkan ke semua grup keluarga 🙏 hub 0812-3456-7890',
    );
    expect(view.matches[0]).toMatchObject({ factId: 'contoh:racun', level: 'same' });
    expect(view.analysis.hoaxMatch).toEqual(view.matches[0]);
    expect(view.matches[0]?.matchedWords).toEqual(expect.arrayContaining(['racun', 'tikus']));
    expect(view.matches.length).toBeLessThanOrEqual(5);
    expect(view.analysis.nearCopyKey).toMatch(/^[0-9a-f]{16}$/);
    expect(JSON.stringify(view)).not.toMatch(/Budi|0812/);
  });

  it('resolves places with the region, at offsets into the text it answers', async () => {
    const view = await check('Kata @siti_contoh banjir di Pedurungan sejak subuh');
    const place = view.analysis.places.find(({ codes }) => codes[0]?.startsWith('33.74'));
    expect(place && view.text.slice(place.start, place.end)).toContain('Pedurungan');
    expect(view.analysis.subjects).toContain('flooding');
  });

  it('knows a link inside a text, though profile links are masked', async () => {
    const view = await check(
      'apa ini benar? https://bansos.example/daftar kata https://x.com/budi_s/status/1',
    );
    expect(view.matches[0]).toMatchObject({ factId: 'contoh:link', level: 'same' });
    expect(view.text).not.toContain('budi_s');
  });

  it('says nothing about an innocent text, and stores and learns nothing', async () => {
    const before = await tablesRows(database);
    for (let turn = 0; turn < 3; turn += 1)
      expect((await check('Terima kasih taman kota sekarang bersih dan lampunya terang')).matches).toEqual(
        [],
      );
    expect(await tablesRows(database)).toEqual(before);
  });

  it.each([
    ['20,000 letters', 'a'.repeat(20_000)],
    ['20,000 letters of words', 'racun tikus ledeng '.repeat(1_052)],
    ['zero-width', 'air\u200B led\u200Beng ra\u2060cun'],
    ['right to left', '\u202Eالماء مسموم في المدينة\u202C air'],
    ['HTML', '<img src=x onerror=alert(1)><script>alert(1)</script> air'],
    ['lone surrogates and NUL', '\uD800\uD800 air \u0000 ledeng'],
    ['at signs', `${'@'.repeat(15_000)} air`],
    ['stacked accents', `a${'\u0301'.repeat(15_000)} air`],
  ])('answers hostile texts: %s', async (_, text) => {
    const view = await check(text);
    expect(view.text).not.toMatch(/[\u0000\u200B\u202A-\u202E\u2060]/);
  });

  it('tells the other facts about a hoax, to those whose region may ask', async () => {
    const variants = async (factId: string, of = region, bearer = token) => {
      const path = `/api/checks/facts/${encodeURIComponent(factId)}/variants?region=${encodeURIComponent(of)}`;
      const { status, body } = await ask(httpPort, bearer, '', { method: 'GET', path });
      return { status, body: body as unknown as FactVariants };
    };
    const { status, body } = await variants('contoh:racun');
    expect([status, body]).toEqual([200, { variants: [{ factId: 'contoh:racun2', publishedAt: null }] }]);
    expect((await variants('contoh:link')).body.variants).toEqual([]);
    expect((await variants('tidak:ada')).body.variants).toEqual([]);
    expect((await variants('contoh:racun', 'Bukan Wilayah')).status).toBe(400);
    expect((await variants('contoh:racun', region, 'salah')).status).toBe(401);
  });

  it('names the field that does not fit', async () => {
    for (const body of [{ region, text: 'ab' }, { region, text: 'a'.repeat(20_001) }, { region }, {}]) {
      const { status, body: answer } = await post(body);
      expect([status, answer.error?.code]).toEqual([400, 'badParameters']);
      expect(answer.error?.message.id).toContain('Isian');
    }
  });

  it('lets in who works with texts, only into their own region', async () => {
    const bearer = (role: 'agency' | 'auditor', regionIds: string[]) =>
      signPrincipal(
        { kind: 'person', userId: 'u', name: 'U', role, regionIds, agencyId: null },
        signingKey,
        Date.now(),
      );
    const body = { region, text: 'air ledeng keruh' };
    expect((await post(body, await bearer('agency', [region]))).status).toBe(200);
    expect((await post(body, await bearer('agency', ['kota-lain']))).status).toBe(403);
    expect((await post(body, await bearer('auditor', []))).status).toBe(403);
    expect((await post(body, 'salah')).status).toBe(401);
  });

  describe('of a link', () => {
    let site: Server;
    let checks: ChecksService;
    let answer: (response: ServerResponse, path: string) => void;
    const client = () => {
      const { port: sitePort } = site.address() as AddressInfo;
      return createSafeHttpClient({
        bytesMax: 200_000,
        timeoutMilliseconds: 500,
        resolver: async () => ['93.184.216.34'],
        dial: () => ({ address: '127.0.0.1', port: sitePort }),
      });
    };
    let opened: ReturnType<typeof client>;
    beforeAll(async () => {
      site = createServer((asked, response) => answer(response, asked.url ?? ''));
      await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
      opened = client();
      checks = new ChecksService({ analyzer: analystOf(app.get(AnalyzerService)), client: opened });
    });
    afterAll(async () => {
      await opened.close();
      site.closeAllConnections();
      site.close();
    });
    const link = 'http://bansos.example/daftar';
    const html = (response: ServerResponse, text: string) =>
      response.setHeader('content-type', 'text/html; charset=utf-8').end(text);

    it('reads the page behind it and knows the address', async () => {
      answer = (response) =>
        html(
          response,
          `<title>Bansos</title><p>Air ledeng di Pedurungan keruh sejak pagi, kata @budi_s.</p><script>x</script>`,
        );
      const view = await checks.check({ region, text: ` ${link} ` });
      expect(view.link).toEqual({ url: link, title: 'Bansos' });
      expect(view.text).toBe('Bansos\nAir ledeng di Pedurungan keruh sejak pagi, kata @warga.');
    });

    it.each([
      ['404', (response: ServerResponse) => response.writeHead(404).end(), '(404)'],
      [
        'a picture',
        (response: ServerResponse) => response.setHeader('content-type', 'image/png').end('x'),
        'bukan halaman teks',
      ],
      [
        'an empty shell',
        (response: ServerResponse) => html(response, '<div id=root></div>'),
        'tidak berisi teks',
      ],
      [
        'an endless page',
        (response: ServerResponse) => html(response, '<p>'.repeat(100_000)),
        'terlalu besar',
      ],
      ['silence', () => {}, 'tidak menjawab'],
      [
        'a way inside',
        (response: ServerResponse) => response.writeHead(302, { location: 'http://127.0.0.1/admin' }).end(),
        'jaringan sendiri',
      ],
    ])('tells why it cannot be read: %s', async (_, behave, words) => {
      answer = behave;
      const refused = checks.check({ region, text: link });
      await expect(refused).rejects.toMatchObject({
        status: 422,
        response: { error: { code: 'linkUnreadable', message: { id: expect.stringContaining(words) } } },
      });
    });

    it('never goes to an address inside', async () => {
      let isAsked = false;
      answer = () => {
        isAsked = true;
      };
      for (const text of [
        'http://127.0.0.1/x',
        'http://[::1]/x',
        'http://169.254.169.254/latest',
        'http://2130706433/x',
      ])
        await expect(checks.check({ region, text })).rejects.toMatchObject({ status: 422 });
      await pause(20);
      expect(isAsked).toBe(false);
    });
  });
});

async function tablesRows(database: TestDatabase): Promise<unknown> {
  const { rows } = await database.pool.query(
    `SELECT table_schema, table_name, (xpath('//c/text()', query_to_xml(format('SELECT count(*) AS c FROM %I.%I', table_schema, table_name), true, true, '')))[1]::text AS count
     FROM information_schema.tables WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema') ORDER BY 1, 2`,
  );
  return rows;
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: { readonly error?: { code: string; message: { id: string; en: string } } };
}

function ask(
  port: number,
  bearer: string,
  body: string,
  { method, path } = { method: 'POST', path: '/api/checks' },
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' };
    const sent = request({ host: '127.0.0.1', port, method, path, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: JSON.parse(Buffer.concat(chunks).toString()) as Answer['body'],
        }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeEvent, FactList, FactView, factsRecorded } from '@kentongan/contracts';
import type { StreamPort } from '@kentongan/messaging';
import { STREAM_PORT } from '@kentongan/messaging/nest';
import { type PersonPrincipal, Secret, signPrincipal } from '@kentongan/platform';
import { DeskApplication } from '../issues/testing/desk-application.js';
import { person, region, rina } from '../issues/testing/samples.js';
import { publishFactsAnew } from './publish-facts.js';

const machine = 'kunci-percobaan';
const admin = person('admin', 'admin', { regionIds: [] });
const elsewhere = person('lain', 'officer', { regionIds: ['kota-lain'] });
const regionId = region.regionId;
const words = { title: 'Air ledeng Pedurungan aman', conclusion: 'Uji laboratorium bersih.' };

describe('the hoax memory', () => {
  let desk: DeskApplication;
  beforeAll(async () => {
    desk = await DeskApplication.start();
  });
  afterAll(() => desk?.close());

  const ask = async (
    method: string,
    path: string,
    by: PersonPrincipal | string,
    body?: unknown,
    type = 'application/json',
  ): Promise<{
    status: number;
    body: { error?: { code: string; version?: number } } & Record<string, unknown>;
  }> => {
    const key = new Secret('kunci-tanda-tangan-percobaan-32-huruf');
    const bearer = typeof by === 'string' ? by : await signPrincipal(by, key, desk.clock.now());
    const { port } = desk.app.getHttpServer().address() as AddressInfo;
    const headers = { authorization: `Bearer ${bearer}`, 'content-type': type };
    return new Promise((resolve, reject) => {
      const sent = request(
        { host: '127.0.0.1', port, method, path: `/api/facts${path}`, headers },
        (response) => {
          let text = '';
          response.setEncoding('utf8').on('data', (chunk: string) => {
            text += chunk;
          });
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, body: text === '' ? {} : JSON.parse(text) }),
          );
          response.on('error', reject);
        },
      );
      sent.on('error', reject);
      sent.end(body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body));
    });
  };
  const created = async (more: object = {}, by: PersonPrincipal = rina): Promise<FactView> => {
    const { status, body } = await ask('POST', '', by, { region: regionId, ...words, ...more });
    expect([status, body.error]).toEqual([200, undefined]);
    return FactView.parse(body);
  };
  const list = async (query: string, by: PersonPrincipal = rina): Promise<FactList> => {
    const { status, body } = await ask('GET', `?region=${regionId}&${query}`, by);
    expect([status, body.error]).toEqual([200, undefined]);
    return FactList.parse(body);
  };
  /** What the stream says now, after the outbox has emptied. */
  const published = async (): Promise<Map<string, { regionId: string; title: string }>> => {
    for (let tries = 0; tries < 200; tries += 1) {
      const { rowCount } = await desk.database.pool.query('SELECT 1 FROM responder.outbox LIMIT 1');
      if (rowCount === 0) break;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const facts = new Map<string, { regionId: string; title: string }>();
    const reading = await desk.app.get<StreamPort>(STREAM_PORT).table({
      stream: factsRecorded,
      onRecord: ({ key, value }) => {
        if (value === null) facts.delete(key);
        const decoded = value ? decodeEvent(factsRecorded, value) : null;
        if (decoded?.ok)
          facts.set(key, { regionId: decoded.event.regionId, title: decoded.event.data.title });
      },
      onFailure: () => {},
    });
    await reading.caughtUp();
    await reading.stop();
    return facts;
  };

  it('takes a fact of the region or of the nation, and tells the stream whose it is', async () => {
    const own = await created();
    const national = await created({ isNational: true, title: 'Vaksin polio aman' }, admin);
    expect(own).toMatchObject({ regionId, version: 1, change: 'created', changedBy: { userId: 'rina' } });
    const stream = await published();
    expect(stream.get(own.fact.factId)).toEqual({ regionId, title: words.title });
    expect(stream.get(national.fact.factId)?.regionId).toBe('*');
  });

  it('tells every fact again on another stream, and what was withdrawn, once', async () => {
    const [kept, gone] = [await created(), await created()];
    expect((await ask('DELETE', `/${gone.fact.factId}`, admin)).status).toBe(204);
    await published();
    const told: (readonly [string, boolean])[] = [];
    const elsewhere: Pick<StreamPort, 'numbering' | 'publish'> = {
      numbering: async () => ({ identity: 'elsewhere', ends: [0] }),
      publish: async (_, records) => {
        told.push(...records.map(({ key, value }) => [key, value !== null] as const));
      },
    };
    expect(await publishFactsAnew(desk.database.pool, elsewhere)).toBe(true);
    expect(told).toContainEqual([kept.fact.factId, true]);
    expect(told).toContainEqual([gone.fact.factId, false]);
    const before = told.length;
    expect(await publishFactsAnew(desk.database.pool, elsewhere)).toBe(false);
    expect(told).toHaveLength(before);
  });

  it('keeps every version with who and when, and publishes the newest', async () => {
    const { fact } = await created();
    desk.clock.time += 60_000;
    const edit = await ask('PUT', `/${fact.factId}`, admin, {
      version: 1,
      ...words,
      title: 'Air ledeng aman sejak pagi',
    });
    const view = FactView.parse(edit.body);
    expect(
      view.versions.map(({ version, change, by, fact: then }) => [version, change, by?.userId, then?.title]),
    ).toEqual([
      [2, 'edited', 'admin', 'Air ledeng aman sejak pagi'],
      [1, 'created', 'rina', words.title],
    ]);
    expect(view.versions[0]?.at).toBe(new Date(desk.clock.now()).toISOString());
    expect((await published()).get(fact.factId)?.title).toBe('Air ledeng aman sejak pagi');
    const stale = await ask('PUT', `/${fact.factId}`, rina, { version: 1, ...words });
    expect([stale.status, stale.body.error]).toMatchObject([409, { code: 'staleVersion', version: 2 }]);
  });

  it('withdraws a fact from the stream, keeps its history, and counts on when it comes back', async () => {
    const line = JSON.stringify({ id: '7', title: 'Kabar pintu air jebol', conclusion: 'Pintu air baik.' });
    const bring = () => ask('POST', '/import?format=ndjson&source=kembali', machine, line, 'text/plain');
    expect((await bring()).body).toMatchObject({ recorded: 1, unchanged: 0, refused: 0 });
    const factId = (await list('q=pintu')).facts[0]?.fact.factId ?? '';
    expect((await ask('DELETE', `/${factId}`, rina)).status).toBe(204);
    expect((await ask('DELETE', `/${factId}`, rina)).status).toBe(404);
    expect((await ask('GET', `/${factId}`, rina)).status).toBe(404);
    expect((await published()).has(factId)).toBe(false);
    await bring();
    const again = FactView.parse((await ask('GET', `/${factId}`, rina)).body);
    expect(again.versions.map(({ change, by }) => [change, by?.userId])).toEqual([
      ['imported', 'operator'],
      ['withdrawn', 'rina'],
      ['imported', 'operator'],
    ]);
    expect((await published()).has(factId)).toBe(true);
  });

  it('imports what is new or changed, for the nation or the region, and tells what it refused', async () => {
    const lines = ['Satu kabar lama', 'Dua kabar lama', 'x'].map((title, id) =>
      JSON.stringify({ id: `${id}`, title }),
    );
    const first = await ask(
      'POST',
      `/import?format=ndjson&source=impor&region=${regionId}`,
      rina,
      lines.join('\n'),
      'text/plain',
    );
    expect(first.body).toMatchObject({
      recorded: 2,
      unchanged: 0,
      refused: 1,
      problems: [{ line: 3, entry: 3, code: 'badField', value: 'title' }],
    });
    const second = await ask(
      'POST',
      `/import?format=ndjson&source=impor&region=${regionId}`,
      rina,
      lines.join('\n'),
      'text/plain',
    );
    expect(second.body).toMatchObject({ recorded: 0, unchanged: 2 });
    const taken = await ask(
      'POST',
      '/import?format=ndjson&source=impor',
      machine,
      lines.join('\n'),
      'text/plain',
    );
    expect(taken.body).toMatchObject({ recorded: 0, unchanged: 0, refused: 3 });
    const own = JSON.stringify({ id: 'own:i1', title: 'Menyamar sebagai klarifikasi' });
    expect((await ask('POST', '/import?format=ndjson', machine, own, 'text/plain')).body).toMatchObject({
      recorded: 0,
      refused: 1,
    });
    expect((await ask('POST', '/import?source=BESAR', machine, own, 'text/plain')).status).toBe(400);
    expect((await ask('GET', '/count', rina)).body['count']).toEqual(expect.any(Number));
  });

  it('finds facts by the beginnings of their words, in any order, whatever is typed', async () => {
    await created({ title: 'Jembatan Kaligarang tidak retak', conclusion: 'Tiangnya diperiksa.' });
    for (const q of [
      'kaligarang',
      'retak jembat',
      'TIANGNYA',
      'kaligarang & !retak',
      "kaligarang' --",
      ':* kaligarang',
    ])
      expect((await list(`q=${encodeURIComponent(q)}`)).facts.map(({ fact }) => fact.title)).toEqual([
        'Jembatan Kaligarang tidak retak',
      ]);
    expect((await list('q=kaligarang%20bohong')).facts).toEqual([]);
    expect((await list(`q=${'kaligarang%20'.repeat(15)}`)).facts).toHaveLength(1);
    expect((await list('q=%26%7C!')).facts.length).toBeGreaterThan(0);
  });

  it('lists the newest first, page by page, each fact once, and no other region’s', async () => {
    await ask('POST', '', elsewhere, { region: 'kota-lain', ...words, title: 'Milik kota lain' });
    for (let day = 1; day <= 5; day += 1)
      await created({
        title: `Kabar halaman ${day}`,
        publishedAt: `2026-10-0${((day * 3) % 5) + 1}T00:00:00.000Z`,
      });
    const titles: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: FactList = await list(`q=halaman&limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`);
      titles.push(...page.facts.map(({ fact }) => fact.publishedAt ?? ''));
      cursor = page.nextCursor;
    }
    expect(titles).toEqual([5, 4, 3, 2, 1].map((day) => `2026-10-0${day}T00:00:00.000Z`));
    expect((await list('q=milik')).facts).toEqual([]);
    for (const cursorText of [
      'x',
      Buffer.from('["a","b"]').toString('base64url'),
      Buffer.from('{}').toString('base64url'),
    ])
      expect((await ask('GET', `?region=${regionId}&cursor=${cursorText}`, rina)).status).toBe(400);
  });

  it('is written by officers and administrators of the region alone, and read by every desk role', async () => {
    const { fact } = await created();
    const body = { version: 1, ...words, title: 'Diubah' };
    expect((await ask('PUT', `/${fact.factId}`, elsewhere, body)).status).toBe(403);
    expect((await ask('DELETE', `/${fact.factId}`, elsewhere)).status).toBe(403);
    expect((await ask('POST', '', elsewhere, { region: regionId, ...words })).status).toBe(403);
    for (const role of ['leader', 'analyst', 'auditor', 'agency'] as const) {
      const who = person(`p-${role}`, role);
      expect((await ask('PUT', `/${fact.factId}`, who, body)).status).toBe(403);
      expect((await ask('POST', '', who, { region: regionId, ...words })).status).toBe(403);
      expect((await ask('DELETE', `/${fact.factId}`, who)).status).toBe(403);
      expect((await ask('POST', '/import?format=json', who, '[]', 'text/plain')).status).toBe(403);
      expect((await ask('GET', `/${fact.factId}`, who)).status).toBe(200);
    }
    expect((await ask('GET', `?region=kota-lain`, rina)).status).toBe(403);
  });

  it('holds words without what nobody sees', async () => {
    const { fact } = await created({ title: 'Air \u202Eaman\u0000', conclusion: '<b>\uD800' });
    expect([fact.title, fact.conclusion]).toEqual(['Air aman', '<b>\uFFFD']);
  });

  it('refuses what is no fact, by the name of its field', async () => {
    for (const [more, field] of [
      [{ title: 'ab' }, 'title'],
      [{ title: '\u200B\u200B\u200Bab' }, 'title'],
      [{ url: 'javascript:alert(1)' }, 'url'],
      [{ publishedAt: 'kemarin' }, 'publishedAt'],
      [{ factId: 'own:x' }, ''],
    ] as const) {
      const { status, body } = await ask('POST', '', rina, { region: regionId, ...words, ...more });
      expect([status, body.error]).toMatchObject([
        400,
        { code: 'badParameters', problems: [{ parameter: field }] },
      ]);
    }
  });
});

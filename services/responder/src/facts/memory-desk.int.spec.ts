import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  decodeEvent,
  FactImportList,
  FactJudgements,
  FactList,
  FactView,
  factsRecorded,
  PrecisionMonths,
} from '@kentongan/contracts';
import type { StreamPort } from '@kentongan/messaging';
import { STREAM_PORT } from '@kentongan/messaging/nest';
import type { PersonPrincipal } from '@kentongan/platform';
import { DeskApplication } from '../issues/testing/desk-application.js';
import { composition, hoaxSignal, person, region, rina, sekda } from '../issues/testing/samples.js';

const regionId = region.regionId;
const elsewhere = person('lain', 'leader', { regionIds: ['kota-lain'] });
const officerElsewhere = person('petugas', 'officer', { regionIds: ['kota-lain'] });
const analyst = person('ani', 'analyst');

describe('the memory desk', () => {
  let desk: DeskApplication;
  beforeAll(async () => {
    desk = await DeskApplication.start();
  });
  afterAll(() => desk?.close());

  const created = async (title: string, by = rina): Promise<FactView> => {
    const { status, body } = await desk.post('/api/facts', { region: regionId, title }, by);
    expect(status).toBe(200);
    return FactView.parse(body);
  };
  const view = async (factId: string, by = rina): Promise<FactView> =>
    FactView.parse((await desk.get(`/api/facts/${factId}`, by)).body);
  const titles = async (query: string, by: PersonPrincipal, of = regionId): Promise<string[]> => {
    const { status, body } = await desk.get(`/api/facts?region=${of}&${query}`, by);
    expect(status).toBe(200);
    return FactList.parse(body).facts.map(({ fact }) => fact.title);
  };
  /** The latest event of each fact on the stream. */
  const told = async (factId: string): Promise<{ regionId: string; mergedInto?: string } | null> => {
    for (let tries = 0; tries < 200; tries += 1) {
      const { rowCount } = await desk.database.pool.query('SELECT 1 FROM responder.outbox LIMIT 1');
      if (rowCount === 0) break;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    let latest: { regionId: string; mergedInto?: string } | null = null;
    const reading = await desk.app.get<StreamPort>(STREAM_PORT).table({
      stream: factsRecorded,
      onRecord: ({ key, value }) => {
        const decoded = key === factId && value ? decodeEvent(factsRecorded, value) : null;
        if (!decoded?.ok) return;
        const { mergedInto } = decoded.event.data;
        latest = { regionId: decoded.event.regionId, ...(mergedInto ? { mergedInto } : {}) };
      },
      onFailure: () => {},
    });
    await reading.caughtUp();
    await reading.stop();
    return latest;
  };

  it('keeps a region’s fact private until a leader shares it, and takes it back; each time a version says who', async () => {
    const { fact } = await created('Jembatan bagi dipinjamkan');
    const share = (isShared: boolean, version: number, by = sekda) =>
      desk.post(`/api/facts/${fact.factId}/share`, { version, isShared }, by);
    expect(await titles('q=dipinjamkan', elsewhere, 'kota-lain')).toEqual([]);
    expect((await desk.get(`/api/facts/${fact.factId}`, elsewhere)).status).toBe(404);
    expect((await share(true, 1, rina)).status).toBe(403);
    expect((await share(true, 1, elsewhere)).status).toBe(404);
    const { body } = await share(true, 1);
    expect(FactView.parse(body)).toMatchObject({
      regionId: '*',
      sharedBy: regionId,
      version: 2,
      change: 'shared',
    });
    expect(await told(fact.factId)).toEqual({ regionId: '*' });
    expect(await titles('q=dipinjamkan', elsewhere, 'kota-lain')).toEqual(['Jembatan bagi dipinjamkan']);
    expect(await view(fact.factId, officerElsewhere)).toMatchObject({ mayChange: false, mayShare: false });
    const edit = { version: 2, title: 'Diubah orang lain' };
    expect((await desk.put(`/api/facts/${fact.factId}`, edit, officerElsewhere)).status).toBe(403);
    expect((await share(false, 2, elsewhere)).status).toBe(403);
    expect(
      (
        await desk.put(
          `/api/facts/${fact.factId}`,
          { ...edit, title: 'Jembatan dipinjamkan, dikoreksi' },
          rina,
        )
      ).status,
    ).toBe(200);
    expect(await told(fact.factId)).toEqual({ regionId: '*' });
    expect((await share(false, 1)).status).toBe(409);
    expect((await share(false, 3)).status).toBe(200);
    expect((await view(fact.factId)).versions.map(({ change, by }) => `${change} ${by?.userId}`)).toEqual([
      'unshared sekda',
      'edited rina',
      'shared sekda',
      'created rina',
    ]);
    expect(await told(fact.factId)).toEqual({ regionId });
    expect(await titles('q=dipinjamkan', elsewhere, 'kota-lain')).toEqual([]);
  });

  it('lets no officer speak for every region', async () => {
    const national = { region: regionId, title: 'Untuk semua', isNational: true };
    expect((await desk.post('/api/facts', national, rina)).status).toBe(403);
    expect((await desk.post('/api/facts', national, person('adm', 'admin'))).status).toBe(200);
    expect(await titles('q=semua&show=national', rina)).toEqual(['Untuk semua']);
    expect(await titles('q=semua&show=own', rina)).toEqual([]);
  });

  it('merges a duplicate, which goes on recognising and is shown and counted as the other, and undoes it', async () => {
    const kept = await created('Tanggul jebol (asli)');
    const copy = await created('Tanggul jebol (salinan)');
    const merge = (factId: string, version: number, intoFactId: string | null) =>
      desk.post(`/api/facts/${factId}/merge`, { version, intoFactId }, rina);
    expect((await merge(copy.fact.factId, 1, copy.fact.factId)).status).toBe(409);
    expect((await merge(copy.fact.factId, 1, kept.fact.factId)).status).toBe(200);
    expect(await told(copy.fact.factId)).toEqual({ regionId, mergedInto: kept.fact.factId });
    expect(await titles('q=tanggul', rina)).toEqual(['Tanggul jebol (asli)']);
    expect(await titles('q=tanggul&show=merged', rina)).toEqual(['Tanggul jebol (salinan)']);
    expect((await view(kept.fact.factId)).duplicates).toEqual([
      { factId: copy.fact.factId, title: 'Tanggul jebol (salinan)' },
    ]);
    expect((await merge(kept.fact.factId, 1, copy.fact.factId)).status).toBe(409);
    await desk.signal(
      hoaxSignal('salinan', {
        key: { kind: 'hoaxMatch', value: copy.fact.factId },
        composition: composition({ facts: [{ value: copy.fact.factId, count: 19 }] }),
      }),
    );
    const issueId = (await desk.issueIds()).at(-1) ?? '';
    expect((await desk.view(issueId, rina)).fact?.title).toBe('Tanggul jebol (asli)');
    expect((await merge(copy.fact.factId, 2, null)).status).toBe(200);
    expect((await titles('q=tanggul', rina)).sort()).toEqual([
      'Tanggul jebol (asli)',
      'Tanggul jebol (salinan)',
    ]);
    await merge(copy.fact.factId, 3, kept.fact.factId);
    expect((await desk.ask('DELETE', `/api/facts/${kept.fact.factId}`, rina)).status).toBe(204);
    expect((await view(copy.fact.factId)).mergedInto).toBeNull();
    expect(await told(copy.fact.factId)).toEqual({ regionId });
  });

  it('keeps what people said about matches by fact, level and month, the latest word of the region', async () => {
    const { fact } = await created('Kabar yang dinilai');
    const judge = (postId: string, level: string, agrees: boolean | null, by = rina) =>
      desk.put(`/api/facts/${fact.factId}/judgements`, { region: regionId, postId, level, agrees }, by);
    for (const [postId, level, agrees] of [
      ['contoh:1', 'matched', true],
      ['contoh:2', 'matched', false],
      ['contoh:3', 'related', false],
      ['contoh:4', 'same', true],
    ] as const)
      await judge(postId, level, agrees);
    await judge('contoh:2', 'matched', true, analyst);
    await judge('contoh:4', 'same', null);
    expect((await judge('contoh:1', 'matched', true, sekda)).status).toBe(403);
    const { body } = await desk.get(`/api/facts/${fact.factId}/judgements?region=${regionId}`, sekda);
    const judgements = FactJudgements.parse(body);
    expect(judgements.levels).toEqual(
      expect.arrayContaining([
        { level: 'matched', agreed: 2, disagreed: 0 },
        { level: 'related', agreed: 0, disagreed: 1 },
      ]),
    );
    expect(judgements.posts).toHaveLength(3);
    desk.clock.time += 40 * 86_400_000;
    await judge('contoh:9', 'matched', false);
    const months = PrecisionMonths.parse(
      (await desk.get(`/api/facts/precision?region=${regionId}`, sekda)).body,
    );
    expect(months.months.map(({ month }) => month)).toEqual(['2027-01', '2026-11']);
    expect(months.months[0]?.levels).toEqual([{ level: 'matched', agreed: 0, disagreed: 1 }]);
    expect((await desk.get(`/api/facts/precision?region=kota-lain`, rina)).status).toBe(403);
  });

  it('reads a file while it arrives, tells how far it is, and keeps who brought it and under which licence', async () => {
    const importId = '0b7f2f5e-4a53-4c3f-9d55-1d6a1b1f0c11';
    const { port } = desk.app.getHttpServer().address() as AddressInfo;
    const token = await desk.bearerOf(rina);
    const path = `/api/facts/import?region=${regionId}&source=alir&licence=CC-BY-4.0&fileName=a.csv&importId=${importId}`;
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'text/plain' };
    const listed = async () =>
      FactImportList.parse(
        (await desk.get(`/api/facts/imports?region=${regionId}`, sekda)).body,
      ).imports.find((each) => each.importId === importId);
    const untilRead = async (entries: number): Promise<void> => {
      for (let tries = 0; tries < 200 && ((await listed())?.read ?? 0) < entries; tries += 1)
        await new Promise((resolve) => setTimeout(resolve, 25));
      expect(await listed()).toMatchObject({ state: 'running', finishedAt: null, by: { userId: 'rina' } });
    };
    const answered = new Promise<string>((resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port, method: 'POST', path, headers }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        response.on('end', () => resolve(text));
      });
      sent.on('error', reject);
      sent.write(
        `id,title\n${Array.from({ length: 700 }, (_, id) => `${id},Kabar alir ${id}`).join('\n')}\n`,
      );
      void untilRead(500).then(() => sent.end('x,"terbuka\n'));
    });
    expect(JSON.parse(await answered)).toMatchObject({
      forms: ['table'],
      recorded: 700,
      refused: 1,
      problems: [{ line: 702, code: 'unclosedQuote', reason: expect.stringContaining('close it') }],
    });
    expect(await listed()).toMatchObject({
      state: 'finished',
      licence: 'CC-BY-4.0',
      source: 'alir',
      recorded: 700,
    });
    expect((await view('alir:3')).import).toEqual({ importId, source: 'alir', licence: 'CC-BY-4.0' });
    const again = await desk.ask('POST', path, rina);
    expect([again.status, again.body]).toMatchObject([409, { error: { code: 'knownImport' } }]);
  });
});

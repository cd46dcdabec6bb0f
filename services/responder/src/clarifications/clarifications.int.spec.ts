import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Clarification, decodeEvent, factsRecorded } from '@kentongan/contracts';
import { withTransaction } from '@kentongan/database';
import { DeskApplication } from '../issues/testing/desk-application.js';
import {
  budi,
  composition,
  fact,
  goodText,
  hoaxSignal,
  person,
  region,
  rina,
} from '../issues/testing/samples.js';
import { evidenceMax } from './clarification-rows.js';
import { ClarificationsStore } from './clarifications.store.js';

const evidence = { kind: 'document', title: 'Hasil uji air', quote: 'Memenuhi baku mutu' };

describe('clarifications', () => {
  let desk: DeskApplication;
  beforeAll(async () => {
    desk = await DeskApplication.start();
    await desk.recordFact(fact);
  });
  afterAll(() => desk?.close());

  let signals = 0;
  /** An issue that the desk decided to answer. */
  const debunked = async (): Promise<string> => {
    const before = await desk.issueIds();
    signals += 1;
    const factId = `uji:${signals}`;
    await desk.recordFact({ ...fact, factId });
    const signalled = hoaxSignal(`klarifikasi-${signals}`, {
      key: { kind: 'hoaxMatch', value: factId },
      composition: composition({ facts: [{ value: factId, count: 19 }] }),
    });
    await desk.signal(signalled);
    const issueId = (await desk.issueIds()).find((id) => !before.includes(id)) ?? '';
    await desk.move(issueId, rina, { move: 'triage', route: 'debunk', agencyId: 'pdam' });
    return issueId;
  };
  const current = async (issueId: string): Promise<Clarification> =>
    Clarification.parse((await desk.view(issueId, rina)).clarification);
  const save = async (issueId: string, text: object = goodText, by = rina) =>
    desk.put(`/api/issues/${issueId}/clarification`, { version: (await current(issueId)).version, text }, by);
  const approved = async (): Promise<string> => {
    const issueId = await debunked();
    await desk.post(`/api/issues/${issueId}/evidence`, evidence, rina);
    await save(issueId);
    await desk.move(issueId, rina, { move: 'submit' });
    await desk.move(issueId, budi, { move: 'approve' });
    return issueId;
  };
  const versions = async (issueId: string): Promise<string[]> => {
    const { rows } = await desk.database.pool.query<{ line: string }>(
      `SELECT step || ' ' || change || ' ' || status || ' ' || coalesce(by_person ->> 'userId', 'program') AS line
       FROM (SELECT *, row_number() OVER (ORDER BY version) AS step FROM responder.clarification_versions
         WHERE issue_id = $1 AND change <> 'suggested') AS by_people ORDER BY version`,
      [issueId],
    );
    return rows.map(({ line }) => line);
  };

  it('begin as a suggestion that is nobody’s, from the fact-check, with the fact-check as evidence', async () => {
    const clarification = await current(await debunked());
    expect(clarification).toMatchObject({ status: 'suggested', author: null, approvals: [] });
    expect(clarification.text.myth).toContain('racun tikus');
    expect(clarification.text.citizenAction).toContain('0800-1-000');
    expect(clarification.evidence).toMatchObject([
      { kind: 'factCheck', url: fact.url, quote: fact.conclusion },
    ]);
    expect(clarification.problems).toContainEqual({ rule: 'required', field: 'verdict', isBlocking: true });
    expect(clarification.openQuestions[0]).toMatchObject({ agencyId: 'pdam' });
  });

  it('become a person’s draft when they are saved; what changed no longer rests on the program’s sources', async () => {
    const issueId = await debunked();
    const { text } = await current(issueId);
    const { status, body } = await save(issueId, {
      ...text,
      headline: 'Air PDAM aman diminum setelah dimasak',
    });
    expect(status).toBe(200);
    const saved = Clarification.parse(body);
    expect(saved).toMatchObject({ status: 'draft', author: { userId: 'rina', name: 'Rina' } });
    expect(saved.supports.some(({ field }) => field === 'headline')).toBe(false);
    expect(saved.supports.some(({ field }) => field === 'myth')).toBe(true);
    expect(await versions(issueId)).toEqual(['1 written draft rina']);
    expect((await desk.view(issueId, rina)).card.state).toBe('drafted');
  });

  it('are suggested anew with the evidence that an agency brings, and a person’s save is not lost to that', async () => {
    const issueId = await debunked();
    const open = await current(issueId);
    await desk.post(
      `/api/issues/${issueId}/evidence`,
      { ...evidence, quote: 'Pipa dikuras pagi tadi.' },
      rina,
    );
    const renewed = await current(issueId);
    expect(renewed.version).toBe(open.version + 1);
    expect(renewed.text.alternativeExplanation).toContain('Rina: "Pipa dikuras pagi tadi."');
    const path = `/api/issues/${issueId}/clarification`;
    expect((await desk.put(path, { version: open.version + 2, text: goodText }, rina)).status).toBe(409);
    expect((await desk.put(path, { version: open.version, text: goodText }, rina)).status).toBe(200);
    await desk.post(`/api/issues/${issueId}/evidence`, evidence, rina);
    expect((await current(issueId)).text.headline).toBe(goodText.headline);
  });

  it('get their channel texts when none was written', async () => {
    const { body } = await save(await debunked());
    expect(Clarification.parse(body).text.variants.whatsapp).toContain(goodText.headline);
  });

  it('refuse words made on an older version, and keep what stands', async () => {
    const issueId = await debunked();
    const stale = { version: (await current(issueId)).version, text: goodText };
    await save(issueId, { ...goodText, headline: 'Air keran Kota Percobaan aman' }, budi);
    const refused = await desk.put(`/api/issues/${issueId}/clarification`, stale, rina);
    expect(refused).toMatchObject({
      status: 409,
      body: { error: { code: 'staleVersion', version: stale.version + 1 } },
    });
    expect(await current(issueId)).toMatchObject({ author: { userId: 'budi' }, version: stale.version + 1 });
  });

  it('lose their approvals when approved words are changed, and the issue goes back with them', async () => {
    const issueId = await approved();
    expect((await desk.view(issueId, rina)).card.state).toBe('approved');
    const beforeEdit = (await desk.view(issueId, rina)).card.version;
    const { body } = await save(
      issueId,
      { ...goodText, headline: 'Air PDAM aman dan jernih sejak siang' },
      budi,
    );
    expect(Clarification.parse(body)).toMatchObject({
      status: 'draft',
      approvals: [],
      author: { userId: 'budi' },
    });
    expect((await desk.view(issueId, rina)).card.state).toBe('drafted');
    expect(await versions(issueId)).toEqual([
      '1 written draft rina',
      '2 submitted submitted rina',
      '3 approved approved budi',
      '4 withdrawn draft budi',
    ]);
    const stale = await desk.tryMove(issueId, rina, { move: 'publish', version: beforeEdit });
    expect(stale.status).toBe(409);
  });

  it('become a fact of the memory when they are published, of the region alone', async () => {
    const issueId = await approved();
    await desk.move(issueId, rina, { move: 'publish' });
    const published = await current(issueId);
    expect(published.publishedAt).toBe(new Date(desk.clock.now()).toISOString());
    const { body } = await desk.get(`/api/facts/own:${issueId}`, rina);
    expect(body).toMatchObject({
      regionId: region.regionId,
      change: 'published',
      changedBy: { userId: 'rina' },
      fact: {
        title: goodText.headline,
        hoaxText: goodText.myth,
        conclusion: `${goodText.whyWrong}\n${goodText.alternativeExplanation}`,
        publisher: region.name,
      },
    });
    expect((await save(issueId)).body).toMatchObject({ error: { code: 'notEditable' } });
    const own = await factEvents(desk, `own:${issueId}`);
    expect(own).toEqual([region.regionId]);
  });

  it('are corrected after the issue was opened again, and the correction replaces the fact', async () => {
    const issueId = await approved();
    await desk.move(issueId, rina, { move: 'publish' });
    await desk.move(issueId, rina, { move: 'close', reason: 'Penyebaran berhenti' });
    await desk.move(issueId, rina, { move: 'reopen', reason: 'Ada data baru' });
    await save(issueId, { ...goodText, headline: 'Air PDAM aman sejak pukul sebelas' });
    expect(await current(issueId)).toMatchObject({ status: 'draft', approvals: [] });
    await desk.move(issueId, rina, { move: 'submit' });
    await desk.move(issueId, budi, { move: 'approve' });
    await desk.move(issueId, rina, { move: 'publish' });
    const { body } = await desk.get(`/api/facts/own:${issueId}`, rina);
    expect(body).toMatchObject({ version: 2, fact: { title: 'Air PDAM aman sejak pukul sebelas' } });
  });

  it('keep a person’s words when the topic grows, and renew only a suggestion', async () => {
    const suggested = await debunked();
    const drafted = await debunked();
    await save(drafted);
    const { version } = await current(suggested);
    const store = desk.app.get(ClarificationsStore);
    const source = {
      regionId: region.regionId,
      regionName: 'Kota Lain',
      agency: null,
      fact: null,
      signal: null,
    };
    const at = new Date(desk.clock.now()).toISOString();
    await withTransaction(desk.database.pool, async (client) => {
      await store.ensureSuggestion(client, { ...source, issueId: suggested }, at);
      await store.ensureSuggestion(client, { ...source, issueId: suggested }, at);
      await store.ensureSuggestion(client, { ...source, issueId: drafted }, at);
    });
    expect((await current(suggested)).text.headline).toContain('sedang memeriksa');
    expect((await current(suggested)).version).toBe(version + 1);
    expect((await current(drafted)).text.headline).toBe(goodText.headline);
  });

  it('take evidence from the agency that was asked, from no other, and close the question for it', async () => {
    const issueId = await debunked();
    const asked = (await current(issueId)).openQuestions.length;
    const path = `/api/issues/${issueId}/evidence`;
    const sari = person('sari', 'agency', { agencyId: 'pdam' });
    const given = await desk.post(path, { ...evidence, url: 'https://pdam.example/uji' }, sari);
    expect(given).toMatchObject({ status: 200 });
    const { evidence: all, openQuestions } = await current(issueId);
    expect(all.find(({ suppliedBy }) => suppliedBy === 'Sari')?.capturedAt).toBe(
      new Date(desk.clock.now()).toISOString(),
    );
    expect(openQuestions.length).toBe(asked - 1);
    for (const other of [
      person('dedi', 'agency', { agencyId: 'dinkes' }),
      person('tanpa', 'agency'),
      person('jauh', 'officer', { regionIds: ['kota-lain'] }),
    ])
      expect((await desk.post(path, evidence, other)).status).toBe(404);
    expect((await desk.post(path, evidence, person('ana', 'analyst'))).status).toBe(403);
    expect((await current(issueId)).evidence).toHaveLength(all.length);
  });

  it('hold a bounded number of pieces of evidence', async () => {
    const issueId = await debunked();
    const path = `/api/issues/${issueId}/evidence`;
    const answers: number[] = [];
    for (let piece = 0; piece < evidenceMax; piece += 1)
      answers.push((await desk.post(path, { ...evidence, title: `Bukti ${piece}` }, rina)).status);
    expect(answers.filter((status) => status === 200)).toHaveLength(evidenceMax - 1);
    expect(answers.at(-1)).toBe(409);
  });

  it('name the field that does not fit, and change nothing', async () => {
    const issueId = await debunked();
    const before = await current(issueId);
    for (const text of [
      { headline: 'a'.repeat(201) },
      { verdict: 'bohong' },
      { variants: { x: 'a'.repeat(281) } },
    ]) {
      const { status, body } = await save(issueId, text);
      expect([status, body]).toEqual([
        400,
        { error: expect.objectContaining({ code: 'badParameters', problems: [expect.anything()] }) },
      ]);
    }
    expect(await current(issueId)).toEqual(before);
  });

  it('keep hostile words as words, without what nobody sees', async () => {
    const issueId = await debunked();
    const markup = `<script>alert(1)</script> \\u0000 🙏🏽 '; DROP TABLE x; --`;
    const whyWrong = `${markup}\u202E\u0000\u200B\uD800`;
    expect((await save(issueId, { ...goodText, whyWrong })).status).toBe(200);
    expect((await current(issueId)).text.whyWrong).toBe(`${markup}\uFFFD`);
    const path = `/api/issues/${issueId}/evidence`;
    expect((await desk.post(path, { ...evidence, quote: 'nol\u0000' }, rina)).status).toBe(200);
    expect((await desk.post(path, { ...evidence, title: '\u200B\u200B' }, rina)).status).toBe(400);
  });
});

/** Regions of the events that were published about a fact. */
async function factEvents(desk: DeskApplication, factId: string): Promise<string[]> {
  for (let tries = 0; tries < 100; tries += 1) {
    const { rows } = await desk.database.pool.query<{ value: Buffer }>(
      "SELECT value FROM responder.outbox WHERE stream = 'facts.recorded' AND key = $1",
      [factId],
    );
    if (rows.length === 0) break;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const found: string[] = [];
  const { STREAM_PORT } = await import('@kentongan/messaging/nest');
  const reading = await desk.app.get(STREAM_PORT).table({
    stream: factsRecorded,
    onRecord: ({ key, value }: { key: string; value: Uint8Array | null }) => {
      const decoded = value && key === factId ? decodeEvent(factsRecorded, value) : null;
      if (decoded?.ok) found.push(decoded.event.regionId);
    },
    onFailure: () => {},
  });
  await reading.caughtUp();
  await reading.stop();
  return found;
}

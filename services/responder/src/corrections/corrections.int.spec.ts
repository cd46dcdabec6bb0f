import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type PostLabel, QualityView } from '@kentongan/contracts';
import { tokenize, wordDigestsOf } from '@kentongan/language';
import type { PersonPrincipal } from '@kentongan/platform';
import { DeskApplication } from '../issues/testing/desk-application.js';
import { budi, person, region, rina, signal } from '../issues/testing/samples.js';
import { responderSchema } from '../responder.schema.js';

const text = 'Lampu jalan di Gang Mawar padam sejak kemarin malam, tolong PLN';
const negative: PostLabel = { part: 'sentiment', label: 'negative' };
const neutral: PostLabel = { part: 'sentiment', label: 'neutral' };

describe('corrections of posts', () => {
  let desk: DeskApplication;
  beforeAll(async () => {
    desk = await DeskApplication.start();
  });
  afterAll(() => desk?.close());

  const correct = (postId: string, label: PostLabel, who: PersonPrincipal = rina, more: object = {}) => {
    const firstCreatedAt = '2026-11-24T01:00:00.000Z';
    const body = { region: region.regionId, postId, firstCreatedAt, text, label, said: 'neutral', ...more };
    return desk.post('/api/corrections', body, who);
  };
  const undo = (postId: string, label: PostLabel, who: PersonPrincipal = rina) =>
    desk.post('/api/corrections/undo', { region: region.regionId, postId, label }, who);
  const toldOf = async (postId: string) => (await desk.corrected()).filter((each) => each.postId === postId);
  const quality = async (): Promise<QualityView> =>
    QualityView.parse(
      (await desk.get(`/api/corrections/quality?region=${region.regionId}&weeks=2`, rina)).body,
    );

  it('are told with who and when, learned without either, and recorded for good', async () => {
    expect(await correct('contoh:1', negative)).toMatchObject({ status: 200, body: { isChanged: true } });
    expect(await toldOf('contoh:1')).toEqual([
      {
        postId: 'contoh:1',
        firstCreatedAt: '2026-11-24T01:00:00.000Z',
        issueId: null,
        label: negative,
        said: 'neutral',
        isUndone: false,
        by: { userId: 'rina', name: 'Rina' },
        at: '2026-11-24T03:00:00.000Z',
      },
    ]);
    const lesson = (await desk.lessons()).get(`${region.regionId}|contoh:1|sentiment`);
    expect(lesson).toMatchObject({ label: negative, wordDigests: wordDigestsOf(tokenize(text)) });
    expect(JSON.stringify(lesson)).not.toMatch(/rina|mawar/i);
    const { rows } = await desk.database.pool.query(`SELECT * FROM ${responderSchema}.correction_steps`);
    expect(rows).toMatchObject([{ version: 1, by_person: { userId: 'rina' }, role: 'officer' }]);
    await expect(
      desk.database.pool.query(`UPDATE ${responderSchema}.correction_steps SET role = 'admin'`),
    ).rejects.toThrow('only grows');
    const stored = JSON.stringify(
      (await desk.database.pool.query(`SELECT * FROM ${responderSchema}.corrections`)).rows,
    );
    expect(stored).not.toContain('Mawar');
  });

  it('have one effect when sent twice, and can be taken back once', async () => {
    const changed = [];
    for (const step of [correct, correct, undo, undo]) changed.push((await step('contoh:2', negative)).body);
    expect(changed).toMatchObject([true, false, true, false].map((isChanged) => ({ isChanged })));
    expect((await toldOf('contoh:2')).map(({ isUndone }) => isUndone)).toEqual([false, true]);
    expect((await desk.lessons()).get(`${region.regionId}|contoh:2|sentiment`) ?? null).toBeNull();
  });

  it('of two officers on one part, the later one holds; what the program said stays known', async () => {
    await correct('contoh:3', negative);
    await correct('contoh:3', neutral, budi, { said: 'negative' });
    const told = await toldOf('contoh:3');
    expect(told.map(({ label, said, by }) => [label, said, by.userId])).toEqual([
      [negative, 'neutral', 'rina'],
      [neutral, 'neutral', 'budi'],
    ]);
    expect((await desk.lessons()).get(`${region.regionId}|contoh:3|sentiment`)?.label).toEqual(neutral);
  });

  it('of places stand side by side, one for each of the words, however they are written', async () => {
    const place = (words: string, code: string | null): PostLabel => ({ part: 'place', words, code });
    await correct('contoh:4', place('  Gang  MAWAR ', '33.74.06'));
    await correct('contoh:4', place('pln', null));
    await undo('contoh:4', place('PLN', null));
    const told = await toldOf('contoh:4');
    expect(told.map(({ label, isUndone }) => [label, isUndone])).toEqual([
      [place('gang mawar', '33.74.06'), false],
      [place('pln', null), false],
      [place('pln', null), true],
    ]);
  });

  it('are refused from whom they are not, for another region, and without a label that exists', async () => {
    expect((await correct('contoh:5', negative, person('opd', 'agency'))).status).toBe(403);
    expect((await correct('contoh:5', negative, person('tamu', 'auditor'))).status).toBe(403);
    expect((await correct('contoh:5', negative, rina, { region: 'kota-lain' })).status).toBe(403);
    expect(
      (await correct('contoh:5', negative, rina, { label: { part: 'sentiment', label: 'angry' } })).status,
    ).toBe(400);
    expect(await toldOf('contoh:5')).toEqual([]);
  });

  it('are counted by week of the region and by part, without those taken back, without agreement and without names', async () => {
    const before = await quality();
    desk.clock.time = Date.parse('2026-11-29T16:59:00.000Z');
    await correct('contoh:6', { part: 'postType', label: 'complaint' }, rina, { said: 'other' });
    desk.clock.time = Date.parse('2026-11-29T17:01:00.000Z');
    await correct('contoh:7', { part: 'postType', label: 'complaint' }, rina, { said: 'other' });
    await correct('contoh:8', negative);
    await undo('contoh:8', negative);
    // Says what the program said: no correction.
    await correct('contoh:9', { part: 'postType', label: 'complaint' }, rina, { said: 'complaint' });
    const { weeks, changes, timeZone } = await quality();
    expect(timeZone).toBe('Asia/Jakarta');
    expect(weeks.map(({ start }) => start)).toEqual(['2026-11-22T17:00:00.000Z', '2026-11-29T17:00:00.000Z']);
    expect(weeks[0]?.corrections).toEqual(
      [...before.weeks[1]!.corrections, { part: 'postType', count: 1 }].sort(byPart),
    );
    expect(weeks[1]?.corrections).toEqual([{ part: 'postType', count: 1 }]);
    expect(changes[0]).toEqual({ part: 'postType', said: 'other', label: 'complaint', count: 2 });
    expect(JSON.stringify({ weeks, changes })).not.toMatch(/rina|budi/i);
  });

  it('count an agency that a person put in the place of the one that the program proposed', async () => {
    const toldOfIssues = async () => (await desk.corrected()).filter((each) => each.issueId);
    const hand = (issueId: string, agencyId: string) =>
      desk.move(issueId, rina, { move: 'triage', route: 'complaint', agencyId });
    await desk.signal(signal('lampu'));
    const [issueId = ''] = await desk.issueIds();
    await hand(issueId, 'pdam');
    await hand(issueId, 'pdam');
    expect(await toldOfIssues()).toEqual([]);
    await hand(issueId, 'dinkes');
    const said = 'pdam';
    const changed = { issueId, postId: null, label: { part: 'agency', agencyId: 'dinkes' }, said };
    expect(await toldOfIssues()).toMatchObject([changed]);
    await hand(issueId, 'pdam');
    // Back to what was proposed: told, and no longer counted.
    expect((await quality()).weeks.at(-1)?.corrections).toEqual([{ part: 'postType', count: 1 }]);
    await hand(issueId, 'dinkes');
    expect((await toldOfIssues()).at(-1)).toMatchObject(changed);
    expect((await quality()).weeks.at(-1)).toMatchObject({
      corrections: [
        { part: 'agency', count: 1 },
        { part: 'postType', count: 1 },
      ],
      issuesWithAgency: 1,
    });
  });

  it('count an agency that a person chose at once against the proposal, and say what was proposed', async () => {
    const texts = ['Antre obat di puskesmas sejak pagi, dokter tidak ada'];
    const key = { kind: 'subjectPlace', value: 'health|33.74.06' } as const;
    const before = await desk.issueIds();
    await desk.signal(signal('obat', { texts, key }));
    const [issueId = ''] = (await desk.issueIds()).filter((each) => !before.includes(each));
    const { body } = await desk.get(`/api/issues/${issueId}`, rina);
    expect(body).toMatchObject({ agencySuggestions: [{ agencyId: 'dinkes' }, {}] });
    await desk.move(issueId, rina, { move: 'triage', route: 'complaint', agencyId: 'pdam' });
    expect((await desk.corrected()).filter((each) => each.issueId === issueId)).toMatchObject([
      { label: { part: 'agency', agencyId: 'pdam' }, said: 'dinkes' },
    ]);
  });
});

const byPart = (a: { part: string }, b: { part: string }): number => (a.part < b.part ? -1 : 1);

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { IssueList, OverviewView, type Signal } from '@kentongan/contracts';
import { IssueWriter } from './issue-writer.js';
import { DeskApplication } from './testing/desk-application.js';
import {
  budi,
  complaintSignal,
  composition,
  fact,
  goodText,
  hoaxSignal,
  person,
  region,
  rina,
  sekda,
  signal,
} from './testing/samples.js';

const parallel = 20;

describe('issues under faults', () => {
  let desk: DeskApplication;
  beforeAll(async () => {
    desk = await DeskApplication.start();
    await desk.recordFact(fact);
  });
  afterAll(() => desk?.close());

  const tagged = (signalId: string, tag: string, of: Partial<Signal> = {}): Signal =>
    complaintSignal(signalId, { key: { kind: 'hashtag', value: tag }, ...of });
  const only = async (tag: string): Promise<string> => {
    const { rows } = await desk.database.pool.query<{ issue_id: string }>(
      'SELECT issue_id FROM responder.issues WHERE tokens && $1',
      [[`hashtag|${tag}`]],
    );
    expect(rows).toHaveLength(1);
    return rows[0]?.issue_id ?? '';
  };
  const count = async (sql: string, value: string): Promise<number> => {
    const { rows } = await desk.database.pool.query<{ n: number }>(sql, [value]);
    return rows[0]?.n ?? -1;
  };

  it('takes each statement once, however often and in whatever order it comes', async () => {
    const versions = [1, 2, 3, 4].map((version) =>
      tagged('galat-1', 'acak', { version, count: 10 * version }),
    );
    const [one, two, three, four] = versions as [Signal, Signal, Signal, Signal];
    expect(await desk.signal(two, one, two, four, three, four, one)).toEqual([
      'done',
      'drop',
      'drop',
      'done',
      'drop',
      'drop',
      'drop',
    ]);
    const { card, timeline } = await desk.view(await only('acak'), rina);
    expect([card.signal?.version, card.signal?.count, card.version]).toEqual([4, 40, 2]);
    expect(timeline.map(({ change }) => change)).toEqual(['opened', 'signalled']);
  });

  it('comes through the stream with the same effect, redelivered', async () => {
    const given = tagged('galat-2', 'alir');
    for (const each of [given, given, { ...given, version: 2 }, given]) await desk.publishSignal(each);
    for (let tries = 0; tries < 200; tries += 1) {
      if (
        (await count(
          'SELECT coalesce(max(version), 0)::int AS n FROM responder.issue_signals WHERE signal_id = $1',
          'galat-2',
        )) === 2
      )
        break;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    const { timeline } = await desk.view(await only('alir'), rina);
    expect(timeline.map(({ change }) => change)).toEqual(['opened', 'signalled']);
  });

  it('leaves nothing behind when it dies before the end, and does it all when the statement comes again', async () => {
    const writer = desk.app.get(IssueWriter);
    const commit = writer.commit.bind(writer);
    let died = 0;
    writer.commit = async (...of) => {
      await commit(...of);
      died += 1;
      throw new Error('the process dies here');
    };
    const given = tagged('galat-3', 'mati');
    await expect(desk.signal(given)).rejects.toThrow('dies here');
    writer.commit = commit;
    expect(died).toBe(1);
    for (const table of ['issues', 'timeline'])
      expect(
        await count(
          `SELECT count(*)::int AS n FROM responder.${table} WHERE to_jsonb(${table})::text LIKE '%' || $1 || '%'`,
          'galat-3',
        ),
      ).toBe(0);
    expect((await desk.changes()).filter(({ card }) => card.signal?.signalId === 'galat-3')).toEqual([]);
    expect(await desk.signal(given)).toEqual(['done']);
    const told = (await desk.changes()).filter(({ card }) => card.signal?.signalId === 'galat-3');
    expect(told.map(({ change }) => change)).toEqual(['opened']);
  });

  it('opens one issue for one thing that is signalled many times at once', async () => {
    await Promise.all(
      Array.from({ length: parallel }, (_, index) => desk.signal(tagged(`galat-4-${index}`, 'serentak'))),
    );
    const { timeline, card } = await desk.view(await only('serentak'), rina);
    expect([timeline.length, card.version]).toEqual([parallel, parallel]);
    expect(
      await count(
        'SELECT count(*)::int AS n FROM responder.issue_signals WHERE signal_id LIKE $1',
        'galat-4-%',
      ),
    ).toBe(parallel);
  });

  it('keeps a hoax apart from the wave of complaints that it swims in', async () => {
    const wave = complaintSignal('galat-5', { key: { kind: 'subjectPlace', value: 'water|33.74.08' } });
    const before = (await desk.issueIds()).length;
    await desk.signal(
      wave,
      hoaxSignal('galat-6', { samplePosts: [...wave.samplePosts], alsoKeys: [wave.key] }),
    );
    await desk.signal(tagged('galat-7', 'lain', { windowEnd: '2026-11-27T02:40:00.000Z', key: wave.key }));
    expect((await desk.issueIds()).length).toBe(before + 3);
  });

  it('lets exactly one of many at once win, for every step', async () => {
    await desk.signal(
      hoaxSignal('galat-8', { key: { kind: 'nearCopy', value: 'salinan-8' }, composition: composition({}) }),
    );
    const issueId = await lastIssue();
    const race = async (body: object): Promise<number[]> => {
      const { card } = await desk.view(issueId, budi);
      const answers = await Promise.all(
        Array.from({ length: parallel }, (_, index) =>
          desk.tryMove(issueId, person(`p${index}`, 'officer'), { version: card.version, ...body }),
        ),
      );
      const losers = answers.filter(({ status }) => status === 409);
      for (const { body: told } of losers)
        expect(told).toMatchObject({ error: { code: 'staleVersion', card: { version: card.version + 1 } } });
      return answers.map(({ status }) => status).sort();
    };
    const oneWinner = [200, ...Array.from({ length: parallel - 1 }, () => 409)];
    expect(await race({ move: 'triage', route: 'debunk' })).toEqual(oneWinner);
    await desk.post(
      `/api/issues/${issueId}/evidence`,
      { kind: 'photo', title: 'Foto', url: 'https://a.example/1' },
      rina,
    );
    const { clarification } = await desk.view(issueId, rina);
    await desk.put(
      `/api/issues/${issueId}/clarification`,
      { version: clarification?.version, text: goodText },
      rina,
    );
    expect(await race({ move: 'submit' })).toEqual(oneWinner);
    expect(await race({ move: 'approve' })).toEqual(oneWinner);
    expect(await race({ move: 'publish' })).toEqual(oneWinner);
    const done = (await desk.changes()).filter(({ card }) => card.issueId === issueId);
    for (const step of ['triaged', 'submitted', 'approved', 'published'])
      expect(done.filter(({ change }) => change === step)).toHaveLength(1);
  });

  it('publishes nothing that skips a step, replays one or names an old version', async () => {
    await desk.signal(tagged('galat-9', 'lompat'));
    const issueId = await only('lompat');
    for (const move of ['submit', 'approve', 'publish', 'amplify', 'monitor', 'wake', 'undoDismiss', 'close'])
      for (const version of [1, 2]) {
        const { status } = await desk.tryMove(issueId, budi, {
          move,
          version,
          ...(move === 'close' ? { reason: 'selesai' } : {}),
        });
        expect([move, status]).toEqual([move, 409]);
      }
    expect((await desk.view(issueId, rina)).card.version).toBe(1);
    const odd = await desk.tryMove(issueId, budi, { move: 'publish', version: 1, state: 'published' });
    expect([odd.status, JSON.stringify(odd.body)]).toEqual([400, expect.stringContaining('badParameters')]);
  });

  it('shows and moves nothing of another region or another agency', async () => {
    await desk.signal(tagged('galat-10', 'milik'));
    const issueId = await only('milik');
    const stranger = person('asing', 'officer', { regionIds: ['kota-lain'] });
    const agency = person('opd', 'agency', { agencyId: 'dinkes' });
    for (const who of [stranger, agency, person('tanpa', 'agency')])
      expect((await desk.get(`/api/issues/${issueId}`, who)).status).toBe(404);
    expect((await desk.tryMove(issueId, stranger, { move: 'acknowledge', version: 1 })).status).toBe(404);
    expect((await desk.tryMove(issueId, agency, { move: 'acknowledge', version: 1 })).status).toBe(403);
    expect(
      (await desk.tryMove(issueId, person('ana', 'analyst'), { move: 'note', version: 1, reason: 'lihat' }))
        .status,
    ).toBe(403);
    expect((await desk.get(`/api/issues?region=${region.regionId}`, stranger)).status).toBe(403);
    const listed = await desk.get(`/api/issues?region=${region.regionId}`, agency);
    expect(IssueList.parse(listed.body)).toMatchObject({ issues: [], counts: { open: 0 } });
    expect(
      (await desk.post('/api/issues', { region: region.regionId, title: 'Judul isu', text: '' }, sekda))
        .status,
    ).toBe(403);
  });

  it('lets nobody rewrite the timeline, not even in the database', async () => {
    for (const sql of [
      "UPDATE responder.timeline SET reason = 'x'",
      'DELETE FROM responder.timeline',
      'TRUNCATE responder.timeline',
    ])
      await expect(desk.database.pool.query(sql)).rejects.toThrow('only grows');
  });

  it('opens by hand once: the same fact or text is the issue that there is', async () => {
    const body = {
      region: region.regionId,
      title: 'HOAKS: vaksin palsu di sekolah',
      text: 'Katanya vaksin palsu dibagikan ke murid, hati-hati',
      nearCopyKey: 'salinan-vaksin',
      subjects: ['health'],
      places: ['33.74.06'],
    };
    const answers = await Promise.all(Array.from({ length: 5 }, () => desk.post('/api/issues', body, rina)));
    const ids = answers.map(({ body: view }) => (view as { card: { issueId: string } }).card.issueId);
    expect(new Set(ids).size).toBe(1);
    const { card, postsSelection } = await desk.view(ids[0] ?? '', rina);
    expect(card).toMatchObject({ title: 'vaksin palsu di sekolah', owner: { userId: 'rina' }, signal: null });
    expect(card.priority.parts.filter(({ points }) => points === null).map(({ part }) => part)).toEqual(
      expect.arrayContaining(['speed', 'spread', 'informationVoid', 'mainstream']),
    );
    expect(postsSelection.nearCopy).toEqual(['salinan-vaksin']);
    await desk.signal(
      signal('galat-11', {
        key: { kind: 'nearCopy', value: 'salinan-vaksin' },
        windowEnd: new Date(desk.clock.time).toISOString(),
      }),
    );
    expect((await desk.view(card.issueId, rina)).timeline.map(({ change }) => change)).toEqual([
      'opened',
      'signalled',
    ]);
  });

  it('lists by urgency in pages, and sums the period up', async () => {
    const first = IssueList.parse(
      (await desk.get(`/api/issues?region=${region.regionId}&limit=3`, rina)).body,
    );
    const rest = IssueList.parse(
      (await desk.get(`/api/issues?region=${region.regionId}&limit=200&cursor=${first.nextCursor}`, rina))
        .body,
    );
    const all = [...first.issues, ...rest.issues];
    expect([all.length, new Set(all.map(({ issueId }) => issueId)).size]).toEqual([
      first.counts.open,
      first.counts.open,
    ]);
    const levels = ['low', 'medium', 'high', 'critical'];
    const urgency = all.map(
      ({ priority, acknowledgedAt }) => levels.indexOf(priority.level) * 2 + (acknowledgedAt ? 0 : 1),
    );
    expect(urgency).toEqual(urgency.toSorted((a, b) => b - a));
    expect((await desk.get(`/api/issues?region=${region.regionId}&cursor=xx`, rina)).status).toBe(400);
    const mine = IssueList.parse(
      (await desk.get(`/api/issues?region=${region.regionId}&owner=me`, rina)).body,
    );
    expect(new Set(mine.issues.map(({ owner }) => owner?.userId))).toEqual(new Set(['rina']));

    desk.clock.time += 26 * 3_600_000;
    const overview = OverviewView.parse(
      (await desk.get(`/api/issues/overview?region=${region.regionId}`, sekda)).body,
    );
    expect(overview.counts).toMatchObject({ opened: all.length, open: all.length });
    expect(overview.counts.late).toBeGreaterThan(0);
    expect(overview.responseTimes.toPublish.n).toBe(1);
    expect(overview.responseTimes.toAlert).toMatchObject({ medianSeconds: 2_400 });
    expect(overview.routes.reduce((sum, each) => sum + each.count, 0)).toBe(all.length);
  });

  async function lastIssue(): Promise<string> {
    const { rows } = await desk.database.pool.query<{ issue_id: string }>(
      "SELECT issue_id FROM responder.issues WHERE tokens && ARRAY['nearCopy|salinan-8']",
    );
    expect(rows).toHaveLength(1);
    return rows[0]?.issue_id ?? '';
  }
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { IssueView, Signal } from '@kentongan/contracts';
import { SnoozeJob } from './snooze.job.js';
import { DeskApplication } from './testing/desk-application.js';
import { budi, complaintSignal, composition, person, region, rina, signal } from './testing/samples.js';

const minutes = 60_000;

describe('an issue that needs no public answer', () => {
  let desk: DeskApplication;
  beforeAll(async () => {
    desk = await DeskApplication.start();
  });
  afterAll(() => desk?.close());

  const opened = async (...signals: readonly Signal[]): Promise<string> => {
    const before = await desk.issueIds();
    await desk.signal(...signals);
    const added = (await desk.issueIds()).filter((id) => !before.includes(id));
    expect(added).toHaveLength(1);
    return added[0] ?? '';
  };
  const lives = ({ timeline }: IssueView): string[] =>
    timeline.map(({ change, by, toState }) => `${change} ${by?.userId ?? 'program'} ${toState}`);

  it('hands a complaint on, and never calls it a hoax', async () => {
    const issueId = await opened(complaintSignal('hidup-2'));
    const { card, clarification, agencySuggestions } = await desk.view(issueId, rina);
    expect(agencySuggestions?.[0]).toMatchObject({ agencyId: 'pdam' });
    expect([card.title, card.suggestion.route, clarification]).toEqual([
      'Air bersih di Pedurungan',
      'complaint',
      null,
    ]);
    const handed = await desk.move(issueId, rina, { move: 'triage', route: 'complaint', agencyId: 'pdam' });
    expect([handed.card.state, handed.card.owner?.userId]).toEqual(['sp4n', 'rina']);
    expect(handed.allowedMoves.map(({ move }) => move)).not.toContain('draft');
    expect(handed.agencySuggestions).toEqual([]);
    const agency = person('sari', 'agency', { agencyId: 'pdam' });
    expect((await desk.view(issueId, agency)).card.issueId).toBe(issueId);
    const closed = await desk.move(issueId, rina, { move: 'close', reason: 'Pipa selesai diperbaiki' });
    expect(lives(closed)).toEqual(['opened program detected', 'triaged rina sp4n', 'closed rina closed']);
  });

  it('keeps criticism and the press away from debunking', async () => {
    const critic = await opened(
      signal('hidup-3', {
        texts: ['Pemkot sibuk pencitraan, anggaran taman untuk siapa?'],
        key: { kind: 'hashtag', value: 'tamanuntuksiapa' },
        composition: composition({ postTypes: [{ value: 'criticism', count: 15 }] }),
      }),
    );
    expect((await desk.view(critic, rina)).card).toMatchObject({
      title: '#tamanuntuksiapa',
      suggestion: { route: 'criticism' },
    });
    expect((await desk.move(critic, rina, { move: 'triage', route: 'criticism' })).card.state).toBe(
      'criticism',
    );
    const press = await opened(
      signal('hidup-4', {
        texts: ['Anggaran pompa banjir naik dua kali lipat'],
        key: { kind: 'watchRule', value: 'pompa' },
        composition: composition({
          postTypes: [{ value: 'news', count: 18 }],
          authorKinds: [{ value: 'press', count: 18 }],
        }),
      }),
    );
    const { card, postsSelection } = await desk.view(press, rina);
    expect([card.title, card.suggestion.route, postsSelection.q]).toEqual([
      'Kata pantauan: pompa banjir',
      'journalism',
      '"pompa banjir" OR "pompa mati"',
    ]);
    const stamped = await desk.tryMove(press, rina, {
      move: 'triage',
      route: 'debunk',
      version: card.version,
    });
    expect([stamped.status, JSON.stringify(stamped.body)]).toEqual([
      409,
      expect.stringContaining('pressItem'),
    ]);
    expect((await desk.move(press, rina, { move: 'triage', route: 'journalism' })).card.state).toBe(
      'rightOfReply',
    );
  });

  it('is put away in one tap and taken back within ten seconds, by the same person', async () => {
    const issueId = await opened(
      complaintSignal('hidup-5', { key: { kind: 'hashtag', value: 'lampupadam' } }),
    );
    const gone = await desk.move(issueId, rina, { move: 'dismiss', dismissReason: 'notOurRegion' });
    expect(gone.card.state).toBe('closed');
    desk.clock.time += 9_000;
    const version = gone.card.version;
    expect((await desk.tryMove(issueId, budi, { move: 'undoDismiss', version })).status).toBe(409);
    expect((await desk.move(issueId, rina, { move: 'undoDismiss' })).card.state).toBe('detected');
    await desk.move(issueId, rina, { move: 'dismiss', dismissReason: 'notAnIssue' });
    desk.clock.time += 16_000;
    const late = await desk.tryMove(issueId, rina, { move: 'undoDismiss', version: version + 2 });
    expect(JSON.stringify(late.body)).toContain('undoExpired');
    expect(
      (await desk.move(issueId, budi, { move: 'reopen', reason: 'Ternyata wilayah kita' })).card,
    ).toMatchObject({
      state: 'reopened',
      owner: { userId: 'budi' },
    });
    const feedback = (await desk.feedback()).filter((each) => each.issueId === issueId);
    expect(feedback.map(({ kind, reason, keys }) => [kind, reason, keys[0]?.value])).toEqual([
      ['dismissed', 'notOurRegion', 'lampupadam'],
      ['dismissUndone', null, 'lampupadam'],
      ['dismissed', 'notAnIssue', 'lampupadam'],
    ]);
  });

  it('is merged into another, told on both, and its statements go on there', async () => {
    const one = await opened(complaintSignal('hidup-6', { key: { kind: 'hashtag', value: 'sampahtpa' } }));
    const other = await opened(complaintSignal('hidup-7', { key: { kind: 'hashtag', value: 'baubusuk' } }));
    await desk.move(other, rina, { move: 'merge', intoIssueId: one });
    const [into, gone] = [await desk.view(one, rina), await desk.view(other, rina)];
    expect([gone.card.state, gone.card.mergedInto]).toEqual(['merged', one]);
    expect(into.mergedFrom.map(({ issueId }) => issueId)).toEqual([other]);
    expect(lives(into)).toEqual(['opened program detected', 'absorbed rina detected']);
    await desk.signal(
      complaintSignal('hidup-7', { version: 2, key: { kind: 'hashtag', value: 'baubusuk' }, count: 44 }),
    );
    expect(lives(await desk.view(one, rina)).at(-1)).toBe('signalled program detected');
    expect((await desk.view(other, rina)).card.version).toBe(gone.card.version);
    const told = (await desk.changes()).filter(({ change }) => change === 'merged' || change === 'absorbed');
    expect(told.map(({ change, card }) => [change, card.issueId])).toEqual(
      expect.arrayContaining([
        ['merged', other],
        ['absorbed', one],
      ]),
    );
  });

  it('rests until its time has come, or its level rises', async () => {
    const quiet = { surprise: 4, count: 12, distinctAuthors: 6 };
    const of = (version: number, more: object) =>
      complaintSignal('hidup-8', { version, key: { kind: 'hashtag', value: 'jalanlubang' }, ...more });
    const issueId = await opened(of(1, quiet));
    const until = new Date(desk.clock.time + 60 * minutes).toISOString();
    const asleep = await desk.move(issueId, rina, { move: 'snooze', until, reason: 'Menunggu DPU' });
    expect([asleep.card.state, asleep.card.snoozedUntil]).toEqual(['snoozed', until]);
    await desk.signal(of(2, quiet));
    expect((await desk.view(issueId, rina)).card.state).toBe('snoozed');
    await desk.signal(of(3, { surprise: 40, count: 300, distinctAuthors: 200 }));
    const awake = await desk.view(issueId, rina);
    expect([awake.card.state, awake.card.snoozedUntil, lives(awake).at(-1)]).toEqual([
      'detected',
      null,
      'woken program detected',
    ]);

    const again = new Date(desk.clock.time + 60 * minutes).toISOString();
    await desk.move(issueId, rina, { move: 'snooze', until: again, reason: 'Sampai sore' });
    const job = desk.app.get(SnoozeJob);
    expect(await job.run()).toBe(0);
    desk.clock.time += 61 * minutes;
    expect(await job.run()).toBe(1);
    expect((await desk.view(issueId, rina)).card.state).toBe('detected');
  });

  it('comes back after it was closed only when the level rose, and otherwise just counts', async () => {
    const of = (version: number, more: object = {}) =>
      complaintSignal('hidup-9', {
        version,
        key: { kind: 'hashtag', value: 'pasarbanjir' },
        surprise: 4,
        count: 12,
        distinctAuthors: 6,
        ...more,
      });
    const issueId = await opened(of(1));
    const closed = await desk.move(issueId, rina, { move: 'dismiss', dismissReason: 'alreadyAnswered' });
    await desk.signal(of(2));
    const more = complaintSignal('hidup-10', {
      key: { kind: 'hashtag', value: 'pasarbanjir' },
      surprise: 4,
      count: 12,
      distinctAuthors: 6,
    });
    await desk.signal(more);
    expect((await desk.view(issueId, rina)).card.version).toBe(closed.card.version);
    await desk.signal({ ...more, version: 2, surprise: 40, count: 300, distinctAuthors: 200 });
    const back = await desk.view(issueId, rina);
    expect([back.card.state, back.card.acknowledgedAt, lives(back).at(-1)]).toEqual([
      'reopened',
      null,
      'reopened program reopened',
    ]);
  });

  it('watched, comes back when its level rises, and not before', async () => {
    const of = (version: number, more: object = {}) =>
      complaintSignal('hidup-12', { version, key: { kind: 'hashtag', value: 'pohontumbang' }, ...more });
    const issueId = await opened(of(1, { surprise: 4, count: 12, distinctAuthors: 6 }));
    const watched = await desk.move(issueId, rina, {
      move: 'triage',
      route: 'watch',
      reason: 'Bila naik ke Tinggi',
    });
    expect([watched.card.state, watched.timeline.at(-1)?.reason]).toEqual([
      'monitored',
      'Bila naik ke Tinggi',
    ]);
    await desk.signal(of(2, { surprise: 4, count: 13, distinctAuthors: 6 }));
    expect((await desk.view(issueId, rina)).card.state).toBe('monitored');
    await desk.signal(of(3, { surprise: 40, count: 300, distinctAuthors: 200 }));
    expect((await desk.view(issueId, rina)).card.state).toBe('reopened');
  });

  it('has clocks in a live region and none in a historical one', async () => {
    const due = async (issueId: string): Promise<unknown> => {
      const { rows } = await desk.database.pool.query<{ due_at: Date | null }>(
        'SELECT due_at FROM responder.issues WHERE issue_id = $1',
        [issueId],
      );
      return rows[0]?.due_at;
    };
    const live = await opened(complaintSignal('hidup-13', { key: { kind: 'hashtag', value: 'kini' } }));
    const past = await opened(
      complaintSignal('hidup-14', {
        key: { kind: 'hashtag', value: 'dulu' },
        mode: 'historical',
        windowStart: '2019-02-01T02:00:00.000Z',
        windowEnd: '2019-02-01T03:00:00.000Z',
      }),
    );
    expect([(await due(live)) instanceof Date, await due(past)]).toEqual([true, null]);
    expect((await desk.view(past, rina)).card).toMatchObject({
      mode: 'historical',
      risenAt: '2019-02-01T03:00:00.000Z',
    });
  });

  it('asks nobody who is not an agency of the region', async () => {
    const issueId = await opened(
      complaintSignal('hidup-15', { key: { kind: 'hashtag', value: 'salahalamat' } }),
    );
    const move = { move: 'triage', version: 1, route: 'complaint', agencyId: 'dinas-lain' };
    const { status, body } = await desk.tryMove(issueId, rina, move);
    expect([status, JSON.stringify(body)]).toEqual([400, expect.stringContaining('unknownAgency')]);
    expect((await desk.view(issueId, rina)).card.version).toBe(1);
    expect(region.agencies.map(({ agencyId }) => agencyId)).not.toContain('dinas-lain');
  });
});

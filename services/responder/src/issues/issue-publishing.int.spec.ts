import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Clarification, IssueView, Signal } from '@kentongan/contracts';
import { DeskApplication } from './testing/desk-application.js';
import { budi, composition, fact, goodText, hoaxSignal, person, rina, sekda } from './testing/samples.js';

const minutes = 60_000;

describe('an issue that is answered in public', () => {
  let desk: DeskApplication;
  beforeAll(async () => {
    desk = await DeskApplication.start();
    await desk.recordFact(fact);
    await desk.recordFact({ ...fact, factId: 'mafindo:keracunan' });
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

  let told: IssueView | null = null;

  it('goes from a returning hoax to a published answer, by two people', async () => {
    const issueId = await opened(hoaxSignal('hidup-1', { key: { kind: 'hoaxMatch', value: fact.factId } }));
    const seen = await desk.view(issueId, rina);
    expect(seen.card).toMatchObject({
      title: 'Mirip periksa fakta: Air PDAM dicampur racun tikus',
      state: 'detected',
      suggestion: { route: 'debunk' },
      factId: fact.factId,
    });
    expect([seen.fact?.title, seen.clarification?.status]).toEqual([fact.title, 'suggested']);
    expect(seen.postsSelection.fact).toEqual([fact.factId]);
    expect(seen.whatsapp.id.toLowerCase()).not.toContain('hoaks');

    desk.clock.time += 5 * minutes;
    await desk.move(issueId, rina, { move: 'acknowledge' });
    await desk.move(issueId, rina, { move: 'triage', route: 'debunk', agencyId: 'pdam' });
    await desk.move(issueId, rina, {
      move: 'requestEvidence',
      agencyId: 'pdam',
      question: 'Apa hasil uji air hari ini?',
    });
    const agency = person('sari', 'agency', { agencyId: 'pdam' });
    const evidence = {
      kind: 'document',
      title: 'Hasil uji air',
      url: 'https://pdam.example/uji',
      quote: 'Memenuhi baku mutu',
    };
    expect((await desk.post(`/api/issues/${issueId}/evidence`, evidence, agency)).status).toBe(200);
    await drafted(issueId);
    await desk.move(issueId, rina, { move: 'submit' });

    const own = await desk.tryMove(issueId, rina, {
      move: 'approve',
      version: (await desk.view(issueId, rina)).card.version,
    });
    expect([own.status, own.body]).toEqual([
      409,
      expect.objectContaining({
        error: expect.objectContaining({ code: 'illegalMove', refusal: 'ownText' }),
      }),
    ]);
    await desk.move(issueId, budi, { move: 'approve' });
    await desk.move(issueId, rina, { move: 'publish' });
    await desk.move(issueId, rina, { move: 'amplify', reason: 'Dikirim ke 12 admin kelurahan' });
    await desk.move(issueId, rina, { move: 'monitor' });
    const closed = await desk.move(issueId, rina, { move: 'close', reason: 'Penyebaran berhenti' });
    expect(lives(closed)).toEqual([
      'opened program detected',
      'acknowledged rina detected',
      'triaged rina triaged',
      'evidenceRequested rina verifying',
      'noted sari verifying',
      'drafted rina drafted',
      'submitted rina drafted',
      'approved budi approved',
      'published rina published',
      'amplified rina amplified',
      'monitored rina monitored',
      'closed rina closed',
    ]);
    expect(closed.clarification).toMatchObject({ status: 'published', author: { userId: 'rina' } });
    told = closed;
  });

  it('tells every step on the stream, and remembers the answer as a fact', async () => {
    const { card, timeline } = told ?? (await desk.view('', rina));
    const { issueId } = card;
    const numbers = timeline.map((_, index) => index + 1);
    expect(timeline.map(({ sequence }) => sequence)).toEqual(numbers);
    const changes = (await desk.changes()).filter((each) => each.card.issueId === issueId);
    expect(changes.map(({ change }) => change)).toEqual(timeline.map(({ change }) => change));
    expect(changes.map((each) => each.card.version)).toEqual(numbers);
    const { rows } = await desk.database.pool.query('SELECT fact FROM responder.facts WHERE fact_id = $1', [
      `own:${issueId}`,
    ]);
    expect(rows).toHaveLength(1);
    const feedback = (await desk.feedback()).filter((each) => each.issueId === issueId);
    expect(feedback.map(({ kind, route }) => [kind, route])).toEqual([
      ['routed', 'debunk'],
      ['closed', 'debunk'],
    ]);
  });

  it('asks a leader as well when it is critical', async () => {
    const issueId = await opened(
      hoaxSignal('hidup-11', {
        key: { kind: 'hashtag', value: 'airberacun' },
        level: 'critical',
        norm: 1,
        surprise: 60,
        count: 400,
        distinctAuthors: 300,
        ...criticalTexts,
      }),
    );
    expect((await desk.view(issueId, rina)).card.priority.level).toBe('critical');
    await desk.move(issueId, rina, { move: 'triage', route: 'debunk' });
    await desk.post(
      `/api/issues/${issueId}/evidence`,
      { kind: 'statement', title: 'Pernyataan direktur', quote: 'Aman' },
      rina,
    );
    await drafted(issueId);
    await desk.move(issueId, rina, { move: 'submit' });
    // Nobody signs alone, the leader least of all what the leader wrote.
    const half = await desk.move(issueId, budi, { move: 'approve' });
    expect([half.card.state, half.allowedMoves.map(({ move }) => move)]).toEqual([
      'drafted',
      expect.not.arrayContaining(['publish', 'approve']),
    ]);
    expect((await desk.move(issueId, sekda, { move: 'approve' })).card.state).toBe('approved');
    expect((await desk.move(issueId, rina, { move: 'publish' })).card.state).toBe('published');
  });

  async function drafted(issueId: string): Promise<void> {
    const { clarification } = await desk.view(issueId, rina);
    const saved = await desk.put(
      `/api/issues/${issueId}/clarification`,
      { version: clarification?.version, text: goodText },
      rina,
    );
    expect([
      saved.status,
      (saved.body as Clarification).problems?.filter(({ isBlocking }) => isBlocking),
    ]).toEqual([200, []]);
  }
});

/** Told in an office's voice, about children, by people who ask, and the papers have it. */
const criticalTexts = {
  firstPost: posted(0),
  tippingPost: posted(1),
  samplePosts: [posted(0), posted(1)],
  composition: composition({
    posts: 40,
    postTypes: [
      { value: 'question', count: 13 },
      { value: 'other', count: 27 },
    ],
    authorKinds: [
      { value: 'person', count: 37 },
      { value: 'press', count: 3 },
    ],
    platforms: [
      { value: 'a', count: 20 },
      { value: 'b', count: 10 },
      { value: 'c', count: 10 },
    ],
    facts: [{ value: 'mafindo:keracunan', count: 36 }],
  }),
};

function posted(index: number) {
  return {
    postId: `contoh:kritis-${index}`,
    createdAt: '2026-11-24T02:10:00.000Z',
    excerpt: 'Surat edaran Kemenkes: air PDAM beracun, siswa keracunan, bayi meninggal',
  };
}

import { describe, expect, it } from '@jest/globals';
import type { IndexOutcome, PostArchive } from '@kentongan/archive';
import { samplePost } from '@kentongan/archive/contract';
import type { AnalyzedPost, postsAnalyzed, StreamEvent } from '@kentongan/contracts';
import { archiveEvents } from './archive-events.js';

type PostEvent = StreamEvent<typeof postsAnalyzed>;

const envelope = (regionId: string, id: string) => ({
  id,
  v: 1,
  occurredAt: '2026-03-10T03:00:00.000Z',
  regionId,
  correlationId: id,
  causationId: null,
});
const analyzed = (regionId: string, postId: string): PostEvent => ({
  ...envelope(regionId, postId),
  type: 'post.analyzed',
  data: samplePost(postId),
});
const measured = (regionId: string, postId: string): PostEvent => ({
  ...envelope(regionId, `${postId}-reach`),
  type: 'post.measured',
  data: {
    postId,
    firstCreatedAt: '2026-03-10T03:00:00.000Z',
    measuredAt: '2026-03-10T04:00:00.000Z',
    foundBy: ['a'],
  },
});

/** An archive that answers as told and writes down what it was asked. */
function fakeArchive(answer: (regionId: string, post: AnalyzedPost) => IndexOutcome) {
  const calls: string[] = [];
  const archive = {
    index: async (regionId: string, posts: readonly AnalyzedPost[]) => {
      calls.push(`index ${regionId} ${posts.map((post) => post.postId).join()}`);
      return posts.map((post) => answer(regionId, post));
    },
    measure: async (regionId: string, reaches: readonly { postId: string }[]) => {
      calls.push(`measure ${regionId} ${reaches.map((reach) => reach.postId).join()}`);
      return reaches.length;
    },
  };
  return { archive: archive as unknown as PostArchive, calls };
}

describe('a batch of analysed posts', () => {
  it('is written region by region, posts before their measurements, one outcome each', async () => {
    const { archive, calls } = fakeArchive(() => ({ kind: 'indexed' }));
    const events = [measured('a', 'p:1'), analyzed('b', 'p:1'), analyzed('a', 'p:1'), analyzed('a', 'p:2')];
    const outcomes = await archiveEvents(archive, events, () => {});
    expect(calls).toEqual(['index a p:1,p:2', 'measure a p:1', 'index b p:1', 'measure b ']);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['done', 'done', 'done', 'done']);
  });

  it('drops what is stale or refused and sets aside what can never be stored', async () => {
    const answers: Record<string, IndexOutcome> = {
      'p:1': { kind: 'stale' },
      'p:2': { kind: 'refused' },
      'p:3': { kind: 'invalid', detail: 'no such month' },
    };
    const { archive } = fakeArchive((_, post) => answers[post.postId] ?? { kind: 'indexed' });
    const events = ['p:1', 'p:2', 'p:3', 'p:4'].map((postId) => analyzed('a', postId));
    expect(await archiveEvents(archive, events, () => {})).toEqual([
      { kind: 'drop', reason: 'stale' },
      { kind: 'drop', reason: 'notForUs' },
      { kind: 'dead', reason: 'poison', detail: 'no such month' },
      { kind: 'done' },
    ]);
  });

  it('comes again without end when the archive is away, and only the region that was hit', async () => {
    const failures: unknown[] = [];
    const { archive } = fakeArchive((regionId) => {
      if (regionId === 'a') throw new Error('connection refused');
      return { kind: 'indexed' };
    });
    const events = [analyzed('b', 'p:1'), analyzed('a', 'p:1'), measured('a', 'p:1')];
    const outcomes = await archiveEvents(archive, events, (error) => failures.push(error));
    expect(outcomes).toEqual([
      { kind: 'done' },
      { kind: 'retry', reason: 'outage', afterMilliseconds: 1_000 },
      { kind: 'retry', reason: 'outage', afterMilliseconds: 1_000 },
    ]);
    expect(failures).toHaveLength(1);
  });
});

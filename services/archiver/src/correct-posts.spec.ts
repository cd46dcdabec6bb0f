import { describe, expect, it } from '@jest/globals';
import type { Correction, PostArchive } from '@kentongan/archive';
import type { feedbackGiven, StreamEvent } from '@kentongan/contracts';
import { correctPosts } from './correct-posts.js';

type Feedback = StreamEvent<typeof feedbackGiven>;

const at = '2026-03-10T04:00:00.000Z';
const by = { userId: 'u-1', name: 'Rina' };

function event(type: Feedback['type'], data: object): Feedback {
  const envelope = { id: type, v: 1, occurredAt: at, regionId: 'kota', correlationId: '', causationId: null };
  return { ...envelope, type, data: { by, at, ...data } } as Feedback;
}

const onPost = (postId: string): Feedback =>
  event('label.corrected', {
    postId,
    firstCreatedAt: at,
    issueId: null,
    label: { part: 'sentiment', label: 'negative' },
    said: null,
    isUndone: false,
  });

const onIssue = event('label.corrected', {
  postId: null,
  firstCreatedAt: null,
  issueId: 'is-1',
  label: { part: 'agency', agencyId: 'pdam' },
  said: null,
  isUndone: false,
});

/** An archive that is away when it is asked for the `failsAt`th time. */
function recording(failsAt = Number.POSITIVE_INFINITY) {
  const taken: (Correction & { regionId: string })[] = [];
  const correct: PostArchive['correct'] = async (regionId, correction) => {
    if (taken.length + 1 === failsAt) throw new Error('connection refused');
    taken.push({ regionId, ...correction });
    return true;
  };
  return { taken, archive: { correct } as PostArchive };
}

describe('corrections on their way into the archive', () => {
  it('arrive in order, without the person; what is of issues passes by', async () => {
    const { taken, archive } = recording();
    const dismissed = event('feedback.given', { issueId: 'is-1', kind: 'dismissed' });
    const outcomes = await correctPosts(archive, [onPost('a'), dismissed, onIssue, onPost('b')], () => {});
    expect(outcomes.map(({ kind }) => kind)).toEqual(['done', 'drop', 'drop', 'done']);
    expect(taken.map(({ postId }) => postId)).toEqual(['a', 'b']);
    expect(taken[0]).toEqual({
      regionId: 'kota',
      postId: 'a',
      firstCreatedAt: at,
      label: { part: 'sentiment', label: 'negative', at },
      isUndone: false,
    });
  });

  it('wait for an archive that is away, and so do those behind them', async () => {
    const { taken, archive } = recording(2);
    const outages: unknown[] = [];
    const outcomes = await correctPosts(archive, ['a', 'b', 'c'].map(onPost), (error) => outages.push(error));
    expect(outcomes.map(({ kind }) => kind)).toEqual(['done', 'retry', 'retry']);
    expect(taken.map(({ postId }) => postId)).toEqual(['a']);
    expect(outages).toHaveLength(1);
  });
});

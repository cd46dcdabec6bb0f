import { describe, expect, it } from '@jest/globals';
import { KeyState, type KeyStateSaved } from './key-state.js';
import { parameters } from './parameters.js';

const hour = 3_600_000;
const startMilliseconds = Date.parse('2026-03-02T05:00:00.000Z');

function counted(posts: number): KeyState {
  const key = new KeyState('nearCopy', 'k1', Math.floor(startMilliseconds / hour), parameters);
  for (let at = 0; at < posts; at += 1) {
    const createdAtMilliseconds = startMilliseconds + at * 120_000;
    const reference = { postId: `contoh:${at}`, createdAtMilliseconds, excerpt: `Lampu padam ${at}` };
    key.count({ atMilliseconds: createdAtMilliseconds, hash: at, author: at, text: 1, reference }, true);
  }
  return key;
}

const restored = (state: unknown): KeyState =>
  KeyState.fromSaved('nearCopy|k1', JSON.stringify(state), parameters);

describe('the saved state of a key', () => {
  it('tells the only post of a one-off text once', () => {
    expect(JSON.stringify(counted(1).state()).split('Lampu padam 0')).toHaveLength(2);
  });

  it('is the same after a restart, with the same samples and first posts', () => {
    const before = counted(12);
    const after = restored(before.state());
    expect(after.state()).toEqual(before.state());
    expect(after.samplePosts).toEqual(before.samplePosts);
    expect(after.samplePosts.map(({ postId }) => postId)).toEqual(
      [7, 8, 9, 10, 11].map((at) => `contoh:${at}`),
    );
    const end = startMilliseconds + 22 * 60_000;
    for (const minutes of [5, 60, 360])
      expect(after.firstPostIn(minutes, end)).toEqual(before.firstPostIn(minutes, end));
    expect(after.firstPostIn(360, end)?.postId).toBe('contoh:0');
  });

  it('is read in the form in which counts told their first posts in full', () => {
    const before = counted(3);
    const saved = before.state();
    const full = (buckets: KeyStateSaved[6]) =>
      buckets.map(([index, count, first]) => [index, count, saved[13][first as number]]);
    const old = saved.slice(0, 15);
    old[6] = full(saved[6]) as never;
    old[7] = full(saved[7]) as never;
    const after = restored(old);
    expect(after.samplePosts).toEqual(before.samplePosts);
    expect(after.firstPostIn(60, startMilliseconds)).toEqual(before.firstPostIn(60, startMilliseconds));
    expect(after.total).toBe(3);
  });
});

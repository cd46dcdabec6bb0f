import { describe, expect, it } from '@jest/globals';
import { SignalCopies } from '@kentongan/contracts';
import { addCopy, type EventCopies } from './event-copies.js';
import type { DetectorSignal, ObservedPost } from './observed-post.js';
import { RegionDetector } from './region-detector.js';
import { editedSketch, inventedSketch } from './testing/sketches.js';
import { background, day, monday, post, randomNumbers, subject, traits, volume } from './testing/timeline.js';

const start = monday + 21 * day;
const minute = 60_000;
const flood = subject('flooding|33.74.06');
const random = randomNumbers(17);
const chain = inventedSketch(random);

function afterThreeWeeks(): RegionDetector {
  const detector = new RegionDetector('kota-uji', 'Asia/Jakarta');
  const keys = (random: () => number) => [subject(`s${Math.floor(random() * 9)}|*`)];
  for (const each of background(monday, start, 4, keys)) detector.observe(each);
  return detector;
}

const copyPost = (at: number, key: string, copySketch: string, changes: Partial<ObservedPost> = {}) =>
  post(at, [volume(`feed-${key.length % 3}`), flood, { kind: 'nearCopy', value: key }], {
    copySketch,
    traits: traits({ subjects: ['flooding'] }),
    ...changes,
  });

/** Every post an edit of its own of one chain message, every third a complaint in words of its own. */
const flooded = (count: number, changes: Partial<ObservedPost> = {}): ObservedPost[] =>
  Array.from({ length: count }, (_, i) => {
    const at = start + i * 20_000;
    return i % 3 === 2
      ? copyPost(at, `own-${i}`, inventedSketch(random), changes)
      : copyPost(at, i === 0 ? 'chain' : `edit-${i}`, editedSketch(chain, i === 0 ? 0 : 9, random), changes);
  });

const told = (detector: RegionDetector, posts: readonly ObservedPost[]): DetectorSignal[] =>
  posts.flatMap((each) => detector.observe(each));

describe('the text that an event shares', () => {
  it('is told with its size, span, accounts, sources and first post, and grows with the event', () => {
    const posts = flooded(60);
    const signals = told(afterThreeWeeks(), posts);
    const first = signals[0]!;
    const last = signals.at(-1)!;
    expect(SignalCopies.parse(first.copies)).toEqual(first.copies);
    expect(first.copies).toMatchObject({
      firstAt: new Date(posts[0]!.createdAtMilliseconds).toISOString(),
      firstPost: { postId: posts[0]!.postId },
      distinctSources: 3,
    });
    expect(first.copies!.posts).toBeGreaterThanOrEqual(8);
    expect(last.copies!.posts).toBeGreaterThan(first.copies!.posts);
    expect(last.copies!.posts).toBeLessThanOrEqual(40);
    expect(last.copies!.accounts).toBe(last.copies!.posts);
    expect(last.copies!.rush).toMatchObject({ minutes: 15 });
    expect(last.copies!.textKeys.length).toBe(8);
    expect(last.copies!.textKeys).not.toContain('own-2');
  });

  it('counts voices, not posts: one account that repeats a text is one account and no rush', () => {
    const one = { authorKey: 'one-account' };
    const posts = flooded(45).map((each, i) => (i % 3 === 2 ? each : { ...each, ...one }));
    const { copies } = told(afterThreeWeeks(), posts).at(-1)!;
    expect(copies!.posts).toBeGreaterThan(10);
    expect(copies!.accounts).toBe(1);
    expect(copies!.rush).toBeUndefined();
  });

  it('names no account: no author key is in what goes out or in the saved event', () => {
    const detector = afterThreeWeeks();
    const signals = told(detector, flooded(45, {}));
    expect(signals.at(-1)!.copies!.accounts).toBeGreaterThan(5);
    expect(JSON.stringify(signals)).not.toContain('author-');
    expect(JSON.stringify(detector.takeChanges())).not.toContain('author-');
  });

  it('is nothing when everybody writes in words of their own', () => {
    const posts = Array.from({ length: 40 }, (_, i) =>
      copyPost(start + i * 20_000, `own-${i}`, inventedSketch(random)),
    );
    const signals = told(afterThreeWeeks(), posts);
    expect(signals.length).toBeGreaterThan(0);
    for (const signal of signals) expect(signal.copies).toBeUndefined();
  });

  it('is not changed by a second delivery, and loses a post that is deleted', () => {
    const posts = flooded(45);
    const twice = posts.flatMap((each) => [
      each,
      { ...each, arrivedAtMilliseconds: each.arrivedAtMilliseconds + minute },
    ]);
    const once = told(afterThreeWeeks(), posts);
    expect(told(afterThreeWeeks(), twice)).toEqual(once);

    const [kept, lost] = [afterThreeWeeks(), afterThreeWeeks()];
    told(kept, posts.slice(0, 20));
    told(lost, posts.slice(0, 20));
    lost.observe({ ...posts[4]!, revision: 2, deleted: true, keys: [] });
    const more = posts.slice(20);
    const countOf = (signals: DetectorSignal[]) => signals.at(-1)!.copies!.posts;
    expect(countOf(told(lost, more))).toBeLessThanOrEqual(countOf(told(kept, more)));
    expect(lost.counters.deletions).toBe(1);
  });

  it('opens no event and changes none: with and without it the same keys rise at the same posts', () => {
    const chainAlone = Array.from({ length: 30 }, (_, i) =>
      post(start + i * 20_000, [{ kind: 'nearCopy', value: `edit-${i}` }], {
        copySketch: editedSketch(chain, i === 0 ? 0 : 9, random),
      }),
    );
    expect(told(afterThreeWeeks(), chainAlone)).toEqual([]);
    const posts = flooded(60);
    const withCopies = told(afterThreeWeeks(), posts);
    const without = told(
      afterThreeWeeks(),
      posts.map(({ copySketch: _, ...rest }) => rest),
    );
    const risen = ({ signalId, version, key, count }: DetectorSignal) => ({ signalId, version, key, count });
    expect(withCopies.map(risen)).toEqual(without.map(risen));
    expect(withCopies.at(-1)!.copies!.posts).toBeGreaterThan(10);
    expect(without.at(-1)!.copies).toBeUndefined();
  });

  it('is found among any number of other texts, in bounded memory', () => {
    const copies: EventCopies = [];
    for (let i = 0; i < 10_000; i += 1) {
      const group = i % 20 === 0 ? 'chain' : `own-${i}`;
      const keys = ['volume|feed', `nearCopy|wording-${i}`, `nearCopy|~${group}`, `volume|feed-${i}`];
      addCopy(copies, { atMilliseconds: start + i, keys, traits: null }, 1);
    }
    expect(copies.length).toBeLessThanOrEqual(32);
    const chainTally = copies.find(([group]) => group === 'chain')!;
    expect(chainTally[1]).toBe(500);
    expect(JSON.stringify(copies).length).toBeLessThan(30_000);
  });
});

import { describe, expect, it } from '@jest/globals';
import { type RegionMode, SignalComposition, SignalHour } from '@kentongan/contracts';
import { addTraits, compositionOf, emptyComposition, packTraits } from './composition.js';
import type { DetectorSignal, ObservedPost } from './observed-post.js';
import { RegionDetector } from './region-detector.js';
import { background, day, hour, monday, post, subject, traits, volume } from './testing/timeline.js';

const start = monday + 21 * day;
const fire = subject('fire|33.74.06');

function afterThreeWeeks(): RegionDetector {
  const detector = new RegionDetector('kota-uji', 'Asia/Jakarta');
  const quiet = background(monday, start, 4, (random) => [subject(`s${Math.floor(random() * 9)}|*`)]);
  for (const each of quiet) detector.observe(each);
  return detector;
}

const firePosts = (from: number, count: number, everyMilliseconds: number, mode: RegionMode = 'live') =>
  Array.from({ length: count }, (_, i) =>
    post(from + i * everyMilliseconds, [fire], {
      mode,
      traits: traits({
        postType: i % 4 === 0 ? 'news' : 'complaint',
        authorKind: i % 4 === 0 ? 'press' : 'unknown',
        platform: i % 2 === 0 ? 'x' : 'rss',
        subjects: ['fire'],
        places: ['33.74.06'],
        factId: i % 5 === 0 ? 'fakta-api' : null,
      }),
    }),
  );

const told = (detector: RegionDetector, posts: readonly ObservedPost[]): DetectorSignal[] =>
  posts.flatMap((each) => detector.observe(each));

describe('what an event consists of', () => {
  it('is told with the first alarm of all posts that made it, and grows with the event', () => {
    const signals = told(afterThreeWeeks(), firePosts(start, 40, 30_000));
    const [first, ...later] = signals;
    expect(first!.version).toBe(1);
    expect(first!.count).toBe(12);
    expect(first!.composition).toEqual({
      posts: 12,
      postTypes: [
        { value: 'complaint', count: 9 },
        { value: 'news', count: 3 },
      ],
      sentiments: [{ value: 'negative', count: 12 }],
      authorKinds: [
        { value: 'unknown', count: 9 },
        { value: 'press', count: 3 },
      ],
      platforms: [
        { value: 'rss', count: 6 },
        { value: 'x', count: 6 },
      ],
      subjects: [{ value: 'fire', count: 12 }],
      places: [{ value: '33.74.06', count: 12 }],
      facts: [{ value: 'fakta-api', count: 3 }],
    });
    expect(later.map(({ composition }) => composition!.posts)).toEqual([24, 25]);
    for (const { composition } of signals) SignalComposition.parse(composition);
  });

  it('loses a post that was deleted, and counts an edit or a copy once', () => {
    const detector = afterThreeWeeks();
    const posts = firePosts(start, 12, 30_000);
    told(detector, posts);
    told(detector, [{ ...posts[0]!, revision: 2, deleted: true }, { ...posts[1]!, revision: 2 }, posts[2]!]);
    const signals = told(detector, firePosts(start + 6 * 60_000, 14, 10_000));
    expect(signals[0]!.composition!.posts).toBe(24); // 11 that are left and 13 new ones
    expect(signals[0]!.composition!.facts).toEqual([{ value: 'fakta-api', count: 2 + 3 }]);
  });

  it('is bounded, names the most frequent and lets a late one rise', () => {
    const composition = emptyComposition(0);
    for (let i = 0; i < 2_000; i += 1)
      addTraits(composition, packTraits(traits({ places: [`t${i}`, 'tetap'] })), 1);
    for (let i = 0; i < 50; i += 1) addTraits(composition, packTraits(traits({ places: ['baru'] })), 1);
    expect(composition.tallies.places.length).toBeLessThanOrEqual(64);
    const { places, posts } = SignalComposition.parse(compositionOf(composition));
    expect(posts).toBe(2_050);
    expect(places.slice(0, 2)).toEqual([
      { value: 'tetap', count: 2_000 },
      { value: 'baru', count: 50 },
    ]);
  });

  it('is left out of events that were saved before it was counted', () => {
    const detector = afterThreeWeeks();
    told(detector, firePosts(start, 12, 30_000));
    const saved = detector.takeChanges();
    const region = JSON.parse(saved.region);
    for (const event of region.events) {
      expect(event.composition.posts).toBe(12);
      delete event.composition;
      delete event.statedPosts;
    }
    const chunks = saved.chunks.map((chunk) =>
      chunk.kind === 'seen'
        ? chunk
        : {
            ...chunk,
            body: JSON.stringify(JSON.parse(chunk.body).map((each: unknown[]) => each.slice(0, 3))),
          },
    );
    const old = new RegionDetector('kota-uji', 'Asia/Jakarta');
    old.restore({ region: JSON.stringify(region), keys: saved.keys, chunks });
    const [signal] = told(old, firePosts(start + hour / 10, 20, 10_000));
    expect(signal).toMatchObject({ version: 2, count: 24 });
    expect(signal!.composition).toBeUndefined();
    // A new event after that knows its posts, and counts those of before without knowing what they are.
    const flood = Array.from({ length: 12 }, (_, i) =>
      post(start + hour + i * 1_000, [subject('flood|*')], { traits: traits({ subjects: ['flood'] }) }),
    );
    expect(told(old, flood)[0]!.composition).toMatchObject({ posts: 12, subjects: [{ count: 12 }] });
  });
});

describe('an event that goes on', () => {
  it('is told again at every doubling of its posts, although its window never holds more', () => {
    const signals = told(afterThreeWeeks(), firePosts(start, 200, 70_000));
    const posts = signals.map(({ composition }) => composition!.posts);
    expect(signals[0]!.count).toBe(signals.at(-1)!.count);
    for (const [at, before] of posts.slice(0, -1).entries())
      expect(posts[at + 1]).toBeLessThanOrEqual(before * 2);
    expect(posts.at(-1)! * 2).toBeGreaterThan(200);
    expect(posts.length).toBeLessThan(8);
  });
});

describe('the hours of a key', () => {
  it('are the last 24 with what is usual then, and without those that nobody watched', () => {
    const detector = afterThreeWeeks();
    const usual = background(start, start + day, 4, () => [subject('s1|*')]);
    told(
      detector,
      usual.filter(({ createdAtMilliseconds: at }) => at < start + 14 * hour),
    );
    detector.excludeHours(start + 14 * hour, start + 16 * hour);
    told(
      detector,
      usual.filter(({ createdAtMilliseconds: at }) => at > start + 17 * hour),
    );
    const [signal] = told(detector, [
      ...firePosts(start + 22 * hour, 1, 1),
      ...firePosts(start + 23.2 * hour, 14, 20_000),
    ]);
    const hours = SignalHour.array().parse(signal!.hours);
    expect(hours.at(-1)).toMatchObject({ start: new Date(start + 23 * hour).toISOString(), count: 11 });
    expect(hours.at(-2)).toMatchObject({ count: 1 });
    expect(hours.length).toBeGreaterThan(17);
    const starts = hours.map((each) => each.start);
    expect(starts).toContain(new Date(start + 12 * hour).toISOString());
    expect(starts).not.toContain(new Date(start + 15 * hour).toISOString());
    for (const each of hours) expect(each.norm).toBeGreaterThanOrEqual(0);
  });

  it('have no norm while it is being learned, or where a rule counts without one', () => {
    const detector = new RegionDetector('kota-uji', 'Asia/Jakarta');
    told(
      detector,
      background(monday, monday + 6 * day, 10, () => [volume('feed-1')]),
    );
    const [learning] = told(detector, firePosts(monday + 6 * day, 30, 10_000));
    expect(learning).toMatchObject({ normLearning: true });
    const hoax = [1, 2, 3].map((i) => post(start + i * 60_000, [{ kind: 'hoaxMatch', value: 'fakta-9' }]));
    const [matched] = told(afterThreeWeeks(), hoax);
    for (const { hours } of [learning!, matched!]) {
      expect(hours!.length).toBeGreaterThan(0);
      expect(hours!.every(({ norm }) => norm === null)).toBe(true);
    }
  });
});

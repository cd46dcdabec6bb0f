import { describe, expect, it } from '@jest/globals';
import type { DetectorSignal, ObservedPost } from './observed-post.js';
import { parameters } from './parameters.js';
import { RegionDetector } from './region-detector.js';
import type { DetectorChunk } from './saved-state.js';
import { editedSketch, inventedSketch } from './testing/sketches.js';
import {
  background,
  day,
  hour,
  monday,
  post,
  randomNumbers,
  subject,
  traits,
  volume,
} from './testing/timeline.js';

/** Sixteen days of a town with three events in the last two. */
function townPosts(mode: 'live' | 'historical'): ObservedPost[] {
  const keys = (random: () => number) => [
    volume(`feed-${Math.floor(random() * 3)}`),
    subject(`s${Math.floor(random() * 15)}|*`),
    { kind: 'nearCopy', value: `t${Math.floor(random() * 100_000)}` } as const,
  ];
  const random = randomNumbers(29);
  const event = (at: number, value: string, count: number) => {
    const text = inventedSketch(random);
    return Array.from({ length: count }, (_, i) =>
      post(at + i * 40_000, [volume('feed-1'), subject(value), { kind: 'nearCopy', value: `${value}${i}` }], {
        mode,
        copySketch: i % 4 === 3 ? inventedSketch(random) : editedSketch(text, i === 0 ? 0 : 8, random),
        traits: traits({ postType: i % 3 === 0 ? 'question' : 'complaint', places: [`33.74.${i % 7}`] }),
      }),
    );
  };
  const quiet = background(monday, monday + 16 * day, 10, keys, { mode });
  return [
    ...quiet.map((each) => ({ ...each, copySketch: inventedSketch(random) })),
    ...event(monday + 14.1 * day, 'fire|*', 60),
    ...event(monday + 15.2 * day, 'water|33.74.06', 30),
    ...event(monday + 15.9 * day, 'schools|*', 25),
  ].sort((a, b) => a.createdAtMilliseconds - b.createdAtMilliseconds || (a.postId < b.postId ? -1 : 1));
}

function flushed(detector: RegionDetector): DetectorSignal[] {
  const signals: DetectorSignal[] = [];
  for (let turn = detector.flushNext(); turn; turn = detector.flushNext()) signals.push(...turn);
  return signals;
}

function run(posts: readonly ObservedPost[], detector = new RegionDetector('kota-uji', 'Asia/Jakarta')) {
  return [...posts.flatMap((each) => detector.observe(each)), ...flushed(detector)];
}

/** What a database would hold of a detector. */
class Saved {
  private region = '';
  private readonly keys = new Map<string, string>();
  private chunks: DetectorChunk[] = [];

  save(detector: RegionDetector): void {
    const changes = detector.takeChanges();
    this.region = changes.region;
    for (const { key, state } of changes.keys) this.keys.set(key, state);
    for (const key of changes.forgottenKeys) this.keys.delete(key);
    this.chunks = [...this.chunks, ...changes.chunks].filter(
      ({ kind, position }) => position >= changes.chunksFrom[kind],
    );
  }

  restored(): RegionDetector {
    const detector = new RegionDetector('kota-uji', 'Asia/Jakarta');
    if (this.region === '') return detector;
    const keys = [...this.keys].map(([key, state]) => ({ key, state }));
    detector.restore({ region: this.region, keys, chunks: this.chunks.map(asDriversGiveIt) });
    return detector;
  }
}

/** Database drivers answer with Buffers, small ones somewhere in a memory that they share with others. */
function asDriversGiveIt(chunk: DetectorChunk): DetectorChunk {
  if (chunk.kind !== 'seen') return chunk;
  return { ...chunk, body: Buffer.concat([Buffer.alloc(4, 1), chunk.body]).subarray(4) };
}

describe('a region', () => {
  it.each(['live', 'historical'] as const)(
    'that is killed at random and gets everything three times says the same (%s)',
    (mode) => {
      const posts = townPosts(mode);
      const wanted = run(posts);
      expect(wanted.length).toBeGreaterThanOrEqual(3);
      for (const { composition, count } of wanted) expect(composition!.posts).toBeGreaterThanOrEqual(count);
      expect(wanted.filter(({ copies }) => copies !== undefined).length).toBeGreaterThanOrEqual(3);
      const random = randomNumbers(11);
      const delivered = posts.flatMap((each, at) => [each, each, posts[Math.max(0, at - 50)]!]);
      const saved = new Saved();
      const heard = new Map<string, DetectorSignal>();
      let kills = 0;
      let detector = saved.restored();
      let savedAt = 0;
      for (let at = 0; at < delivered.length; at += 1) {
        for (const signal of detector.observe(delivered[at]!))
          heard.set(`${signal.signalId}|${signal.version}`, signal);
        if (random() < 0.002) {
          saved.save(detector);
          savedAt = at + 1;
        } else if (random() < 0.0005) {
          kills += 1;
          detector = saved.restored();
          at = savedAt - 1;
        }
      }
      for (const signal of flushed(detector)) heard.set(`${signal.signalId}|${signal.version}`, signal);
      expect(kills).toBeGreaterThan(2);
      expect([...heard.values()]).toEqual(wanted);
    },
  );

  it.each([1, 2, 20, 400])('that is saved after each of its %i posts knows them all again', (count) => {
    const posts = townPosts('live').slice(0, count);
    const saved = new Saved();
    const before = saved.restored();
    for (const each of posts) {
      before.observe(each);
      saved.save(before);
    }
    const after = saved.restored();
    run(posts, after);
    expect(after.counters).toMatchObject({ counted: count, copies: count });
  });

  it('that is historical says the same of posts shuffled within 1,000', () => {
    const posts = townPosts('historical');
    const random = randomNumbers(5);
    const shuffled = Array.from({ length: Math.ceil(posts.length / 1_000) }, (_, at) =>
      posts
        .slice(at * 1_000, at * 1_000 + 1_000)
        .map((each) => ({ each, place: random() }))
        .sort((a, b) => a.place - b.place)
        .map(({ each }) => each),
    ).flat();
    expect(shuffled).not.toEqual(posts);
    const [inOrder, outOfOrder] = [
      new RegionDetector('a', 'Asia/Jakarta'),
      new RegionDetector('a', 'Asia/Jakarta'),
    ];
    expect(run(shuffled, outOfOrder)).toEqual(run(posts, inOrder));
    for (const key of [volume('feed-1'), subject('s3|*'), subject('fire|*')])
      expect(outOfOrder.totalOf(key)).toBe(inOrder.totalOf(key));
  });

  it('that is live counts late posts in their own hour', () => {
    const detector = new RegionDetector('kota-uji', 'Asia/Jakarta');
    run(
      background(monday, monday + 20 * day, 10, () => [volume('feed-0')]),
      detector,
    );
    const surge = Array.from({ length: 30 }, (_, i) =>
      post(monday + 19.5 * day + i * 30_000, [subject('fire|*')]),
    );
    const [signal] = run([...surge].reverse(), detector);
    expect(signal).toMatchObject({ windowMinutes: 15 });
    expect(Date.parse(signal!.windowEnd)).toBeLessThan(monday + 19.6 * day);
    expect(detector.totalOf(subject('fire|*'))).toBe(30);
  });

  it('counts an edit once, a copy once, and takes a deleted post back', () => {
    const detector = new RegionDetector('kota-uji', 'Asia/Jakarta');
    const key = volume('feed-0');
    const first = post(monday, [key]);
    run([first, first, { ...first, revision: 2 }, post(monday + hour, [key])], detector);
    expect(detector.totalOf(key)).toBe(2);
    run(
      [
        { ...first, revision: 3, deleted: true },
        { ...first, revision: 3, deleted: true },
      ],
      detector,
    );
    expect(detector.totalOf(key)).toBe(1);
    expect(detector.counters).toEqual({ counted: 2, copies: 1, edits: 1, deletions: 1, late: 0 });
  });

  it('never counts a historical post that is deleted while it waits', () => {
    const detector = new RegionDetector('kota-uji', 'Asia/Jakarta');
    const gone = post(monday, [volume('feed-0')], { mode: 'historical' });
    run(
      [
        gone,
        { ...gone, revision: 2, deleted: true },
        post(monday, [volume('feed-0')], { mode: 'historical' }),
      ],
      detector,
    );
    expect(detector.totalOf(volume('feed-0'))).toBe(1);
  });

  it('leaves a post that comes two days late uncounted when live, and adds it up when historical', () => {
    for (const [mode, total] of [
      ['live', 1],
      ['historical', 2],
    ] as const) {
      const detector = new RegionDetector('kota-uji', 'Asia/Jakarta');
      run([post(monday + 3 * day, [volume('feed-0')], { mode })], detector);
      run([post(monday, [volume('feed-0')], { mode })], detector);
      expect(detector.counters.late).toBe(1);
      expect(detector.totalOf(volume('feed-0'))).toBe(total);
    }
  });

  it('forgets copies only after two days by arrival', () => {
    const small = { ...parameters, seenGenerationIdsMax: 1_000_000 };
    const detector = new RegionDetector('kota-uji', 'Asia/Jakarta', small);
    const first = post(monday, [volume('feed-0')]);
    const arrives = (days: number) => ({ arrivedAtMilliseconds: first.arrivedAtMilliseconds + days * day });
    run(
      [
        first,
        ...[0.5, 1, 1.5, 1.9].map((days) => post(monday + days * day, [volume('feed-0')], arrives(days))),
      ],
      detector,
    );
    run([{ ...first, ...arrives(1.99) }], detector);
    expect(detector.counters.copies).toBe(1);
  });

  it('keeps a bounded number of keys, whatever comes', () => {
    const detector = new RegionDetector('kota-uji', 'Asia/Jakarta');
    const known = subject('roads|*');
    for (let i = 0; i < 20; i += 1) detector.observe(post(monday + i * 1_000, [known]));
    for (let i = 0; i < 30_000; i += 1)
      detector.observe(post(monday + i * 1_000, [{ kind: 'nearCopy', value: `c${i}` }]));
    const { keys } = detector.takeChanges();
    expect(keys.length).toBeLessThanOrEqual(20_001);
    expect(detector.totalOf({ kind: 'nearCopy', value: 'c0' })).toBeUndefined();
    expect(detector.totalOf(known)).toBe(20);
  });
});

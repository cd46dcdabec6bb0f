import { describe, expect, it } from '@jest/globals';
import type { DetectorSignal, ObservedPost } from './observed-post.js';
import { RegionDetector } from './region-detector.js';
import {
  background,
  day,
  hour,
  monday,
  post,
  randomNumbers,
  subject,
  Timeline,
  volume,
} from './testing/timeline.js';

const rumour = subject('water|33.74.06.1003');
/** Three weeks of a small town: other subjects all day, the rumour's subject about once a day. */
const quietTown = (until = monday + 21 * day) =>
  background(monday, until, 4, (random) => [
    volume('rss-warta'),
    subject(
      random() < 0.01
        ? 'water|33.74.06.1003'
        : `${['roads', 'waste', 'schools'][Math.floor(random() * 3)]}|*`,
    ),
  ]);
const heard = (detector: RegionDetector, posts: readonly ObservedPost[]): DetectorSignal[] =>
  posts.flatMap((each) => detector.observe(each));
const today = monday + 21 * day;

describe('an alarm', () => {
  it('is raised once for a night-time rumour and escalated, not repeated', () => {
    new Timeline(today, rumour)
      .after(quietTown())
      .at('22:00')
      .posts(1)
      .at('22:20')
      .posts(3)
      .at('22:25')
      .posts(9)
      .want(1, 'medium', ['22:20', '22:30'])
      .at('22:40')
      .posts(40)
      .want(2, 'medium', ['22:25', '22:45'])
      .want(3, 'high', ['22:40', '22:44']) // the level rose: told at once
      .want(4, 'high', ['22:45', '22:50']) // twice as many
      .at('23:30')
      .posts(3)
      .at('23:50')
      .posts(3)
      .wantNoOther();
  });

  it('needs distinct authors: one loud voice is none', () => {
    new Timeline(today, rumour).after(quietTown()).at('22:00').posts(30, { authors: 2 }).wantNoOther();
  });

  it('counts authors over the same window as posts: never more of them than posts', () => {
    const detector = new RegionDetector('kota-uji', 'Asia/Jakarta');
    heard(detector, quietTown());
    // One post just before the window's first whole bucket, then enough to alarm in the window.
    const early = post(today + 10 * hour, [rumour]);
    const posts = Array.from({ length: 40 }, (_, i) =>
      post(today + 10 * hour + 16 * 60_000 + i * 20_000, [rumour]),
    );
    const signals = heard(detector, [early, ...posts]);
    expect(signals.length).toBeGreaterThan(1);
    for (const { count, distinctAuthors, windowStart, windowEnd } of signals) {
      expect(distinctAuthors).toBeLessThanOrEqual(count);
      expect(windowStart < windowEnd).toBe(true);
    }
  });

  it('is reproducible from its own numbers', () => {
    const detector = new RegionDetector('kota-uji', 'Asia/Jakarta');
    heard(detector, quietTown());
    const posts = Array.from({ length: 14 }, (_, i) => post(today + 10 * hour + i * 30_000, [rumour]));
    const [signal] = heard(detector, posts);
    expect(signal).toMatchObject({
      version: 1,
      key: { kind: 'subjectPlace', value: 'water|33.74.06.1003' },
      count: 12,
      distinctAuthors: 12,
      normLearning: false,
      firstPost: { postId: posts[0]!.postId },
      tippingPost: { postId: posts[11]!.postId, excerpt: posts[11]!.excerpt },
      timeToAlertEventSeconds: 330,
    });
    expect(signal!.norm).toBeLessThan(0.2);
    expect(signal!.surprise).toBeGreaterThan(8);
    expect(signal!.normDays).toBeCloseTo(21, 0);
    expect(signal!.samplePosts).toHaveLength(5);
  });

  it('is one for all keys that rise with the same posts', () => {
    const detector = new RegionDetector('kota-uji', 'Asia/Jakarta');
    heard(detector, quietTown());
    const keys = [volume('rss-warta'), rumour, { kind: 'hashtag', value: 'airkeruh' }] as const;
    const signals = heard(
      detector,
      Array.from({ length: 60 }, (_, i) => post(today + 9 * hour + i * 20_000, keys)),
    );
    expect(new Set(signals.map(({ signalId }) => signalId)).size).toBe(1);
    expect(
      signals
        .at(-1)!
        .alsoKeys.map(({ kind }) => kind)
        .sort(),
    ).toEqual(['hashtag', 'volume']);
  });

  it('comes on the second event of the same evening, when other posts make it', () => {
    const detector = new RegionDetector('kota-uji', 'Asia/Jakarta');
    heard(detector, quietTown());
    const first = Array.from({ length: 20 }, (_, i) => post(today + 9 * hour + i * 20_000, [rumour]));
    const second = Array.from({ length: 20 }, (_, i) =>
      post(today + 9.1 * hour + i * 20_000, [subject('fire|*')]),
    );
    const ids = new Set(heard(detector, [...first, ...second]).map(({ signalId }) => signalId));
    expect(ids.size).toBe(2);
  });

  it('finds a slow surge of days that no hour shows', () => {
    const detector = new RegionDetector('kota-uji', 'Asia/Jakarta');
    const weeks = background(monday, monday + 60 * day, 1, (random) => [
      volume('tipline'),
      subject(random() < 0.08 ? 'roadDamage|*' : `s${Math.floor(random() * 10)}|*`),
    ]);
    expect(heard(detector, weeks).filter(({ version }) => version === 1).length).toBeLessThanOrEqual(2);
    const surge = background(monday + 60 * day, monday + 63 * day, 0.5, () => [
      volume('tipline'),
      subject('roadDamage|*'),
    ]);
    const found = heard(detector, surge).find(({ key }) => key.value === 'roadDamage|*');
    expect(found?.windowMinutes).toBeGreaterThanOrEqual(1440);
  });

  it('does without authors where a source names none, if the texts are many', () => {
    const copies = (isCopy: boolean) => {
      const detector = new RegionDetector('kota-uji', 'Asia/Jakarta');
      heard(detector, quietTown());
      return heard(
        detector,
        Array.from({ length: 20 }, (_, i) =>
          post(
            today + 9 * hour + i * 20_000,
            [rumour, { kind: 'nearCopy', value: isCopy ? 'one' : `text-${i}` }],
            { authorKey: null },
          ),
        ),
      ).length;
    };
    expect(copies(false)).toBeGreaterThan(0);
    expect(copies(true)).toBe(0);
  });
});

describe('an alarm from a count alone', () => {
  const hoax = (certain: boolean) => ({ kind: 'hoaxMatch', value: 'fact-1', certain }) as const;
  const cases = [
    ['two authors of the same hoax', true, ['a', 'b'], 1],
    ['one author of it, twice', true, ['a', 'a'], 0],
    ['three authors of a matching one', false, ['a', 'b', 'c'], 1],
    ['two of a matching one', false, ['a', 'b'], 0],
    ['two posts without author', true, [null, null], 0],
  ] as const;
  it.each(cases)('acts at once and without a norm: %s', (_, certain, authors, alarms) => {
    const detector = new RegionDetector('kota-uji', 'Asia/Jakarta');
    const posts = authors.map((authorKey, i) => post(monday + i * hour, [hoax(certain)], { authorKey }));
    const signals = heard(detector, posts);
    expect(signals).toHaveLength(alarms);
    for (const signal of signals)
      expect(signal).toMatchObject({ norm: null, surprise: null, normLearning: true });
  });

  it('keeps a watch rule to its own count and window', () => {
    const detector = new RegionDetector('kota-uji', 'Asia/Jakarta');
    detector.setRules('Asia/Jakarta', [{ id: 'lampu', count: 3, windowMinutes: 60 }]);
    const key = { kind: 'watchRule', value: 'lampu' } as const;
    const slow = [0, 1.5, 3, 4.5].map((hours) => post(monday + hours * hour, [key]));
    expect(heard(detector, slow)).toHaveLength(0);
    const fast = [6, 6.2, 6.4].map((hours) => post(monday + hours * hour, [key]));
    expect(heard(detector, fast)).toMatchObject([
      { count: 3, windowMinutes: 60, tippingPost: { postId: fast[2]!.postId } },
    ]);
  });
});

describe('no alarm', () => {
  it('comes from a norm before 200 posts and 6 hours of the region', () => {
    const many = background(monday, monday + 5 * hour, 200, () => [volume('rss-warta'), rumour]);
    const few = background(monday, monday + 3 * day, 2, () => [volume('rss-warta'), rumour]);
    expect(heard(new RegionDetector('a', 'Asia/Jakarta'), many)).toEqual([]);
    expect(heard(new RegionDetector('b', 'Asia/Jakarta'), few)).toEqual([]);
    expect(many.length).toBeGreaterThan(200);
  });

  it('comes from the daily rhythm, nor from the morning after an outage', () => {
    const detector = new RegionDetector('kota-uji', 'Asia/Jakarta');
    const random = randomNumbers(3);
    const days = Array.from({ length: 28 }, (_, at) => at).filter((at) => at < 15 || at > 18);
    const posts = days.flatMap((at) => {
      const start = monday + at * day;
      return [
        ...background(start, start + 6 * hour, 1, () => [volume('rss-warta')], {}, random),
        ...background(start + 6 * hour, start + 24 * hour, 12, () => [volume('rss-warta')], {}, random),
      ];
    });
    expect(heard(detector, posts)).toEqual([]);
  });

  it('comes from subjects that swell only because all of the region does', () => {
    const detector = new RegionDetector('kota-uji', 'Asia/Jakarta');
    heard(
      detector,
      background(monday, today, 20, (random) => [subject(`s${Math.floor(random() * 12)}|*`)]),
    );
    const swollen = background(today, today + 8 * hour, 120, (random) => [
      subject(`s${Math.floor(random() * 12)}|*`),
    ]);
    expect(heard(detector, swollen)).toEqual([]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { IngestPost } from '@kentongan/contracts';
import { demoFacts } from './demo-facts.js';
import { eventKinds, eventSizes } from './events/event-kinds.js';
import { planEvents } from './events/plan-events.js';
import { cityPlaces } from './places.js';
import { Random } from './random.js';
import { dayMilliseconds, hourMilliseconds, localHour } from './rhythm.js';
import { simulateDay, simulateHistory } from './simulate.js';
import { SimulatedCity } from './simulated-city.js';
import type { SimulatedPost } from './simulated-post.js';

const city = new SimulatedCity(cityPlaces());
/** A demo may be started at any hour. */
const endings = [
  '2026-11-22T14:00:00Z',
  '2026-11-23T00:30:00Z',
  '2026-11-24T06:10:00Z',
  '2026-11-25T19:45:00Z',
].map((ending) => Date.parse(ending));
const seeds = [1, 2];
const days = endings.flatMap((endsAt) =>
  seeds.map((seed) => ({ endsAt, ...simulateDay(city, endsAt, seed) })),
);

describe('the simulated day', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(simulateDay(city, endings[0]!, 1)).toEqual(simulateDay(city, endings[0]!, 1));
    expect(simulateDay(city, endings[0]!, 1).posts).not.toEqual(simulateDay(city, endings[0]!, 2).posts);
  });

  it('has about 5,000 posts, all of its 24 hours and in order, that the ingest door takes', () => {
    for (const { endsAt, posts } of days) {
      expect(posts.length).toBeGreaterThan(3_500);
      expect(posts.length).toBeLessThan(5_500);
      const times = posts.map(({ atMilliseconds }) => atMilliseconds);
      expect(times).toEqual([...times].sort((a, b) => a - b));
      expect(times[0]).toBeGreaterThanOrEqual(endsAt - dayMilliseconds);
      expect(times.at(-1)).toBeLessThan(endsAt);
      expect(posts.filter(({ post }) => !IngestPost.safeParse(post).success)).toEqual([]);
      expect(new Set(posts.map(({ post }) => `${post.platform}:${post.id}`)).size).toBe(posts.length);
    }
  });

  it('holds one event of each kind that begins while people are awake and is told on the same day', () => {
    for (const { endsAt, posts, events } of days) {
      expect(events.map(({ kind }) => kind).sort()).toEqual([...eventKinds].sort());
      for (const { kind, firstPostAt, postsCount } of events) {
        expect(localHour(firstPostAt)).toBeGreaterThanOrEqual(6);
        expect(localHour(firstPostAt)).toBeLessThanOrEqual(19);
        expect(endsAt - firstPostAt).toBeGreaterThanOrEqual(6 * hourMilliseconds);
        expect(postsCount).toBeGreaterThan(eventSizes[kind][0] * 0.8);
        expect(posts.filter(({ event }) => event === kind)).toHaveLength(postsCount);
      }
    }
  });

  it('brings other stories and other places from seed to seed, never two about the same', () => {
    const plans = Array.from({ length: 60 }, (_, seed) =>
      planEvents(city.places, endings[0]!, new Random(seed).fork('plan')),
    );
    for (const kind of eventKinds) {
      const own = plans.map((plan) => plan.find((event) => event.kind === kind)!);
      expect(new Set(own.map(({ story }) => story.title)).size).toBe(3);
      expect(new Set(own.map(({ places }) => places[0]!.district)).size).toBeGreaterThan(8);
    }
    for (const plan of plans) {
      const subjects = plan.flatMap(({ story }) => story.about);
      expect(new Set(subjects).size).toBe(subjects.length);
    }
  });

  it('is marked as invented wherever it could be taken for real', () => {
    const isMarked = ({ post }: SimulatedPost): boolean =>
      /^simulasi-/.test(post.platform ?? '') &&
      /^sim_|simulasi/i.test(post.author ?? '') &&
      !/https?:\/\/(?![a-z-]+\.example\/)|@/.test(`${post.text} ${post.url ?? ''}`);
    expect(days[0]!.posts.filter((post) => !isMarked(post))).toEqual([]);
  });

  it('is told in many words', () => {
    for (const kind of eventKinds) {
      const texts = days[0]!.posts.filter(({ event }) => event === kind).map(({ post }) => post.text);
      expect(new Set(texts).size).toBeGreaterThan(texts.length * 0.4);
    }
  });
});

describe('the weeks before', () => {
  const history = simulateHistory(city, endings[0]!, 7);

  it('end where the day begins and have the rhythm of a day', () => {
    expect(history.at(-1)!.atMilliseconds).toBeLessThan(endings[0]! - dayMilliseconds);
    const at = (hour: number) => history.filter((each) => localHour(each.atMilliseconds) === hour).length;
    expect(at(20)).toBeGreaterThan(4 * at(3));
    expect(history.every(({ event }) => event === null)).toBe(true);
  });

  it('are hundreds of different sentences, in real places', () => {
    const texts = new Set(history.map(({ post }) => post.text));
    expect(texts.size).toBeGreaterThan(history.length * 0.6);
    const named = cityPlaces().filter(({ village }) => [...texts].some((text) => text.includes(village)));
    expect(named.length).toBeGreaterThan(150);
  });
});

describe('the hoax memory', () => {
  it('holds about forty invented facts, all older than the day', () => {
    const facts = demoFacts(endings[0]!);
    expect(facts).toHaveLength(40);
    expect(new Set(facts.map(({ factId }) => factId)).size).toBe(40);
    for (const { publishedAt, conclusion, url } of facts) {
      expect(Date.parse(publishedAt!)).toBeLessThan(endings[0]! - dayMilliseconds);
      expect(conclusion!.length).toBeGreaterThan(20);
      expect(url).toContain('.example/');
    }
  });
});

import type { EventKind } from './events/event-kinds.js';
import { type PlannedEvent, planEvents } from './events/plan-events.js';
import { tellEvent } from './events/tell-event.js';
import { Random } from './random.js';
import { dayMilliseconds } from './rhythm.js';
import type { SimulatedCity } from './simulated-city.js';
import type { SimulatedPost } from './simulated-post.js';

/** Everyday posts on an average workday: with the events the simulated day comes to about 5,000, a little less at a weekend. */
const everydayPostsPerDay = 3_100;
/** The weeks before are the same whatever the day brings. */
const historySeed = 33_74;

/** What happened on the simulated day, as only the simulation knows it. */
export interface SimulatedEvent {
  readonly kind: EventKind;
  readonly title: string;
  readonly firstPostAt: number;
  readonly postsCount: number;
}

export interface SimulatedDay {
  readonly posts: readonly SimulatedPost[];
  readonly events: readonly SimulatedEvent[];
}

/** Quiet weeks before the simulated day, in order. */
export function simulateHistory(
  city: SimulatedCity,
  dayEndsAt: number,
  days: number,
): readonly SimulatedPost[] {
  const until = dayEndsAt - dayMilliseconds;
  const from = until - days * dayMilliseconds;
  return city.everyday({ seed: historySeed, from, until, postsPerDay: everydayPostsPerDay, name: 'riwayat' });
}

/** The 24 hours up to `endsAt`: everyday talk, and one event of each kind. The same seed gives the same day. */
export function simulateDay(city: SimulatedCity, endsAt: number, seed: number): SimulatedDay {
  const random = new Random(seed);
  const from = endsAt - dayMilliseconds;
  const everyday = { seed: random.integer(1, 1e9), from, until: endsAt, name: 'hari' };
  const posts = city.everyday({ ...everyday, postsPerDay: everydayPostsPerDay });
  const plans = planEvents(city.places, endsAt, random.fork('plan'));
  const told = plans.map((plan) => ({ plan, posts: tellEvent(plan, city, endsAt, random.fork(plan.kind)) }));
  return {
    posts: [...posts, ...told.flatMap((each) => each.posts)].sort(
      (a, b) => a.atMilliseconds - b.atMilliseconds,
    ),
    events: told.map((each) => summary(each.plan, each.posts)).sort((a, b) => a.firstPostAt - b.firstPostAt),
  };
}

function summary({ kind, story }: PlannedEvent, posts: readonly SimulatedPost[]): SimulatedEvent {
  return { kind, title: story.title, firstPostAt: posts[0]!.atMilliseconds, postsCount: posts.length };
}

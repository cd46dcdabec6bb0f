import type { SignalLevel } from '@kentongan/contracts';
import { addTraits, type EventComposition } from './composition.js';
import type { CountedPost } from './counted-posts.js';
import { addCopy, type EventCopies } from './event-copies.js';
import { hourMilliseconds } from './hour-of-week.js';
import type { KeyState } from './key-state.js';
import type { Parameters } from './parameters.js';

/** One thing that is going on: the alarm that opened it, the keys that rose with it, the posts that carry it. */
export interface RunningEvent {
  readonly signalId: string;
  readonly mainKey: string;
  readonly windowMinutes: number;
  keys: string[];
  version: number;
  level: SignalLevel;
  statedCount: number;
  /** Posts since the event began, as last told; 0 when it was opened before they were counted. */
  statedPosts: number;
  /** What its posts are; null when it was opened before that was counted. */
  readonly composition: EventComposition | null;
  /** Which texts they share; counted as the composition is. */
  readonly copies: EventCopies;
  readonly openedMilliseconds: number;
  lastHotMilliseconds: number;
  /** Hashes and times of the newest posts of its main key. A feed that rose along carries much else besides. */
  posts: (readonly [hash: number, atMilliseconds: number])[];
  readonly tipping: {
    readonly postId: string;
    readonly createdAtMilliseconds: number;
    readonly excerpt: string;
  };
  readonly first: {
    readonly postId: string;
    readonly createdAtMilliseconds: number;
    readonly excerpt: string;
  };
  readonly tippingArrivedAtMilliseconds: number;
}

const eventPostsMax = 512;
const runningEventsMax = 500;
export const eventKeysMax = 21;
/** Fewer posts than this in the span compared cannot show that two keys are one event. */
const comparedPostsMin = 4;

/** The events that run in a region: finds the one a risen key belongs to, so that one happening is one alarm. */
export class RunningEvents {
  private events: RunningEvent[] = [];
  private readonly ofKey = new Map<string, RunningEvent>();

  constructor(private readonly settings: Parameters) {}

  /** The event that `key` belongs to, unless it is over by `now`. */
  of(key: string, nowMilliseconds: number): RunningEvent | undefined {
    const event = this.ofKey.get(key);
    return event && !this.isOver(event, nowMilliseconds) ? event : undefined;
  }

  /** The running event that consists largely of the same posts as `key`, or the other way round. */
  likeliest(key: KeyState, since: number, excess: number, nowMilliseconds: number): RunningEvent | undefined {
    let best: RunningEvent | undefined;
    let bestShare = this.settings.samePostsShare;
    for (const event of this.events) {
      if (this.isQuiet(event, nowMilliseconds)) continue;
      const share = sharedPosts(key, event, since, excess);
      if (share < bestShare) continue;
      best = event;
      bestShare = share;
    }
    return best;
  }

  open(event: RunningEvent): void {
    this.events.push(event);
    for (const key of event.keys) this.ofKey.set(key, event);
    if (this.events.length > runningEventsMax) this.close(this.events[0]!);
  }

  join(event: RunningEvent, key: KeyState): void {
    if (event.keys.length >= eventKeysMax) return;
    event.keys.push(key.id);
    this.ofKey.set(key.id, event);
  }

  /** A post that carries the event's main key is part of it. */
  addPost(event: RunningEvent, hash: number, post: CountedPost): void {
    remember(event, [hash, post.atMilliseconds]);
    describe(event, post, 1);
  }

  /** A post that was deleted is no longer part of the events that its keys carried. */
  removePost(post: CountedPost): void {
    for (const key of post.keys) {
      const event = this.of(key, post.atMilliseconds);
      if (event?.mainKey === key) describe(event, post, -1);
    }
  }

  closeOver(nowMilliseconds: number): void {
    for (const event of this.events.filter((each) => this.isOver(each, nowMilliseconds))) this.close(event);
  }

  /** Takes in no other keys any more. */
  private isQuiet(event: RunningEvent, nowMilliseconds: number): boolean {
    return nowMilliseconds - event.lastHotMilliseconds > this.settings.eventQuietHours * hourMilliseconds;
  }

  /** Its keys may raise a new alarm: not twice within a day, however the waves come. */
  private isOver(event: RunningEvent, nowMilliseconds: number): boolean {
    const hours = (nowMilliseconds - event.openedMilliseconds) / hourMilliseconds;
    return this.isQuiet(event, nowMilliseconds) && hours >= this.settings.eventHoursMin;
  }

  private close(event: RunningEvent): void {
    this.events = this.events.filter((each) => each !== event);
    for (const key of event.keys) if (this.ofKey.get(key) === event) this.ofKey.delete(key);
  }

  state(): readonly RunningEvent[] {
    return this.events;
  }

  restore(events: readonly RunningEvent[]): void {
    for (const event of events)
      this.open({
        ...event,
        keys: [...event.keys],
        posts: [...event.posts],
        // Missing in what was saved before compositions were counted.
        statedPosts: event.statedPosts ?? 0,
        composition: event.composition ?? null,
        copies: event.copies ?? [],
      });
  }
}

function describe({ composition, copies }: RunningEvent, post: CountedPost, change: 1 | -1): void {
  if (!composition || post.atMilliseconds < composition.sinceMilliseconds) return;
  addTraits(composition, post.traits, change);
  addCopy(copies, post, change);
}

function remember(event: RunningEvent, post: readonly [number, number]): void {
  const newest = event.posts.at(-1);
  if (newest && newest[0] === post[0]) return;
  event.posts.push(post);
  if (event.posts.length > eventPostsMax) event.posts.shift();
}

/**
 * How far a key's posts since `since` and an event's are the same: the share of the one that lies in the other,
 * whichever is larger. A hoax or a watched phrase inside a busy feed is a thing of its own unless most of the
 * event is about it: for those the smaller of the two counts.
 */
function sharedPosts(key: KeyState, event: RunningEvent, since: number, excess: number): number {
  const recent = key.recentPosts(since);
  if (recent.length === 0) return 0;
  const eventPosts = new Set(event.posts.map(([hash]) => hash));
  const keyPosts = new Set(recent.map(([hash]) => hash));
  const ofKey = recent.filter(([hash]) => eventPosts.has(hash)).length / recent.length;
  const spanStart = recent.reduce((least, [, at]) => Math.min(least, at), Number.POSITIVE_INFINITY);
  const inSpan = event.posts.filter(([, at]) => at >= spanStart);
  const matters = inSpan.length >= comparedPostsMin && inSpan.length * 10 >= Math.min(excess, recent.length);
  const ofEvent = matters ? inSpan.filter(([hash]) => keyPosts.has(hash)).length / inSpan.length : 0;
  const standsAlone = key.kind === 'hoaxMatch' || key.kind === 'watchRule';
  return standsAlone ? Math.min(ofKey, ofEvent) : Math.max(ofKey, ofEvent);
}

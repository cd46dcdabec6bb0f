import type { Signal } from '@kentongan/contracts';
import type { EventKind } from '../city/events/event-kinds.js';
import type { SimulatedDay } from '../city/simulate.js';

/** What became of one event of the day. `heardAt` is the time of the tipping post; null = not heard. */
export interface HeardEvent {
  readonly kind: EventKind;
  readonly title: string;
  readonly postsCount: number;
  readonly firstPostAt: number;
  readonly heardAt: number | null;
  /** Of its posts, those that were written up to the tipping post. */
  readonly postsSeen: number | null;
  readonly wallSeconds: number | null;
  readonly signalIds: readonly string[];
}

/** The simulation knows which event each post belongs to; an alarm is about the one that most of its posts are of. */
export class EventLedger {
  private readonly eventOfPost: ReadonlyMap<string, EventKind | null>;
  private readonly signals = new Map<EventKind, Signal[]>();

  constructor(private readonly day: SimulatedDay) {
    this.eventOfPost = new Map(day.posts.map(({ post, event }) => [`${post.platform}:${post.id}`, event]));
  }

  /** null = everyday talk. */
  eventOf(signal: Signal): EventKind | null {
    return majority(postIdsOf(signal).map((postId) => this.eventOfPost.get(postId) ?? null));
  }

  /** Notes an alarm; to be called in the order in which they were raised. */
  add(signal: Signal): void {
    const kind = this.eventOf(signal);
    if (kind !== null) this.signals.set(kind, [...(this.signals.get(kind) ?? []), signal]);
  }

  /** When its first post was written. */
  beginningOf(kind: EventKind): number {
    return this.day.events.find((event) => event.kind === kind)!.firstPostAt;
  }

  postsUpTo(kind: EventKind, atMilliseconds: number): number {
    return this.day.posts.filter(({ event, atMilliseconds: at }) => event === kind && at <= atMilliseconds)
      .length;
  }

  table(): readonly HeardEvent[] {
    return this.day.events.map((event) => {
      const signals = this.signals.get(event.kind) ?? [];
      const [first] = signals;
      const heardAt = first ? Date.parse(first.tippingPost.createdAt) : null;
      return {
        ...event,
        heardAt,
        postsSeen: heardAt === null ? null : this.postsUpTo(event.kind, heardAt),
        wallSeconds: first?.timeToAlertWallSeconds ?? null,
        signalIds: [...new Set(signals.map(({ signalId }) => signalId))],
      };
    });
  }
}

export function postIdsOf(signal: Signal): string[] {
  const posts = [signal.firstPost, signal.tippingPost, ...signal.samplePosts];
  return [...new Set(posts.map(({ postId }) => postId))];
}

/** The kind that most of the posts are of, unless more than half of them are everyday talk. */
export function majority(kinds: readonly (EventKind | null)[]): EventKind | null {
  const counts = new Map<EventKind, number>();
  for (const kind of kinds) if (kind !== null) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const everyday = kinds.filter((kind) => kind === null).length;
  if (everyday * 2 > kinds.length) return null;
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

import type { Event, RegionMode } from '@kentongan/contracts';
import type { PreparedPost, Reach } from './prepare-post.js';
import type { SeenPost } from './seen.store.js';

export interface EventOrigin {
  readonly regionId: string;
  readonly mode: RegionMode;
  /** ISO 8601, when this system accepted the batch. */
  readonly now: string;
  readonly correlationId: string;
  readonly newId: () => string;
}

/** What a seen post tells the others: its content, its new reach, or nothing. */
export function postEvent(post: PreparedPost, seen: SeenPost, origin: EventOrigin): Event | null {
  switch (seen.change) {
    case 'new':
    case 'content':
      return envelope('post.collected', origin, {
        ...post.content,
        revision: seen.revision,
        mode: origin.mode,
        firstCreatedAt: seen.firstCreatedAt,
        fetchedAt: origin.now,
        foundBy: seen.foundBy,
        ...reported(seen.reach),
      });
    case 'measured':
      return envelope('post.measured', origin, {
        postId: post.postId,
        firstCreatedAt: seen.firstCreatedAt,
        measuredAt: origin.now,
        foundBy: seen.foundBy,
        ...reported(seen.reach),
      });
    case 'none':
      return null;
  }
}

function envelope(type: string, origin: EventOrigin, data: object): Event {
  return {
    id: origin.newId(),
    type,
    v: 1,
    occurredAt: origin.now,
    regionId: origin.regionId,
    correlationId: origin.correlationId,
    causationId: null,
    data,
  };
}

function reported(reach: Reach): Record<string, number> {
  return Object.fromEntries(
    Object.entries(reach).filter((entry): entry is [string, number] => entry[1] !== null),
  );
}

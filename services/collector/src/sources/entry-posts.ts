import { createHash } from 'node:crypto';
import {
  earliestPostTime,
  futureToleranceMinutes,
  type IngestPost,
  textCharactersMax,
} from '@kentongan/contracts';
import { canonicalLink } from './canonical-link.js';
import type { FeedEntry } from './parse-feed.js';

const nativeIdCharactersMax = 190;

export interface FeedIdentity {
  /** Name of the paper as configured: the public author of its articles. */
  readonly name: string;
}

/** One entry → a post, or null when it has neither address nor id, or no text. `now` in milliseconds. */
export function entryPost(entry: FeedEntry, feed: FeedIdentity, now: number): IngestPost | null {
  const link = canonicalLink(entry.link.trim());
  const identity = link ?? (entry.id.trim() || null);
  const text = entryText(entry);
  if (identity === null || text === '') return null;
  return {
    id: identity.length <= nativeIdCharactersMax ? identity : digest(identity),
    ts: new Date(entryTime(entry.published, now)).toISOString(),
    text,
    platform: 'rss',
    author: feed.name,
    authorKind: 'press',
    ...(link === null ? {} : { url: withoutTracking(entry.link.trim(), link) }),
  };
}

/** Title and excerpt; a title that the excerpt repeats is told once. */
function entryText({ title, summary }: FeedEntry): string {
  const text = summary.startsWith(title) ? summary : [title, summary].filter(Boolean).join('\n');
  return text.slice(0, textCharactersMax).replace(/[\uD800-\uDBFF]$/, '');
}

/**
 * A missing, unreadable or impossible time becomes now. The identity is the address, so the next poll does not count
 * the entry again, and its first time stays.
 */
function entryTime(published: string, now: number): number {
  const time = Date.parse(published);
  const isPossible = time >= Date.parse(earliestPostTime) && time <= now + futureToleranceMinutes * 60_000;
  return isPossible ? time : now;
}

function withoutTracking(address: string, canonical: string): string {
  return `${new URL(address).protocol}//${canonical}`;
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 40);
}

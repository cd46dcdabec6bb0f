import type { LiveLimits } from './live.limits.js';
import type { LiveClient } from './live-client.js';
import { isFor, type LiveEntry, positionFrame, resyncFrame } from './live-entry.js';
import type { LiveEventsStore } from './live-events.store.js';
import type { LiveFeed } from './live-feed.js';
import type { LiveHub } from './live-hub.js';

export interface ResumeParts {
  readonly feed: LiveFeed;
  readonly hub: LiveHub;
  readonly store: LiveEventsStore;
  readonly limits: LiveLimits;
  readonly now: () => number;
}

/**
 * Sends a client what came after the last event it has, then lets it listen: nothing is left out and nothing is sent
 * twice. What is no longer kept, or would be too much, becomes one `resync`.
 */
export async function resume(
  client: LiveClient,
  lastEventId: number | null,
  parts: ResumeParts,
): Promise<void> {
  const { feed, hub, limits, now } = parts;
  await feed.refresh();
  if (lastEventId === null) return listenWith(positionFrame(feed.head));
  let position = lastEventId;
  let sent = 0;
  while (client.isOpen) {
    // No await between here and `listen`: an event that comes in between would be left out.
    if (position === feed.head) return hub.listen(client);
    const page = position < feed.head ? await pageAfter(position, client, parts) : null;
    if (!page || sent > limits.resumeEventsMax) return listenWith(resyncFrame(feed.head));
    const frames = page.entries.filter((entry) => isFor(entry, client.audience)).map(({ frame }) => frame);
    sent += frames.length;
    position = page.position;
    if (frames.length > 0) client.send(Buffer.concat(frames), now());
    await client.drained();
  }

  function listenWith(frame: Buffer): void {
    client.send(frame, now());
    hub.listen(client);
  }
}

interface Page {
  readonly entries: readonly LiveEntry[];
  /** Everything up to here has been seen. */
  readonly position: number;
}

/** The next events from memory, else from the table; null when some of them are forgotten. */
async function pageAfter(position: number, client: LiveClient, parts: ResumeParts): Promise<Page | null> {
  const { feed, store, limits } = parts;
  const inMemory = feed.ring.after(position, limits.pageEventsMax);
  const last = inMemory?.at(-1);
  if (inMemory && last) return { entries: inMemory, position: last.id };
  const { head } = feed;
  const stored = await store.after(position, limits.pageEventsMax, client.audience.regionId);
  const oldest = await store.oldest(); // after the read: what is still kept now was kept then
  if (oldest === null || oldest > position + 1) return null;
  // What is newer than the head comes by the feed.
  const entries = stored.filter(({ id }) => id <= head);
  const isLastPage = stored.length < limits.pageEventsMax;
  return { entries, position: isLastPage ? head : (entries.at(-1)?.id ?? head) };
}

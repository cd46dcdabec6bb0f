import type { IndexOutcome, PostArchive } from '@kentongan/archive';
import type { AnalyzedPost, postsAnalyzed, StreamEvent } from '@kentongan/contracts';
import { dead, done, drop, type Outcome, retry } from '@kentongan/messaging';

type PostEvent = StreamEvent<typeof postsAnalyzed>;

/** How long the partition rests when the store cannot be reached. */
const outageMilliseconds = 1_000;

interface RegionEvents {
  readonly posts: { readonly at: number; readonly post: AnalyzedPost }[];
  readonly reaches: Extract<PostEvent, { type: 'post.measured' }>['data'][];
  readonly measuredAt: number[];
}

/**
 * Writes the events of one batch, region by region, posts before their measurements. One outcome per event, in order.
 * The archive throws on an outage only: then the events of that region come again, and those of others are not lost.
 */
export async function archiveEvents(
  archive: PostArchive,
  events: readonly PostEvent[],
  onOutage: (error: unknown) => void,
): Promise<Outcome[]> {
  const outcomes = events.map((): Outcome => done);
  for (const [regionId, region] of byRegion(events)) {
    try {
      const indexed = await archive.index(
        regionId,
        region.posts.map(({ post }) => post),
      );
      for (const [i, { at }] of region.posts.entries()) outcomes[at] = outcomeOf(indexed[i]!);
      await archive.measure(regionId, region.reaches);
    } catch (error) {
      onOutage(error);
      for (const at of [...region.posts.map((each) => each.at), ...region.measuredAt])
        outcomes[at] = retry('outage', outageMilliseconds);
    }
  }
  return outcomes;
}

function byRegion(events: readonly PostEvent[]): Map<string, RegionEvents> {
  const regions = new Map<string, RegionEvents>();
  for (const [at, event] of events.entries()) {
    const region = regions.get(event.regionId) ?? { posts: [], reaches: [], measuredAt: [] };
    regions.set(event.regionId, region);
    switch (event.type) {
      case 'post.analyzed':
        region.posts.push({ at, post: event.data });
        break;
      case 'post.measured':
        region.reaches.push(event.data);
        region.measuredAt.push(at);
        break;
      default:
        event satisfies never;
    }
  }
  return regions;
}

function outcomeOf(indexed: IndexOutcome): Outcome {
  switch (indexed.kind) {
    case 'indexed':
      return done;
    case 'stale':
      return drop('stale');
    case 'refused':
      return drop('notForUs');
    case 'invalid':
      return dead('poison', indexed.detail);
  }
}

import { type Event, type IngestPost, type RegionMode, sourcesObserved } from '@kentongan/contracts';
import type { Clock } from '@kentongan/platform';
import { checkPost } from '../ingest/check-line.js';
import type { PostIngest } from '../ingest/post-ingest.js';
import type { FeedsStore } from './feeds.store.js';
import type { PollResult, SourceCursor, SourcePort } from './source.port.js';
import { nextStatus, type SourceStatus, secondsToNextPoll } from './source-state.js';

/** A source and the region it feeds. */
export interface PolledSource {
  readonly regionId: string;
  readonly mode: RegionMode;
  readonly source: SourcePort;
}

export interface FeedPollerParts {
  readonly ingest: PostIngest;
  readonly store: FeedsStore;
  readonly clock: Clock;
  readonly random: () => number;
  readonly newId: () => string;
  readonly onProblem: (message: string) => void;
}

const pollsAtOnceMax = 4;
const batchPostsMax = 500;

/** Polls each source at its own pace. A source that fails waits longer; the others do not notice. */
export class FeedPoller {
  private readonly timers = new Map<PolledSource, NodeJS.Timeout>();
  private readonly waiting: PolledSource[] = [];
  private readonly running = new Set<Promise<void>>();
  private readonly stopping = new AbortController();

  constructor(private readonly parts: FeedPollerParts) {}

  /** First polls are spread over the first interval, at most a minute: a restart must not ask every server at once. */
  start(sources: readonly PolledSource[]): void {
    for (const polled of sources)
      this.schedule(polled, Math.min(polled.source.pollSeconds, 60) * this.parts.random());
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.timers.clear();
    this.waiting.length = 0;
    await Promise.all(this.running);
  }

  /** One poll with all its effects; answers with the seconds until the next. */
  async pollOnce({ regionId, mode, source }: PolledSource): Promise<number> {
    const { store, clock, random } = this.parts;
    const { cursor, status } = await store.read(regionId, source.sourceId);
    const result = await source.poll(cursor, this.stopping.signal);
    if (this.stopping.signal.aborted) return source.pollSeconds;
    if (result.kind === 'polled')
      await this.ingest({ regionId, mode, sourceId: source.sourceId }, result.posts);
    const next = nextStatus(status, result, clock.now());
    const event = next.state === status?.state ? null : this.observed(regionId, source.sourceId, next);
    await store.save(regionId, source.sourceId, { cursor: nextCursor(cursor, result), status: next }, event);
    const retryAfterSeconds = result.kind === 'failed' ? result.retryAfterSeconds : null;
    return secondsToNextPoll(source.pollSeconds, next, retryAfterSeconds, random());
  }

  private async ingest(
    origin: { regionId: string; mode: RegionMode; sourceId: string },
    posts: readonly IngestPost[],
  ): Promise<void> {
    const { ingest, clock, newId } = this.parts;
    const target = { ...origin, correlationId: newId(), isEditedByFirstFinderOnly: true };
    for (let first = 0; first < posts.length; first += batchPostsMax) {
      const items = posts.slice(first, first + batchPostsMax);
      const prepared = await ingest.prepare(target, items, (post) => ({
        number: 1,
        checked: checkPost(post, clock.now()),
        sample: null,
      }));
      await ingest.store(target, prepared);
    }
  }

  private schedule(polled: PolledSource, seconds: number): void {
    if (this.stopping.signal.aborted) return;
    const timer = setTimeout(() => {
      this.timers.delete(polled);
      this.waiting.push(polled);
      this.runNext();
    }, seconds * 1_000);
    timer.unref();
    this.timers.set(polled, timer);
  }

  private runNext(): void {
    while (this.running.size < pollsAtOnceMax) {
      const polled = this.waiting.shift();
      if (!polled) return;
      const run = this.run(polled).finally(() => {
        this.running.delete(run);
        this.runNext();
      });
      this.running.add(run);
    }
  }

  /** A poll that throws is an outage of ours, not of the source: its state stays, and it is tried again. */
  private async run(polled: PolledSource): Promise<void> {
    try {
      this.schedule(polled, await this.pollOnce(polled));
    } catch (error) {
      this.parts.onProblem(`Source ${polled.source.sourceId}: ${(error as Error).message}`);
      this.schedule(polled, polled.source.pollSeconds);
    }
  }

  private observed(regionId: string, sourceId: string, { state, since, detail }: SourceStatus): Event {
    const [observed] = sourcesObserved.events;
    return {
      id: this.parts.newId(),
      type: observed.type,
      v: observed.v,
      occurredAt: new Date(this.parts.clock.now()).toISOString(),
      regionId,
      correlationId: sourceId,
      causationId: null,
      data: { sourceId, state, since: new Date(since).toISOString(), detail: detail.slice(0, 500) },
    };
  }
}

function nextCursor(previous: SourceCursor, result: PollResult): SourceCursor {
  return result.kind === 'failed' ? previous : result.cursor;
}

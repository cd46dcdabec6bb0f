import { type Event, type IngestPost, type RegionMode, sourcesObserved } from '@kentongan/contracts';
import type { Clock } from '@kentongan/platform';
import { checkPost } from '../ingest/check-line.js';
import type { PostIngest } from '../ingest/post-ingest.js';
import type { FeedsStore } from './feeds.store.js';
import type { PollResult, SourceCursor, SourcePort } from './source.port.js';
import { nextStatus, type SourceStatus, secondsToNextPoll } from './source-state.js';
import { officerDetail } from './source-words.js';

/** A source and the region it feeds. */
export interface PolledSource {
  readonly regionId: string;
  readonly mode: RegionMode;
  readonly source: SourcePort;
  /** Everything it is made of: a source of another version takes the place of this one. */
  readonly version: string;
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
const polledSourcesMax = 5_000;

/** Polls each source at its own pace. A source that fails waits longer; the others do not notice. */
export class FeedPoller {
  private readonly active = new Map<string, PolledSource>();
  private readonly aborts = new Map<PolledSource, AbortController>();
  private readonly timers = new Map<PolledSource, NodeJS.Timeout>();
  private waiting: PolledSource[] = [];
  private readonly running = new Set<Promise<void>>();
  private readonly stopping = new AbortController();

  constructor(private readonly parts: FeedPollerParts) {}

  /** First polls are spread over the first interval, at most a minute: a restart must not ask every server at once. */
  start(sources: readonly PolledSource[]): void {
    this.replace(sources, ({ source }) => Math.min(source.pollSeconds, 60) * this.parts.random());
  }

  /** From now on these are polled and no others: new ones at once, those that stay at the pace they had. */
  set(sources: readonly PolledSource[]): void {
    this.replace(sources, () => 0);
  }

  private replace(sources: readonly PolledSource[], secondsToFirst: (polled: PolledSource) => number): void {
    if (this.stopping.signal.aborted) return;
    if (sources.length > polledSourcesMax)
      this.parts.onProblem(`Only ${polledSourcesMax} of ${sources.length} sources are polled.`);
    const wanted = new Map(sources.slice(0, polledSourcesMax).map((polled) => [keyOf(polled), polled]));
    for (const [key, polled] of this.active)
      if (wanted.get(key)?.version !== polled.version) this.drop(key, polled);
    for (const [key, polled] of wanted) {
      if (this.active.has(key)) continue;
      this.active.set(key, polled);
      this.schedule(polled, secondsToFirst(polled));
    }
  }

  private drop(key: string, polled: PolledSource): void {
    this.active.delete(key);
    clearTimeout(this.timers.get(polled));
    this.timers.delete(polled);
    this.waiting = this.waiting.filter((each) => each !== polled);
    this.aborts.get(polled)?.abort();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.timers.clear();
    this.waiting = [];
    await Promise.all(this.running);
  }

  /** One poll with all its effects; answers with the seconds until the next. */
  async pollOnce({ regionId, mode, source }: PolledSource, dropped?: AbortSignal): Promise<number> {
    const { store, clock, random } = this.parts;
    const signal = AbortSignal.any([this.stopping.signal, ...(dropped ? [dropped] : [])]);
    const { cursor, status } = await store.read(regionId, source.sourceId);
    const result = await source.poll(cursor, signal);
    if (signal.aborted) return source.pollSeconds;
    if (result.kind === 'polled')
      await this.ingest({ regionId, mode, sourceId: source.sourceId }, result.posts);
    if (dropped?.aborted) return source.pollSeconds; // its cursor would stand in the way of what took its place
    const next = nextStatus(status, result, clock.now());
    const event = next.state === status?.state ? null : this.observed(regionId, source.sourceId, next);
    const retryAfterSeconds = result.kind === 'failed' ? result.retryAfterSeconds : null;
    const seconds = secondsToNextPoll(source.pollSeconds, next, retryAfterSeconds, random());
    const saved = { cursor: nextCursor(cursor, result), status: next, secondsToNextPoll: seconds };
    await store.save(regionId, source.sourceId, saved, event);
    return seconds;
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
    if (this.stopping.signal.aborted || this.active.get(keyOf(polled)) !== polled) return;
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
    const dropped = new AbortController();
    const { regionId, source, version } = polled;
    this.aborts.set(polled, dropped);
    try {
      const waitSeconds = await this.parts.store.claim(regionId, source.sourceId, version);
      // Another collector polls it: this one looks again when the next poll is due, in case the other is gone by then.
      if (waitSeconds > 0) this.schedule(polled, waitSeconds + this.parts.random());
      else this.schedule(polled, await this.pollOnce(polled, dropped.signal));
      if (this.stopping.signal.aborted) await this.parts.store.release(regionId, source.sourceId);
    } catch (error) {
      this.parts.onProblem(`Source ${polled.source.sourceId}: ${(error as Error).message}`);
      this.schedule(polled, polled.source.pollSeconds);
    } finally {
      this.aborts.delete(polled);
    }
  }

  private observed(regionId: string, sourceId: string, status: SourceStatus): Event {
    const [observed] = sourcesObserved.events;
    return {
      id: this.parts.newId(),
      type: observed.type,
      v: observed.v,
      occurredAt: new Date(this.parts.clock.now()).toISOString(),
      regionId,
      correlationId: sourceId,
      causationId: null,
      data: {
        sourceId,
        state: status.state,
        since: new Date(status.since).toISOString(),
        detail: officerDetail(status),
      },
    };
  }
}

function nextCursor(previous: SourceCursor, result: PollResult): SourceCursor {
  return result.kind === 'failed' ? previous : result.cursor;
}

/** The same id in two regions is two sources. */
const keyOf = ({ regionId, source }: PolledSource) => `${regionId}\n${source.sourceId}`;

import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { LIVE_LIMITS, type LiveLimits } from './live.limits.js';
import { resyncFrame } from './live-entry.js';
import { LiveEventsStore } from './live-events.store.js';
import { LiveHub } from './live-hub.js';
import { LiveRing } from './live-ring.js';

/** Follows the table of live events and hands on what is new: at once when this process wrote it, else by polling. */
@Injectable()
export class LiveFeed implements OnApplicationBootstrap, OnModuleDestroy {
  readonly ring: LiveRing;
  private readonly log = new Logger('Live');
  private seen: number | null = null;
  /** The look in work and, once it is over, the next one: never two at a time. */
  private reading: Promise<void> = Promise.resolve();
  private next: Promise<void> | null = null;
  private timer: NodeJS.Timeout | null = null;
  private isStopped = false;

  constructor(
    @Inject(LiveEventsStore) private readonly store: LiveEventsStore,
    @Inject(LiveHub) private readonly hub: LiveHub,
    @Inject(LIVE_LIMITS) private readonly limits: LiveLimits,
  ) {
    this.ring = new LiveRing(limits);
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.refresh();
    this.poll();
  }

  async onModuleDestroy(): Promise<void> {
    this.isStopped = true;
    if (this.timer) clearTimeout(this.timer);
    await this.reading;
  }

  /** The newest event that was handed on. */
  get head(): number {
    return this.seen ?? 0;
  }

  wake(): void {
    this.refresh().catch((error: unknown) => this.log.warn(`Live events wait: ${String(error)}`));
  }

  /** Resolves when everything committed before the call has been handed on. Calls that come meanwhile share one more look. */
  refresh(): Promise<void> {
    if (this.next) return this.next;
    const next = this.reading.then(() => {
      this.next = null;
      return this.read();
    });
    this.next = next;
    this.reading = next.catch(() => {});
    return next;
  }

  private async read(): Promise<void> {
    this.seen ??= await this.store.head();
    while (!this.isStopped) {
      const entries = await this.store.after(this.seen, this.limits.pageEventsMax);
      const [first] = entries;
      if (!first) return;
      if (first.id !== this.seen + 1) this.startAnew(first.id);
      this.ring.push(entries);
      this.seen = entries.at(-1)!.id;
      this.hub.publish(entries);
      if (entries.length < this.limits.pageEventsMax) return;
    }
  }

  /** This process slept so long that events were forgotten before it saw them. */
  private startAnew(firstId: number): void {
    this.ring.clear();
    this.hub.broadcast(resyncFrame(firstId - 1));
  }

  private poll(): void {
    const { pollMilliseconds, idlePollMilliseconds } = this.limits;
    const wait = this.hub.clients.size > 0 ? pollMilliseconds : idlePollMilliseconds;
    this.timer = setTimeout(() => {
      this.refresh()
        .catch((error: unknown) => this.log.warn(`Live events wait: ${String(error)}`))
        .finally(() => {
          if (!this.isStopped) this.poll();
        });
    }, wait);
    this.timer.unref();
  }
}

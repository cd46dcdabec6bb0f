import { CLOCK, type Clock } from '@kentongan/platform';
import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
  Optional,
} from '@nestjs/common';
import { LIVE_LIMITS, type LiveLimits } from './live.limits.js';
import { LiveEventsStore } from './live-events.store.js';
import { LiveHub } from './live-hub.js';
import { SESSION_CHECK, type SessionCheck } from './session-check.port.js';

const stallCheckSeconds = 1;
const pruneSeconds = 60;
const heartbeat = Buffer.from(':\n\n');

/** What has to be done again and again for open streams. */
@Injectable()
export class LiveUpkeep implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('Live');
  private readonly timers: NodeJS.Timeout[] = [];
  private checkedAt: number;

  constructor(
    @Inject(LiveHub) private readonly hub: LiveHub,
    @Inject(LiveEventsStore) private readonly store: LiveEventsStore,
    @Inject(LIVE_LIMITS) private readonly limits: LiveLimits,
    @Inject(CLOCK) private readonly clock: Clock,
    @Optional() @Inject(SESSION_CHECK) private readonly sessions: SessionCheck | null,
  ) {
    this.checkedAt = clock.now();
  }

  onApplicationBootstrap(): void {
    this.every(stallCheckSeconds, () => this.hub.dropStalled());
    this.every(this.limits.heartbeatSeconds, () => this.hub.broadcast(heartbeat));
    this.every(this.limits.sessionCheckSeconds, () => this.endOver());
    this.every(pruneSeconds, () => this.prune());
  }

  onModuleDestroy(): void {
    for (const timer of this.timers) clearInterval(timer);
    this.hub.endWhere(() => true);
  }

  /** Ends the streams whose session has ended, and those that can no longer be checked. */
  async endOver(): Promise<void> {
    const ids = [...this.hub.clients].flatMap(({ sessionId }) => sessionId ?? []);
    const holding = await this.holding([...new Set(ids)]);
    const now = this.clock.now();
    if (holding) this.checkedAt = now;
    const isUnchecked = now - this.checkedAt > this.limits.uncheckedSecondsMax * 1_000;
    const asked = new Set(ids); // a stream that was opened meanwhile has just been checked
    this.hub.endWhere(({ sessionId, openedAt }) => {
      if (sessionId === null) return now - openedAt > this.limits.sessionlessSecondsMax * 1_000;
      return holding ? asked.has(sessionId) && !holding.has(sessionId) : isUnchecked;
    });
  }

  private async holding(ids: readonly string[]): Promise<ReadonlySet<string> | null> {
    if (ids.length === 0 || !this.sessions) return new Set();
    try {
      return await this.sessions.stillHold(ids);
    } catch (error) {
      this.log.warn(`Sessions of live streams cannot be checked: ${String(error)}`);
      return null;
    }
  }

  private async prune(): Promise<void> {
    const before = new Date(this.clock.now() - this.limits.keptHours * 3_600_000);
    const pruned = await this.store.prune(before, this.limits.keptEventsMax);
    if (pruned > 0) this.log.debug(`${pruned} live events forgotten`);
  }

  private every(seconds: number, work: () => void | Promise<void>): void {
    const timer = setInterval(() => {
      Promise.resolve(work()).catch((error: unknown) => this.log.warn(String(error)));
    }, seconds * 1_000);
    timer.unref();
    this.timers.push(timer);
  }
}

import { CLOCK, type Clock } from '@kentongan/platform';
import { Inject, Injectable } from '@nestjs/common';
import { LIVE_LIMITS, type LiveLimits } from './live.limits.js';
import type { LiveClient } from './live-client.js';
import { isFor, type LiveEntry } from './live-entry.js';
import { LiveMetrics } from './live-metrics.js';

/** Everybody who listens here. Counts a client from its first byte; sends to it once it has caught up. */
@Injectable()
export class LiveHub {
  private readonly open = new Set<LiveClient>();
  private readonly listening = new Map<string, Set<LiveClient>>();

  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LIVE_LIMITS) private readonly limits: LiveLimits,
    @Inject(LiveMetrics) private readonly metrics: LiveMetrics,
  ) {}

  get clients(): ReadonlySet<LiveClient> {
    return this.open;
  }

  clientsOf(userId: string): number {
    let count = 0;
    for (const client of this.open) if (client.audience.userId === userId) count += 1;
    return count;
  }

  add(client: LiveClient): void {
    this.open.add(client);
    this.metrics.clients.set(this.open.size);
  }

  /** From now on the client gets every event as it comes. */
  listen(client: LiveClient): void {
    if (!this.open.has(client)) return;
    const { regionId } = client.audience;
    const ofRegion = this.listening.get(regionId) ?? new Set();
    this.listening.set(regionId, ofRegion.add(client));
  }

  remove(client: LiveClient): void {
    const { regionId } = client.audience;
    const ofRegion = this.listening.get(regionId);
    ofRegion?.delete(client);
    if (ofRegion?.size === 0) this.listening.delete(regionId);
    this.open.delete(client);
    this.metrics.clients.set(this.open.size);
  }

  publish(entries: readonly LiveEntry[]): void {
    const now = this.clock.now();
    for (const [regionId, ofRegion] of byRegion(entries)) {
      const shared = new Map<string, Buffer>();
      for (const client of this.listening.get(regionId) ?? []) {
        const frames = framesFor(client, ofRegion, shared);
        if (frames) this.send(client, frames, now);
      }
    }
  }

  /** To all, whatever they listen to. */
  broadcast(frame: Buffer): void {
    const now = this.clock.now();
    for (const client of this.open) this.send(client, frame, now);
  }

  /** Lets go of those who do not read. */
  dropStalled(): void {
    const now = this.clock.now();
    for (const client of this.open)
      if (client.stalledFor(now) > this.limits.stallSecondsMax * 1_000) this.drop(client, 'stalled');
  }

  /** Ends the streams of which `isOver` says so; their browsers come back and prove who they are. */
  endWhere(isOver: (client: LiveClient) => boolean): void {
    for (const client of this.open) if (isOver(client)) client.end();
  }

  /** What already waits decides, not what comes now: a burst of events is not the reader's fault. */
  private send(client: LiveClient, frame: Buffer, now: number): void {
    if (client.bufferedBytes > this.limits.clientBufferBytesMax) this.drop(client, 'bufferFull');
    else client.send(frame, now);
  }

  private drop(client: LiveClient, reason: 'stalled' | 'bufferFull'): void {
    this.remove(client);
    client.drop();
    this.metrics.dropped.inc({ reason });
  }
}

function byRegion(entries: readonly LiveEntry[]): Map<string, LiveEntry[]> {
  const regions = new Map<string, LiveEntry[]>();
  for (const entry of entries) {
    const ofRegion = regions.get(entry.regionId);
    if (ofRegion) ofRegion.push(entry);
    else regions.set(entry.regionId, [entry]);
  }
  return regions;
}

/** What this client may see of them, as one buffer that all who see the same share. */
function framesFor(
  client: LiveClient,
  entries: readonly LiveEntry[],
  shared: Map<string, Buffer>,
): Buffer | null {
  const seen = entries.filter((entry) => isFor(entry, client.audience));
  const [only] = seen;
  if (!only) return null;
  if (seen.length === 1) return only.frame;
  const key = seen.map(({ id }) => id).join();
  const frames = shared.get(key) ?? Buffer.concat(seen.map(({ frame }) => frame));
  shared.set(key, frames);
  return frames;
}

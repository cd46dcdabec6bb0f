import { performance } from 'node:perf_hooks';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type DetectorSignal, RegionDetector } from '@kentongan/bursts';
import type { postsAnalyzed, StreamEvent } from '@kentongan/contracts';
import type { StreamNumbering } from '@kentongan/messaging';
import type { Clock } from '@kentongan/platform';
import type { DetectorStore, RegionChanges, RegionSignal, SavedRules } from './detector.store.js';
import { observedPost } from './observed-post.js';
import { areSame, type RegionRules, unconfiguredRules } from './region-rules.js';

/** CPU time in one go before others on the event loop get their turn. */
const sliceMilliseconds = 15;
const sliceLooksEvery = 8;
const checkpointMilliseconds = 10_000;
/** A fast replay changes the same keys over and over: saving them more often than by time would cost more than counting. */
const checkpointPostsMax = 100_000;

export interface PartitionParts {
  readonly store: DetectorStore;
  readonly clock: Clock;
  readonly rulesOf: (regionId: string) => RegionRules | undefined;
  /** What offsets mean now. */
  readonly numbering: () => Promise<StreamNumbering>;
  /** A partition was saved with offsets of another stream, and begins at the beginning of this one. */
  readonly onOtherStream: () => void;
}

export type AnalyzedMessage = { readonly offset: number; readonly event: StreamEvent<typeof postsAnalyzed> };

/**
 * One partition of posts.analyzed: its regions' detectors and how far they have come. Calls must not overlap.
 * What fails to be saved is kept and saved with the next call; posts that were taken in are not taken in twice.
 */
export class PartitionDetector {
  private readonly regions = new Map<string, RegionDetector>();
  private readonly changed = new Set<string>();
  private readonly rules = new Map<string, SavedRules[]>();
  private readonly applied = new Map<string, RegionRules>();
  private unsaved: RegionSignal[] = [];
  /** Changes that were taken from the detectors and could not be saved yet. */
  private unsavedChanges: RegionChanges[] = [];
  private postsSinceCheckpoint = 0;
  private checkpointedAtMilliseconds: number;
  private nextOffset = 0;

  private constructor(
    readonly partition: number,
    private readonly parts: PartitionParts,
  ) {
    this.checkpointedAtMilliseconds = parts.clock.now();
  }

  /** Takes the partition over from whoever had it, with the state that was saved last. */
  static async open(partition: number, parts: PartitionParts): Promise<[PartitionDetector, number]> {
    const detector = new PartitionDetector(partition, parts);
    const { nextOffset, isOtherStream } = await parts.store.claim(partition, await parts.numbering());
    if (isOtherStream) parts.onOtherStream();
    for (const rules of await parts.store.loadRules(partition)) detector.addRules(rules);
    detector.nextOffset = nextOffset ?? 0;
    for (const saved of await parts.store.loadRegions(partition)) {
      detector.regionOf(saved.regionId, detector.nextOffset).restore(saved);
      await nextTurn();
    }
    // Before the first checkpoint that is the beginning: the group's committed offset runs ahead of what was saved.
    return [detector, detector.nextOffset];
  }

  /** Takes posts in, in log order, judged one by one. Resolves when their signals are durable. */
  async take(messages: readonly AnalyzedMessage[]): Promise<void> {
    await this.adoptRules(messages);
    const slice = new Slice();
    for (const { offset, event } of messages) {
      if (offset < this.nextOffset) continue; // taken in by a call whose saving failed
      this.observe(event, offset);
      this.nextOffset = offset + 1;
      await slice.pause();
    }
    if (this.isCheckpointDue()) await this.checkpoint();
    else if (this.unsaved.length > 0) await this.saveSignals();
  }

  private observe(event: StreamEvent<typeof postsAnalyzed>, offset: number): void {
    if (event.type !== 'post.analyzed') return;
    const detector = this.regionOf(event.regionId, offset);
    this.collect(event.regionId, detector.observe(observedPost(event.data)));
    this.changed.add(event.regionId);
    this.postsSinceCheckpoint += 1;
  }

  /** Posts that historical regions still hold back are judged: no more are coming for now. */
  async flush(): Promise<void> {
    const slice = new Slice();
    for (const [regionId, detector] of this.regions) {
      if (detector.heldBack === 0) continue;
      this.changed.add(regionId);
      for (let turn = detector.flushNext(); turn; turn = detector.flushNext()) {
        this.collect(regionId, turn);
        await slice.pause();
      }
    }
    // A restart must find the same posts judged: one flush is one step, like one message.
    await this.checkpoint();
  }

  get heldBack(): number {
    let held = 0;
    for (const detector of this.regions.values()) held += detector.heldBack;
    return held;
  }

  isCheckpointDue(): boolean {
    if (this.unsavedChanges.length > 0) return true;
    if (this.changed.size === 0) return false;
    if (this.postsSinceCheckpoint >= checkpointPostsMax) return true;
    return this.parts.clock.now() - this.checkpointedAtMilliseconds >= checkpointMilliseconds;
  }

  /** Saves what changed, the offset and the signals together. */
  async checkpoint(): Promise<void> {
    for (const regionId of this.changed)
      this.unsavedChanges.push({ regionId, changes: this.regions.get(regionId)!.takeChanges() });
    this.changed.clear();
    if (this.unsavedChanges.length === 0 && this.unsaved.length === 0) return;
    const { store } = this.parts;
    await store.saveCheckpoint(this.partition, this.nextOffset, this.unsavedChanges, this.unsaved);
    this.unsavedChanges = [];
    this.unsaved = [];
    this.postsSinceCheckpoint = 0;
    this.checkpointedAtMilliseconds = this.parts.clock.now();
  }

  private async saveSignals(): Promise<void> {
    await this.parts.store.saveSignals(this.partition, this.unsaved);
    this.unsaved = [];
  }

  private collect(regionId: string, signals: readonly DetectorSignal[]): void {
    for (const { tippingArrivedAtMilliseconds, ...signal } of signals) {
      const waited = Math.max(0, this.parts.clock.now() - tippingArrivedAtMilliseconds);
      this.unsaved.push({ regionId, signal: { ...signal, timeToAlertWallSeconds: waited / 1_000 } });
    }
  }

  private regionOf(regionId: string, offset: number): RegionDetector {
    const rules = this.rulesAt(regionId, offset);
    let detector = this.regions.get(regionId);
    if (!detector) {
      detector = new RegionDetector(regionId, rules.timeZone);
      this.regions.set(regionId, detector);
    }
    if (this.applied.get(regionId) !== rules) {
      detector.setRules(rules.timeZone, rules.watchCounts);
      this.applied.set(regionId, rules);
    }
    return detector;
  }

  private rulesAt(regionId: string, offset: number): RegionRules {
    const applied = this.rules.get(regionId)?.findLast((each) => each.fromOffset <= offset);
    return applied?.rules ?? unconfiguredRules;
  }

  private addRules(rules: SavedRules): void {
    this.rules.set(rules.regionId, [...(this.rules.get(rules.regionId) ?? []), rules]);
  }

  /** New rules hold from the first post of this batch on that was not taken in before. */
  private async adoptRules(messages: readonly AnalyzedMessage[]): Promise<void> {
    for (const regionId of new Set(messages.map(({ event }) => event.regionId))) {
      const told = this.parts.rulesOf(regionId);
      const last = this.rules.get(regionId)?.at(-1);
      if (!told || areSame(told, last?.rules ?? unconfiguredRules)) continue;
      const fromOffset = Math.max(this.nextOffset, messages[0]!.offset, (last?.fromOffset ?? -1) + 1);
      const rules = { regionId, fromOffset, rules: told };
      await this.parts.store.saveRules(this.partition, rules);
      this.addRules(rules);
    }
  }
}

/** Gives the event loop a turn when the work has run for a while. */
class Slice {
  private startedAt = performance.now();
  private steps = 0;

  async pause(): Promise<void> {
    this.steps += 1;
    if (this.steps % sliceLooksEvery !== 0 || performance.now() - this.startedAt < sliceMilliseconds) return;
    await nextTurn();
    this.startedAt = performance.now();
  }
}

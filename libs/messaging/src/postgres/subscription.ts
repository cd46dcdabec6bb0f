import type { StreamObserver } from '../observer.js';
import type { BatchParts } from '../process-batch.js';
import { atMost, backOffMilliseconds, millisecondsToPauseEnd, Signal } from '../signal.js';
import type { StreamRecord, SubscribeOptions, Subscription } from '../stream.port.js';
import type { AssignedPartition, Assignment } from './assignment.js';
import { Committer, type CommitterParts } from './committer.js';
import type { Heads } from './heads.js';
import { PartitionWork } from './partition-work.js';
import { clusters, takeRound } from './round.js';
import type { Slice, StreamStore } from './stream-store.js';

/** A round ends when all its batches are done; a batch that takes longer is left behind and joins again later. */
const roundMillisecondsMax = 1_000;
/**
 * After a round of less than a tenth of a batch, messages may gather this long. A round of a few posts costs the archive
 * nearly as much as one of fifty, and whoever waited for a first message has it by then.
 */
const gatherMilliseconds = 40;
const smallRoundShare = 10;
const stopFlushTries = 3;

export interface SubscriptionParts {
  readonly store: StreamStore;
  readonly heads: Heads;
  readonly assignment: Assignment;
  readonly batch: BatchParts;
  readonly observer: StreamObserver;
  readonly commits: Pick<CommitterParts, 'pool'>;
  readonly onStopped: (subscription: PostgresSubscription) => void;
}

/**
 * One member's part of a group. It works in rounds: the oldest `batchMessagesMax` records over all its partitions
 * together, then one handler call for each partition that has some, at the same time. So no partition runs ahead of
 * the others in time, and a partition that is held up (retry, failure) is simply not part of the next rounds.
 */
export class PostgresSubscription implements Subscription {
  readonly #partitions = new Map<number, PartitionWork>();
  readonly #signal = new Signal();
  readonly #committer: Committer;
  readonly #unwatch: () => void;
  readonly #working = new Set<Promise<void>>();
  #leftover: readonly Slice[] = [];
  /** Messages of the latest round. */
  #taken = 0;
  #stopping = false;
  #running: Promise<void> = Promise.resolve();
  #rebalancing: Promise<void> | null = null;
  #rebalanceAgain = false;
  #stopped: Promise<void> | null = null;

  constructor(
    private readonly options: SubscribeOptions,
    private readonly parts: SubscriptionParts,
  ) {
    this.#committer = new Committer({
      pool: parts.commits.pool,
      streamId: parts.store.id,
      group: options.group,
      subscriptionId: parts.assignment.subscriptionId,
      onRefused: (partition, epoch) => this.#lose(partition, epoch),
      onFailure: (error) => this.#fail(error),
    });
    this.#unwatch = parts.heads.watch(parts.store.id, this.#signal);
  }

  /** Takes its partitions and begins to work. Alone in its group, it has all of them when this resolves. */
  async start(): Promise<void> {
    await this.parts.heads.refresh([this.parts.store.id]);
    await this.#rebalanceOnce();
    this.#running = this.#run();
  }

  async lag(): Promise<number> {
    await this.parts.heads.refresh([this.parts.store.id]);
    const committed = await this.parts.assignment.committed();
    const next = this.parts.heads.get(this.parts.store.id)?.nextOffsets ?? [];
    return next.reduce(
      (sum, offset, partition) => sum + Math.max(0, offset - (committed.get(partition) ?? 0)),
      0,
    );
  }

  /** Messages before this member's own partitions, from what the process knows already: asks nobody. */
  reportLag(): void {
    const next = this.parts.heads.get(this.parts.store.id)?.nextOffsets ?? [];
    for (const { partition, committed } of this.#partitions.values())
      this.parts.observer.onLag(this.#at(partition), Math.max(0, (next[partition] ?? 0) - committed));
  }

  /** Looks at the assignment again; requests that come meanwhile are served by one more look. */
  async rebalance(): Promise<void> {
    if (this.#stopping) return;
    if (this.#rebalancing) {
      this.#rebalanceAgain = true;
      return this.#rebalancing;
    }
    this.#rebalancing = this.#rebalanceUntilQuiet();
    return this.#rebalancing;
  }

  stop(): Promise<void> {
    this.#stopped ??= this.#stop();
    return this.#stopped;
  }

  async #stop(): Promise<void> {
    this.#stopping = true;
    this.#signal.fire();
    await this.#running;
    await this.#rebalancing;
    await Promise.all(this.#working);
    this.#unwatch();
    for (let tried = 1; tried <= stopFlushTries && !(await this.#committer.flush()); tried += 1)
      await new Promise((resolve) => setTimeout(resolve, backOffMilliseconds(tried)));
    this.#committer.discard();
    try {
      await this.parts.assignment.leave();
    } catch (error) {
      this.#fail(error); // the lease ends by itself
    }
    this.parts.onStopped(this);
  }

  async #rebalanceUntilQuiet(): Promise<void> {
    for (let failures = 0; !this.#stopping; ) {
      this.#rebalanceAgain = false;
      try {
        await this.#rebalanceOnce();
        if (!this.#rebalanceAgain) break;
      } catch (error) {
        this.#fail(error);
        failures += 1;
        await new Promise((resolve) => setTimeout(resolve, backOffMilliseconds(failures)));
      }
    }
    // In the same turn as the last look at the flag: a request in between would be nobody's.
    this.#rebalancing = null;
  }

  async #rebalanceOnce(): Promise<void> {
    const assigned = await this.parts.assignment.take();
    for (const work of this.#partitions.values())
      if (!assigned.some((each) => each.partition === work.partition && each.epoch === work.epoch))
        this.#lose(work.partition, work.epoch);
    for (const each of assigned) if (!this.#partitions.has(each.partition)) await this.#add(each);
    for (const each of assigned) {
      const work = this.#partitions.get(each.partition);
      if (work) work.leaving = !each.keep;
    }
    await this.#giveBack();
    this.#signal.fire();
  }

  async #add(assigned: AssignedPartition): Promise<void> {
    const own = (await this.options.startAt?.(assigned.partition)) ?? null;
    const position = own ?? assigned.nextOffset;
    const cursor = await this.parts.store.locate(assigned.partition, position);
    this.#partitions.set(
      assigned.partition,
      new PartitionWork(assigned.partition, assigned.epoch, cursor, position, assigned.nextOffset),
    );
  }

  /** Gives back partitions that a newcomer is due, once no batch of theirs is in work and all is committed. */
  async #giveBack(): Promise<void> {
    const leaving = [...this.#partitions.values()].filter((work) => work.leaving && !work.busy);
    if (leaving.length === 0) return;
    if (!(await this.#committer.flush()))
      throw new Error('partitions cannot be given back before their commit');
    const given = leaving.map((work) => work.partition);
    for (const partition of given) this.#forget(partition);
    await this.parts.assignment.release(given);
  }

  #lose(partition: number, epoch: number): void {
    const work = this.#partitions.get(partition);
    if (work?.epoch !== epoch) return;
    work.lost = true;
    if (work.busy) this.parts.observer.onHandover?.(this.#at(partition));
    this.#forget(partition);
    void this.rebalance();
  }

  /** Its lag is told by the next owner from here on. */
  #forget(partition: number): void {
    this.#partitions.delete(partition);
    this.parts.observer.onLag(this.#at(partition), 0);
  }

  async #run(): Promise<void> {
    for (let failures = 0; !this.#stopping; ) {
      const seen = this.#signal.version;
      const lookedAt = performance.now();
      try {
        const started = await this.#round();
        failures = 0;
        if (started.length) {
          await atMost(Promise.all(started), roundMillisecondsMax);
          if (this.#taken * smallRoundShare < this.options.batchMessagesMax)
            await new Promise((resolve) => setTimeout(resolve, gatherMilliseconds));
        } else await atMost(this.#signal.changedSince(seen), this.#millisecondsToPauseEnd(lookedAt));
      } catch (error) {
        this.#fail(error);
        failures += 1;
        this.#leftover = [];
        await atMost(this.#whenStopping(), backOffMilliseconds(failures));
      }
    }
  }

  async #whenStopping(): Promise<void> {
    while (!this.#stopping) await this.#signal.changedSince(this.#signal.version);
  }

  /** Starts one batch for each partition that has something to do; empty when nothing is waiting. */
  async #round(): Promise<Promise<void>[]> {
    const head = this.parts.heads.get(this.parts.store.id)?.sequence ?? -1;
    const free = [...this.#partitions.values()].filter((work) => work.free);
    const behind = free.filter((work) => work.cursor.sequence <= head);
    for (const work of free) if (work.cursor.sequence > head) this.#tellCaughtUp(work);
    const started: Promise<void>[] = [];
    this.#taken = 0;
    for (const group of clusters(behind)) {
      const first = group[0] as PartitionWork;
      const before = new Map(group.map((work) => [work, work.cursor]));
      const slices = await this.#read(first);
      const still = group.filter((work) => work.free);
      const taken = takeRound(still, slices, this.options.batchMessagesMax);
      for (const [work, records] of taken) {
        this.#taken += records.length;
        started.push(this.#start(work, records, before));
      }
      // Slices may hold nothing for these partitions; having moved past them is progress too.
      if (taken.size === 0) started.push(Promise.resolve());
    }
    return started;
  }

  /** What was read from the database and not handed out yet is used up before it is asked again. */
  async #read(first: PartitionWork): Promise<readonly Slice[]> {
    const sequence = first.cursor.sequence;
    const at = this.#leftover.findIndex((slice) => slice.sequence === sequence);
    if (at >= 0) return this.#leftover.slice(at);
    const slices = await this.parts.store.read(first.cursor, this.options.batchMessagesMax);
    if (slices.length === 0)
      throw new Error(`${this.parts.store.name}: sequence ${sequence} is missing in the log`);
    this.#leftover = slices;
    return slices;
  }

  #start(
    work: PartitionWork,
    records: readonly StreamRecord[],
    before: ReadonlyMap<PartitionWork, PartitionWork['cursor']>,
  ) {
    work.toldCaughtUp = false;
    const committedBefore = work.committed;
    const running = work
      .run(this.parts.store.name, records, before.get(work) ?? work.cursor, this.parts.batch)
      .then(() => {
        this.#working.delete(running);
        if (!work.lost && work.committed !== committedBefore)
          this.#committer.mark(work.partition, work.epoch, work.committed);
        if (work.leaving) void this.rebalance();
        this.#signal.fire();
      });
    this.#working.add(running);
    return running;
  }

  #tellCaughtUp(work: PartitionWork): void {
    if (work.toldCaughtUp) return;
    work.toldCaughtUp = true;
    try {
      this.options.onCaughtUp?.(work.partition);
    } catch (error) {
      this.#fail(error);
    }
  }

  #millisecondsToPauseEnd(lookedAt: number): number {
    const pauses = [...this.#partitions.values()].map((work) => work.notBefore);
    return millisecondsToPauseEnd(pauses, lookedAt, performance.now());
  }

  #at(partition: number | null) {
    return { stream: this.parts.store.name, group: this.options.group, partition };
  }

  #fail(error: unknown): void {
    this.parts.observer.onFailure(this.#at(null), error);
  }
}

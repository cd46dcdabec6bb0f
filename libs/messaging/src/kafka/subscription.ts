import type { Admin, Kafka } from 'kafkajs';
import type { ObservedAt, StreamObserver } from '../observer.js';
import type { BatchParts } from '../process-batch.js';
import { atMost, backOffMilliseconds } from '../signal.js';
import type { SubscribeOptions, Subscription } from '../stream.port.js';
import { Committer } from './committer.js';
import { type FetchedBatch, GroupMember, type GroupTiming } from './group-member.js';
import {
  batchesInWorkMax,
  drainShareOfSession,
  fetchWaitPausedMilliseconds,
  fullWaitMilliseconds,
  stopMillisecondsMax,
} from './limits.js';
import { committedOf, endsOf, kafkaGroupId, lagOf, type PartitionEnds } from './offsets.js';
import { PartitionWork } from './partition-work.js';

const stopFlushTries = 3;
/** A compacted partition from which nothing came between two looks has nothing more, though its end lies further on. */
const quietLooks = 2;

export interface SubscriptionParts {
  readonly kafka: Kafka;
  readonly admin: () => Promise<Admin>;
  readonly timing: GroupTiming;
  readonly batch: BatchParts;
  readonly observer: StreamObserver;
  readonly onStopped: (subscription: KafkaSubscription) => void;
}

/**
 * One member's part of a group. Fetching and handling go side by side: kafkajs fetches into a bounded queue for each
 * partition and sends heartbeats, handlers work the queues off, several partitions at the same time. So a long batch
 * costs no membership, and a partition that is held up (retry, failure) holds up no other.
 */
export class KafkaSubscription implements Subscription {
  readonly #works = new Map<number, PartitionWork>();
  /** Batches of partitions that were lost while a handler had them: the next owner here waits for their end. */
  readonly #leaving = new Map<number, Promise<void>>();
  readonly #member: GroupMember;
  readonly #committer: Committer;
  readonly #groupId: string;
  readonly #topic: string;
  #messagesInWork = 0;
  #pumping: NodeJS.Immediate | undefined;
  #joining = false;
  #looking = false;
  #stopping = false;
  #stopped: Promise<void> | null = null;

  constructor(
    private readonly options: SubscribeOptions,
    private readonly parts: SubscriptionParts,
  ) {
    this.#topic = options.stream.name;
    this.#groupId = kafkaGroupId(options.group, this.#topic);
    this.#member = new GroupMember({
      kafka: parts.kafka,
      groupId: this.#groupId,
      topic: this.#topic,
      partitions: options.stream.partitions,
      timing: parts.timing,
      beforeJoin: () => this.#drain(),
      onJoined: (partitions, isContinuous) => this.#assign(partitions, isContinuous),
      onBatch: (batch, taken, heartbeat) => this.#take(batch, taken, heartbeat),
      fetchWaitMilliseconds: () => this.#fetchWait(),
      onCrash: (error) => {
        for (const work of this.#works.values()) this.#lose(work);
        this.#fail(null, error);
      },
    });
    this.#committer = new Committer({
      topic: this.#topic,
      consumer: () => this.#member.consumer,
      onCommitted: (partition, offset) => this.#committed(partition, offset),
      onFailure: (error) => this.#fail(null, error),
    });
  }

  async start(): Promise<void> {
    await this.#member.open();
  }

  async lag(): Promise<number> {
    const admin = await this.parts.admin();
    return lagOf(await endsOf(admin, this.#topic), await committedOf(admin, this.#groupId, this.#topic));
  }

  /** Asks the broker how far the partitions of this member reach: lag, and which of them have nothing waiting. */
  async look(): Promise<void> {
    const works = [...this.#works.values()].filter((work) => !work.isOpening);
    if (works.length === 0 || this.#stopping || this.#looking) return;
    this.#looking = true;
    try {
      const admin = await this.parts.admin();
      const committed = works.some((work) => work.committed === null)
        ? await committedOf(admin, this.#groupId, this.#topic)
        : new Map<number, number>();
      const ends = await endsOf(admin, this.#topic);
      for (const work of works) this.#lookAt(work, ends[work.partition], committed.get(work.partition));
    } catch (error) {
      this.#fail(null, error);
    } finally {
      this.#looking = false;
    }
  }

  stop(): Promise<void> {
    this.#stopped ??= this.#stop();
    return this.#stopped;
  }

  async #stop(): Promise<void> {
    this.#stopping = true;
    const works = [...this.#works.values()];
    for (const work of works) work.changed.fire();
    await atMost(Promise.all(works.map((work) => work.running)), stopMillisecondsMax);
    for (let tried = 1; tried <= stopFlushTries && !(await this.#committer.flush()); tried += 1)
      await new Promise((resolve) => setTimeout(resolve, backOffMilliseconds(tried)));
    for (const work of works) this.#lose(work);
    this.#committer.close();
    await this.#member.close();
    this.parts.onStopped(this);
  }

  /** Before a join: batches in work end and are committed, as far as the session allows to wait. */
  async #drain(): Promise<void> {
    this.#joining = true;
    this.#committer.hold();
    const working = Promise.all([...this.#works.values()].map((work) => work.running));
    const wait = this.parts.timing.sessionMilliseconds * drainShareOfSession;
    await atMost(
      working.then(() => this.#committer.flush()),
      wait,
    );
  }

  #assign(partitions: readonly number[], isContinuous: boolean): void {
    for (const work of [...this.#works.values()])
      if (!isContinuous || !partitions.includes(work.partition)) this.#lose(work);
    for (const partition of partitions) {
      const kept = this.#works.get(partition);
      // kafkajs would begin at the committed offset again, and hand out what waits in the queue a second time.
      const next = kept?.fetched ?? kept?.position ?? null;
      if (next !== null) this.#member.seek(partition, next);
      if (!kept) this.#add(partition);
    }
    this.#joining = false;
    this.#committer.release();
    this.#pump();
    void this.look();
  }

  #add(partition: number): void {
    const work = new PartitionWork(partition, this.options.batchMessagesMax);
    this.#works.set(partition, work);
    const leaving = this.#leaving.get(partition);
    if (!this.options.startAt && !leaving) return;
    work.isOpening = true;
    this.#member.pause(partition);
    void this.#open(work, leaving ?? Promise.resolve());
  }

  /** Asks the consumer where to go on, once no batch of this partition is in its hands any more. */
  async #open(work: PartitionWork, leaving: Promise<void>): Promise<void> {
    await leaving;
    for (let failures = 0; !work.lost; ) {
      try {
        const own = (await this.options.startAt?.(work.partition)) ?? null;
        const position = own === null ? null : await this.#kept(work.partition, own);
        if (work.lost) return;
        work.position = position;
        if (position !== null) this.#member.seek(work.partition, position);
        work.isOpening = false;
        this.#member.resume(work.partition);
        void this.look();
        return;
      } catch (error) {
        failures += 1;
        this.#fail(work.partition, error);
        await atMost(work.changed.changedSince(work.changed.version), backOffMilliseconds(failures));
      }
    }
  }

  /** What is past its retention cannot be read again, and an offset past the end belongs to a stream that is gone. */
  async #kept(partition: number, offset: number): Promise<number> {
    const { low, high } = (await endsOf(await this.parts.admin(), this.#topic))[partition] ?? {
      low: 0,
      high: 0,
    };
    if (offset <= high) return Math.max(low, offset);
    this.#fail(partition, new Error(`offset ${offset} lies past the end ${high}: reading from the start`));
    return low;
  }

  #lose(work: PartitionWork): void {
    if (work.lost) return;
    const { partition } = work;
    work.lost = true;
    this.#works.delete(partition);
    if (work.busy) {
      const leaving = work.running.finally(() => {
        if (this.#leaving.get(partition) === leaving) this.#leaving.delete(partition);
      });
      this.#leaving.set(partition, leaving);
    }
    if (this.#committer.forget(partition) || work.busy) this.parts.observer.onHandover?.(this.#at(partition));
    clearTimeout(work.timer);
    work.changed.fire();
    this.#member.resume(partition);
    this.parts.observer.onLag(this.#at(partition), 0);
  }

  async #take(batch: FetchedBatch, taken: () => void, heartbeat: () => Promise<void>): Promise<void> {
    if (this.#stopping) return;
    const work = this.#works.get(batch.partition);
    if (!work) throw new Error(`${this.#topic} ${batch.partition} was fetched and is not assigned`);
    // A topic that ends before what was fetched was created anew: then nothing is a repetition.
    const known = work.fetched !== null && work.fetched <= batch.end ? work.fetched : 0;
    work.add(batch.chunks, Math.max(known, batch.from), batch.end);
    taken();
    this.#pump();
    await this.#waitForRoom(work, heartbeat);
  }

  /**
   * Back-pressure: a full partition is left out of the next fetch, at once, so that it holds up no other. Were all of a
   * broker left out, kafkajs would sleep for as long as a fetch waits for news: then the first to have room is waited for.
   */
  async #waitForRoom(work: PartitionWork, heartbeat: () => Promise<void>): Promise<void> {
    if (!work.isFull || work.lost) return;
    work.paused = true;
    this.#member.pause(work.partition);
    while (!this.#stopping && this.#member.isStarved(work.partition, [...this.#works.keys()])) {
      await atMost(this.#member.resumed(), fullWaitMilliseconds);
      await heartbeat();
    }
  }

  /** A fetch that waits long for news of other partitions would keep one waiting that is soon to be fetched again. */
  #fetchWait(): number {
    let wait = this.parts.timing.heartbeatMilliseconds;
    for (const { isOpening, paused, notBefore } of this.#works.values())
      if (isOpening || paused)
        wait = Math.min(wait, Math.max(fetchWaitPausedMilliseconds, notBefore - performance.now()));
    return Math.ceil(wait);
  }

  /**
   * Starts batches of the partitions that have something to do, those first that waited longest for their turn. One in
   * each turn of the event loop: a handler that answers at once is then through with its messages before the next are
   * made, and they cost the collection of garbage nothing.
   */
  #pump(): void {
    this.#pumping ??= setImmediate(() => {
      this.#pumping = undefined;
      const work = this.#nextWork();
      if (!work) return;
      this.#works.delete(work.partition);
      this.#works.set(work.partition, work);
      work.running = this.#work(work);
      this.#pump();
    });
  }

  #nextWork(): PartitionWork | undefined {
    if (this.#joining || this.#stopping) return undefined;
    const room = this.options.batchMessagesMax * batchesInWorkMax - this.#messagesInWork;
    for (const work of this.#works.values()) if (work.isReady && work.nextMessages <= room) return work;
    return undefined;
  }

  async #work(work: PartitionWork): Promise<void> {
    const messages = work.nextMessages;
    this.#messagesInWork += messages;
    const finished = await work.run(this.#topic, this.parts.batch);
    this.#messagesInWork -= messages;
    if (!work.lost) {
      if (finished !== null) this.#committer.mark(work.partition, finished);
      if (work.isIdle && (work.fetched ?? 0) >= (work.end ?? 0)) this.#tellCaughtUp(work);
      if (work.paused && work.hasRoom) {
        work.paused = false;
        this.#member.resume(work.partition);
      }
      this.#awaitPauseEnd(work);
    }
    this.#pump();
  }

  #awaitPauseEnd(work: PartitionWork): void {
    const pause = work.notBefore - performance.now();
    if (pause <= 0 || work.lost) return;
    work.timer = setTimeout(() => {
      // Timers may fire a little early: the partition would then wait for a stranger's message.
      this.#awaitPauseEnd(work);
      this.#pump();
    }, Math.ceil(pause));
  }

  #lookAt(work: PartitionWork, ends: PartitionEnds | undefined, committed: number | undefined): void {
    if (work.lost || !ends) return;
    work.committed ??= Math.max(ends.low, committed ?? 0);
    work.position ??= work.committed;
    work.end = Math.max(ends.high, work.end ?? 0);
    this.parts.observer.onLag(this.#at(work.partition), work.lag);
    if (!work.isIdle) return;
    work.quietLooks += 1;
    const isAtEnd = Math.max(work.fetched ?? 0, work.position) >= ends.high;
    const isQuiet = this.options.stream.keep === 'compacted' && work.quietLooks > quietLooks && !work.paused;
    if (isAtEnd || isQuiet) this.#tellCaughtUp(work);
  }

  #committed(partition: number, offset: number): void {
    const work = this.#works.get(partition);
    if (!work) return;
    work.committed = offset;
    this.parts.observer.onLag(this.#at(partition), work.lag);
  }

  #tellCaughtUp(work: PartitionWork): void {
    if (work.toldCaughtUp) return;
    work.toldCaughtUp = true;
    try {
      this.options.onCaughtUp?.(work.partition);
    } catch (error) {
      this.#fail(work.partition, error);
    }
  }

  #at(partition: number | null): ObservedAt {
    return { stream: this.#topic, group: this.options.group, partition };
  }

  #fail(partition: number | null, error: unknown): void {
    this.parts.observer.onFailure(this.#at(partition), error);
  }
}

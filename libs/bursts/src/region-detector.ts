import type { SignalKeyKind } from '@kentongan/contracts';
import { AlarmRules, type Measure, type RegionView } from './alarm-rules.js';
import { CountedPosts } from './counted-posts.js';
import { type RunningEvent, RunningEvents } from './events.js';
import { hashHex, hashInteger, hashNumber } from './hash.js';
import { HoursOfWeek, hourMilliseconds } from './hour-of-week.js';
import { type CountablePost, KeyState } from './key-state.js';
import { KeyStore } from './key-store.js';
import type { DetectorSignal, ObservedKey, ObservedPost, WatchCount } from './observed-post.js';
import { type Parameters, parameters } from './parameters.js';
import type { PostReference } from './post-reference.js';
import { RegionHours } from './region-hours.js';
import { ReorderBuffer } from './reorder-buffer.js';
import type {
  DetectorChanges,
  DetectorChunk,
  DetectorSaved,
  RegionCounters,
  RegionSaved,
} from './saved-state.js';
import { type SeenChunk, SeenPosts } from './seen-posts.js';
import { levelOf, louder, signalOf } from './signal-of.js';

/** Which key an alarm is named after when several rise with one post: the one that says most. */
const tellingFirst: readonly SignalKeyKind[] = [
  'hoaxMatch',
  'watchRule',
  'nearCopy',
  'subjectPlace',
  'hashtag',
  'volume',
];
const excerptCharactersMax = 200;
const activePostsMin = 5;
/** A key that joins an event this late may be a new turn of it, and is told. */
/** A feed that never fell silent counts as watched from its first post on; all other keys from the region's start. */
const totalKey = { kind: 'volume', value: '' } as const;

/**
 * Hears when something in one region leaves its norm. Fed with posts one at a time, it answers each with the
 * signals that post tipped. Pure: no clock, no I/O, the same posts in the same order give the same signals.
 */
export class RegionDetector {
  readonly counters: RegionCounters = { counted: 0, copies: 0, late: 0, edits: 0, deletions: 0 };
  private readonly keys = new KeyStore();
  private readonly rules: AlarmRules;
  private readonly events: RunningEvents;
  private readonly seen: SeenPosts;
  private readonly buffer: ReorderBuffer;
  private readonly countedPosts: CountedPosts;
  private hours: RegionHours | null = null;
  private total: KeyState | null = null;
  private hoursOf: HoursOfWeek;
  private activeKeys = 0;
  private activeDay = 0;
  private watchCounts = new Map<string, WatchCount>();

  constructor(
    readonly regionId: string,
    timeZone: string,
    private readonly settings: Parameters = parameters,
  ) {
    this.hoursOf = new HoursOfWeek(timeZone);
    this.rules = new AlarmRules(settings);
    this.events = new RunningEvents(settings);
    this.seen = new SeenPosts(settings.seenGenerationHours * hourMilliseconds, settings.seenGenerationIdsMax);
    this.buffer = new ReorderBuffer(settings.reorderPostsMax);
    this.countedPosts = new CountedPosts(settings.deletablePostsMax);
  }

  /** The zone that hours of the week are counted in and the count rules of watch rules, from the next post on. */
  setRules(timeZone: string, watchCounts: readonly WatchCount[]): void {
    this.watchCounts = new Map(watchCounts.map((rule) => [rule.id, rule]));
    if (timeZone === this.hoursOf.timeZone) return;
    this.hoursOf = new HoursOfWeek(timeZone);
    if (this.hours) this.hours.hoursOf = this.hoursOf;
  }

  /** A source was down: these hours teach no norm. */
  excludeHours(fromMilliseconds: number, toMilliseconds: number): void {
    const from = Math.floor(fromMilliseconds / hourMilliseconds);
    this.hours?.observed.exclude(from, Math.floor(toMilliseconds / hourMilliseconds) + 1);
  }

  /** Takes one post in. Live: judged at once. Historical: held back until later posts show that its turn has come. */
  observe(post: ObservedPost): DetectorSignal[] {
    const isNew = this.seen.addIfNew(post.postId, post.arrivedAtMilliseconds);
    if (post.deleted) {
      if (!isNew) this.uncount(post.postId);
      return [];
    }
    if (!isNew) {
      if (post.revision > 1) this.counters.edits += 1;
      else this.counters.copies += 1;
      return [];
    }
    if (post.mode === 'live') return this.count(post);
    const turn = this.buffer.push(post);
    return turn ? this.count(turn) : [];
  }

  /**
   * Judges the earliest post that is held back: to be called again and again when the stream has no more for now.
   * @returns undefined when none is held back
   */
  flushNext(): DetectorSignal[] | undefined {
    const post = this.buffer.pop();
    return post && this.count(post);
  }

  get heldBack(): number {
    return this.buffer.size;
  }

  /** Posts counted so far for a key; undefined when the key is unknown or forgotten. */
  totalOf(key: Pick<ObservedKey, 'kind' | 'value'>): number | undefined {
    return this.keys.get(key.kind, key.value)?.total;
  }

  /** What changed since the last call, for saving together with the position in the stream. */
  takeChanges(): DetectorChanges {
    const { changed, forgotten } = this.keys.takeChanges();
    const seen = this.seen.takeChanges();
    const counted = this.countedPosts.takeChanges();
    return {
      region: JSON.stringify(this.savedRegion()),
      keys: changed.map((state) => ({ key: state.id, state: JSON.stringify(state.state()) })),
      forgottenKeys: forgotten,
      chunks: [
        ...seen.chunks.map(({ generation, hashes }) => ({
          kind: 'seen' as const,
          position: generation,
          body: new Uint8Array(hashes.buffer),
        })),
        ...(counted.chunk ? [{ kind: 'counted' as const, ...counted.chunk }] : []),
      ],
      chunksFrom: { seen: seen.oldestGeneration, counted: counted.oldestPosition },
    };
  }

  private savedRegion(): RegionSaved {
    return {
      format: 1,
      hours: this.hours?.state() ?? null,
      total: this.total?.state() ?? null,
      events: this.events.state(),
      seen: this.seen.state(),
      waiting: this.buffer.posts(),
      activeKeys: this.activeKeys,
      activeDay: this.activeDay,
      touches: this.keys.touches,
      counters: this.counters,
    };
  }

  /** Goes on where a saved detector stood; only on a detector that has seen nothing yet. */
  restore(saved: DetectorSaved): void {
    const region = JSON.parse(saved.region) as RegionSaved;
    this.hours = region.hours && RegionHours.of(region.hours, this.hoursOf, this.settings);
    this.total = region.total && KeyState.of(totalKey.kind, totalKey.value, region.total, this.settings);
    this.events.restore(region.events);
    this.buffer.restore(region.waiting);
    this.activeKeys = region.activeKeys;
    this.activeDay = region.activeDay;
    Object.assign(this.counters, region.counters);
    const states: KeyState[] = [];
    for (const { key, state } of saved.keys) states.push(KeyState.fromSaved(key, state, this.settings));
    this.keys.restore(states, region.touches);
    const chunks = [...saved.chunks];
    this.seen.restore(region.seen, chunks.flatMap(asSeenChunk));
    this.countedPosts.restore(chunks.filter((chunk) => chunk.kind === 'counted'));
  }

  private count(post: ObservedPost): DetectorSignal[] {
    const hour = Math.floor(post.createdAtMilliseconds / hourMilliseconds);
    const hours = this.advance(hour);
    if (hours.newestHour - hour > this.settings.lateHoursMax) return this.countLate(post);
    this.counters.counted += 1;
    const countable = countableOf(post);
    this.total!.count(countable, false);
    this.total!.learn(hours);
    const { norm } = this.total!;
    hours.refreshSeason(norm.weekCounts, () => norm.weeksRate(hours, 0));
    const states = this.countKeys(post, countable, hour);
    const keys = states.map((state) => state.id);
    this.countedPosts.add(countable.hash, { atMilliseconds: countable.atMilliseconds, keys });
    return this.judge(post, countable.hash, states);
  }

  /**
   * Too late to be judged or learned from. A historical region still adds it up, because a replay that pauses is
   * taken to have ended; in a live one it is an old post that a feed has dug up.
   */
  private countLate(post: ObservedPost): DetectorSignal[] {
    this.counters.late += 1;
    if (post.mode === 'live') return [];
    for (const key of post.keys) {
      const state = this.keys.get(key.kind, key.value);
      if (!state) continue;
      state.total += 1;
      this.keys.touch(state);
    }
    return [];
  }

  private advance(hour: number): RegionHours {
    if (!this.hours || !this.total) {
      this.hours = new RegionHours(hour, this.hoursOf, this.settings);
      this.total = new KeyState(totalKey.kind, totalKey.value, hour, this.settings);
    }
    if (hour > this.hours.newestHour) {
      const { norm } = this.total;
      const rate = norm.daysRate(this.hours, norm.usualRate(this.hours));
      this.hours.advance(hour, rate);
      this.events.closeOver(hour * hourMilliseconds);
      this.countActiveKeys(hour);
    }
    return this.hours;
  }

  /** Once a day: it looks at every key. */
  private countActiveKeys(hour: number): void {
    const day = Math.floor(hour / 24);
    if (day === this.activeDay) return;
    this.activeDay = day;
    this.activeKeys = this.keys.activeKeys(hour, activePostsMin);
  }

  private countKeys(post: ObservedPost, countable: CountablePost, hour: number): KeyState[] {
    const states: KeyState[] = [];
    for (const key of post.keys) {
      let state = this.keys.get(key.kind, key.value);
      if (state && states.includes(state)) continue;
      if (!state) {
        const bornHour = key.kind === 'volume' ? hour : this.hours!.firstHour;
        state = new KeyState(key.kind, key.value, bornHour, this.settings);
      }
      state.count(countable, key.certain === true);
      state.learn(this.hours!);
      this.keys.touch(state);
      states.push(state);
    }
    return states.sort((a, b) => tellingFirst.indexOf(a.kind) - tellingFirst.indexOf(b.kind));
  }

  private judge(post: ObservedPost, hash: number, states: readonly KeyState[]): DetectorSignal[] {
    const now = post.createdAtMilliseconds;
    const stated = new Set<RunningEvent>();
    for (const state of states) {
      const running = this.events.of(state.id, now);
      if (running?.mainKey === state.id) this.events.addPost(running, hash, now);
      const measure = this.rules.judge(
        state,
        this.view(),
        { postMilliseconds: now, isRunning: running !== undefined },
        this.watchCounts.get(state.value),
      );
      if (!measure) continue;
      const hour = Math.floor(now / hourMilliseconds);
      state.lastHotMilliseconds = Math.max(state.lastHotMilliseconds, now);
      state.norm.markHot(hour);
      if (state.kind === 'volume') this.total!.norm.markHot(hour);
      const event = running ?? this.eventFor(state, measure, post);
      event.lastHotMilliseconds = Math.max(event.lastHotMilliseconds, now);
      if (event.version === 0 || this.hasGrown(event, state, measure, running === undefined))
        stated.add(event);
    }
    return [...stated].map((event) => this.state(event, post));
  }

  /** A risen key that belongs to no running event joins the one made of the same posts, or opens its own. */
  private eventFor(state: KeyState, measure: Measure, post: ObservedPost): RunningEvent {
    const since = measure.endMilliseconds - measure.windowMinutes * 60_000;
    const excess = measure.count - (measure.norm ?? 0);
    const same = this.events.likeliest(state, since, excess, post.createdAtMilliseconds);
    if (same) {
      this.events.join(same, state);
      return same;
    }
    const event: RunningEvent = {
      signalId: hashHex(`${this.regionId}\n${state.id}\n${post.postId}`),
      mainKey: state.id,
      windowMinutes: measure.windowMinutes,
      keys: [state.id],
      version: 0,
      level: 'medium',
      statedCount: measure.count,
      openedMilliseconds: post.createdAtMilliseconds,
      lastHotMilliseconds: post.createdAtMilliseconds,
      posts: state.recentPosts(0),
      tipping: referenceOf(post),
      first: state.firstPostIn(measure.windowMinutes, measure.endMilliseconds) ?? referenceOf(post),
      tippingArrivedAtMilliseconds: post.arrivedAtMilliseconds,
    };
    this.events.open(event);
    return event;
  }

  /** Growth worth a new statement: twice the count, or a hoax or watched phrase that has joined. */
  private hasGrown(event: RunningEvent, state: KeyState, measure: Measure, joined: boolean): boolean {
    if (joined && (state.kind === 'hoaxMatch' || state.kind === 'watchRule')) return true;
    if (state.id !== event.mainKey) return false;
    const count = state.countIn(event.windowMinutes, measure.endMilliseconds);
    return count >= event.statedCount * this.settings.growthFactor;
  }

  private state(event: RunningEvent, post: ObservedPost): DetectorSignal {
    const main = this.keys.byId(event.mainKey);
    const measure = main
      ? this.rules.measure(main, this.view(), event.windowMinutes, main.latestMilliseconds)
      : forgottenMeasure(event, post);
    event.version += 1;
    event.statedCount = Math.max(event.statedCount, measure.count);
    const certain = main && main.certainAuthorsSince(0) >= this.settings.hoaxCertainAuthorsMin;
    event.level = louder(event.level, levelOf(measure, certain === true));
    return signalOf(event, measure, main?.samplePosts ?? [], post, this.learning());
  }

  private learning(): { normLearning: boolean; normDays: number } {
    const { hours } = this;
    const observed = hours ? hours.observed.at(hours.newestHour) : 0;
    const lifeDays = hours ? (hours.newestHour - hours.firstHour) / 24 : 0;
    return { normLearning: lifeDays < this.settings.learningDays, normDays: Math.round(observed / 2.4) / 10 };
  }

  private view(): RegionView {
    return {
      hours: this.hours!,
      total: this.total!,
      activeKeys: this.activeKeys,
    };
  }

  private uncount(postId: string): void {
    const hash = hashNumber(postId);
    const counted = this.countedPosts.take(hash);
    if (!counted) {
      if (this.buffer.remove(postId)) this.counters.deletions += 1;
      return;
    }
    this.counters.deletions += 1;
    this.total?.uncount(counted.atMilliseconds, hash);
    for (const id of counted.keys) {
      const state = this.keys.byId(id);
      if (!state) continue;
      state.uncount(counted.atMilliseconds, hash);
      this.keys.touch(state);
    }
  }
}

function countableOf(post: ObservedPost): CountablePost {
  const nearCopy = post.keys.find((key) => key.kind === 'nearCopy');
  return {
    atMilliseconds: post.createdAtMilliseconds,
    hash: hashNumber(post.postId),
    author: post.authorKey === null ? null : hashInteger(post.authorKey),
    text: hashInteger(nearCopy?.value ?? post.postId),
    reference: referenceOf(post),
  };
}

function referenceOf(post: ObservedPost): PostReference {
  return {
    postId: post.postId,
    createdAtMilliseconds: post.createdAtMilliseconds,
    excerpt: post.excerpt.slice(0, excerptCharactersMax),
  };
}

/** The main key of a running event was forgotten for want of room: its last numbers stand. */
function forgottenMeasure(event: RunningEvent, post: ObservedPost): Measure {
  return {
    windowMinutes: event.windowMinutes,
    startMilliseconds: post.createdAtMilliseconds - event.windowMinutes * 60_000,
    endMilliseconds: post.createdAtMilliseconds,
    count: event.statedCount,
    norm: null,
    surprise: null,
    distinctAuthors: 0,
  };
}

function asSeenChunk(chunk: DetectorChunk): SeenChunk[] {
  if (chunk.kind !== 'seen') return [];
  const bytes = chunk.body.slice(); // a copy starts at offset 0, as a Uint32Array needs it
  return [{ generation: chunk.position, hashes: new Uint32Array(bytes.buffer, 0, bytes.length / 4) }];
}

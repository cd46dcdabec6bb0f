import type { SignalKeyKind } from '@kentongan/contracts';
import { AlarmRules, type RegionView } from './alarm-rules.js';
import { packTraits } from './composition.js';
import { CopyGroups } from './copy-groups.js';
import { CountedPosts } from './counted-posts.js';
import { editsOf } from './event-copies.js';
import { RunningEvents } from './events.js';
import { hashInteger, hashNumber } from './hash.js';
import { HoursOfWeek, hourMilliseconds } from './hour-of-week.js';
import { type CountablePost, KeyState } from './key-state.js';
import { KeyStore } from './key-store.js';
import type { DetectorSignal, ObservedKey, ObservedPost, WatchCount } from './observed-post.js';
import { type Parameters, parameters } from './parameters.js';
import { referenceOf } from './post-reference.js';
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
import { Statements } from './statements.js';

/** Which key an alarm is named after when several rise with one post: the one that says most. */
const tellingFirst: readonly SignalKeyKind[] = [
  'hoaxMatch',
  'watchRule',
  'nearCopy',
  'subjectPlace',
  'hashtag',
  'volume',
];
const activePostsMin = 5;
/** A feed that never fell silent counts as watched from its first post on; all other keys from the region's start. */
const totalKey = { kind: 'volume', value: '' } as const;

/**
 * Hears when something in one region leaves its norm. Fed with posts one at a time, it answers each with the
 * signals that post tipped. Pure: no clock, no I/O, the same posts in the same order give the same signals.
 */
export class RegionDetector {
  readonly counters: RegionCounters = { counted: 0, copies: 0, late: 0, edits: 0, deletions: 0 };
  private readonly keys = new KeyStore();
  private readonly events: RunningEvents;
  private readonly seen: SeenPosts;
  private readonly buffer: ReorderBuffer;
  private readonly countedPosts: CountedPosts;
  private readonly statements: Statements;
  private copyGroups = new CopyGroups();
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
    this.events = new RunningEvents(settings);
    this.seen = new SeenPosts(settings.seenGenerationHours * hourMilliseconds, settings.seenGenerationIdsMax);
    this.buffer = new ReorderBuffer(settings.reorderPostsMax);
    this.countedPosts = new CountedPosts(settings.deletablePostsMax);
    this.statements = new Statements({
      regionId,
      settings,
      rules: new AlarmRules(settings),
      events: this.events,
      keys: this.keys,
      countedPosts: this.countedPosts,
      watchCountOf: (ruleId) => this.watchCounts.get(ruleId),
    });
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
    const copies = this.copyGroups.takeChanges();
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
        ...(copies.chunk ? [{ kind: 'copies' as const, ...copies.chunk }] : []),
      ],
      chunksFrom: {
        seen: seen.oldestGeneration,
        counted: counted.oldestPosition,
        copies: copies.oldestPosition,
      },
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
      copyGroups: this.copyGroups.state(),
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
    if (region.copyGroups)
      this.copyGroups = CopyGroups.of(
        region.copyGroups,
        chunks.filter((chunk) => chunk.kind === 'copies'),
      );
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
    const states = this.countKeys(this.keysOf(post), countable, hour);
    const keys = states.map((state) => state.id);
    const traits = post.traits ? packTraits(post.traits) : null;
    const { hash, atMilliseconds } = countable;
    const counted = { atMilliseconds, keys, traits };
    this.countedPosts.add(hash, counted);
    return this.statements.judge(post, { hash, post: counted, states }, this.view());
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

  /** With the key that counts the edits of a text, where the post is one of them. */
  private keysOf({ keys, copySketch, createdAtMilliseconds }: ObservedPost): readonly ObservedKey[] {
    const own = copySketch === undefined ? undefined : keys.find(({ kind }) => kind === 'nearCopy');
    if (!own) return keys;
    const group = this.copyGroups.groupOf(own.value, copySketch!, createdAtMilliseconds);
    return group === own.value ? keys : [...keys, { kind: 'nearCopy', value: editsOf(group) }];
  }

  private countKeys(given: readonly ObservedKey[], countable: CountablePost, hour: number): KeyState[] {
    const states: KeyState[] = [];
    for (const key of given) {
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
    this.events.removePost(counted);
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

function asSeenChunk(chunk: DetectorChunk): SeenChunk[] {
  if (chunk.kind !== 'seen') return [];
  // A copy starts at offset 0, as a Uint32Array needs it. `slice()` copies no Buffer, and small ones share memory.
  const bytes = new Uint8Array(chunk.body);
  return [{ generation: chunk.position, hashes: new Uint32Array(bytes.buffer, 0, bytes.length / 4) }];
}

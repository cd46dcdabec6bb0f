import type { AlarmRules, Measure, RegionView } from './alarm-rules.js';
import { addTraits, emptyComposition } from './composition.js';
import type { CountedPost, CountedPosts } from './counted-posts.js';
import { addCopy, copiesOf, type EventCopies, editsOf, isOfEdits } from './event-copies.js';
import type { RunningEvent, RunningEvents } from './events.js';
import { hashHex } from './hash.js';
import { hourMilliseconds } from './hour-of-week.js';
import type { KeyState } from './key-state.js';
import type { KeyStore } from './key-store.js';
import type { DetectorSignal, ObservedPost, WatchCount } from './observed-post.js';
import type { Parameters } from './parameters.js';
import { referenceOf } from './post-reference.js';
import { signalHours } from './signal-hours.js';
import { levelOf, louder, signalOf } from './signal-of.js';

/** What a region's detector lends to the making of statements. */
export interface StatementParts {
  readonly regionId: string;
  readonly settings: Parameters;
  readonly rules: AlarmRules;
  readonly events: RunningEvents;
  readonly keys: KeyStore;
  readonly countedPosts: CountedPosts;
  readonly watchCountOf: (ruleId: string) => WatchCount | undefined;
}

/** Judges the keys of a post just counted: which event each risen key belongs to, and which are worth a statement. */
export class Statements {
  constructor(private readonly parts: StatementParts) {}

  judge(
    post: ObservedPost,
    counted: { readonly hash: number; readonly post: CountedPost; readonly states: readonly KeyState[] },
    region: RegionView,
  ): DetectorSignal[] {
    const { events, rules, watchCountOf } = this.parts;
    const now = post.createdAtMilliseconds;
    const stated = new Set<RunningEvent>();
    for (const state of counted.states) {
      if (isOfEdits(state.value)) continue;
      const running = events.of(state.id, now);
      if (running?.mainKey === state.id) events.addPost(running, counted.hash, counted.post);
      const at = { postMilliseconds: now, isRunning: running !== undefined };
      const measure = rules.judge(state, region, at, watchCountOf(state.value));
      if (!measure) continue;
      markHot(state, region, now);
      const event = running ?? this.eventFor(state, measure, post);
      event.lastHotMilliseconds = Math.max(event.lastHotMilliseconds, now);
      const isNews =
        event.version === 0 ||
        (running === undefined && isTellingWhenJoining(state)) ||
        this.hasGrown(event, state, measure, region);
      if (isNews) stated.add(event);
    }
    return [...stated].map((event) => this.state(event, post, region));
  }

  /** A risen key that belongs to no running event joins the one made of the same posts, or opens its own. */
  private eventFor(state: KeyState, measure: Measure, post: ObservedPost): RunningEvent {
    const { events, regionId } = this.parts;
    const since = measure.endMilliseconds - measure.windowMinutes * 60_000;
    const excess = measure.count - (measure.norm ?? 0);
    const same = events.likeliest(state, since, excess, post.createdAtMilliseconds);
    if (same) {
      events.join(same, state);
      return same;
    }
    const { composition, copies } = this.postsSince(state, measure.startMilliseconds);
    const event: RunningEvent = {
      signalId: hashHex(`${regionId}\n${state.id}\n${post.postId}`),
      mainKey: state.id,
      windowMinutes: measure.windowMinutes,
      keys: [state.id],
      version: 0,
      level: 'medium',
      statedCount: measure.count,
      statedPosts: 0,
      composition,
      copies,
      openedMilliseconds: post.createdAtMilliseconds,
      lastHotMilliseconds: post.createdAtMilliseconds,
      posts: state.recentPosts(0),
      tipping: referenceOf(post),
      first: state.firstPostIn(measure.windowMinutes, measure.endMilliseconds) ?? referenceOf(post),
      tippingArrivedAtMilliseconds: post.arrivedAtMilliseconds,
    };
    events.open(event);
    return event;
  }

  /** What the posts of the window are that made the alarm, and which texts they share, as far back as posts are remembered. */
  private postsSince(state: KeyState, sinceMilliseconds: number) {
    const composition = emptyComposition(sinceMilliseconds);
    const copies: EventCopies = [];
    for (const post of this.parts.countedPosts.ofKey(state.id, sinceMilliseconds)) {
      addTraits(composition, post.traits, 1);
      addCopy(copies, post, 1);
    }
    return { composition, copies };
  }

  /** Growth worth a new statement: twice the posts, in the window or since it began, or a higher level. */
  private hasGrown(event: RunningEvent, state: KeyState, measure: Measure, region: RegionView): boolean {
    if (state.id !== event.mainKey) return false;
    const { growthFactor } = this.parts.settings;
    const count = state.countIn(event.windowMinutes, measure.endMilliseconds);
    if (count >= event.statedCount * growthFactor) return true;
    const posts = event.composition?.posts ?? 0;
    if (event.statedPosts > 0 && posts >= event.statedPosts * growthFactor) return true;
    return event.level !== 'critical' && this.levelNow(event, state, region) !== event.level;
  }

  private levelNow(event: RunningEvent, main: KeyState, region: RegionView, measure?: Measure) {
    const { rules, settings } = this.parts;
    const certain = main.certainAuthorsSince(0) >= settings.hoaxCertainAuthorsMin;
    const now = measure ?? rules.measure(main, region, event.windowMinutes, main.latestMilliseconds);
    return louder(event.level, levelOf(now, certain));
  }

  private state(event: RunningEvent, post: ObservedPost, region: RegionView): DetectorSignal {
    const { keys, rules, settings } = this.parts;
    const main = keys.byId(event.mainKey);
    const measure = main
      ? rules.measure(main, region, event.windowMinutes, main.latestMilliseconds)
      : forgottenMeasure(event, post);
    event.version += 1;
    event.statedCount = Math.max(event.statedCount, measure.count);
    event.statedPosts = Math.max(event.statedPosts, event.composition?.posts ?? 0);
    if (main) event.level = this.levelNow(event, main, region, measure);
    const learning = this.learning(region);
    const hourNorm = main && !learning.normLearning ? rules.hourNorm(main, region) : null;
    return signalOf(event, measure, post, {
      samples: main?.samplePosts ?? [],
      learning,
      hours: main ? signalHours(main, region.hours, measure.endMilliseconds, hourNorm) : [],
      copies: copiesOf(event.copies, {
        groupStates: (group) => [group, editsOf(group)].flatMap((value) => keys.get('nearCopy', value) ?? []),
        accountsMin: settings.distinctAuthorsMin,
      }),
    });
  }

  private learning({ hours }: RegionView): { normLearning: boolean; normDays: number } {
    const lifeDays = (hours.newestHour - hours.firstHour) / 24;
    return {
      normLearning: lifeDays < this.parts.settings.learningDays,
      normDays: Math.round(hours.observed.at(hours.newestHour) / 2.4) / 10,
    };
  }
}

function markHot(state: KeyState, region: RegionView, now: number): void {
  const hour = Math.floor(now / hourMilliseconds);
  state.lastHotMilliseconds = Math.max(state.lastHotMilliseconds, now);
  state.norm.markHot(hour);
  if (state.kind === 'volume') region.total.norm.markHot(hour);
}

/** A hoax or a watched phrase that has joined an event is news about it. */
const isTellingWhenJoining = ({ kind }: KeyState) => kind === 'hoaxMatch' || kind === 'watchRule';

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

import { type AnalysisParts, loadParts, type RegionReading, readPost } from '@kentongan/analyzer';
import { type DetectorSaved, type DetectorSignal, RegionDetector } from '@kentongan/bursts';
import { HoaxMemory } from '@kentongan/claims';
import type { AnalyzedPost, Fact, HoaxMatch, Route, Signal, SignalLevel } from '@kentongan/contracts';
import { observedPost } from '@kentongan/detector';
import {
  cityPlaces,
  demoFacts,
  demoRegion,
  type EventKind,
  majority,
  postIdsOf,
  SimulatedCity,
  type SimulatedPost,
  simulateDay,
  simulateHistory,
} from '@kentongan/kentongan/demo';
import { Lessons, tokenize, WatchRules, wordNorms } from '@kentongan/language';
import { isSameThing, joinTraces, type Traces, tracesOfSignal, triage } from '@kentongan/triage';
import { collectedOf } from '../support/simulated-posts.js';

const historyDays = 21;
const { regionId, timeZone, placeRoots, watchRules } = demoRegion;
const reading: RegionReading = {
  regionId,
  placeRoots,
  watchRules: new WatchRules(watchRules, (phrase) => wordNorms(tokenize(phrase))),
  lessons: new Lessons(),
};

/** What the desk made of what it heard: one issue for each thing, with every route suggested on the way. */
export interface JudgedIssue {
  /** What most posts of its first statement belong to; null = everyday talk. */
  readonly event: EventKind | null;
  readonly first: Signal;
  readonly routes: (Route | null)[];
}

interface WrongMatch {
  readonly event: EventKind;
  readonly text: string;
  readonly match: HoaxMatch;
}

/** A simulated day as the desk saw it. */
export interface JudgedDay {
  readonly seed: number;
  readonly posts: readonly { readonly event: EventKind | null; readonly atMilliseconds: number }[];
  readonly issues: readonly JudgedIssue[];
  /** Posts of criticism, complaint and press that were tied to a fact beyond `related`. */
  readonly wrongMatches: readonly WrongMatch[];
}

/**
 * The desk's rules without its database: analysis with the real models, detector, grouping, triage. Three quiet weeks
 * are heard once; each day goes on from there, with a hoax memory that has heard nothing of the other days.
 */
export class DemoJudge {
  private readonly city = new SimulatedCity(cityPlaces());
  private readonly facts: readonly Fact[];
  private readonly memories: ReadonlyMap<number, HoaxMemory>;
  private readonly parts: AnalysisParts = loadParts();
  private readonly saved: DetectorSaved;
  readonly quietAlarms: DetectorSignal[] = [];

  constructor(
    private readonly endsAt: number,
    seeds: readonly number[],
  ) {
    this.facts = demoFacts(endsAt);
    this.memories = new Map(seeds.map((seed) => [seed, this.newMemory()]));
    const detector = new RegionDetector(regionId, timeZone);
    for (const simulated of simulateHistory(this.city, endsAt, historyDays)) {
      const post = analysed(simulated, { ...this.parts, hoaxMemory: this.hearInAll(simulated) });
      this.quietAlarms.push(...detector.observe(observedPost(post)));
    }
    const { region, keys, chunks } = detector.takeChanges();
    this.saved = { region, keys, chunks };
  }

  judge(seed: number): JudgedDay {
    const day = simulateDay(this.city, this.endsAt, seed);
    const detector = new RegionDetector(regionId, timeZone);
    detector.restore(this.saved);
    const parts = { ...this.parts, hoaxMemory: this.memories.get(seed)! };
    const desk = new IssueDesk(this.facts, eventsByPost(day.posts));
    const wrongMatches: WrongMatch[] = [];
    for (const simulated of day.posts) {
      const post = analysed(simulated, parts);
      const { event } = simulated;
      const match = post.analysis.hoaxMatch;
      if (event !== null && mayNotMatch.has(event) && match !== null && match.level !== 'related')
        wrongMatches.push({ event, text: post.text, match });
      for (const signal of detector.observe(observedPost(post))) desk.take(signal);
    }
    const posts = day.posts.map(({ event, atMilliseconds }) => ({ event, atMilliseconds }));
    const issues = desk.issues.map(({ event, first, routes }) => ({ event, first, routes }));
    return { seed, posts, issues, wrongMatches };
  }

  private newMemory(): HoaxMemory {
    const memory = new HoaxMemory();
    for (const fact of this.facts) memory.record(fact);
    return memory;
  }

  /** Every day's memory hears the same history; what the first of them answers is the analysis. */
  private hearInAll({ atMilliseconds }: SimulatedPost): HoaxMemory {
    const memories = [...this.memories.values()];
    const hear: HoaxMemory['hear'] = (tokens) =>
      memories.map((memory) => memory.hear(tokens, atMilliseconds))[0] ?? null;
    return Object.assign(Object.create(memories[0]!) as HoaxMemory, { hear });
  }
}

const mayNotMatch: ReadonlySet<EventKind> = new Set(['complaint', 'criticism', 'press']);

/** Groups alarms as the responder does. */
class IssueDesk {
  readonly issues: (JudgedIssue & {
    shown: Signal;
    traces: Traces;
    readonly signalIds: Set<string>;
  })[] = [];

  constructor(
    private readonly facts: readonly Fact[],
    private readonly eventOf: ReadonlyMap<string, EventKind | null>,
  ) {}

  take(detected: DetectorSignal): void {
    const given: Signal = { ...detected, timeToAlertWallSeconds: 0 };
    const traces = tracesOfSignal(given);
    const known =
      this.issues.find(({ signalIds }) => signalIds.has(given.signalId)) ??
      this.issues.find((issue) => isSameThing(traces, issue.traces));
    if (!known) {
      const event = this.eventOfSignal(given);
      const routes = [this.routeOf(given, traces.factId)];
      this.issues.push({
        event,
        first: given,
        shown: given,
        routes,
        traces,
        signalIds: new Set([given.signalId]),
      });
      return;
    }
    known.traces = joinTraces(traces, known.traces);
    known.signalIds.add(given.signalId);
    known.shown = shownStatement(known.shown, given);
    known.routes.push(this.routeOf(known.shown, known.traces.factId));
  }

  private routeOf(signal: Signal, factId: string | null): Route | null {
    const fact = this.facts.find((each) => each.factId === factId) ?? null;
    return triage({ signal, texts: [], subjects: [], postType: null, fact, route: null }).suggestion.route;
  }

  private eventOfSignal(signal: Signal): EventKind | null {
    return majority(postIdsOf(signal).map((postId) => this.eventOf.get(postId) ?? null));
  }
}

const levels: readonly SignalLevel[] = ['medium', 'high', 'critical'];

/** The statement that an issue shows, as the responder chooses it: newer of the same event, else louder, else later. */
function shownStatement(shown: Signal, given: Signal): Signal {
  if (shown.signalId === given.signalId) return given.version > shown.version ? given : shown;
  const louder = levels.indexOf(given.level) - levels.indexOf(shown.level);
  if (louder !== 0) return louder > 0 ? given : shown;
  const later = Date.parse(given.windowEnd) - Date.parse(shown.windowEnd);
  return (later || given.distinctAuthors - shown.distinctAuthors) > 0 ? given : shown;
}

function eventsByPost(posts: readonly SimulatedPost[]): ReadonlyMap<string, EventKind | null> {
  return new Map(posts.map(({ post, event }) => [`${post.platform}:${post.id}`, event]));
}

/** As the collector would have let it in, and as the analyzer understands it. */
function analysed(simulated: SimulatedPost, parts: AnalysisParts): AnalyzedPost {
  const collected = collectedOf(simulated);
  return { ...collected, ...readPost(collected, reading, parts) };
}

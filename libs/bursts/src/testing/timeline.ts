import type { RegionMode, SignalLevel } from '@kentongan/contracts';
import type { PostTraits } from '../composition.js';
import type { DetectorSignal, ObservedKey, ObservedPost } from '../observed-post.js';
import { RegionDetector } from '../region-detector.js';

const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;
/** A Monday, 00:00 in Jakarta. */
export const monday = Date.parse('2026-03-01T17:00:00Z');

/** Numbers between 0 and 1, the same on every run. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

let posts = 0;

export function post(
  atMilliseconds: number,
  keys: readonly ObservedKey[],
  changes: Partial<ObservedPost> = {},
): ObservedPost {
  posts += 1;
  return {
    postId: `test:${posts}`,
    revision: 1,
    createdAtMilliseconds: atMilliseconds,
    arrivedAtMilliseconds: atMilliseconds + 2_000,
    authorKey: `author-${posts}`,
    keys,
    excerpt: `Lampu jalan padam sejak semalam, unggahan ${posts}`,
    deleted: false,
    mode: 'live',
    ...changes,
  };
}

export const traits = (changes: Partial<PostTraits> = {}): PostTraits => ({
  postType: 'complaint',
  sentiment: 'negative',
  authorKind: 'person',
  platform: 'uji',
  subjects: [],
  places: [],
  factId: null,
  ...changes,
});

export const volume = (value: string): ObservedKey => ({ kind: 'volume', value });
export const subject = (value: string): ObservedKey => ({ kind: 'subjectPlace', value });

/** Posts spread by chance over a stretch of time, `perHour` on average, in order. */
export function background(
  from: number,
  until: number,
  perHour: number,
  keys: (random: () => number) => readonly ObservedKey[],
  changes: Partial<ObservedPost> = {},
  random = randomNumbers(7),
): ObservedPost[] {
  const made: ObservedPost[] = [];
  for (let at = from; ; ) {
    at += (-Math.log(1 - random()) * hour) / perHour;
    if (at >= until) return made;
    made.push(post(Math.floor(at), keys(random), changes));
  }
}

/** Reads like the course of a night: posts at a time of day, then what must have been heard by then. */
export class Timeline {
  private now: number;
  private heard: DetectorSignal[] = [];
  private readonly mode: RegionMode = 'live';

  constructor(
    private readonly startOfDay: number,
    private readonly key: ObservedKey,
    readonly detector = new RegionDetector('kota-uji', 'Asia/Jakarta'),
  ) {
    this.now = startOfDay;
  }

  after(quiet: readonly ObservedPost[]): this {
    for (const each of quiet) this.heard.push(...this.detector.observe(each));
    return this;
  }

  at(time: string): this {
    const [hours, minutes] = time.split(':').map(Number);
    this.now = this.startOfDay + hours! * hour + minutes! * minute;
    return this;
  }

  /** `count` posts, ten seconds apart, by as many authors as told (default: each its own). */
  posts(count: number, { authors = count }: { authors?: number } = {}): this {
    for (let i = 0; i < count; i += 1) {
      const authorKey = `${this.now}-${i % authors}`;
      this.heard.push(
        ...this.detector.observe(post(this.now + i * 10_000, [this.key], { authorKey, mode: this.mode })),
      );
    }
    return this;
  }

  /** Takes out of what was heard the first signal, which must be as described. */
  want(version: number, level: SignalLevel, between: readonly [string, string]): this {
    const signal = this.heard.shift();
    if (!signal) throw new Error(`nothing was heard between ${between.join(' and ')}`);
    const at = new Date(Date.parse(signal.windowEnd) + 7 * hour).toISOString().slice(11, 16);
    const isAsWanted =
      signal.version === version && signal.level === level && at >= between[0] && at <= between[1];
    if (!isAsWanted)
      throw new Error(`heard version ${signal.version}, ${signal.level} at ${at}: ${JSON.stringify(signal)}`);
    return this;
  }

  wantNoOther(): void {
    if (this.heard.length > 0) throw new Error(`heard more: ${JSON.stringify(this.heard)}`);
  }
}

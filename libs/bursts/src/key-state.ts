import type { SignalKeyKind } from '@kentongan/contracts';
import { Buckets, type BucketsState } from './buckets.js';
import { hourMilliseconds } from './hour-of-week.js';
import { KeyNorm, type KeyNormState } from './key-norm.js';
import { authorsPerKeyMax, type Parameters } from './parameters.js';
import {
  type PostReference,
  type PostReferenceSaved,
  restoredReference,
  SavedPosts,
} from './post-reference.js';
import { RecentSet, type RecentSetState } from './recent-set.js';
import type { RegionHours } from './region-hours.js';

const fineMinutes = 5;
const fineMilliseconds = fineMinutes * 60_000;
const fineKept = 13;
const recentPostsMax = 64;
const samplesMax = 5;
const hoursKept = 80;
/** A watch rule may look back a whole week. */
const watchHoursKept = 170;

/** A post made ready for counting: hashes are computed once, however many keys it has. */
export interface CountablePost {
  readonly atMilliseconds: number;
  readonly hash: number;
  readonly author: number | null;
  /** Its near-copy group, or itself where it has none. */
  readonly text: number;
  readonly reference: PostReference;
}

/** All that is known of one key: recent counts in event time, who spoke, which posts, and its norm. */
export class KeyState {
  total = 0;
  /** Event time of the newest post. */
  latestMilliseconds = 0;
  /** Event time of the last post that found the key above its norm: what came before has been told. */
  lastHotMilliseconds = 0;
  /** Order of last use, so that a restored detector forgets the same keys first. */
  touched = 0;
  /** Where the store keeps it. */
  shelf: 'young' | 'grown' | null = null;
  private fine = new Buckets();
  private hours = new Buckets();
  private authors: RecentSet | null = null;
  private texts: RecentSet | null = null;
  private certain: RecentSet | null = null;
  private authorless = 0;
  private recent: number[] = [];
  private samples: PostReference[] = [];
  private learned: KeyNorm | null = null;
  /** Expected counts and what would be an alarm, per window, for one hour; rebuilt, never saved. */
  cache: { hour: number; means: Float64Array; criticals: Float64Array } | null = null;

  constructor(
    readonly kind: SignalKeyKind,
    readonly value: string,
    private readonly bornHour: number,
    private readonly settings: Parameters,
  ) {}

  /** Made when first asked for: most keys are one-off texts that never come to have a norm. */
  get norm(): KeyNorm {
    this.learned ??= new KeyNorm(this.bornHour, this.settings);
    return this.learned;
  }

  get id(): string {
    return `${this.kind}|${this.value}`;
  }

  count(post: CountablePost, certain: boolean): void {
    const { atMilliseconds: at, reference } = post;
    this.total += 1;
    this.latestMilliseconds = Math.max(this.latestMilliseconds, at);
    this.fine.add(Math.floor(at / fineMilliseconds), reference);
    this.hours.add(Math.floor(at / hourMilliseconds), reference);
    this.fine.prune(Math.floor(this.latestMilliseconds / fineMilliseconds) - fineKept);
    this.hear(post, certain);
    this.recent.push(post.hash, at);
    if (this.recent.length > recentPostsMax * 2) this.recent.splice(0, 2);
    this.samples.push(reference);
    if (this.samples.length > samplesMax) this.samples.shift();
  }

  private hear({ author, text, atMilliseconds }: CountablePost, certain: boolean): void {
    if (author === null) {
      this.authorless += 1;
      this.texts ??= new RecentSet(authorsPerKeyMax);
      this.texts.add(text, atMilliseconds);
      return;
    }
    this.authors ??= new RecentSet(authorsPerKeyMax);
    this.authors.add(author, atMilliseconds);
    if (!certain) return;
    this.certain ??= new RecentSet(authorsPerKeyMax);
    this.certain.add(author, atMilliseconds);
  }

  uncount(atMilliseconds: number, postHash: number): void {
    this.total -= 1;
    this.fine.remove(Math.floor(atMilliseconds / fineMilliseconds));
    this.hours.remove(Math.floor(atMilliseconds / hourMilliseconds));
    const place = this.recent.indexOf(postHash);
    if (place >= 0) this.recent.splice(place, 2);
  }

  /** Hashes and times of the newest posts after `since`, at most 64. */
  recentPosts(sinceMilliseconds: number): [hash: number, atMilliseconds: number][] {
    const posts: [number, number][] = [];
    for (let at = 0; at < this.recent.length; at += 2)
      if (this.recent[at + 1]! > sinceMilliseconds) posts.push([this.recent[at]!, this.recent[at + 1]!]);
    return posts;
  }

  /** Learns the hours that are past the norms' lag and forgets counts that nothing can ask for again. */
  learn(hours: RegionHours): void {
    const oldest = this.hours.oldest;
    if (oldest === undefined || (!this.learned && oldest > hours.daysThrough)) return;
    this.norm.learn(hours, (from, to, visit) => this.hours.forEach(from, to, visit));
    const kept = this.kind === 'watchRule' ? watchHoursKept : hoursKept;
    this.hours.prune(Math.floor(this.latestMilliseconds / hourMilliseconds) - kept);
  }

  /**
   * Posts in the window that ends with the bucket of `end`: 5-minute buckets up to an hour, hours beyond.
   * @param after leaves out the bucket of this time and all before it
   */
  countIn(minutes: number, endMilliseconds: number, after = 0): number {
    const [buckets, width] =
      minutes <= 60 ? [this.fine, fineMilliseconds] : ([this.hours, hourMilliseconds] as const);
    const end = Math.floor(endMilliseconds / width);
    const start = end - Math.ceil((minutes * 60_000) / width) + 1;
    return buckets.sum(Math.max(start, Math.floor(after / width) + 1), end);
  }

  /** Posts of one hour since the epoch; hours further back than three days are forgotten. */
  countInHour(hour: number): number {
    return this.hours.sum(hour, hour);
  }

  /** Where the window that `countIn` counts begins: buckets are whole, so it is a little shorter than its name. */
  windowStart(minutes: number, endMilliseconds: number): number {
    const width = minutes <= 60 ? fineMilliseconds : hourMilliseconds;
    return (Math.floor(endMilliseconds / width) - Math.ceil((minutes * 60_000) / width) + 1) * width;
  }

  postsOfThreeDays(hour: number): number {
    return this.latestMilliseconds < (hour - 71) * hourMilliseconds ? 0 : this.hours.sum(hour - 71, hour);
  }

  firstPostIn(minutes: number, endMilliseconds: number): PostReference | undefined {
    if (minutes <= 60)
      return this.fine.firstSince(Math.floor(endMilliseconds / fineMilliseconds) - minutes / fineMinutes + 1);
    return this.hours.firstSince(
      Math.floor(endMilliseconds / hourMilliseconds) - Math.ceil(minutes / 60) + 1,
    );
  }

  /** The earliest of the posts that are remembered, which go back some days. */
  get earliestPost(): PostReference | undefined {
    return this.hours.firstSince(Number.NEGATIVE_INFINITY);
  }

  authorsSince(sinceMilliseconds: number): number {
    return this.authors?.countSince(sinceMilliseconds) ?? 0;
  }

  /** Who they are, as numbers that mean nothing elsewhere: to count those of several keys once. */
  voicesSince(sinceMilliseconds: number): readonly number[] {
    return this.authors?.voicesSince(sinceMilliseconds) ?? [];
  }

  certainAuthorsSince(sinceMilliseconds: number): number {
    return this.certain?.countSince(sinceMilliseconds) ?? 0;
  }

  /** Distinct texts of posts without an author: what stands in for authors where a source names none. */
  textsSince(sinceMilliseconds: number): number {
    return this.texts?.countSince(sinceMilliseconds) ?? 0;
  }

  /** True when most posts of this key came without an author. */
  get isAuthorless(): boolean {
    return this.authorless * 2 > this.total;
  }

  /** The newest few posts, for the officer to read. */
  get samplePosts(): readonly PostReference[] {
    return this.samples;
  }

  state(): KeyStateSaved {
    const posts = new SavedPosts();
    const samples = this.samples.map(posts.placeOf);
    const [fine, hours] = [this.fine.state(posts.placeOf), this.hours.state(posts.placeOf)];
    return [
      this.total,
      this.latestMilliseconds,
      this.touched,
      this.lastHotMilliseconds,
      this.bornHour,
      this.shelf,
      fine,
      hours,
      this.authors?.state() ?? null,
      this.texts?.state() ?? null,
      this.certain?.state() ?? null,
      this.authorless,
      this.recent,
      posts.list,
      this.learned?.state() ?? null,
      samples,
    ];
  }

  static fromSaved(id: string, json: string, settings: Parameters): KeyState {
    const at = id.indexOf('|');
    const saved = JSON.parse(json) as KeyStateSaved;
    return KeyState.of(id.slice(0, at) as SignalKeyKind, id.slice(at + 1), saved, settings);
  }

  static of(kind: SignalKeyKind, value: string, saved: KeyStateSaved, settings: Parameters): KeyState {
    const state = new KeyState(kind, value, saved[4], settings);
    [state.total, state.latestMilliseconds, state.touched, state.lastHotMilliseconds] = saved;
    state.shelf = saved[5];
    const posts = saved[13].map(restoredReference);
    state.fine = Buckets.of(saved[6], posts);
    state.hours = Buckets.of(saved[7], posts);
    state.authors = saved[8] && RecentSet.of(saved[8], authorsPerKeyMax);
    state.texts = saved[9] && RecentSet.of(saved[9], authorsPerKeyMax);
    state.certain = saved[10] && RecentSet.of(saved[10], authorsPerKeyMax);
    state.authorless = saved[11];
    state.recent = [...saved[12]];
    state.samples = saved[15]?.map((place) => posts[place]!) ?? posts;
    state.learned = saved[14] && KeyNorm.of(saved[14], settings);
    return state;
  }
}

type Voices = RecentSetState | null;

export type KeyStateSaved = readonly [
  total: number,
  latestMilliseconds: number,
  touched: number,
  lastHotMilliseconds: number,
  bornHour: number,
  shelf: 'young' | 'grown' | null,
  fine: BucketsState,
  hours: BucketsState,
  authors: Voices,
  texts: Voices,
  certain: Voices,
  authorless: number,
  recent: readonly number[],
  posts: readonly PostReferenceSaved[],
  norm: KeyNormState | null,
  /** Left out in what was written before counts named posts by their place: then all are samples. */
  samples?: readonly number[],
];

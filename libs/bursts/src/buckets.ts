import { type PostPlaceSaved, type PostReference, restoredReference } from './post-reference.js';

interface Bucket {
  readonly index: number;
  count: number;
  first: PostReference;
}

/** Event-time counts in buckets of one width, sparse and in order; each bucket keeps its first post. */
export class Buckets {
  private list: Bucket[] = [];
  /** Sums of whole buckets before the newest one, by length; they hold until a new bucket begins or an old one changes. */
  private sums: { end: number; byStart: Map<number, number> } | null = null;

  /** Adds one post; posts may come late, so the bucket is searched from the newest end. */
  add(index: number, post: PostReference): void {
    let at = this.list.length;
    while (at > 0 && this.list[at - 1]!.index > index) at -= 1;
    const bucket = this.list[at - 1];
    if (at < this.list.length || bucket?.index !== index) this.sums = null;
    if (bucket?.index !== index) {
      this.list.splice(at, 0, { index, count: 1, first: post });
      return;
    }
    bucket.count += 1;
    if (post.createdAtMilliseconds < bucket.first.createdAtMilliseconds) bucket.first = post;
  }

  /** Takes one post back out, after a deletion. */
  remove(index: number): void {
    this.sums = null;
    const bucket = this.list.find((each) => each.index === index);
    if (bucket && bucket.count > 0) bucket.count -= 1;
  }

  /** Posts in the buckets from..to, both included. Asked for after every post, so the past is summed up once. */
  sum(from: number, to: number): number {
    const newest = this.list.at(-1);
    if (newest?.index !== to || from > to) return this.sumOf(from, to);
    if (this.sums?.end !== to) this.sums = { end: to, byStart: new Map() };
    let past = this.sums.byStart.get(from);
    if (past === undefined) {
      past = this.sumOf(from, to - 1);
      this.sums.byStart.set(from, past);
    }
    return past + newest.count;
  }

  private sumOf(from: number, to: number): number {
    let total = 0;
    for (let at = this.list.length - 1; at >= 0; at -= 1) {
      const bucket = this.list[at]!;
      if (bucket.index < from) break;
      if (bucket.index <= to) total += bucket.count;
    }
    return total;
  }

  firstSince(from: number): PostReference | undefined {
    return this.list.find((bucket) => bucket.index >= from)?.first;
  }

  /** Forgets buckets before `index`. */
  prune(index: number): void {
    let drop = 0;
    while (drop < this.list.length && this.list[drop]!.index < index) drop += 1;
    if (drop === 0) return;
    this.list.splice(0, drop);
    this.sums = null;
  }

  /** Non-empty buckets from..to, in order. */
  forEach(from: number, to: number, visit: (index: number, count: number) => void): void {
    for (const { index, count } of this.list) if (index >= from && index <= to) visit(index, count);
  }

  get oldest(): number | undefined {
    return this.list[0]?.index;
  }

  /** @param placeOf where a post stands among those that are saved with the buckets */
  state(placeOf: (post: PostReference) => number): BucketsState {
    return this.list.map(({ index, count, first }) => [index, count, placeOf(first)]);
  }

  static of(state: BucketsState, posts: readonly PostReference[]): Buckets {
    const buckets = new Buckets();
    buckets.list = state.map(([index, count, first]) => ({
      index,
      count,
      first: typeof first === 'number' ? posts[first]! : restoredReference(first),
    }));
    return buckets;
  }
}

export type BucketsState = readonly (readonly [index: number, count: number, first: PostPlaceSaved])[];

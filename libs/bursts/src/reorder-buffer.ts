import type { ObservedPost } from './observed-post.js';

/** Holds the newest posts of a historical region back and lets them out in order of (createdAt, postId). */
export class ReorderBuffer {
  private heap: ObservedPost[] = [];

  constructor(private readonly postsMax: number) {}

  /** Takes one post and gives back the earliest one as soon as more than `postsMax` wait. */
  push(post: ObservedPost): ObservedPost | undefined {
    this.heap.push(post);
    this.siftUp(this.heap.length - 1);
    return this.heap.length > this.postsMax ? this.pop() : undefined;
  }

  pop(): ObservedPost | undefined {
    const first = this.heap[0];
    const last = this.heap.pop();
    if (this.heap.length > 0 && last) {
      this.heap[0] = last;
      this.siftDown(0);
    }
    return first;
  }

  /** Takes a waiting post out, because it was deleted before it counted. */
  remove(postId: string): boolean {
    const rest = this.heap.filter((post) => post.postId !== postId);
    if (rest.length === this.heap.length) return false;
    this.heap = [];
    for (const post of rest) this.push(post);
    return true;
  }

  get size(): number {
    return this.heap.length;
  }

  posts(): readonly ObservedPost[] {
    return this.heap;
  }

  /** @param posts as `posts()` gave them */
  restore(posts: readonly ObservedPost[]): void {
    this.heap = [...posts];
  }

  private siftUp(start: number): void {
    let index = start;
    while (index > 0) {
      const parent = (index - 1) >>> 1;
      if (!isBefore(this.heap[index]!, this.heap[parent]!)) return;
      this.swap(index, parent);
      index = parent;
    }
  }

  private siftDown(start: number): void {
    let index = start;
    for (;;) {
      const left = index * 2 + 1;
      let least = index;
      for (const child of [left, left + 1])
        if (child < this.heap.length && isBefore(this.heap[child]!, this.heap[least]!)) least = child;
      if (least === index) return;
      this.swap(index, least);
      index = least;
    }
  }

  private swap(a: number, b: number): void {
    const kept = this.heap[a]!;
    this.heap[a] = this.heap[b]!;
    this.heap[b] = kept;
  }
}

function isBefore(a: ObservedPost, b: ObservedPost): boolean {
  if (a.createdAtMilliseconds !== b.createdAtMilliseconds)
    return a.createdAtMilliseconds < b.createdAtMilliseconds;
  return a.postId < b.postId;
}

import type { PackedTraits } from './composition.js';

/** What a post was counted for, and what it is; traits are unknown of posts saved before they were kept. */
export interface CountedPost {
  readonly atMilliseconds: number;
  readonly keys: readonly string[];
  readonly traits: PackedTraits | null;
}

/** One change as it is saved: counted, or (no time, no keys) taken back. */
type Change = readonly [
  hash: number,
  atMilliseconds?: number,
  keys?: readonly string[],
  traits?: PackedTraits | null,
];

/** Changes since the last save; once `position` is further back than what is kept, the chunk is of no use. */
export interface CountedChunk {
  readonly position: number;
  readonly body: string;
}

/**
 * Remembers what the newest posts were counted for, so that a deletion can be taken back out of the counts, and an
 * event can be told of from its first post on. Answers of the newest `postsMax` alone, although more may linger:
 * how many do depends on when it was restored.
 */
export class CountedPosts {
  private posts = new Map<number, CountedPost & { readonly position: number }>();
  private position = 0;
  private changes: Change[] = [];

  constructor(private readonly postsMax: number) {}

  add(hash: number, post: CountedPost): void {
    this.position += 1;
    const { atMilliseconds, keys, traits } = post;
    this.posts.set(hash, { atMilliseconds, keys, traits, position: this.position });
    this.changes.push([hash, post.atMilliseconds, post.keys, post.traits]);
    if (this.posts.size >= this.postsMax * 2) this.posts = new Map([...this.posts].slice(-this.postsMax));
  }

  take(hash: number): CountedPost | undefined {
    const post = this.posts.get(hash);
    if (!post || post.position <= this.position - this.postsMax) return undefined;
    this.posts.delete(hash);
    this.changes.push([hash]);
    return post;
  }

  /** The remembered posts of a key from `sinceMilliseconds` on. Looks at every post: for the opening of an event. */
  *ofKey(key: string, sinceMilliseconds: number): Generator<CountedPost> {
    for (const post of this.posts.values())
      if (
        post.position > this.position - this.postsMax &&
        post.atMilliseconds >= sinceMilliseconds &&
        post.keys.includes(key)
      )
        yield post;
  }

  takeChanges(): { chunk: CountedChunk | null; oldestPosition: number } {
    const changes = this.changes;
    this.changes = [];
    const chunk = changes.length ? { position: this.position, body: JSON.stringify(changes) } : null;
    return { chunk, oldestPosition: this.position - 2 * this.postsMax };
  }

  /** @param chunks in the order in which they were saved */
  restore(chunks: Iterable<CountedChunk>): void {
    for (const chunk of chunks) {
      const changes = JSON.parse(chunk.body) as Change[];
      this.position = chunk.position - changes.filter(([, at]) => at !== undefined).length;
      for (const [hash, atMilliseconds, keys, traits = null] of changes) {
        if (atMilliseconds === undefined || !keys) this.posts.delete(hash);
        else this.add(hash, { atMilliseconds, keys, traits });
      }
      this.position = chunk.position;
    }
    this.changes = [];
  }
}

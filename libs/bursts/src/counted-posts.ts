/** What a post was counted for. */
export interface CountedPost {
  readonly atMilliseconds: number;
  readonly keys: readonly string[];
}

/** One change as it is saved: counted, or (no time, no keys) taken back. */
type Change = readonly [hash: number, atMilliseconds?: number, keys?: readonly string[]];

/** Changes since the last save; once `position` is further back than what is kept, the chunk is of no use. */
export interface CountedChunk {
  readonly position: number;
  readonly body: string;
}

/** Remembers what the newest posts were counted for, so that a deletion can be taken back out of the counts. */
export class CountedPosts {
  private posts = new Map<number, CountedPost>();
  private position = 0;
  private changes: Change[] = [];

  constructor(private readonly postsMax: number) {}

  add(hash: number, post: CountedPost): void {
    this.posts.set(hash, post);
    this.position += 1;
    this.changes.push([hash, post.atMilliseconds, post.keys]);
    if (this.posts.size >= this.postsMax * 2) this.posts = new Map([...this.posts].slice(-this.postsMax));
  }

  take(hash: number): CountedPost | undefined {
    const post = this.posts.get(hash);
    if (!post) return undefined;
    this.posts.delete(hash);
    this.changes.push([hash]);
    return post;
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
      for (const [hash, atMilliseconds, keys] of JSON.parse(chunk.body) as Change[]) {
        if (atMilliseconds === undefined || !keys) this.take(hash);
        else this.add(hash, { atMilliseconds, keys });
      }
      this.position = chunk.position;
    }
    this.changes = [];
  }
}

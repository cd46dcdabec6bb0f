/** The little that is kept of a post, to show it as evidence. */
export interface PostReference {
  readonly postId: string;
  readonly createdAtMilliseconds: number;
  readonly excerpt: string;
}

const excerptCharactersMax = 200;

export const referenceOf = ({ postId, createdAtMilliseconds, excerpt }: PostReference): PostReference => ({
  postId,
  createdAtMilliseconds,
  excerpt: excerpt.slice(0, excerptCharactersMax),
});

/** As a signal shows it. */
export const asTippingPost = (post: PostReference) => ({
  postId: post.postId,
  createdAt: new Date(post.createdAtMilliseconds).toISOString(),
  excerpt: post.excerpt,
});

/** Without field names: a busy key saves a hundred of these. */
export type PostReferenceSaved = readonly [postId: string, createdAtMilliseconds: number, excerpt: string];

const savedReference = (post: PostReference): PostReferenceSaved => [
  post.postId,
  post.createdAtMilliseconds,
  post.excerpt,
];

export const restoredReference = ([
  postId,
  createdAtMilliseconds,
  excerpt,
]: PostReferenceSaved): PostReference => ({ postId, createdAtMilliseconds, excerpt });

/** A post by its place in the list that is saved with it, or the whole of it, as it was written before there was one. */
export type PostPlaceSaved = number | PostReferenceSaved;

/**
 * The posts of one key as they are saved: each once, and by its place wherever else it stands. Most keys are one-off
 * texts whose only post is their first of the minutes, of the hour and their sample, and nearly all that is written.
 */
export class SavedPosts {
  private readonly places = new Map<PostReference, number>();

  readonly placeOf = (post: PostReference): number => {
    const known = this.places.get(post);
    if (known !== undefined) return known;
    this.places.set(post, this.places.size);
    return this.places.size - 1;
  };

  get list(): PostReferenceSaved[] {
    return [...this.places.keys()].map(savedReference);
  }
}

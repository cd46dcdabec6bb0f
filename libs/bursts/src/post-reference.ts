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

export const savedReference = (post: PostReference): PostReferenceSaved => [
  post.postId,
  post.createdAtMilliseconds,
  post.excerpt,
];

export const restoredReference = ([
  postId,
  createdAtMilliseconds,
  excerpt,
]: PostReferenceSaved): PostReference => ({ postId, createdAtMilliseconds, excerpt });

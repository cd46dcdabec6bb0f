/** How many posts of a stretch of time were looked at, and how many of them were hits. */
export interface Seen {
  readonly posts: number;
  readonly hits: number;
  readonly milliseconds: number;
}

/** A stretch without posts says nothing; then this much at least. */
const shortestMilliseconds = 3_600_000;

/**
 * How far back a stretch must reach to hold `wanted` hits, in milliseconds, if it goes on like what was seen. One hit
 * more is reckoned than was seen (Laplace's rule of succession), so that a word not seen yet is rare and not absent.
 */
export function firstStretch({ posts, hits, milliseconds }: Seen, wanted: number): number {
  const perPost = milliseconds / Math.max(1, posts);
  return Math.max(shortestMilliseconds, (wanted * perPost * (posts + 1)) / (hits + 1));
}

/** The same from the hits of all `covered` milliseconds. At least doubles what is covered: twenty years take few looks. */
export function nextStretch(covered: number, hits: number, wanted: number): number {
  return Math.max(shortestMilliseconds, covered, (wanted * covered) / (hits + 1));
}

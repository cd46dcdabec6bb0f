/** How many posts of a stretch of time were looked at, and how many of them were hits. */
export interface Seen {
  readonly posts: number;
  readonly hits: number;
  readonly milliseconds: number;
}

/** Taken wider than the hits seen so far say: a second look costs more than a few hits too many. */
const margin = 1.5;
/** A stretch without posts says nothing; then this much at least. */
const shortestMilliseconds = 3_600_000;

/**
 * How far back the next stretch should reach so that it holds `wanted` hits, in milliseconds. One hit more is reckoned
 * than was seen (Laplace's rule of succession), so that a word not seen yet is rare and not absent.
 */
export function firstStretch({ posts, hits, milliseconds }: Seen, wanted: number): number {
  const perPost = milliseconds / Math.max(1, posts);
  return Math.max(shortestMilliseconds, (margin * wanted * perPost * (posts + 1)) / (hits + 1));
}

/** The same from the hits of all `covered` milliseconds. At least doubles what is covered: twenty years take few looks. */
export function nextStretch(covered: number, hits: number, wanted: number): number {
  return Math.max(shortestMilliseconds, covered, (margin * wanted * covered) / (hits + 1));
}

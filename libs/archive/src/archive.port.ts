import type { CorrectedPost, DatedPostLabel, EventOf, PostMeasured } from '@kentongan/contracts';
import type { SearchFilters } from './query/filters.js';
import type { Query } from './query/query.js';

export const pagePostsMax = 200;
export const facetValuesMax = 200;
export const histogramBucketsMax = 2_000;
/** Facets count the newest of the posts selected: all of a month would take longer than anyone looks at them. */
export const facetedPostsMax = 25_000;
/** The histogram of a search for words or values counts the newest hits; without any it counts every post. */
export const histogramHitsMax = 20_000;
/** Above this a count says "at least": counting on would cost seconds and tell a reader nothing new. */
export const countedPostsMax = 30_000;
/** *Best first* ranks the newest of the hits, the same number on every adapter. */
export const rankedPostsMax = 500;

/** What a person said of one part of a post, or took back. */
export interface Correction {
  readonly postId: string;
  readonly firstCreatedAt: string;
  readonly label: DatedPostLabel;
  readonly isUndone: boolean;
}

export type Reach = EventOf<typeof PostMeasured>['data'];

/**
 * What became of one post of a batch. `stale`: this revision or a newer one is there already (also a repeated delivery).
 * `refused`: its author asked to be erased. `invalid`: the store cannot hold it, whatever is tried; the detail says why.
 */
export type IndexOutcome =
  | { readonly kind: 'indexed' | 'stale' | 'refused' }
  | { readonly kind: 'invalid'; readonly detail: string };

/**
 * What is looked for, in one region. A post's time in the archive is `firstCreatedAt`: it never moves, so neither does
 * the post while someone pages through the results.
 */
export interface Selection {
  readonly regionId: string;
  readonly query: Query;
  readonly filters?: SearchFilters;
  /** ISO 8601, inclusive. */
  readonly from?: string;
  /** ISO 8601, exclusive. */
  readonly to?: string;
}

export type SearchOrder = 'newest' | 'best';

export interface SearchRequest extends Selection {
  readonly order: SearchOrder;
  /** 1 to `pagePostsMax`. */
  readonly limit: number;
  /** `nextCursor` of the page before. */
  readonly cursor?: string;
}

/** UTF-16 offsets into the text, end exclusive. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

export interface SearchHit {
  readonly post: CorrectedPost;
  readonly highlights: readonly TextSpan[];
}

export interface SearchPage {
  readonly hits: readonly SearchHit[];
  readonly nextCursor: string | null;
}

/** Why a search has no answer, though nothing is broken. */
export type SearchProblem = 'badCursor' | 'tooSlow' | 'tooBusy' | 'tooManyBuckets';

export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: SearchProblem };

export const facetNames = [
  'source',
  'platform',
  'language',
  'sentiment',
  'postType',
  'subject',
  'place',
] as const;
export type FacetName = (typeof facetNames)[number];

/** Most frequent first, then by value. A place counts the posts of all places inside it. */
export type Facets = Readonly<
  Record<FacetName, readonly { readonly value: string; readonly count: number }[]>
>;

/** `countedSince`: only the posts from this instant on were counted, because there are too many; null = all were. */
export interface Counted {
  readonly countedSince: string | null;
}

export interface FacetCounts extends Counted {
  readonly facets: Facets;
}

export interface FacetRequest extends Selection {
  /** Values per facet, 1 to `facetValuesMax`. */
  readonly valuesMax: number;
}

export type HistogramUnit = 'hour' | 'day' | 'week' | 'month';

export interface HistogramRequest extends Selection {
  readonly unit: HistogramUnit;
  /** IANA zone in which hours, days, weeks (from Monday) and months begin. */
  readonly timeZone: string;
}

/** Buckets without posts are left out. */
export interface HistogramBucket {
  /** ISO 8601 in UTC: the instant at which the unit begins in the zone asked for. */
  readonly start: string;
  readonly count: number;
}

export interface Histogram extends Counted {
  readonly buckets: readonly HistogramBucket[];
}

/** What people talk about now, and in the period before it of the same length. Instants are ISO 8601. */
export interface TrendsRequest {
  readonly regionId: string;
  readonly timeZone: string;
  /** Days up to now, today's included; 1 to 90. */
  readonly days: number;
  /** The present; null = the time of the region's newest post. */
  readonly now: string | null;
  /** Places whose children are compared; empty = provinces. */
  readonly placeRoots: readonly string[];
}

export interface PeriodCount {
  readonly posts: number;
  /** In the period before. */
  readonly before: number;
}

/** Most frequent first; cells of the subjects and places named. The unfinished day is compared up to the same time. */
export interface Trends {
  readonly days: readonly {
    readonly start: string;
    readonly posts: number;
    readonly positive: number;
    readonly neutral: number;
    readonly negative: number;
    /** A week earlier; null when the archive does not reach back so far. */
    readonly before: number | null;
  }[];
  readonly subjects: readonly (PeriodCount & { readonly subject: string })[];
  readonly places: readonly (PeriodCount & { readonly place: string })[];
  readonly cells: readonly (PeriodCount & { readonly subject: string; readonly place: string })[];
}

export const trendDaysMax = 90;
export const trendSubjectsMax = 12;
export const trendPlacesMax = 16;

export interface PostCount {
  readonly count: number;
  /** True when there are more than `countedPostsMax`. */
  readonly isLowerBound: boolean;
}

export interface PruneRequest {
  /** Posts accepted before this instant have served their time. */
  readonly fetchedBefore: string;
  /** Live regions. Nothing of any other region is removed: a historical one is kept for ever. */
  readonly regionIds: readonly string[];
}

export interface PruneResult {
  /** `2026-07` */
  readonly droppedMonths: readonly string[];
  /** Posts removed one by one, from months that hold younger or kept posts too. */
  readonly removedPosts: number;
}

/** A post as an archive holds it; a tombstone is `deleted` and has no content. */
export interface ArchivedPost {
  readonly regionId: string;
  readonly post: CorrectedPost;
  /** When its reach was measured last, ISO 8601. */
  readonly reachAt: string;
}

export const scanPagePostsMax = 500;

/** A piece of everything that an archive holds. */
export interface ScanPage {
  readonly posts: readonly ArchivedPost[];
  /** To go on behind this page, also in another process and after posts were added or removed. */
  readonly position: string;
}

export interface ErasedAuthor {
  readonly regionId: string;
  readonly authorKey: string;
}

/** What one region has in one month (of `firstCreatedAt`, UTC). */
export interface MonthTally {
  readonly regionId: string;
  /** `2026-07` */
  readonly month: string;
  readonly posts: number;
  readonly tombstones: number;
}

/** The archive of raw posts. Adapters: PostgreSQL full text (embedded), Elasticsearch. */
export interface PostArchive {
  /**
   * Writes posts of one region; durable when it resolves. The highest (revision, analysisVersion) of a post wins in
   * whatever order they arrive, and a repeat changes nothing. A deleted post loses its text and keeps a tombstone, so
   * that an older revision cannot bring it back. One outcome per post, in order. Throws on an outage only.
   */
  index(regionId: string, posts: readonly CorrectedPost[]): Promise<readonly IndexOutcome[]>;
  /** Newer reach and finders of posts already there; a post that is not there is passed over. Returns how many changed. */
  measure(regionId: string, reaches: readonly Reach[]): Promise<number>;
  /**
   * Puts a person's label in the place of the program's, or gives the program's back; every later revision and analysis
   * keeps it. Returns whether the post changed: a post that is not there is passed over.
   */
  correct(regionId: string, correction: Correction): Promise<boolean>;
  search(request: SearchRequest): Promise<Answer<SearchPage>>;
  facets(request: FacetRequest): Promise<Answer<FacetCounts>>;
  histogram(request: HistogramRequest): Promise<Answer<Histogram>>;
  /** Reads every post of twice the period: for an answer that is kept, not for each reader anew. */
  trends(request: TrendsRequest): Promise<Answer<Trends>>;
  count(selection: Selection): Promise<Answer<PostCount>>;
  /** How many posts of the region carry each of these near-copy keys (at most `pagePostsMax` keys). */
  countCopies(regionId: string, nearCopyKeys: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Null when the post is unknown, deleted or erased. */
  get(regionId: string, postId: string): Promise<CorrectedPost | null>;
  /** Pages of all posts selected, newest first, ending after `postsMax`. Throws when a page cannot be read. */
  export(selection: Selection, postsMax: number): AsyncIterable<readonly CorrectedPost[]>;
  prune(request: PruneRequest): Promise<PruneResult>;
  /** Removes all posts of an author and refuses every later one, a replay of old ones included. */
  eraseByAuthor(regionId: string, authorKey: string): Promise<{ readonly erasedPosts: number }>;
  /**
   * Everything in the archive, tombstones included, month by month from the oldest: for moving it and for backups.
   * @param after `position` of a page read before; null = from the beginning. Throws when it is not one of ours.
   */
  scan(after: string | null): AsyncIterable<ScanPage>;
  /** Pages of all authors who were erased. An archive that takes over has to refuse them before it takes any post. */
  erasedAuthors(): AsyncIterable<readonly ErasedAuthor[]>;
  /** Counts what is there, by region and month. Reads everything. */
  tally(): Promise<readonly MonthTally[]>;
}

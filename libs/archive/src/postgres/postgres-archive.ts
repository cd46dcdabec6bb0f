import type { CorrectedPost } from '@kentongan/contracts';
import type { Pool } from 'pg';
import {
  type Answer,
  type Correction,
  type ErasedAuthor,
  type FacetCounts,
  type FacetRequest,
  type Histogram,
  type HistogramRequest,
  type IndexOutcome,
  type MonthTally,
  type PostArchive,
  type PostCount,
  type PruneRequest,
  type PruneResult,
  pagePostsMax,
  type Reach,
  type ScanPage,
  type SearchPage,
  type SearchRequest,
  type Selection,
  type Trends,
  type TrendsRequest,
} from '../archive.port.js';
import { correctPost } from './correct-post.js';
import { countFacets, countHistogram, countPosts } from './count-posts.js';
import { countTrends } from './count-trends.js';
import { indexPosts } from './index-posts.js';
import { countCopies, getPost } from './look-up.js';
import { measurePosts } from './measure-posts.js';
import { Months } from './months.js';
import { Readings } from './readings.js';
import { eraseAuthor, prunePosts } from './retention.js';
import { erasedAuthors, scanPosts, tally } from './scan.js';
import { exportPosts, searchPosts } from './search-posts.js';

/** The archive in PostgreSQL (schema `archive`, see `archiveMigrations`). The pool stays the caller's to close. */
export function createPostgresArchive(pool: Pool): PostArchive {
  return new PostgresArchive(pool, new Months(pool), new Readings(pool));
}

class PostgresArchive implements PostArchive {
  constructor(
    private readonly pool: Pool,
    private readonly months: Months,
    private readonly readings: Readings,
  ) {}

  index(regionId: string, posts: readonly CorrectedPost[]): Promise<readonly IndexOutcome[]> {
    return indexPosts(this.pool, this.months, regionId, posts);
  }

  measure(regionId: string, reaches: readonly Reach[]): Promise<number> {
    return measurePosts(this.pool, regionId, reaches);
  }

  correct(regionId: string, correction: Correction): Promise<boolean> {
    return correctPost(this.pool, regionId, correction);
  }

  search(request: SearchRequest): Promise<Answer<SearchPage>> {
    return searchPosts(this.readings, request);
  }

  facets(request: FacetRequest): Promise<Answer<FacetCounts>> {
    return countFacets(this.readings, request);
  }

  histogram(request: HistogramRequest): Promise<Answer<Histogram>> {
    return countHistogram(this.readings, request);
  }

  trends(request: TrendsRequest): Promise<Answer<Trends>> {
    return countTrends(this.readings, request);
  }

  count(selection: Selection): Promise<Answer<PostCount>> {
    return countPosts(this.readings, selection);
  }

  countCopies(regionId: string, nearCopyKeys: readonly string[]): Promise<ReadonlyMap<string, number>> {
    return countCopies(this.pool, regionId, nearCopyKeys.slice(0, pagePostsMax));
  }

  get(regionId: string, postId: string): Promise<CorrectedPost | null> {
    return getPost(this.pool, regionId, postId);
  }

  export(selection: Selection, postsMax: number): AsyncIterable<readonly CorrectedPost[]> {
    return exportPosts(this.readings, selection, postsMax);
  }

  prune(request: PruneRequest): Promise<PruneResult> {
    return prunePosts(this.pool, this.months, request);
  }

  async eraseByAuthor(regionId: string, authorKey: string): Promise<{ readonly erasedPosts: number }> {
    return { erasedPosts: await eraseAuthor(this.pool, regionId, authorKey) };
  }

  scan(after: string | null): AsyncIterable<ScanPage> {
    return scanPosts(this.pool, after);
  }

  erasedAuthors(): AsyncIterable<readonly ErasedAuthor[]> {
    return erasedAuthors(this.pool);
  }

  tally(): Promise<readonly MonthTally[]> {
    return tally(this.pool);
  }
}

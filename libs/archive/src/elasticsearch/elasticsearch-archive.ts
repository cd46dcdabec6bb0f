import type { Client } from '@elastic/elasticsearch';
import type { CorrectedPost } from '@kentongan/contracts';
import type {
  Answer,
  Correction,
  ErasedAuthor,
  FacetCounts,
  FacetRequest,
  Histogram,
  HistogramRequest,
  IndexOutcome,
  MonthTally,
  PostArchive,
  PostCount,
  PruneRequest,
  PruneResult,
  Reach,
  ScanPage,
  SearchPage,
  SearchRequest,
  Selection,
  Trends,
  TrendsRequest,
} from '../archive.port.js';
import { applyTemplate } from './apply-template.js';
import { Bulk } from './bulk.js';
import { connect, type ElasticsearchArchiveOptions } from './connection.js';
import { correctPost } from './correct-post.js';
import { countCopies, countFacets, countHistogram, countPosts } from './count-posts.js';
import { countTrends } from './count-trends.js';
import { ErasedAuthors } from './erased-authors.js';
import { asking } from './failures.js';
import { indexPosts, type Writer } from './index-posts.js';
import { getPost } from './look-up.js';
import { measurePosts } from './measure-posts.js';
import { Months } from './months.js';
import { Names } from './names.js';
import { rebuildMonths } from './rebuild-months.js';
import { eraseAuthor, prunePosts } from './retention.js';
import { scanPosts, tally } from './scan.js';
import { exportPosts, type Reader, searchPosts } from './search-posts.js';
import { Searches } from './searches.js';
import { templateVersion } from './template.js';

/** The archive in Elasticsearch. `apply` comes first; posts are found within a second after they were indexed. */
export interface ElasticsearchArchive extends PostArchive {
  /** Puts the template and the list of erased authors. Safe to repeat, also from several processes at once. */
  apply(): Promise<void>;
  /** Makes everything written until now findable at once. */
  refresh(): Promise<void>;
  /** Rejects when the cluster does not answer. */
  ping(): Promise<void>;
  /**
   * Carries months of older template versions over into indices of this one, then removes the old. Writers and searches
   * go on meanwhile. Breaks off at any time and goes on when it is called again.
   * @param onPosts told of the posts of each page as they are carried over
   */
  rebuild(onPosts?: (posts: number) => void): Promise<{ readonly months: readonly string[] }>;
  close(): Promise<void>;
}

export function createElasticsearchArchive(options: ElasticsearchArchiveOptions): ElasticsearchArchive {
  return openArchive(options, templateVersion);
}

/** @param version of the template: another than the program's own only in tests */
export function openArchive(options: ElasticsearchArchiveOptions, version: number): ElasticsearchArchive {
  const client = connect(options.url);
  const names = new Names(options.prefix ?? 'kentongan', version);
  const pause = options.pause ? { pause: options.pause } : {};
  const writer: Writer = {
    client,
    names,
    months: new Months(client, names),
    bulk: new Bulk(client, pause),
    removals: new Bulk(client, { ...pause, requireAlias: false }),
    erased: new ErasedAuthors(client, names),
  };
  return new Archive(client, writer, { client, names, searches: new Searches(client, names) }, options);
}

class Archive implements ElasticsearchArchive {
  constructor(
    private readonly client: Client,
    private readonly writer: Writer,
    private readonly reader: Reader,
    private readonly options: ElasticsearchArchiveOptions,
  ) {}

  private readonly now = (): Date => this.options.now?.() ?? new Date();

  apply(): Promise<void> {
    return applyTemplate(
      this.client,
      this.writer.names,
      this.options.shape ?? { shards: 1, replicas: '0-1' },
    );
  }

  async refresh(): Promise<void> {
    await asking(
      this.client.indices.refresh({ index: this.writer.names.readAlias, ignore_unavailable: true }),
    );
  }

  async ping(): Promise<void> {
    await asking(this.client.info());
  }

  rebuild(onPosts: (posts: number) => void = () => {}): Promise<{ readonly months: readonly string[] }> {
    return rebuildMonths(this.writer, this.now, onPosts);
  }

  close(): Promise<void> {
    return this.client.close();
  }

  index(regionId: string, posts: readonly CorrectedPost[]): Promise<readonly IndexOutcome[]> {
    return indexPosts(this.writer, regionId, posts);
  }

  measure(regionId: string, reaches: readonly Reach[]): Promise<number> {
    return measurePosts(this.writer, regionId, reaches);
  }

  correct(regionId: string, correction: Correction): Promise<boolean> {
    return correctPost(this.writer, regionId, correction);
  }

  search(request: SearchRequest): Promise<Answer<SearchPage>> {
    return searchPosts(this.reader, request);
  }

  facets(request: FacetRequest): Promise<Answer<FacetCounts>> {
    return countFacets(this.reader.searches, request);
  }

  histogram(request: HistogramRequest): Promise<Answer<Histogram>> {
    return countHistogram(this.reader.searches, request);
  }

  trends(request: TrendsRequest): Promise<Answer<Trends>> {
    return countTrends(this.reader.searches, request);
  }

  count(selection: Selection): Promise<Answer<PostCount>> {
    return countPosts(this.reader.searches, selection);
  }

  countCopies(regionId: string, nearCopyKeys: readonly string[]): Promise<ReadonlyMap<string, number>> {
    return countCopies(this.reader.searches, regionId, nearCopyKeys);
  }

  get(regionId: string, postId: string): Promise<CorrectedPost | null> {
    return getPost(this.reader.searches, regionId, postId);
  }

  export(selection: Selection, postsMax: number): AsyncIterable<readonly CorrectedPost[]> {
    return exportPosts(this.reader, selection, postsMax);
  }

  prune(request: PruneRequest): Promise<PruneResult> {
    return prunePosts(this.writer, request);
  }

  async eraseByAuthor(regionId: string, authorKey: string): Promise<{ readonly erasedPosts: number }> {
    return { erasedPosts: await eraseAuthor(this.writer, regionId, authorKey, this.now().toISOString()) };
  }

  scan(after: string | null): AsyncIterable<ScanPage> {
    return scanPosts(this.writer, after);
  }

  erasedAuthors(): AsyncIterable<readonly ErasedAuthor[]> {
    return this.writer.erased.all();
  }

  tally(): Promise<readonly MonthTally[]> {
    return tally(this.writer);
  }
}

import {
  type Answer,
  countedPostsMax,
  type FacetCounts,
  type FacetName,
  type FacetRequest,
  type Facets,
  facetedPostsMax,
  facetNames,
  facetValuesMax,
  type Histogram,
  type HistogramRequest,
  histogramBucketsMax,
  histogramHitsMax,
  type PostCount,
  pagePostsMax,
  type Selection,
} from '../archive.port.js';
import { withFilters } from '../query/filters.js';
import { storableText } from '../storable.js';
import { errorTypes } from './failures.js';
import { newestOf } from './newest-hits.js';
import { livingPosts, selectionClauses } from './query-clauses.js';
import type { Searches } from './searches.js';

const fieldOfFacet: Readonly<Record<FacetName, string>> = {
  source: 'sources',
  platform: 'platform',
  language: 'language',
  sentiment: 'sentiment',
  postType: 'postType',
  subject: 'subjects',
  place: 'places',
};

/** Each shard counts this many values whole, so that no count of an answer is a guess. */
const shardValuesMax = 20_000;

export interface Buckets<Key, More = object> {
  readonly buckets: readonly ({ readonly key: Key; readonly doc_count: number } & More)[];
}

/** Terms, most frequent first and then by value, which is also Elasticsearch's own order. */
const countedTerms = (field: string, valuesMax: number) => ({
  terms: {
    field,
    size: valuesMax,
    shard_size: shardValuesMax,
    order: [{ _count: 'desc' as const }, { _key: 'asc' as const }],
  },
});

export function countFacets(searches: Searches, request: FacetRequest): Promise<Answer<FacetCounts>> {
  return searches.answer(async () => {
    const valuesMax = Math.max(1, Math.min(request.valuesMax, facetValuesMax));
    const { filter, countedSince } = await newestOf(searches, selectionClauses(request), facetedPostsMax);
    const { aggregations } = await searches.search<never, Record<FacetName, Buckets<string>>>({
      filter,
      size: 0,
      aggs: Object.fromEntries(facetNames.map((name) => [name, countedTerms(fieldOfFacet[name], valuesMax)])),
    });
    const facets = facetNames.map((name) => [
      name,
      (aggregations?.[name]?.buckets ?? []).map((each) => ({ value: each.key, count: each.doc_count })),
    ]);
    return { ok: true, value: { facets: Object.fromEntries(facets) as Facets, countedSince } };
  });
}

export function countHistogram(searches: Searches, request: HistogramRequest): Promise<Answer<Histogram>> {
  return searches.answer(async () => {
    const clauses = selectionClauses(request);
    const isSearch = withFilters(request.query, request.filters).kind !== 'everything';
    const { filter, countedSince } = isSearch
      ? await newestOf(searches, clauses, histogramHitsMax)
      : { filter: clauses, countedSince: null };
    try {
      const { aggregations } = await searches.search<never, { units: Buckets<number> }>({
        filter,
        size: 0,
        aggs: {
          units: {
            date_histogram: {
              field: 'firstCreatedAt',
              calendar_interval: request.unit,
              time_zone: request.timeZone,
              min_doc_count: 1,
            },
          },
        },
      });
      const found = aggregations?.units.buckets ?? [];
      if (found.length > histogramBucketsMax) return { ok: false, problem: 'tooManyBuckets' };
      const buckets = found.map((each) => ({
        start: new Date(each.key).toISOString(),
        count: each.doc_count,
      }));
      return { ok: true, value: { buckets, countedSince } };
    } catch (error) {
      if (isTooManyBuckets(error)) return { ok: false, problem: 'tooManyBuckets' };
      throw error;
    }
  });
}

const isTooManyBuckets = (error: unknown): boolean =>
  [error, error instanceof Error ? error.cause : null].some((each) =>
    errorTypes(each).includes('too_many_buckets'),
  );

export function countPosts(searches: Searches, selection: Selection): Promise<Answer<PostCount>> {
  return searches.answer(async () => {
    const found = await searches.count(selectionClauses(selection), countedPostsMax + 1);
    return {
      ok: true,
      value: { count: Math.min(found, countedPostsMax), isLowerBound: found > countedPostsMax },
    };
  });
}

export async function countCopies(
  searches: Searches,
  regionId: string,
  nearCopyKeys: readonly string[],
): Promise<Map<string, number>> {
  const keys = [...new Set(nearCopyKeys)].slice(0, pagePostsMax).map(storableText);
  if (keys.length === 0) return new Map();
  const { aggregations } = await searches.search<never, { copies: Buckets<string> }>({
    filter: [...livingPosts(regionId), { terms: { nearCopyKey: keys } }],
    size: 0,
    aggs: { copies: { terms: { field: 'nearCopyKey', include: keys, size: keys.length } } },
  });
  return new Map((aggregations?.copies.buckets ?? []).map((each) => [each.key, each.doc_count]));
}

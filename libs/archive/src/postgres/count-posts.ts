import {
  type Answer,
  countedPostsMax,
  type FacetCounts,
  type FacetName,
  type FacetRequest,
  facetedPostsMax,
  facetNames,
  facetValuesMax,
  type Histogram,
  type HistogramRequest,
  histogramBucketsMax,
  histogramHitsMax,
  type PostCount,
  type Selection,
} from '../archive.port.js';
import { countNewest } from './newest-counted.js';
import type { Readings } from './readings.js';
import { conditionOf, everyPost, monthsOfRegion, rangeOf } from './selection.js';

const facetOrder = facetNames.map((name) => `'${name}'`).join(', ');

// Equal rows are counted together first, so that the lists are unfolded once per combination and not once per post.
const facetColumns = 'platform, language, sentiment, post_type, sources, subjects, places, first_created_at';
const facetsOf = (newest: string, valuesMax: string): string => `
WITH newest AS (${newest}), combined AS MATERIALIZED (
  SELECT grouping(platform, sources, subjects, places) AS folded, platform, language, sentiment, post_type,
    sources, subjects, places, count(*) AS posts, min(first_created_at) AS oldest
  FROM newest
  GROUP BY GROUPING SETS ((platform, language, sentiment, post_type), (sources), (subjects), (places))
), counted AS (
  SELECT facet, value, sum(posts) AS posts FROM (
    SELECT single.facet, single.value, posts FROM combined, LATERAL (VALUES
      ('platform', platform), ('language', language), ('sentiment', sentiment), ('postType', post_type)
    ) AS single(facet, value) WHERE folded = 7
    UNION ALL SELECT 'source', unnest(sources), posts FROM combined WHERE folded = 11
    UNION ALL SELECT 'subject', unnest(subjects), posts FROM combined WHERE folded = 13
    UNION ALL SELECT 'place', unnest(places), posts FROM combined WHERE folded = 14
  ) AS unfolded WHERE value IS NOT NULL GROUP BY facet, value
), ranked AS (
  SELECT facet, value, posts, row_number() OVER (PARTITION BY facet ORDER BY posts DESC, value COLLATE "C") AS rank FROM counted
), whole AS (
  SELECT sum(posts) AS posts, min(oldest) AS oldest FROM combined WHERE folded = 7
)
SELECT facet, value, ranked.posts, whole.posts AS counted, CASE WHEN whole.posts >= ${facetedPostsMax} THEN oldest END AS counted_since
FROM ranked, whole WHERE rank <= ${valuesMax} ORDER BY array_position(ARRAY[${facetOrder}], facet), rank`;

interface FacetRow {
  readonly facet: FacetName;
  readonly value: string;
  readonly posts: string;
  readonly counted: string;
  readonly counted_since: Date | null;
}

export function countFacets(readings: Readings, request: FacetRequest): Promise<Answer<FacetCounts>> {
  return readings.answer(async (client) => {
    const facets = Object.fromEntries(facetNames.map((name) => [name, []])) as unknown as Record<
      FacetName,
      { value: string; count: number }[]
    >;
    const range = rangeOf(request, await monthsOfRegion(client, request.regionId));
    if (!range) return { ok: true, value: { facets, countedSince: null } };
    const valuesMax = Math.max(1, Math.min(request.valuesMax, facetValuesMax));
    const read = async (newest: string, values: readonly unknown[]) => {
      const query = facetsOf(newest, `$${values.length + 1}`);
      const { rows } = await client.query<FacetRow>(query, [...values, valuesMax]);
      return { hits: Number(rows[0]?.counted ?? 0), value: rows };
    };
    const rows = await countNewest(client, request, range, facetColumns, facetedPostsMax, read);
    for (const { facet, value, posts } of rows) facets[facet].push({ value, count: Number(posts) });
    return { ok: true, value: { facets, countedSince: rows[0]?.counted_since?.toISOString() ?? null } };
  });
}

// Counted by quarters of an hour first: every zone begins its hours on one, and a zone's calendar is dear to ask.
const histogramOf = (posts: string, unit: string, timeZone: string, bucketsMax: string): string => `
WITH quarters AS (
  SELECT date_bin('15 minutes', first_created_at, '2000-01-01T00:00:00Z') AS quarter, count(*) AS posts,
    min(first_created_at) AS oldest
  FROM ${posts} GROUP BY 1
)
SELECT date_trunc(${unit}, quarter, ${timeZone}) AS start, sum(posts) AS posts, min(oldest) AS oldest
FROM quarters GROUP BY 1 ORDER BY 1 LIMIT ${bucketsMax}`;

interface BucketRow {
  readonly start: Date;
  readonly posts: string;
  readonly oldest: Date;
}

export function countHistogram(readings: Readings, request: HistogramRequest): Promise<Answer<Histogram>> {
  return readings.answer(async (client) => {
    const range = rangeOf(request, await monthsOfRegion(client, request.regionId));
    if (!range) return { ok: true, value: { buckets: [], countedSince: null } };
    const { words, place, values } = conditionOf(request, range);
    const isSearch = words !== everyPost;
    const read = async (posts: string, given: readonly unknown[]) => {
      const next = given.length + 1;
      const query = histogramOf(`(${posts}) AS posts`, `$${next}`, `$${next + 1}`, `$${next + 2}`);
      const more = [request.unit, request.timeZone, histogramBucketsMax + 1];
      const { rows } = await client.query<BucketRow>(query, [...given, ...more]);
      return { hits: rows.reduce((sum, row) => sum + Number(row.posts), 0), value: rows };
    };
    const rows = isSearch
      ? await countNewest(client, request, range, 'first_created_at', histogramHitsMax, read)
      : (await read(`SELECT first_created_at FROM archive.posts WHERE ${place}`, values)).value;
    if (rows.length > histogramBucketsMax) return { ok: false, problem: 'tooManyBuckets' };
    const buckets = rows.map((row) => ({ start: row.start.toISOString(), count: Number(row.posts) }));
    const counted = buckets.reduce((sum, { count }) => sum + count, 0);
    const isCut = isSearch && counted >= histogramHitsMax;
    return { ok: true, value: { buckets, countedSince: isCut ? rows[0]!.oldest.toISOString() : null } };
  });
}

export function countPosts(readings: Readings, selection: Selection): Promise<Answer<PostCount>> {
  return readings.answer(async (client) => {
    const range = rangeOf(selection, await monthsOfRegion(client, selection.regionId));
    if (!range) return { ok: true, value: { count: 0, isLowerBound: false } };
    const read = async (newest: string, values: readonly unknown[]) => {
      const query = `SELECT count(*) AS posts FROM (${newest}) AS counted`;
      const { rows } = await client.query<{ posts: string }>(query, [...values]);
      return { hits: Number(rows[0]!.posts), value: Number(rows[0]!.posts) };
    };
    const found = await countNewest(client, selection, range, 'first_created_at', countedPostsMax + 1, read);
    return {
      ok: true,
      value: { count: Math.min(found, countedPostsMax), isLowerBound: found > countedPostsMax },
    };
  });
}

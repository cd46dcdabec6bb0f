import {
  type Answer,
  countedPostsMax,
  type FacetName,
  type FacetRequest,
  type Facets,
  facetNames,
  facetValuesMax,
  type HistogramBucket,
  type HistogramRequest,
  histogramBucketsMax,
  type PostCount,
  type Selection,
} from '../archive.port.js';
import type { Readings } from './readings.js';
import { conditionOf, monthsOfRegion, rangeOf, whereOf } from './selection.js';

const facetOrder = facetNames.map((name) => `'${name}'`).join(', ');

// Equal rows are counted together first, so that the lists are unfolded once per combination and not once per post.
const facetsOf = (condition: string, valuesMax: string): string => `
WITH combined AS MATERIALIZED (
  SELECT grouping(platform, sources, subjects, places) AS folded, platform, language, sentiment, post_type,
    sources, subjects, places, count(*) AS posts
  FROM archive.posts WHERE ${condition}
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
)
SELECT facet, value, posts FROM ranked WHERE rank <= ${valuesMax} ORDER BY array_position(ARRAY[${facetOrder}], facet), rank`;

export function countFacets(readings: Readings, request: FacetRequest): Promise<Answer<Facets>> {
  return readings.answer(async (client) => {
    const facets = Object.fromEntries(facetNames.map((name) => [name, []])) as unknown as Record<
      FacetName,
      { value: string; count: number }[]
    >;
    const range = rangeOf(request, await monthsOfRegion(client, request.regionId));
    if (!range) return { ok: true, value: facets };
    const condition = conditionOf(request, range);
    const { values } = condition;
    const valuesMax = Math.max(1, Math.min(request.valuesMax, facetValuesMax));
    const { rows } = await client.query<{ facet: FacetName; value: string; posts: string }>(
      facetsOf(whereOf(condition), `$${values.length + 1}`),
      [...values, valuesMax],
    );
    for (const { facet, value, posts } of rows) facets[facet].push({ value, count: Number(posts) });
    return { ok: true, value: facets };
  });
}

export function countHistogram(
  readings: Readings,
  request: HistogramRequest,
): Promise<Answer<readonly HistogramBucket[]>> {
  return readings.answer(async (client) => {
    const range = rangeOf(request, await monthsOfRegion(client, request.regionId));
    if (!range) return { ok: true, value: [] };
    const condition = conditionOf(request, range);
    const { values } = condition;
    const next = values.length + 1;
    const { rows } = await client.query<{ start: Date; posts: string }>(
      `SELECT date_trunc($${next}, first_created_at, $${next + 1}) AS start, count(*) AS posts
       FROM archive.posts WHERE ${whereOf(condition)} GROUP BY 1 ORDER BY 1 LIMIT $${next + 2}`,
      [...values, request.unit, request.timeZone, histogramBucketsMax + 1],
    );
    if (rows.length > histogramBucketsMax) return { ok: false, problem: 'tooManyBuckets' };
    return {
      ok: true,
      value: rows.map((row) => ({ start: row.start.toISOString(), count: Number(row.posts) })),
    };
  });
}

export function countPosts(readings: Readings, selection: Selection): Promise<Answer<PostCount>> {
  return readings.answer(async (client) => {
    const range = rangeOf(selection, await monthsOfRegion(client, selection.regionId));
    if (!range) return { ok: true, value: { count: 0, isLowerBound: false } };
    const condition = conditionOf(selection, range);
    const { values } = condition;
    const { rows } = await client.query<{ posts: string }>(
      `SELECT count(*) AS posts FROM (SELECT FROM archive.posts WHERE ${whereOf(condition)} LIMIT $${values.length + 1}) AS counted`,
      [...values, countedPostsMax + 1],
    );
    const found = Number(rows[0]!.posts);
    return {
      ok: true,
      value: { count: Math.min(found, countedPostsMax), isLowerBound: found > countedPostsMax },
    };
  });
}

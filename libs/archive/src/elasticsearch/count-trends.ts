import type { estypes } from '@elastic/elasticsearch';
import {
  type Answer,
  type Trends,
  type TrendsRequest,
  trendDaysMax,
  trendPlacesMax,
  trendSubjectsMax,
} from '../archive.port.js';
import type { Buckets } from './count-posts.js';
import { type Clause, livingPosts } from './query-clauses.js';
import type { Searches } from './searches.js';
import { type TrendPeriods, trendPeriods } from './zoned-time.js';

/** Values that are compared before the most frequent are kept; subjects are a few dozen, places of a region some thousand. */
const subjectsMax = 1_000;
const placesMax = 15_000;
/** Longest pattern that Elasticsearch takes. */
const patternCharactersMax = 900;

const empty: Trends = { days: [], subjects: [], places: [], cells: [] };

export function countTrends(searches: Searches, request: TrendsRequest): Promise<Answer<Trends>> {
  return searches.answer(async () => {
    const span = await spanOf(searches, request);
    if (!span) return { ok: true, value: empty };
    const days = Math.max(1, Math.min(request.days, trendDaysMax));
    const periods = trendPeriods(span.now, days, request.timeZone);
    const counted = await countPeriods(searches, request, periods);
    const subjects = mostFrequent(counted.subjects.buckets, trendSubjectsMax, () => true);
    const places = mostFrequent(counted.places.buckets, trendPlacesMax, isBelow(request.placeRoots));
    return {
      ok: true,
      value: {
        days: daysOf(counted, periods, span.oldest),
        subjects: subjects.map(({ key, ...counts }) => ({ subject: key, ...counts })),
        places: places.map(({ key, ...counts }) => ({ place: key, ...counts })),
        cells: await cellsOf(searches, request, periods, keysOf(subjects), keysOf(places)),
      },
    };
  });
}

const keysOf = (values: readonly { readonly key: string }[]): string[] => values.map(({ key }) => key);

async function spanOf(
  searches: Searches,
  { regionId, now }: TrendsRequest,
): Promise<{ readonly now: number; readonly oldest: number } | null> {
  const field = 'firstCreatedAt';
  const { aggregations } = await searches.search<
    never,
    Record<'oldest' | 'newest', { value: number | null }>
  >({
    filter: livingPosts(regionId),
    size: 0,
    aggs: { oldest: { min: { field } }, newest: { max: { field } } },
  });
  const oldest = aggregations?.oldest.value ?? null;
  const newest = aggregations?.newest.value ?? null;
  if (oldest === null || newest === null) return null;
  return { oldest, now: now === null ? newest + 1 : Date.parse(now) };
}

const within = (gte: number, lt: number): Clause => ({ range: { firstCreatedAt: { gte, lt } } });

interface Compared {
  readonly now: { readonly doc_count: number };
  readonly before: { readonly doc_count: number };
}

interface Sentiments {
  readonly sentiments: Buckets<string>;
}

interface Counted {
  readonly days: Buckets<number, Sentiments>;
  readonly lastDayBefore: { readonly doc_count: number };
  readonly subjects: Buckets<string, Compared>;
  readonly places: Buckets<string, Compared>;
}

type Aggregation = estypes.AggregationsAggregationContainer;
type Aggregations = Record<string, Aggregation>;

/** The client's types know this aggregation, but not under exact optional properties. */
const filtered = (filter: Clause, aggs?: Aggregations): Aggregation =>
  ({ filter, ...(aggs && { aggs }) }) as Aggregation;

const nowAndBefore = ({ from, now, beforeFrom, beforeTo }: TrendPeriods): Aggregations => ({
  now: filtered(within(from, now)),
  before: filtered(within(beforeFrom, beforeTo)),
});

const eitherPeriod = ({ from, now, beforeFrom, beforeTo }: TrendPeriods): Clause => ({
  bool: { should: [within(from, now), within(beforeFrom, beforeTo)], minimum_should_match: 1 },
});

async function countPeriods(
  searches: Searches,
  { regionId, timeZone, placeRoots }: TrendsRequest,
  periods: TrendPeriods,
): Promise<Counted> {
  const lastDay = periods.days.at(-1)!;
  const compared = nowAndBefore(periods);
  const { aggregations } = await searches.search<
    never,
    Omit<Counted, 'subjects' | 'places'> & { compared: Pick<Counted, 'subjects' | 'places'> }
  >({
    filter: [...livingPosts(regionId), within(periods.first, periods.now)],
    size: 0,
    aggs: {
      days: {
        date_histogram: {
          field: 'firstCreatedAt',
          calendar_interval: 'day',
          time_zone: timeZone,
          min_doc_count: 1,
        },
        aggs: { sentiments: { terms: { field: 'sentiment', size: 10 } } },
      },
      lastDayBefore: filtered(within(lastDay.before, Math.min(periods.weekTo, lastDay.beforeEnd))),
      compared: filtered(eitherPeriod(periods), {
        subjects: { terms: { field: 'subjects', size: subjectsMax }, aggs: compared },
        places: { terms: { field: 'places', size: placesMax, ...patternOf(placeRoots) }, aggs: compared },
      }),
    },
  });
  return { ...aggregations!, ...aggregations!.compared };
}

/** The places right below the roots, and a root itself where nothing lies below it. */
function isBelow(roots: readonly string[]): (place: string) => boolean {
  const wanted = new Set(roots.length > 0 ? roots : ['']);
  return (place) => {
    const end = place.lastIndexOf('.');
    return (
      wanted.has(end < 0 ? '' : place.slice(0, end)) || (wanted.has(place) && place.split('.').length === 4)
    );
  };
}

/** Spares counting all other places, unless there are more roots than a pattern can name. */
function patternOf(roots: readonly string[]): { readonly include?: string } {
  const escaped = roots.map((root) => root.replaceAll(/[^0-9A-Za-z]/g, '\\$&'));
  const include = roots.length > 0 ? `(${escaped.join('|')})(\\.[^.]+)?` : '[^.]+';
  return include.length <= patternCharactersMax ? { include } : {};
}

interface ComparedValue {
  readonly key: string;
  readonly posts: number;
  readonly before: number;
}

function mostFrequent(
  buckets: Buckets<string, Compared>['buckets'],
  valuesMax: number,
  isWanted: (value: string) => boolean,
): ComparedValue[] {
  return buckets
    .filter(({ key }) => isWanted(key))
    .map(({ key, now, before }) => ({ key, posts: now.doc_count, before: before.doc_count }))
    .sort((a, b) => b.posts - a.posts || b.before - a.before || (a.key < b.key ? -1 : 1))
    .slice(0, valuesMax);
}

function daysOf(counted: Counted, periods: TrendPeriods, oldest: number): Trends['days'] {
  const counts = new Map(counted.days.buckets.map((bucket) => [bucket.key, bucket]));
  const lastDay = periods.days.at(-1);
  return periods.days.map((day) => {
    const isLast = day === lastDay;
    const bucket = counts.get(day.start);
    const labelled = new Map(bucket?.sentiments.buckets.map((each) => [each.key, each.doc_count]));
    const isKnown = oldest < (isLast ? periods.weekTo : day.beforeEnd);
    const before = isLast ? counted.lastDayBefore.doc_count : (counts.get(day.before)?.doc_count ?? 0);
    return {
      start: new Date(day.start).toISOString(),
      posts: bucket?.doc_count ?? 0,
      positive: labelled.get('positive') ?? 0,
      neutral: labelled.get('neutral') ?? 0,
      negative: labelled.get('negative') ?? 0,
      before: isKnown ? before : null,
    };
  });
}

async function cellsOf(
  searches: Searches,
  { regionId }: TrendsRequest,
  periods: TrendPeriods,
  subjects: string[],
  places: string[],
): Promise<Trends['cells']> {
  if (subjects.length === 0 || places.length === 0) return [];
  const compared = nowAndBefore(periods);
  type Places = { readonly places: Buckets<string, Compared> };
  const { aggregations } = await searches.search<never, { subjects: Buckets<string, Places> }>({
    filter: [...livingPosts(regionId), eitherPeriod(periods)],
    size: 0,
    aggs: {
      subjects: {
        terms: { field: 'subjects', include: subjects, size: subjects.length },
        aggs: {
          places: { terms: { field: 'places', include: places, size: places.length }, aggs: compared },
        },
      },
    },
  });
  return (aggregations?.subjects.buckets ?? []).flatMap((subject) =>
    subject.places.buckets.map((place) => ({
      subject: subject.key,
      place: place.key,
      posts: place.now.doc_count,
      before: place.before.doc_count,
    })),
  );
}

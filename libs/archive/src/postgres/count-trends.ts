import type { PoolClient } from 'pg';
import {
  type Answer,
  type Trends,
  type TrendsRequest,
  trendDaysMax,
  trendPlacesMax,
  trendSubjectsMax,
} from '../archive.port.js';
import type { Readings } from './readings.js';
import { monthsOfRegion, rangeOf } from './selection.js';

/** Where the periods begin and end. Whole days are those of the region's calendar. */
interface Periods {
  readonly now: Date;
  readonly from: Date;
  readonly before_from: Date;
  readonly before_to: Date;
  readonly week_from: Date;
  readonly week_to: Date;
  readonly oldest: Date;
}

const periodsOf = `
WITH archived AS (
  SELECT coalesce($2::timestamptz, (SELECT max(first_created_at) + interval '1 millisecond' FROM archive.posts
      WHERE region_id = $1 AND NOT deleted AND first_created_at >= $5 AND first_created_at < $6)) AS now,
    (SELECT min(first_created_at) FROM archive.posts
      WHERE region_id = $1 AND NOT deleted AND first_created_at >= $5 AND first_created_at < $6) AS oldest
), local AS (
  SELECT now, oldest, now AT TIME ZONE $3 AS now_there, date_trunc('day', now AT TIME ZONE $3) - make_interval(days => $4 - 1) AS first_day
  FROM archived
)
SELECT now, oldest, first_day AT TIME ZONE $3 AS from,
  (first_day - make_interval(days => $4)) AT TIME ZONE $3 AS before_from,
  (now_there - make_interval(days => $4)) AT TIME ZONE $3 AS before_to,
  (first_day - interval '7 days') AT TIME ZONE $3 AS week_from,
  (now_there - interval '7 days') AT TIME ZONE $3 AS week_to
FROM local`;

// Quarters of an hour, because a zone's calendar is dear to ask for each post. Sentiments and, of both periods,
// combinations of subjects and places: one reading of the posts for all of them.
const countsOf = `
WITH combined AS MATERIALIZED (
  SELECT grouping(sentiment) = 0 AS is_day, date_bin('15 minutes', first_created_at, '2000-01-01T00:00:00Z') AS quarter,
    sentiment, first_created_at >= $7 AS is_late, first_created_at >= $4 AS is_now, first_created_at < $6 AND first_created_at >= $5 AS is_before,
    subjects, places, count(*) AS posts
  FROM archive.posts WHERE region_id = $1 AND NOT deleted AND first_created_at >= $2 AND first_created_at < $3
  GROUP BY GROUPING SETS (
    (date_bin('15 minutes', first_created_at, '2000-01-01T00:00:00Z'), sentiment, first_created_at >= $7),
    (first_created_at >= $4, first_created_at < $6 AND first_created_at >= $5, subjects, places))
), days AS (
  SELECT date_trunc('day', quarter, $8) AS start, sentiment, is_late, sum(posts) AS posts
  FROM combined WHERE is_day GROUP BY 1, 2, 3
), spread AS (
  SELECT CASE WHEN is_now THEN posts ELSE 0 END AS posts, CASE WHEN is_before THEN posts ELSE 0 END AS before,
    subjects, ARRAY(SELECT place FROM unnest(places) AS place
      WHERE coalesce(substring(place FROM '^(.*)\\.[^.]+$'), '') = ANY($9)
        OR (place = ANY($9) AND place ~ '^([^.]+\\.){3}[^.]+$')) AS places
  FROM combined WHERE NOT is_day AND (is_now OR is_before)
), subjects AS (
  SELECT subject, sum(posts) AS posts, sum(before) AS before FROM spread, unnest(subjects) AS subject
  GROUP BY 1 ORDER BY 2 DESC, 3 DESC, subject COLLATE "C" LIMIT ${trendSubjectsMax}
), places AS (
  SELECT place, sum(posts) AS posts, sum(before) AS before FROM spread, unnest(places) AS place
  GROUP BY 1 ORDER BY 2 DESC, 3 DESC, place COLLATE "C" LIMIT ${trendPlacesMax}
)
SELECT 'day' AS kind, start, sentiment AS first, NULL AS second, is_late, posts, 0 AS before FROM days
UNION ALL SELECT 'subject', NULL, subject, NULL, NULL, posts, before FROM subjects
UNION ALL SELECT 'place', NULL, place, NULL, NULL, posts, before FROM places
UNION ALL SELECT 'cell', NULL, subject, place, NULL, sum(spread.posts), sum(spread.before)
  FROM spread, unnest(spread.subjects) AS subject, unnest(spread.places) AS place
  WHERE subject IN (SELECT subject FROM subjects) AND place IN (SELECT place FROM places) GROUP BY subject, place`;

type CountRow =
  | {
      readonly kind: 'day';
      readonly start: Date;
      readonly first: string;
      readonly is_late: boolean;
      readonly posts: string;
    }
  | {
      readonly kind: 'subject' | 'place';
      readonly first: string;
      readonly posts: string;
      readonly before: string;
    }
  | {
      readonly kind: 'cell';
      readonly first: string;
      readonly second: string;
      readonly posts: string;
      readonly before: string;
    };

export function countTrends(readings: Readings, request: TrendsRequest): Promise<Answer<Trends>> {
  return readings.answer(async (client) => {
    const days = Math.max(1, Math.min(request.days, trendDaysMax));
    const periods = await readPeriods(client, { ...request, days });
    if (!periods) return { ok: true, value: { days: [], subjects: [], places: [], cells: [] } };
    const first = periods.week_from < periods.before_from ? periods.week_from : periods.before_from;
    const { rows } = await client.query<CountRow>(countsOf, [
      request.regionId,
      first,
      periods.now,
      periods.from,
      periods.before_from,
      periods.before_to,
      periods.week_to,
      request.timeZone,
      request.placeRoots.length > 0 ? request.placeRoots : [''],
    ]);
    return {
      ok: true,
      value: {
        days: daysOf(rows, periods, await dayStarts(client, request.timeZone, periods, days)),
        ...spreadOf(rows),
      },
    };
  });
}

async function readPeriods(client: PoolClient, request: TrendsRequest): Promise<Periods | null> {
  const range = rangeOf(
    { regionId: request.regionId, query: { kind: 'everything' } },
    await monthsOfRegion(client, request.regionId),
  );
  if (!range) return null;
  const { rows } = await client.query<Periods>(periodsOf, [
    request.regionId,
    request.now,
    request.timeZone,
    request.days,
    range.from,
    range.to,
  ]);
  const [periods] = rows;
  return periods?.now && periods.oldest ? periods : null;
}

/** Beginnings of the days asked for and of the same weekdays a week before. */
async function dayStarts(
  client: PoolClient,
  timeZone: string,
  { from }: Periods,
  days: number,
): Promise<{ start: Date; before: Date }[]> {
  const { rows } = await client.query<{ start: Date; before: Date }>(
    `SELECT (day) AT TIME ZONE $2 AS start, (day - interval '7 days') AT TIME ZONE $2 AS before
     FROM generate_series($1::timestamptz AT TIME ZONE $2, ($1::timestamptz AT TIME ZONE $2) + make_interval(days => $3 - 1), '1 day') AS day`,
    [from, timeZone, days],
  );
  return rows;
}

function daysOf(
  rows: readonly CountRow[],
  { oldest, week_to }: Periods,
  starts: readonly { readonly start: Date; readonly before: Date }[],
): Trends['days'] {
  const counts = rows.filter((row) => row.kind === 'day');
  const sum = (start: Date, isCounted: (row: (typeof counts)[number]) => boolean) =>
    counts
      .filter((row) => row.start.getTime() === start.getTime() && isCounted(row))
      .reduce((total, row) => total + Number(row.posts), 0);
  const lastDay = starts.at(-1)?.start;
  return starts.map(({ start, before }) => ({
    start: start.toISOString(),
    posts: sum(start, () => true),
    positive: sum(start, ({ first }) => first === 'positive'),
    neutral: sum(start, ({ first }) => first === 'neutral'),
    negative: sum(start, ({ first }) => first === 'negative'),
    before:
      oldest < (start === lastDay ? week_to : nextDay(before))
        ? sum(before, (row) => start !== lastDay || !row.is_late)
        : null,
  }));
}

const nextDay = (start: Date): Date => new Date(start.getTime() + 86_400_000);

function spreadOf(rows: readonly CountRow[]): Pick<Trends, 'subjects' | 'places' | 'cells'> {
  const spread: { [Name in 'subjects' | 'places' | 'cells']: Trends[Name][number][] } = {
    subjects: [],
    places: [],
    cells: [],
  };
  for (const row of rows) {
    if (row.kind === 'day') continue;
    const counts = { posts: Number(row.posts), before: Number(row.before) };
    if (row.kind === 'subject') spread.subjects.push({ subject: row.first, ...counts });
    else if (row.kind === 'place') spread.places.push({ place: row.first, ...counts });
    else if (row.kind === 'cell') spread.cells.push({ subject: row.first, place: row.second, ...counts });
  }
  return spread;
}

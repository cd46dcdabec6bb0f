import type { PoolClient } from 'pg';
import type { Selection } from '../archive.port.js';
import { type Month, monthStart } from '../month.js';
import type { PageStart } from '../search-pages.js';
import { firstStretch, nextStretch } from './search-windows.js';
import { conditionOf, everyPost, monthsOfRegion, rangeOf, type TimeRange } from './selection.js';

/** Rows that are listed by time. */
interface Timed {
  readonly first_created_at: Date;
}

/** Months looked at first; then twice as many, and so on. */
const firstMonths = 3;
/** Posts looked at one by one, newest first: what is common is answered from these alone. */
const probedPosts = 400;

/**
 * The newest `limit` rows of a selection. It goes back in time from the newest on: what is common is answered from the
 * last days alone, and 20 years of a historical region are never planned at once.
 * @param columns `first_created_at` among them
 */
export async function newestRows<Row extends Timed>(
  client: PoolClient,
  selection: Selection,
  columns: string,
  limit: number,
  start: PageStart | null,
): Promise<Row[]> {
  const months = await monthsOfRegion(client, selection.regionId);
  const range = rangeOf(selection, months);
  if (!range) return [];
  const first = start?.after ?? start?.atOrAfter;
  const top = first ? new Date(first.milliseconds + 1).toISOString() : range.to;
  const whole = { from: range.from, to: top < range.to ? top : range.to };
  const reader: Reader = { client, selection, columns, start };
  return conditionOf(selection, whole).words === everyPost
    ? allRows<Row>(reader, whole, months, limit)
    : matchingRows<Row>(reader, whole, limit);
}

interface Reader {
  readonly client: PoolClient;
  readonly selection: Selection;
  readonly columns: string;
  readonly start: PageStart | null;
}

const newestFirst = 'ORDER BY first_created_at DESC, post_id DESC';

/** What a range of time leaves of the selection: `place` and `words` as conditions, `next` the first parameter free. */
function selected({ selection, start }: Reader, range: TimeRange) {
  const { place, words, values } = conditionOf(selection, range);
  const at = start?.after ?? start?.atOrAfter;
  if (!at) return { place, words, values, next: values.length + 1 };
  const sign = start?.after ? '<' : '<=';
  const behind = `(first_created_at, post_id) ${sign} ($${values.length + 1}, $${values.length + 2})`;
  return {
    place: `${place} AND ${behind}`,
    words,
    values: [...values, new Date(at.milliseconds).toISOString(), at.postId],
    next: values.length + 3,
  };
}

/** Without words every post is a hit: along the time index, a few months at a time. */
async function allRows<Row extends Timed>(
  reader: Reader,
  { from, to }: TimeRange,
  months: readonly Month[],
  limit: number,
): Promise<Row[]> {
  const starts = months.map(monthStart).filter((begin) => begin < to);
  const rows: Row[] = [];
  let end = to;
  for (let at = 0, width = firstMonths; at < starts.length && end > from && rows.length < limit; width *= 2) {
    at += width;
    const begin = starts[Math.min(at, starts.length) - 1]!;
    const range = { from: begin > from ? begin : from, to: end };
    const { place, values, next } = selected(reader, range);
    const found = await reader.client.query<Row>(
      `SELECT ${reader.columns} FROM archive.posts WHERE ${place} ${newestFirst} LIMIT $${next}`,
      [...values, limit - rows.length],
    );
    rows.push(...found.rows);
    end = begin;
  }
  return rows;
}

/**
 * PostgreSQL knows neither how common a phrase is nor how recent its hits are: it would walk through all posts, newest
 * first, for seconds, or fetch thousands of hits to show twenty. So the newest posts are looked at one by one, and how
 * many of them are hits tells how far back the word index is asked, again and again until there are enough.
 */
async function matchingRows<Row extends Timed>(
  reader: Reader,
  { from, to }: TimeRange,
  limit: number,
): Promise<Row[]> {
  const probe = await probed<Row>(reader, { from, to }, limit);
  if (!probe.newest || !probe.oldest) return [];
  if (probe.posts < probedPosts || probe.rows.length >= limit) return probe.rows;
  const oldest = probe.oldest.getTime();
  // Of the posts of the last instant some may not have been looked at.
  const rows = probe.rows.filter((row) => row.first_created_at.getTime() > oldest);
  const top = probe.newest.getTime();
  let end = oldest + 1;
  let stretch = firstStretch(
    { posts: probe.posts, hits: rows.length, milliseconds: top - oldest },
    limit - rows.length,
  );
  while (rows.length < limit && end > Date.parse(from)) {
    const begin = Math.max(Date.parse(from), end - stretch);
    const range = { from: new Date(begin).toISOString(), to: new Date(end).toISOString() };
    rows.push(...(await hitsWithin<Row>(reader, range, limit - rows.length)));
    end = Date.parse(range.from);
    stretch = nextStretch(top - end, rows.length, limit - rows.length);
  }
  return rows;
}

interface Probe<Row> {
  readonly posts: number;
  readonly newest: Date | null;
  readonly oldest: Date | null;
  /** The newest hits among them. */
  readonly rows: Row[];
}

/** Looks at the newest posts of a range, whatever their words. */
async function probed<Row extends Timed>(
  reader: Reader,
  range: TimeRange,
  limit: number,
): Promise<Probe<Row>> {
  const { place, words, values, next } = selected(reader, range);
  const { rows } = await reader.client.query<Row & ProbeRow>(
    `WITH recent AS MATERIALIZED (
       SELECT ${reader.columns}, ${words} AS is_hit FROM archive.posts WHERE ${place} ${newestFirst} LIMIT ${probedPosts}
     ), looked_at AS (
       SELECT count(*)::int AS probed_posts, max(first_created_at) AS probed_newest, min(first_created_at) AS probed_oldest FROM recent
     )
     SELECT * FROM looked_at LEFT JOIN recent ON is_hit ${newestFirst} LIMIT $${next}`,
    [...values, limit],
  );
  const { probed_posts: posts, probed_newest: newest, probed_oldest: oldest } = rows[0]!;
  return { posts, newest, oldest, rows: rows.filter(({ is_hit }) => is_hit) };
}

interface ProbeRow {
  readonly probed_posts: number;
  readonly probed_newest: Date | null;
  readonly probed_oldest: Date | null;
  /** Null: none of them was a hit. */
  readonly is_hit: boolean | null;
}

/** Fetched all and then put in order: with a limit PostgreSQL would walk through the posts instead. */
async function hitsWithin<Row extends Timed>(
  reader: Reader,
  range: TimeRange,
  limit: number,
): Promise<Row[]> {
  const { place, words, values, next } = selected(reader, range);
  const found = await reader.client.query<Row>(
    `WITH hits AS MATERIALIZED (SELECT ${reader.columns} FROM archive.posts WHERE ${place} AND ${words})
     SELECT * FROM hits ${newestFirst} LIMIT $${next}`,
    [...values, limit],
  );
  return found.rows;
}

import type { PoolClient } from 'pg';
import type { Selection } from '../archive.port.js';
import { type Month, monthStart } from '../month.js';
import type { PageStart } from '../search-pages.js';
import { newestFirst, probed, probedPosts, type Reader, selected, type Timed } from './probe.js';
import { firstStretch, nextStretch } from './search-windows.js';
import { conditionOf, everyPost, monthsOfRegion, rangeOf, type TimeRange } from './selection.js';

/** Months looked at first; then twice as many, and so on. */
const firstMonths = 3;
/** Taken wider than the hits seen so far say: a second look costs more than a few hits too many. */
const margin = 1.5;

/**
 * The newest `limit` rows of a selection. It goes back in time from the newest on: what is common is answered from the
 * last days alone, and 20 years of a historical region are never planned at once.
 * @param columns `first_created_at` and `post_id` among them
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
    const { place, values, next } = selected(reader, { from: begin > from ? begin : from, to: end });
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
 * The newest posts are looked at one by one, and how many of them are hits tells how far back the word index is asked,
 * again and again until there are enough.
 */
async function matchingRows<Row extends Timed>(
  reader: Reader,
  { from, to }: TimeRange,
  limit: number,
): Promise<Row[]> {
  const probe = await probed<Row>(reader, { from, to }, limit);
  if (!probe.newest || !probe.oldest) return [];
  if (probe.posts < probedPosts || probe.rows.length >= limit) return probe.rows;
  const [top, oldest, bottom] = [probe.newest.getTime(), probe.oldest.getTime(), Date.parse(from)];
  // Of the posts of the last instant some may not have been looked at.
  const rows = probe.rows.filter((row) => row.first_created_at.getTime() > oldest);
  const missing = () => limit - rows.length;
  let end = oldest + 1;
  let stretch = firstStretch({ ...probe, milliseconds: top - oldest }, margin * missing());
  while (missing() > 0 && end > bottom) {
    const begin = Math.max(bottom, Math.floor(end - stretch));
    const range = { from: new Date(begin).toISOString(), to: new Date(end).toISOString() };
    rows.push(...(await hitsWithin<Row>(reader, range, missing())));
    end = begin;
    stretch = nextStretch(top - end, rows.length, margin * missing());
  }
  return rows;
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

import type { PoolClient } from 'pg';
import type { Selection } from '../archive.port.js';
import { type Month, monthStart } from '../month.js';
import type { PageStart } from '../search-pages.js';
import { conditionOf, everyPost, monthsOfRegion, rangeOf, type TimeRange } from './selection.js';

/** Months looked at first; then twice as many, and so on. */
const firstMonths = 3;

/**
 * The newest `limit` rows of a selection. It walks the region's months from the newest on, a few at a time: a common
 * word is answered from the last months alone, and 20 years of a historical region are never planned at once.
 */
export async function newestRows<Row extends object>(
  client: PoolClient,
  selection: Selection,
  columns: string,
  limit: number,
  start: PageStart | null,
): Promise<Row[]> {
  const months = await monthsOfRegion(client, selection.regionId);
  const range = rangeOf(selection, months);
  if (!range) return [];
  const rows: Row[] = [];
  for (const step of stepsThrough(range, months, start))
    rows.push(...(await rowsOf<Row>(client, selection, step, columns, limit - rows.length, start)));
  return rows;

  function* stepsThrough(
    whole: TimeRange,
    newestFirst: readonly Month[],
    from: PageStart | null,
  ): Iterable<TimeRange> {
    const first = from?.after ?? from?.atOrAfter;
    const top = first ? new Date(first.milliseconds + 1).toISOString() : whole.to;
    const within = newestFirst.map(monthStart).filter((begin) => begin < top && begin < whole.to);
    let to = top < whole.to ? top : whole.to;
    for (let at = 0, width = firstMonths; at < within.length && to > whole.from; width *= 2) {
      const begin = within[Math.min(at + width, within.length) - 1]!;
      yield { from: begin > whole.from ? begin : whole.from, to };
      if (rows.length >= limit) return;
      to = begin;
      at += width;
    }
  }
}

/**
 * PostgreSQL takes a word that it has no figures for, or a phrase of common words, for more common than it is: it would
 * walk through all posts, newest first, and find almost nothing, for seconds. So what is asked for is looked for in the
 * most recent posts, and when it is rare there, all its hits are fetched by way of the word index.
 */
async function rowsOf<Row extends object>(
  client: PoolClient,
  selection: Selection,
  range: TimeRange,
  columns: string,
  limit: number,
  start: PageStart | null,
): Promise<Row[]> {
  const { place, words, values } = conditionOf(selection, range);
  const next = values.length + 1;
  const at = start?.after ?? start?.atOrAfter;
  const sign = start?.after ? '<' : '<=';
  const behind = at ? `AND (first_created_at, post_id) ${sign} ($${next + 1}, $${next + 2})` : '';
  const parameters = [...values, limit, ...(at ? [new Date(at.milliseconds).toISOString(), at.postId] : [])];
  const read = async (rows: string): Promise<Row[]> =>
    (await client.query<Row>(`${rows} ${newestFirst} LIMIT $${next}`, parameters)).rows;
  if (words === everyPost)
    return read(`SELECT ${columns} FROM archive.posts WHERE ${place} AND ${words} ${behind}`);
  const probed = Math.max(probedPostsMin, limit * probedPostsPerHit);
  const recent = await read(`SELECT ${columns} FROM (
    SELECT * FROM archive.posts WHERE ${place} ${behind} ${newestFirst} LIMIT ${probed}) AS recent WHERE ${words}`);
  if (recent.length >= limit) return recent;
  return read(`WITH hits AS MATERIALIZED (SELECT ${columns} FROM archive.posts
    WHERE ${place} AND ${words} ${behind}) SELECT * FROM hits`);
}

const newestFirst = 'ORDER BY first_created_at DESC, post_id DESC';
/** What is common is answered from these alone. */
const probedPostsMin = 100;
const probedPostsPerHit = 20;

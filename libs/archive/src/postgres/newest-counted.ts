import type { PoolClient } from 'pg';
import type { Selection } from '../archive.port.js';
import { probed, probedPosts } from './probe.js';
import { firstStretch } from './search-windows.js';
import { type Condition, conditionOf, everyPost, type TimeRange } from './selection.js';

/** Where this many of the newest posts are hits, walking through them costs less than asking the word index. */
const commonShare = 2 / 3;
/** Counting again costs as much as counting did: two standard deviations of what so few posts say are put on top. */
const margin = (hits: number): number => 1 + 2 / Math.sqrt(hits + 1);
/** A second stretch goes by thousands of hits; it is longer by this factor at least, so that there is hardly a third. */
const longer = 1.25;

/** For posts walked through in order, and for hits fetched by way of the indexes and put in order behind. */
const walking = 'SET LOCAL enable_seqscan = off';
const fetching = 'SET LOCAL enable_seqscan = off; SET LOCAL enable_indexscan = off';

/** What one reading counted; `hits` at most as many as asked for. */
export interface Reading<T> {
  readonly hits: number;
  readonly value: T;
}

/**
 * Counts the newest `hitsMax` hits of a selection: `read` is given a condition and a source of rows (a SELECT of
 * `columns`), newest first, cut at `hitsMax`. The source reaches only as far back as the newest posts say that many
 * hits lie, and further when they were fewer, so that a word in every fifth post does not mean months of posts.
 */
export async function countNewest<T>(
  client: PoolClient,
  selection: Selection,
  range: TimeRange,
  columns: string,
  hitsMax: number,
  read: (source: string, values: readonly unknown[]) => Promise<Reading<T>>,
): Promise<T> {
  const whole = conditionOf(selection, range);
  const newest = `ORDER BY first_created_at DESC, post_id DESC LIMIT ${hitsMax}`;
  const walk = async () => {
    await client.query(walking);
    const { value } = await read(
      `SELECT ${columns} FROM archive.posts ${where(whole)} ${newest}`,
      whole.values,
    );
    return value;
  };
  if (whole.words === everyPost) return walk();
  const reader = { client, selection, columns: 'post_id, first_created_at', start: null };
  const probe = await probed(reader, range, 1);
  if (!probe.newest || !probe.oldest || probe.posts < probedPosts || probe.hits >= commonShare * probe.posts)
    return walk();
  await client.query(fetching);
  const [top, bottom] = [probe.newest.getTime(), Date.parse(range.from)];
  const seen = { ...probe, milliseconds: top - probe.oldest.getTime() };
  let stretch = firstStretch(seen, margin(probe.hits) * hitsMax);
  for (;;) {
    const begin = Math.max(bottom, Math.floor(top - stretch));
    const condition = conditionOf(selection, { from: new Date(begin).toISOString(), to: range.to });
    const source = `SELECT * FROM (WITH hits AS MATERIALIZED (SELECT ${columns}, post_id FROM archive.posts ${where(condition)})
      SELECT * FROM hits ${newest}) AS fetched`;
    const { hits, value } = await read(source, condition.values);
    if (hits >= hitsMax || begin <= bottom) return value;
    stretch = (top - begin) * Math.max(longer, (longer * hitsMax) / (hits + 1));
  }
}

const where = ({ place, words }: Condition): string => `WHERE ${place} AND ${words}`;

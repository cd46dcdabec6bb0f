import type { PoolClient } from 'pg';
import type { Selection } from '../archive.port.js';
import type { PageStart } from '../search-pages.js';
import { conditionOf, type TimeRange } from './selection.js';

/** Rows that are listed by time. */
export interface Timed {
  readonly first_created_at: Date;
}

/** What is read of a selection's hits, and from where on. */
export interface Reader {
  readonly client: PoolClient;
  readonly selection: Selection;
  /** `first_created_at` and `post_id` among them. */
  readonly columns: string;
  readonly start: PageStart | null;
}

export const newestFirst = 'ORDER BY first_created_at DESC, post_id DESC';

/** What a range of time leaves of the selection: `place` and `words` as conditions, `next` the first parameter free. */
export function selected({ selection, start }: Reader, range: TimeRange) {
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

/** Posts looked at one by one, newest first: what is common is answered from these alone. */
export const probedPosts = 400;

export interface Probe<Row> {
  /** Fewer than `probedPosts`: there are no more in the range. */
  readonly posts: number;
  readonly hits: number;
  readonly newest: Date | null;
  readonly oldest: Date | null;
  /** The newest of the hits, `limit` at most. */
  readonly rows: Row[];
}

/**
 * Looks at the newest posts of a range, whatever their words. PostgreSQL knows neither how common a phrase is nor how
 * recent its hits are; left alone it walks through all posts, newest first, for seconds, or fetches thousands of hits
 * to show twenty.
 */
export async function probed<Row extends Timed>(
  reader: Reader,
  range: TimeRange,
  limit: number,
): Promise<Probe<Row>> {
  const { place, words, values, next } = selected(reader, range);
  const found = await reader.client.query<Row & ProbeRow>(
    `WITH recent AS MATERIALIZED (
       SELECT ${reader.columns}, ${words} AS is_hit FROM archive.posts WHERE ${place} ${newestFirst} LIMIT ${probedPosts}
     ), looked_at AS (
       SELECT count(*)::int AS probed_posts, (count(*) FILTER (WHERE is_hit))::int AS probed_hits,
         max(first_created_at) AS probed_newest, min(first_created_at) AS probed_oldest FROM recent
     )
     SELECT * FROM looked_at LEFT JOIN recent ON is_hit ${newestFirst} LIMIT $${next}`,
    [...values, Math.max(1, limit)],
  );
  const seen = found.rows[0]!;
  return {
    posts: seen.probed_posts,
    hits: seen.probed_hits,
    newest: seen.probed_newest,
    oldest: seen.probed_oldest,
    rows: found.rows.filter(({ is_hit }) => is_hit),
  };
}

interface ProbeRow {
  readonly probed_posts: number;
  readonly probed_hits: number;
  readonly probed_newest: Date | null;
  readonly probed_oldest: Date | null;
  /** Null: none of them was a hit. */
  readonly is_hit: boolean | null;
}

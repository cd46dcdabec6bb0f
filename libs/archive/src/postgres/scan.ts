import type { Pool } from 'pg';
import {
  type ArchivedPost,
  type ErasedAuthor,
  type MonthTally,
  type ScanPage,
  scanPagePostsMax,
} from '../archive.port.js';
import { type Month } from '../month.js';
import { tombstonePost } from '../post-document.js';
import { decodePosition, encodePosition } from '../scan-position.js';
import { monthTable } from './months.js';
import { postOf, type ReadRow, readColumns } from './rows.js';
import { sqlState } from './transaction.js';

type ScanRow = ReadRow & {
  readonly region_id: string;
  readonly reach_at: Date;
  readonly analysis_version: string;
  readonly deleted: boolean;
};

/** Month by month along the primary key: every page is one look-up in an index, however far it is. */
export async function* scanPosts(pool: Pool, after: string | null): AsyncGenerator<ScanPage> {
  const from = after === null ? null : decodePosition(after);
  for (const month of await monthsOf(pool)) {
    if (from && month < from.month) continue;
    let place = from?.month === month ? [from.regionId, from.postId] : ['', ''];
    for (;;) {
      const rows = await rowsBehind(pool, month, place);
      const last = rows.at(-1);
      if (!last) break;
      place = [last.region_id, last.post_id];
      yield {
        posts: rows.map(archivedOf),
        position: encodePosition({ month, regionId: last.region_id, postId: last.post_id }),
      };
      if (rows.length < scanPagePostsMax) break;
    }
  }
}

async function monthsOf(pool: Pool): Promise<Month[]> {
  const { rows } = await pool.query<{ month: Month }>(
    `SELECT DISTINCT to_char(month, 'YYYY-MM') AS month FROM archive.region_months ORDER BY 1`,
  );
  return rows.map((row) => row.month);
}

async function rowsBehind(pool: Pool, month: Month, place: readonly string[]): Promise<ScanRow[]> {
  try {
    const { rows } = await pool.query<ScanRow>(
      `SELECT region_id, reach_at, analysis_version, deleted, ${readColumns} FROM ${monthTable(month)}
       WHERE (region_id, post_id) > ($1, $2) ORDER BY region_id, post_id LIMIT ${scanPagePostsMax}`,
      [...place],
    );
    return rows;
  } catch (error) {
    // The month was dropped while it was being read.
    if (sqlState(error) === '42P01') return [];
    throw error;
  }
}

const archivedOf = (row: ScanRow): ArchivedPost => ({
  regionId: row.region_id,
  reachAt: row.reach_at.toISOString(),
  post: row.deleted
    ? tombstonePost({
        postId: row.post_id,
        firstCreatedAt: row.first_created_at.toISOString(),
        createdAt: row.created_at.toISOString(),
        fetchedAt: row.fetched_at.toISOString(),
        revision: Number(row.revision),
        analysisVersion: Number(row.analysis_version),
      })
    : postOf(row),
});

export async function* erasedAuthors(pool: Pool): AsyncGenerator<readonly ErasedAuthor[]> {
  let place = ['', ''];
  for (;;) {
    const { rows } = await pool.query<{ region_id: string; author_key: string }>(
      `SELECT region_id, author_key FROM archive.erased_authors
       WHERE (region_id, author_key) > ($1, $2) ORDER BY 1, 2 LIMIT ${scanPagePostsMax}`,
      place,
    );
    const last = rows.at(-1);
    if (!last) return;
    place = [last.region_id, last.author_key];
    yield rows.map((row) => ({ regionId: row.region_id, authorKey: row.author_key }));
  }
}

export async function tally(pool: Pool): Promise<MonthTally[]> {
  const { rows } = await pool.query<{ region: string; month: Month; posts: string; tombstones: string }>(
    `SELECT region_id AS region, to_char(first_created_at AT TIME ZONE 'UTC', 'YYYY-MM') AS month,
       count(*) FILTER (WHERE NOT deleted) AS posts, count(*) FILTER (WHERE deleted) AS tombstones
     FROM archive.posts GROUP BY 1, 2 ORDER BY 1, 2`,
  );
  return rows.map((row) => ({
    regionId: row.region,
    month: row.month,
    posts: Number(row.posts),
    tombstones: Number(row.tombstones),
  }));
}

import type { Pool, PoolClient } from 'pg';
import type { PruneRequest, PruneResult } from '../archive.port.js';
import type { Month } from '../month.js';
import { type Months, monthsLock, monthTable } from './months.js';
import { searchQuery } from './search-text.js';
import { inTransaction, retryingCollisions } from './transaction.js';

/** Rows that one statement removes: a longer one would hold its locks while posts wait. */
const removedRowsMax = 5_000;
/** A month's last posts live this much longer than its first; a post that outlives even that is removed by itself. */
const stragglerDays = 31;
const dayMilliseconds = 86_400_000;

/** Drops the months whose posts have all served their time, then removes what is left over in the others. */
export async function prunePosts(pool: Pool, months: Months, request: PruneRequest): Promise<PruneResult> {
  const droppedMonths: Month[] = [];
  let removedPosts = 0;
  for (const month of await allMonths(pool)) {
    if (await retryingCollisions(() => dropIfServed(pool, month, request))) droppedMonths.push(month);
    else removedPosts += await removeStragglers(pool, month, request);
  }
  if (droppedMonths.length > 0) months.forget();
  return { droppedMonths, removedPosts };
}

async function allMonths(pool: Pool): Promise<Month[]> {
  const { rows } = await pool.query<{ month: Month }>(
    `SELECT DISTINCT to_char(month, 'YYYY-MM') AS month FROM archive.region_months ORDER BY 1`,
  );
  return rows.map((row) => row.month);
}

/** A cheap look first; then the same question with the month locked, so that no post arrives between answer and drop. */
async function dropIfServed(pool: Pool, month: Month, request: PruneRequest): Promise<boolean> {
  if (!(await hasServed(pool, month, request))) return false;
  return inTransaction(pool, "SET LOCAL lock_timeout = '5s'", async (client) => {
    await client.query(monthsLock);
    await client.query(`LOCK TABLE ${monthTable(month)} IN ACCESS EXCLUSIVE MODE`);
    if (!(await hasServed(client, month, request))) return false;
    await client.query(`DROP TABLE ${monthTable(month)}`);
    await client.query('DELETE FROM archive.region_months WHERE month = $1', [`${month}-01`]);
    return true;
  });
}

async function hasServed(database: Pool | PoolClient, month: Month, request: PruneRequest): Promise<boolean> {
  const { rows } = await database.query<{ needed: boolean }>(
    `SELECT EXISTS (SELECT FROM ${monthTable(month)} WHERE region_id <> ALL($2) OR fetched_at >= $1) AS needed`,
    [request.fetchedBefore, request.regionIds],
  );
  return rows[0]?.needed === false;
}

/** Expired posts in a month that must stay, for instance old news fetched today beside old news fetched last year. */
async function removeStragglers(pool: Pool, month: Month, request: PruneRequest): Promise<number> {
  const before = new Date(Date.parse(request.fetchedBefore) - stragglerDays * dayMilliseconds).toISOString();
  return removeInParts(
    pool,
    `SELECT ctid FROM ${monthTable(month)} WHERE fetched_at < $1 AND region_id = ANY($2)`,
    [before, request.regionIds],
    monthTable(month),
  );
}

async function removeInParts(
  pool: Pool,
  victims: string,
  values: readonly unknown[],
  table: string,
): Promise<number> {
  let removed = 0;
  for (;;) {
    const { rowCount } = await retryingCollisions(() =>
      pool.query(`DELETE FROM ${table} WHERE ctid = ANY(ARRAY(${victims} LIMIT ${removedRowsMax}))`, [
        ...values,
      ]),
    );
    removed += rowCount ?? 0;
    if ((rowCount ?? 0) < removedRowsMax) return removed;
  }
}

/**
 * Blocks the author first, then removes: batches in work hold the lock shared, so whatever they write is in before the
 * removal starts, and every later batch sees the block.
 */
export async function eraseAuthor(pool: Pool, regionId: string, authorKey: string): Promise<number> {
  await inTransaction(pool, 'SELECT pg_advisory_xact_lock(7501, 2)', (client) =>
    client.query(
      'INSERT INTO archive.erased_authors (region_id, author_key) VALUES ($1, $2) ON CONFLICT DO NOTHING',
      [regionId, authorKey],
    ),
  );
  const query = searchQuery({ kind: 'field', field: 'author', value: authorKey });
  let erased = 0;
  for (const month of await monthsWith(pool, regionId))
    erased += await removeInParts(
      pool,
      `SELECT ctid FROM ${monthTable(month)} WHERE region_id = $1 AND words @@ $2::tsquery`,
      [regionId, query],
      monthTable(month),
    );
  return erased;
}

async function monthsWith(pool: Pool, regionId: string): Promise<Month[]> {
  const { rows } = await pool.query<{ month: Month }>(
    `SELECT to_char(month, 'YYYY-MM') AS month FROM archive.region_months WHERE region_id = $1 ORDER BY 1`,
    [regionId],
  );
  return rows.map((row) => row.month);
}

import type { Pool, PoolClient } from 'pg';
import { isArchivable, type Month, monthAfter, monthStart } from '../month.js';
import { inTransaction } from './transaction.js';

/** A year that has no four digits; told with PostgreSQL's own code for a time that it cannot hold. */
class MonthOutOfRange extends Error {
  readonly code = '22008';
  constructor(month: string) {
    super(`no such month in the archive: ${month}`);
  }
}

/** Name of a month's table: made of checked digits, because a table's name cannot be a parameter. */
export function monthTable(month: Month): string {
  if (!isArchivable(month)) throw new MonthOutOfRange(month);
  return `archive.posts_${month.replace('-', '_')}`;
}

/** One writer makes or drops months at a time; the number is ours alone. */
export const monthsLock = 'SELECT pg_advisory_xact_lock(7501, 1)';
const settings = "SET LOCAL lock_timeout = '5s'";

/** Makes month tables as posts need them and remembers which there are. */
export class Months {
  private readonly known = new Set<Month>();

  constructor(private readonly pool: Pool) {}

  async ensure(months: Iterable<Month>): Promise<void> {
    const missing = [...new Set(months)].filter((month) => !this.known.has(month)).sort();
    if (missing.length === 0) return;
    for (const month of missing)
      await inTransaction(this.pool, settings, (client) => createMonth(client, month));
    for (const month of missing) this.known.add(month);
  }

  /** After another process dropped a month, or this one did. */
  forget(): void {
    this.known.clear();
  }
}

/**
 * Histograms and trends are read off the index alone where a vacuum has passed: sooner than by default, which is a fifth.
 * Of the days since the last ANALYZE PostgreSQL believes that they hold no post, and then walks through all of them
 * instead of asking the word index: a tenth of a month, the default, would be three days.
 */
const upkeep = `autovacuum_vacuum_insert_threshold = 5000, autovacuum_vacuum_insert_scale_factor = 0.1,
  autovacuum_analyze_threshold = 1000, autovacuum_analyze_scale_factor = 0.02`;

/** Attached ready-made: `CREATE … PARTITION OF` would lock out every reader of the archive meanwhile. */
async function createMonth(client: PoolClient, month: Month): Promise<void> {
  await client.query(monthsLock);
  const table = monthTable(month);
  const { rows } = await client.query('SELECT to_regclass($1) IS NOT NULL AS there', [table]);
  if ((rows[0] as { there: boolean }).there) return;
  await client.query(`
    CREATE TABLE ${table} (LIKE archive.posts INCLUDING ALL) WITH (${upkeep});
    ALTER TABLE archive.posts ATTACH PARTITION ${table}
      FOR VALUES FROM ('${monthStart(month)}') TO ('${monthStart(monthAfter(month))}')`);
}

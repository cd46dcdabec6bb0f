import type { Pool, PoolClient } from 'pg';
import type { Selection } from '../archive.port.js';
import { type Month, monthAfter, monthStart } from '../month.js';
import { withFilters } from '../query/filters.js';
import { storableText } from '../storable.js';
import { searchQuery } from './search-text.js';

/** Months of a region, newest first: searches look at these and open no other partition. */
export async function monthsOfRegion(database: Pool | PoolClient, regionId: string): Promise<Month[]> {
  const { rows } = await database.query<{ month: Month }>({
    name: 'archive-months',
    text: `SELECT to_char(month, 'YYYY-MM') AS month FROM archive.region_months WHERE region_id = $1 ORDER BY month DESC`,
    values: [regionId],
  });
  return rows.map((row) => row.month);
}

/** From inclusive, to exclusive; ISO 8601. */
export interface TimeRange {
  readonly from: string;
  readonly to: string;
}

/** What a selection leaves of the region's months; null when nothing can lie in it. */
export function rangeOf(selection: Selection, months: readonly Month[]): TimeRange | null {
  const newest = months[0];
  const oldest = months.at(-1);
  if (newest === undefined || oldest === undefined) return null;
  const from = later(monthStart(oldest), selection.from);
  const to = earlier(monthStart(monthAfter(newest)), selection.to);
  return from < to ? { from, to } : null;
}

const inUtc = (instant: string): string => new Date(instant).toISOString();
const later = (a: string, b: string | undefined): string => (b !== undefined && inUtc(b) > a ? inUtc(b) : a);
const earlier = (a: string, b: string | undefined): string =>
  b !== undefined && inUtc(b) < a ? inUtc(b) : a;

/** A WHERE clause with its parameters; further ones go behind. */
export interface Condition {
  /** Region and time. */
  readonly place: string;
  /** Words and keys, `everyPost` when everything is asked for. */
  readonly words: string;
  readonly values: readonly unknown[];
}

/** The words of a condition that asks for none. */
export const everyPost = 'true';

/** All values are parameters; the text-search condition is one, too. */
export function conditionOf(selection: Selection, range: TimeRange): Condition {
  const asked = withFilters(selection.query, selection.filters);
  const values: unknown[] = [selection.regionId, range.from, range.to];
  const place = 'region_id = $1 AND NOT deleted AND first_created_at >= $2 AND first_created_at < $3';
  if (asked.kind === 'everything') return { place, words: everyPost, values };
  return { place, words: 'words @@ $4::tsquery', values: [...values, storableText(searchQuery(asked))] };
}

export const whereOf = ({ place, words }: Condition): string => `${place} AND ${words}`;

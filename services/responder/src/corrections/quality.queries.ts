import type { CorrectedPart, QualityParameters, QualityView } from '@kentongan/contracts';
import { DATABASE_POOL } from '@kentongan/database';
import { CLOCK, type Clock } from '@kentongan/platform';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import type { z } from 'zod';
import { RegionTable } from '../regions/region-table.js';
import { responderSchema as s } from '../responder.schema.js';

const defaultTimeZone = 'Asia/Jakarta';
const changesMax = 12;

interface WeekRow {
  readonly start: Date;
  readonly counts: Readonly<Partial<Record<CorrectedPart, number>>> | null;
  readonly issues_with_agency: number;
}

/** How often people corrected the program, week by week. */
@Injectable()
export class QualityQueries {
  constructor(
    @Inject(DATABASE_POOL) private readonly pool: pg.Pool,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(RegionTable) private readonly regions: RegionTable,
  ) {}

  async quality({ region, weeks }: z.infer<typeof QualityParameters>): Promise<QualityView> {
    const timeZone = this.regions.of(region)?.timeZone ?? defaultTimeZone;
    const values = [region, new Date(this.clock.now()).toISOString(), timeZone, weeks];
    const [byWeek, changes] = await Promise.all([
      this.pool.query<WeekRow>(weeksSql, values),
      this.pool.query<QualityView['changes'][number]>(changesSql, [...values, changesMax]),
    ]);
    return { timeZone, weeks: byWeek.rows.map(weekOf), changes: changes.rows };
  }
}

const weekOf = ({ start, counts, issues_with_agency }: WeekRow): QualityView['weeks'][number] => ({
  start: start.toISOString(),
  corrections: Object.entries(counts ?? {})
    .map(([part, count]) => ({ part: part as CorrectedPart, count }))
    .sort((a, b) => (a.part < b.part ? -1 : 1)),
  issuesWithAgency: issues_with_agency,
});

/** Weeks of the region's own days: 23:30 on Sunday in Semarang is not yet Monday, whatever it is in Greenwich. */
const weeks = `
  weeks AS (
    SELECT local AT TIME ZONE $3 AS start, (local + interval '1 week') AT TIME ZONE $3 AS ending
    FROM generate_series(
      date_trunc('week', $2::timestamptz AT TIME ZONE $3) - make_interval(weeks => $4::int - 1),
      date_trunc('week', $2::timestamptz AT TIME ZONE $3), interval '1 week') AS local
  )`;

const given = `coalesce(label ->> 'label', label ->> 'agencyId')`;
/** Who says what the program said agrees with it; that is no correction. */
const isChange = `(part = 'place' OR said IS DISTINCT FROM ${given})`;

const weeksSql = `
  WITH ${weeks}, parts AS (
    SELECT weeks.start, part, count(*)::int AS count
    FROM weeks JOIN ${s}.corrections ON region_id = $1 AND NOT is_undone AND ${isChange}
      AND at >= weeks.start AND at < weeks.ending
    GROUP BY 1, 2
  )
  SELECT weeks.start,
    (SELECT json_object_agg(part, count) FROM parts WHERE parts.start = weeks.start) AS counts,
    (SELECT count(*)::int FROM ${s}.issues WHERE region_id = $1 AND agency_id IS NOT NULL
       AND opened_at >= weeks.start AND opened_at < weeks.ending) AS issues_with_agency
  FROM weeks ORDER BY 1`;

const changesSql = `
  WITH ${weeks}
  SELECT part, said, ${given} AS label, count(*)::int AS count
  FROM ${s}.corrections
  WHERE region_id = $1 AND NOT is_undone AND part <> 'place' AND ${isChange}
    AND at >= (SELECT min(start) FROM weeks)
  GROUP BY 1, 2, 3 ORDER BY count DESC, 1, 2, 3 LIMIT $5`;

import type { IssueCard, OverviewParameters, OverviewView } from '@kentongan/contracts';
import { DATABASE_POOL } from '@kentongan/database';
import { CLOCK, type Clock } from '@kentongan/platform';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import type { z } from 'zod';
import { countsSql, durationsSql, inWorkSql, risingSql, routesSql } from './overview-queries.js';

const dayMilliseconds = 86_400_000;
const inWorkMax = 20;
const risingMax = 5;
/** What last rose longer ago than this is not rising. */
const risingHours = 24;

type Counts = OverviewView['counts'] & { readonly opened_before: number; readonly closed_before: number };

interface WorkRow {
  readonly card: IssueCard;
  readonly state_since: Date;
  readonly due_at: Date | null;
}

type DurationName = keyof OverviewView['responseTimes'];
type DurationRow = Readonly<Record<`${DurationName}_${'median' | 'p90' | 'n'}`, number | null>>;

/** Thirty seconds for the leader: what rises, what is being done, where it is stuck, how long it takes. */
@Injectable()
export class IssueOverview {
  constructor(
    @Inject(DATABASE_POOL) private readonly pool: pg.Pool,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async overview({ region, days }: z.infer<typeof OverviewParameters>): Promise<OverviewView> {
    const now = this.clock.now();
    const from = new Date(now - days * dayMilliseconds).toISOString();
    const before = new Date(now - 2 * days * dayMilliseconds).toISOString();
    const to = new Date(now).toISOString();
    const risenSince = new Date(now - risingHours * 3_600_000).toISOString();
    const [rising, inWork, counts, durations, routes] = await Promise.all([
      this.rows<{ card: IssueCard }>(risingSql, [region, risenSince, risingMax]),
      this.rows<WorkRow>(inWorkSql, [region, inWorkMax]),
      this.rows<Counts>(countsSql, [region, before, from, to]),
      this.rows<DurationRow>(durationsSql, [region, from, to]),
      this.rows<OverviewView['routes'][number]>(routesSql, [region, from, to]),
    ]);
    const { opened_before, closed_before, ...current } = counts[0] ?? noCounts;
    return {
      from,
      to,
      rising: rising.map(({ card }) => card),
      inWork: inWork.map(workOf),
      counts: current,
      before: { opened: opened_before, closed: closed_before },
      responseTimes: responseTimesOf(durations[0]),
      routes,
    };
  }

  private async rows<Row extends pg.QueryResultRow>(sql: string, values: readonly unknown[]): Promise<Row[]> {
    return (await this.pool.query<Row>(sql, [...values])).rows;
  }
}

const noCounts: Counts = { opened: 0, closed: 0, open: 0, late: 0, opened_before: 0, closed_before: 0 };

function workOf({ card, state_since, due_at }: WorkRow): OverviewView['inWork'][number] {
  return {
    issueId: card.issueId,
    title: card.title,
    level: card.priority.level,
    state: card.state,
    route: card.route,
    ownerName: card.owner?.name ?? null,
    agencyId: card.agencyId,
    stateSince: state_since.toISOString(),
    dueAt: due_at?.toISOString() ?? null,
  };
}

function responseTimesOf(row: DurationRow | undefined): OverviewView['responseTimes'] {
  const of = (name: DurationName): OverviewView['responseTimes'][DurationName] => ({
    medianSeconds: row?.[`${name}_median`] ?? null,
    p90Seconds: row?.[`${name}_p90`] ?? null,
    n: row?.[`${name}_n`] ?? 0,
  });
  return {
    toAcknowledge: of('toAcknowledge'),
    toTriage: of('toTriage'),
    toPublish: of('toPublish'),
    toClose: of('toClose'),
    toAlert: of('toAlert'),
  };
}

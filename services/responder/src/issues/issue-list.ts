import type { IssueCard, IssueList, IssueListParameters } from '@kentongan/contracts';
import { DATABASE_POOL } from '@kentongan/database';
import { type Principal, personOf } from '@kentongan/platform';
import { rankOfLevel } from '@kentongan/triage';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import type { z } from 'zod';
import { responderSchema } from '../responder.schema.js';
import { decodeCursor, encodeCursor } from './issue-cursor.js';

type Parameters = z.infer<typeof IssueListParameters>;

interface ListedRow {
  readonly card: IssueCard;
  readonly urgency: number;
  readonly ordered_at: Date;
}

/** The desk's list: by urgency while there is something to do, newest first afterwards. */
@Injectable()
export class IssueListing {
  constructor(@Inject(DATABASE_POOL) private readonly pool: pg.Pool) {}

  async list(parameters: Parameters, principal: Principal): Promise<z.infer<typeof IssueList>> {
    const { region, limit } = parameters;
    const agencyId = agencyOf(principal);
    const [page, counts] = await Promise.all([
      this.page(parameters, principal, agencyId),
      this.counts(region, agencyId),
    ]);
    const shown = page.slice(0, limit);
    const last = shown.at(-1);
    const nextCursor =
      page.length > limit && last
        ? encodeCursor([last.urgency, last.ordered_at.toISOString(), last.card.issueId])
        : null;
    return { issues: shown.map(({ card }) => card), nextCursor, counts };
  }

  private async page(
    { region, status, level, owner, limit, cursor }: Parameters,
    principal: Principal,
    agencyId: string | null,
  ): Promise<ListedRow[]> {
    const after = cursor === undefined ? null : decodeCursor(cursor);
    const order = orders[status];
    const { rows } = await this.pool.query<ListedRow>(
      `SELECT card, urgency, ${order.time} AS ordered_at FROM ${responderSchema}.issues
       WHERE region_id = $1 AND status = $2
         AND ($3::smallint IS NULL OR level_rank = $3)
         AND ($4::text IS NULL OR owner_id = $4)
         AND (NOT $5 OR owner_id IS NULL)
         AND ($6::text IS NULL OR agency_id = $6)
         AND ($7::int IS NULL OR ${order.after})
       ORDER BY ${order.by} LIMIT $10`,
      [
        region,
        status,
        level === undefined ? null : rankOfLevel(level),
        owner === 'me' ? personOf(principal).userId : null,
        owner === 'nobody',
        agencyId,
        after?.[0] ?? null,
        after?.[1] ?? null,
        after?.[2] ?? null,
        limit + 1,
      ],
    );
    return rows;
  }

  private async counts(
    regionId: string,
    agencyId: string | null,
  ): Promise<z.infer<typeof IssueList>['counts']> {
    const { rows } = await this.pool.query<{ open: number; snoozed: number; unacknowledged: number }>(
      `SELECT (count(*) FILTER (WHERE status = 'open'))::int AS open,
         (count(*) FILTER (WHERE status = 'snoozed'))::int AS snoozed,
         (count(*) FILTER (WHERE status = 'open' AND acknowledged_at IS NULL))::int AS unacknowledged
       FROM ${responderSchema}.issues
       WHERE region_id = $1 AND status IN ('open', 'snoozed') AND ($2::text IS NULL OR agency_id = $2)`,
      [regionId, agencyId],
    );
    return rows[0] ?? { open: 0, snoozed: 0, unacknowledged: 0 };
  }
}

const byUrgency = {
  time: 'risen_at',
  by: 'urgency DESC, risen_at DESC, issue_id DESC',
  after: '(urgency, risen_at, issue_id) < ($7::int, $8::timestamptz, $9)',
} as const;

const orders = {
  open: byUrgency,
  snoozed: byUrgency,
  done: {
    time: 'closed_at',
    by: 'closed_at DESC, issue_id DESC',
    after: '(closed_at, issue_id) < ($8::timestamptz, $9)',
  },
} as const;

const nobody = '(none)';

/** Null: everything of the region. An agency officer without an agency sees nothing. */
function agencyOf(principal: Principal): string | null {
  if (principal.kind === 'machine' || principal.role !== 'agency') return null;
  return principal.agencyId ?? nobody;
}

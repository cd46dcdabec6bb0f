import { DeliveryView } from '@kentongan/contracts';
import { DATABASE_POOL } from '@kentongan/database';
import {
  AccessGuard,
  Allow,
  Answers,
  deskRoles,
  mayEnterRegion,
  type Principal,
  Who,
} from '@kentongan/platform';
import { Controller, Get, Inject, Query, UseGuards, UsePipes } from '@nestjs/common';
import type pg from 'pg';
import { z } from 'zod';
import { notifierSchema as s } from '../notifier.schema.js';
import { parameterPipe } from '../parameter-pipe.js';

const deliveriesShownMax = 500;

const DeliveriesParameters = z.strictObject({ issueId: z.string().min(1).max(64) });
const DeliveryViews = z.array(DeliveryView);
type View = z.infer<typeof DeliveryView>;

interface Row extends Pick<View, 'channel' | 'recipient' | 'status' | 'attempts' | 'detail'> {
  readonly delivery_id: string;
  readonly issue_id: string;
  readonly region_id: string;
  readonly recipient_name: string | null;
  readonly at: Date;
}

/** Who was told of an issue, on which channel, and what became of it. */
@Controller('api/deliveries')
@UseGuards(AccessGuard)
@Allow('machine', ...deskRoles)
@UsePipes(parameterPipe)
export class DeliveriesController {
  constructor(@Inject(DATABASE_POOL) private readonly pool: pg.Pool) {}

  /** Newest first; empty for an issue of another region as for one that nobody was told of. */
  @Get()
  @Answers(DeliveryViews)
  async list(
    @Who() principal: Principal,
    @Query({ schema: DeliveriesParameters }) { issueId }: z.infer<typeof DeliveriesParameters>,
  ): Promise<View[]> {
    const { rows } = await this.pool.query<Row>(
      `SELECT delivery_id, issue_id, region_id, channel, recipient, recipient_name, status, attempts, detail, at
       FROM ${s}.deliveries WHERE issue_id = $1 ORDER BY created_at DESC, delivery_id LIMIT ${deliveriesShownMax}`,
      [issueId],
    );
    return rows.filter((row) => mayEnterRegion(principal, row.region_id)).map(viewOf);
  }
}

function viewOf(row: Row): View {
  return {
    deliveryId: row.delivery_id,
    issueId: row.issue_id,
    channel: row.channel,
    recipient: row.recipient,
    recipientName: row.recipient_name,
    status: row.status,
    attempts: row.attempts,
    detail: row.detail,
    at: row.at.toISOString(),
  };
}

import { alertsDelivered, encodeEvent } from '@kentongan/contracts';
import { appendToOutbox, withTransaction } from '@kentongan/database';
import { Secret } from '@kentongan/platform';
import type pg from 'pg';
import { notifierSchema as s } from '../notifier.schema.js';
import type { NextStep } from './after-attempt.js';

/** A message that this process alone sends until its lease ends. */
export interface ClaimedMessage {
  readonly deliveryId: string;
  readonly webhookId: string;
  readonly url: string;
  readonly secret: Secret;
  readonly body: string;
  /** This try's number, from 1. */
  readonly attempts: number;
}

interface ClaimedRow extends Omit<ClaimedMessage, 'secret'> {
  readonly secret: string;
}

interface EndedRow {
  readonly issue_id: string;
  readonly issue_version: number;
  readonly region_id: string;
}

/**
 * Longer than a try can take. A message whose sender died comes again when it ends: with the same delivery id, so that
 * its receiver knows the repeat.
 */
const leaseSeconds = 60;

/** What waits to be sent to webhooks: the pending rows of the ledger. */
export class WebhookQueueStore {
  constructor(
    private readonly pool: pg.Pool,
    private readonly afterCommit: () => void,
  ) {}

  /** Takes due messages of webhooks that are not `busy`, at most so many of each: a slow receiver holds up itself alone. */
  async claim(
    now: number,
    busy: readonly string[],
    most: { readonly messages: number; readonly perWebhook: number },
  ): Promise<ClaimedMessage[]> {
    const { rows } = await this.pool.query<ClaimedRow>(
      `WITH due AS (
         SELECT waiting.delivery_id FROM ${s}.webhooks webhook CROSS JOIN LATERAL (
           SELECT delivery_id FROM ${s}.deliveries
           WHERE status = 'pending' AND channel = 'webhook' AND recipient = webhook.webhook_id AND next_attempt_at <= $1
           ORDER BY next_attempt_at LIMIT $4 FOR UPDATE SKIP LOCKED) waiting
         WHERE webhook.is_active AND webhook.webhook_id <> ALL($2::text[]) LIMIT $3)
       UPDATE ${s}.deliveries delivery
       SET attempts = attempts + 1, next_attempt_at = $1::timestamptz + interval '${leaseSeconds} seconds'
       FROM due, ${s}.webhooks webhook
       WHERE delivery.delivery_id = due.delivery_id AND webhook.webhook_id = delivery.recipient
       RETURNING delivery.delivery_id AS "deliveryId", webhook.webhook_id AS "webhookId", webhook.url, webhook.secret,
         delivery.body, delivery.attempts`,
      [new Date(now), busy, most.messages, most.perWebhook],
    );
    return rows.map((row) => ({ ...row, secret: new Secret(row.secret) }));
  }

  /** Writes down what became of a try. A message that another process has ended meanwhile stays as it is. */
  async record(message: ClaimedMessage, step: NextStep, now: number): Promise<void> {
    const at = new Date(now);
    await withTransaction(this.pool, async (client) => {
      await client.query(`UPDATE ${s}.webhooks SET last_status = $2 WHERE webhook_id = $1`, [
        message.webhookId,
        `${step.detail} · ${at.toISOString()}`.slice(0, 200),
      ]);
      if (step.status === 'pending') await postpone(client, message, step, now);
      else await end(client, message, step, at);
    });
    this.afterCommit();
  }
}

async function postpone(
  client: pg.PoolClient,
  { deliveryId, attempts }: ClaimedMessage,
  step: NextStep & { status: 'pending' },
  now: number,
): Promise<void> {
  await client.query(
    `UPDATE ${s}.deliveries SET detail = $3, at = $4, next_attempt_at = $5
     WHERE delivery_id = $1 AND status = 'pending' AND attempts = $2`,
    [deliveryId, attempts, step.detail, new Date(now), new Date(now + step.afterMilliseconds)],
  );
}

async function end(
  client: pg.PoolClient,
  { deliveryId, webhookId }: ClaimedMessage,
  step: NextStep & { status: 'delivered' | 'failed' },
  at: Date,
): Promise<void> {
  const { rows } = await client.query<EndedRow>(
    `UPDATE ${s}.deliveries SET status = $2, detail = $3, at = $4, body = NULL, next_attempt_at = NULL
     WHERE delivery_id = $1 AND status = 'pending' RETURNING issue_id, issue_version, region_id`,
    [deliveryId, step.status, step.detail, at],
  );
  const [ended] = rows;
  if (!ended) return;
  const event = {
    id: `alert.delivered|${deliveryId}`,
    type: 'alert.delivered',
    v: 1,
    occurredAt: at.toISOString(),
    regionId: ended.region_id,
    correlationId: ended.issue_id,
    causationId: null,
    data: {
      deliveryId,
      issueId: ended.issue_id,
      issueVersion: ended.issue_version,
      channel: 'webhook',
      recipient: webhookId,
      status: step.status,
      detail: step.detail,
      at: at.toISOString(),
    },
  };
  await appendToOutbox(client, s, [
    { stream: alertsDelivered.name, key: ended.issue_id, value: encodeEvent(event) },
  ]);
}

import type { WebhookBody, WebhookView } from '@kentongan/contracts';
import { withTransaction } from '@kentongan/database';
import type { Secret } from '@kentongan/platform';
import type pg from 'pg';
import type { z } from 'zod';
import { notifierSchema as s } from '../notifier.schema.js';

type View = z.infer<typeof WebhookView>;

export interface NewWebhook extends z.infer<typeof WebhookBody> {
  readonly webhookId: string;
  readonly secret: Secret;
  readonly createdAt: Date;
}

export const webhooksPerRegionMax = 20;

const viewColumns = `webhook_id AS "webhookId", region_id AS "regionId", name, url,
  minimum_level AS "minimumLevel", is_active AS "isActive", last_status AS "lastStatus"`;

/** Where other systems are told. The secret goes in and never comes out here. */
export class WebhookStore {
  constructor(private readonly pool: pg.Pool) {}

  async list(regionIds: readonly string[] | null): Promise<View[]> {
    const { rows } = await this.pool.query<View>(
      `SELECT ${viewColumns} FROM ${s}.webhooks WHERE $1::text[] IS NULL OR region_id = ANY($1)
       ORDER BY region_id, created_at LIMIT 1000`,
      [regionIds],
    );
    return rows;
  }

  async regionOf(webhookId: string): Promise<string | null> {
    const { rows } = await this.pool.query<{ region_id: string }>(
      `SELECT region_id FROM ${s}.webhooks WHERE webhook_id = $1`,
      [webhookId],
    );
    return rows[0]?.region_id ?? null;
  }

  /** @returns null when the region has as many as it may */
  async create(webhook: NewWebhook): Promise<View | null> {
    return withTransaction(this.pool, async (client) => {
      await client.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [
        `${s}.webhooks|${webhook.region}`,
      ]);
      const { rows } = await client.query<View>(
        `INSERT INTO ${s}.webhooks (webhook_id, region_id, name, url, minimum_level, secret, created_at)
         SELECT $1, $2, $3, $4, $5, $6, $7
         WHERE (SELECT count(*) FROM ${s}.webhooks WHERE region_id = $2) < ${webhooksPerRegionMax}
         RETURNING ${viewColumns}`,
        [
          webhook.webhookId,
          webhook.region,
          webhook.name,
          webhook.url,
          webhook.minimumLevel,
          webhook.secret.reveal(),
          webhook.createdAt,
        ],
      );
      return rows[0] ?? null;
    });
  }

  /** What still waits for it has failed. */
  async remove(webhookId: string, at: Date): Promise<void> {
    await withTransaction(this.pool, async (client) => {
      await client.query(`DELETE FROM ${s}.webhooks WHERE webhook_id = $1`, [webhookId]);
      await client.query(
        `UPDATE ${s}.deliveries SET status = 'failed', detail = 'webhook deleted', body = NULL, at = $2,
           next_attempt_at = NULL
         WHERE recipient = $1 AND channel = 'webhook' AND status = 'pending'`,
        [webhookId, at],
      );
    });
  }
}

import {
  alertsDelivered,
  type Event,
  type EventOf,
  encodeEvent,
  type IssueChanged,
  type PriorityLevel,
} from '@kentongan/contracts';
import { appendToOutbox, recordInInbox, withTransaction } from '@kentongan/database';
import type pg from 'pg';
import { notifierSchema as s } from '../notifier.schema.js';
import type { ToldIssue } from './decide-alert.js';
import { type AlertedWebhook, type AlertPlan, type PlannedDelivery, planAlerts } from './plan-alerts.js';
import type { RegionPeople } from './recipients.js';

type IssueEvent = EventOf<typeof IssueChanged>;

export interface AlertStoreParts {
  readonly pool: pg.Pool;
  readonly people: RegionPeople;
  readonly publicUrl: string;
  /** Called after a commit: messages wait in the outbox and in the ledger. */
  readonly afterCommit: () => void;
}

/** Turns changes of issues into inbox items and a ledger of deliveries, all in one transaction. */
export class AlertStore {
  constructor(private readonly parts: AlertStoreParts) {}

  /** @returns the ids of the events that were new; the effect of the others was there already */
  async take(events: readonly IssueEvent[], now: number): Promise<ReadonlySet<string>> {
    const at = new Date(now).toISOString();
    const fresh = await withTransaction(this.parts.pool, async (client) => {
      const newIds = await recordInInbox(
        client,
        s,
        'alerts',
        events.map(({ id }) => id),
      );
      const changes = [...new Map(events.map((event) => [event.id, event])).values()].filter(({ id }) =>
        newIds.has(id),
      );
      if (changes.length === 0) return newIds;
      const told = await lockTold(client, changes, at);
      const { people, publicUrl } = this.parts;
      const webhooks = await activeWebhooks(client, [...new Set(changes.map(({ regionId }) => regionId))]);
      await save(client, planAlerts(told, changes, { people, webhooks, publicUrl, at }), at);
      return newIds;
    });
    if (fresh.size > 0) this.parts.afterCommit();
    return fresh;
  }
}

/** Two notifiers that take changes of one issue wait here for each other, in one order. */
async function lockTold(
  client: pg.PoolClient,
  events: readonly IssueEvent[],
  at: string,
): Promise<Map<string, ToldIssue>> {
  const issueIds = [...new Set(events.map(({ data }) => data.card.issueId))].sort();
  await client.query(
    `INSERT INTO ${s}.told_issues (issue_id, changed_at) SELECT id, $2 FROM unnest($1::text[]) AS id
     ON CONFLICT DO NOTHING`,
    [issueIds, at],
  );
  const { rows } = await client.query<{
    issue_id: string;
    version: number;
    told_level: PriorityLevel | null;
  }>(
    `SELECT issue_id, version, told_level FROM ${s}.told_issues WHERE issue_id = ANY($1::text[])
     ORDER BY issue_id FOR UPDATE`,
    [issueIds],
  );
  const seen = rows.filter(({ version }) => version > 0);
  return new Map(
    seen.map((row) => [row.issue_id, { version: row.version, toldLevel: row.told_level }] as const),
  );
}

async function activeWebhooks(
  client: pg.PoolClient,
  regionIds: readonly string[],
): Promise<AlertedWebhook[]> {
  const { rows } = await client.query<AlertedWebhook>(
    `SELECT webhook_id AS "webhookId", region_id AS "regionId", name, minimum_level AS "minimumLevel"
     FROM ${s}.webhooks WHERE region_id = ANY($1::text[]) AND is_active`,
    [regionIds],
  );
  return rows;
}

async function save(client: pg.PoolClient, plan: AlertPlan, at: string): Promise<void> {
  const told = [...plan.told];
  await client.query(
    `UPDATE ${s}.told_issues SET version = given.version, told_level = given.level, changed_at = $4
     FROM unnest($1::text[], $2::int[], $3::text[]) AS given (id, version, level) WHERE issue_id = given.id`,
    [told.map(([id]) => id), told.map(([, { version }]) => version), told.map(([, t]) => t.toldLevel), at],
  );
  if (plan.items.length > 0) await saveItems(client, plan, at);
  if (plan.deliveries.length > 0) await saveDeliveries(client, plan.deliveries, at);
}

async function saveItems(client: pg.PoolClient, { items }: AlertPlan, at: string): Promise<void> {
  await client.query(
    `INSERT INTO ${s}.inbox_items (recipient, issue_id, region_id, issue_version, title, level, why, why_now, at)
     SELECT *, $9::timestamptz
     FROM unnest($1::text[], $2::text[], $3::text[], $4::int[], $5::text[], $6::text[], $7::text[], $8::jsonb[])
     ON CONFLICT (recipient, issue_id) DO UPDATE SET issue_version = excluded.issue_version, title = excluded.title,
       level = excluded.level, why = excluded.why, why_now = excluded.why_now, at = excluded.at, read_at = NULL
       WHERE inbox_items.issue_version < excluded.issue_version`,
    [
      items.map(({ recipient }) => recipient),
      items.map(({ card }) => card.issueId),
      items.map(({ card }) => card.regionId),
      items.map(({ card }) => card.version),
      items.map(({ card }) => card.title),
      items.map(({ card }) => card.priority.level),
      items.map(({ why }) => why),
      items.map(({ whyNow }) => (whyNow ? JSON.stringify(whyNow) : null)),
      at,
    ],
  );
}

/** An inbox item is delivered by being written; what leaves the program is pending until its receiver has taken it. */
async function saveDeliveries(
  client: pg.PoolClient,
  deliveries: readonly PlannedDelivery[],
  at: string,
): Promise<void> {
  const isInbox = ({ channel }: PlannedDelivery) => channel === 'inbox';
  const { rows } = await client.query<{ delivery_id: string }>(
    `INSERT INTO ${s}.deliveries (delivery_id, issue_id, issue_version, region_id, channel, recipient, recipient_name,
       reason_key, status, attempts, detail, body, created_at, at, next_attempt_at)
     SELECT id, issue_id, version, region_id, channel, recipient, name, reason_key,
       CASE channel WHEN 'inbox' THEN 'delivered' ELSE 'pending' END, CASE channel WHEN 'inbox' THEN 1 ELSE 0 END,
       detail, body, $11::timestamptz, $11, CASE channel WHEN 'inbox' THEN NULL ELSE $11::timestamptz END
     FROM unnest($1::text[], $2::text[], $3::int[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
       $9::text[], $10::text[])
       AS given (id, issue_id, version, region_id, channel, recipient, name, reason_key, detail, body)
     ON CONFLICT DO NOTHING RETURNING delivery_id`,
    [
      deliveries.map(({ deliveryId }) => deliveryId),
      deliveries.map(({ card }) => card.issueId),
      deliveries.map(({ card }) => card.version),
      deliveries.map(({ card }) => card.regionId),
      deliveries.map(({ channel }) => channel),
      deliveries.map(({ recipient }) => recipient),
      deliveries.map(({ recipientName }) => recipientName),
      deliveries.map(({ reasonKey }) => reasonKey),
      deliveries.map((delivery) => (isInbox(delivery) ? delivery.why : '')),
      deliveries.map(({ body }) => body),
      at,
    ],
  );
  const written = new Set(rows.map(({ delivery_id }) => delivery_id));
  const told = deliveries.filter((delivery) => isInbox(delivery) && written.has(delivery.deliveryId));
  await appendToOutbox(
    client,
    s,
    told.map((delivery) => ({
      stream: alertsDelivered.name,
      key: delivery.card.issueId,
      value: encodeEvent(inboxDelivered(delivery, at)),
    })),
  );
}

function inboxDelivered(delivery: PlannedDelivery, at: string): Event {
  const { deliveryId, card, recipient, why, causedBy } = delivery;
  return {
    id: `alert.delivered|${deliveryId}`,
    type: 'alert.delivered',
    v: 1,
    occurredAt: at,
    regionId: card.regionId,
    correlationId: card.issueId,
    causationId: causedBy,
    data: {
      deliveryId,
      issueId: card.issueId,
      issueVersion: card.version,
      channel: 'inbox',
      recipient,
      status: 'delivered',
      // For the inbox, the detail is why the person was told: live updates show it.
      detail: why,
      at,
    },
  };
}

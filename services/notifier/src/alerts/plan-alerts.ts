import { createHash } from 'node:crypto';
import {
  type ChannelKind,
  type EventOf,
  type InboxItem,
  type IssueCard,
  type IssueChanged,
  type PriorityLevel,
  whyNowOf,
} from '@kentongan/contracts';
import { webhookBody } from '../webhooks/webhook-message.js';
import { type AlertReason, decideAlert, isAtLeast, type ToldIssue, toldAfter } from './decide-alert.js';
import { type RegionPeople, recipientsOf } from './recipients.js';

type IssueEvent = EventOf<typeof IssueChanged>;

interface PlannedItem {
  readonly recipient: string;
  readonly card: IssueCard;
  readonly why: InboxItem['why'];
  readonly whyNow: InboxItem['whyNow'];
}

export interface PlannedDelivery {
  readonly deliveryId: string;
  readonly card: IssueCard;
  readonly channel: ChannelKind;
  readonly recipient: string;
  readonly recipientName: string | null;
  readonly reasonKey: string;
  readonly why: AlertReason;
  /** What is sent; null for the inbox. */
  readonly body: string | null;
  /** The event that caused it. */
  readonly causedBy: string;
}

/** Everything that a batch of changes leads to. */
export interface AlertPlan {
  readonly told: ReadonlyMap<string, ToldIssue>;
  /** One for each recipient and issue: the last of several. */
  readonly items: readonly PlannedItem[];
  readonly deliveries: readonly PlannedDelivery[];
}

/** A webhook as far as alerts are concerned. */
export interface AlertedWebhook {
  readonly webhookId: string;
  readonly regionId: string;
  readonly name: string;
  readonly minimumLevel: PriorityLevel;
}

export interface PlanParts {
  readonly people: RegionPeople;
  readonly webhooks: readonly AlertedWebhook[];
  readonly publicUrl: string;
  /** ISO 8601. */
  readonly at: string;
}

/** Takes changes in order and plans who is told what. The same changes give the same delivery ids, whoever plans them. */
export function planAlerts(
  known: ReadonlyMap<string, ToldIssue>,
  events: readonly IssueEvent[],
  parts: PlanParts,
): AlertPlan {
  const told = new Map(known);
  const items = new Map<string, PlannedItem>();
  const deliveries: PlannedDelivery[] = [];
  for (const event of events) {
    const { card } = event.data;
    const before = told.get(card.issueId) ?? null;
    told.set(card.issueId, toldAfter(before, event.data));
    const why = decideAlert(before, event.data);
    if (why === null) continue;
    for (const { recipient, name } of recipientsOf(why, event.data, parts.people)) {
      items.set(`${recipient}|${card.issueId}`, { recipient, card, why, whyNow: whyNowOf(card) });
      deliveries.push(delivery(event, why, { channel: 'inbox', recipient, name }, null));
    }
    for (const { webhookId, name } of parts.webhooks.filter((webhook) => wants(webhook, why, card)))
      deliveries.push(delivery(event, why, { channel: 'webhook', recipient: webhookId, name }, parts));
  }
  return { told, items: [...items.values()], deliveries };
}

/** What is asked of a person is no affair of other systems. */
function wants(webhook: AlertedWebhook, why: AlertReason, card: IssueCard): boolean {
  if (why === 'approvalNeeded' || why === 'evidenceNeeded') return false;
  return webhook.regionId === card.regionId && isAtLeast(card.priority.level, webhook.minimumLevel);
}

function delivery(
  event: IssueEvent,
  why: AlertReason,
  to: { channel: ChannelKind; recipient: string; name: string | null },
  message: PlanParts | null,
): PlannedDelivery {
  const { card } = event.data;
  const reasonKey = `${why}:${card.version}`;
  const deliveryId = deliveryIdOf(card.issueId, reasonKey, to.channel, to.recipient);
  return {
    deliveryId,
    card,
    channel: to.channel,
    recipient: to.recipient,
    recipientName: to.name,
    reasonKey,
    why,
    body: message && webhookBody({ deliveryId, card, why, at: message.at, publicUrl: message.publicUrl }),
    causedBy: event.id,
  };
}

/** The same message to the same recipient always has the same id: receivers and the ledger know repeats by it. */
function deliveryIdOf(issueId: string, reasonKey: string, channel: ChannelKind, recipient: string): string {
  const parts = JSON.stringify([issueId, reasonKey, channel, recipient]);
  return createHash('sha256').update(parts).digest('hex').slice(0, 32);
}

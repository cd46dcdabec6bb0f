import { type IssueCard, whyNowOf } from '@kentongan/contracts';
import type { AlertReason } from '../alerts/decide-alert.js';

export interface WebhookContent {
  readonly deliveryId: string;
  readonly card: IssueCard;
  readonly why: AlertReason;
  /** ISO 8601, when the alert came to be; the same on every try. */
  readonly at: string;
  readonly publicUrl: string;
}

/**
 * What another system is told. Made once: every try sends the same bytes. The delivery id is also inside, so that the
 * signature covers it and a replayed message is known by it.
 */
export function webhookBody({ deliveryId, card, why, at, publicUrl }: WebhookContent): string {
  return JSON.stringify({
    type: 'issue.alert',
    deliveryId,
    at,
    issueId: card.issueId,
    regionId: card.regionId,
    version: card.version,
    why,
    level: card.priority.level,
    score: card.priority.score,
    title: card.title,
    state: card.state,
    whyNow: whyNowOf(card),
    url: `${publicUrl}/isu/${encodeURIComponent(card.issueId)}`,
  });
}

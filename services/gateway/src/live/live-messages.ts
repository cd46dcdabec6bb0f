import {
  type AlertDelivered,
  type EventOf,
  InboxItem,
  type IssueCard,
  type IssueChanged,
  type LiveEvent,
  type SourceObserved,
  whyNowOf,
} from '@kentongan/contracts';
import type { NewLiveEvent } from './live-events.store.js';

/** What an event of the streams is called among the live ones: one stream's id may be another's, too. */
const eventIdOf = (event: { readonly type: string; readonly id: string }) => `${event.type}|${event.id}`;

/** An issue's new card, for everybody of the region. */
export function issueMessage(event: EventOf<typeof IssueChanged>): NewLiveEvent {
  const { change, card } = event.data;
  return {
    eventId: eventIdOf(event),
    kind: 'issue',
    regionId: card.regionId,
    recipient: null,
    agencyId: card.agencyId,
    issueId: card.issueId,
    payload: json({ type: 'issue', change, card }),
  };
}

/** A source's new state, for everybody of the region. */
export function sourceMessage(event: EventOf<typeof SourceObserved>): NewLiveEvent {
  const { sourceId, state, detail } = event.data;
  return {
    eventId: eventIdOf(event),
    kind: 'source',
    regionId: event.regionId,
    recipient: null,
    agencyId: null,
    issueId: null,
    payload: json({ type: 'source', sourceId, state, detail }),
  };
}

/**
 * A new line in somebody's inbox. The notifier says whose and why; the issue's card says the rest.
 * @returns null when it was not delivered to an inbox
 */
export function inboxMessage(event: EventOf<typeof AlertDelivered>, card: IssueCard): NewLiveEvent | null {
  const { recipient, issueId, at } = event.data;
  const why = inboxReason(event);
  if (why === null) return null;
  const item: InboxItem = {
    itemId: recipient.startsWith('agency:') ? `${issueId}@agency` : issueId,
    issueId,
    regionId: event.regionId,
    title: card.title,
    level: card.priority.level,
    why,
    whyNow: whyNowOf(card),
    at,
    readAt: null,
  };
  return {
    eventId: eventIdOf(event),
    kind: 'inbox',
    regionId: event.regionId,
    recipient,
    agencyId: null,
    issueId,
    payload: json({ type: 'inbox', item }),
  };
}

/** Why the person was told: what the notifier writes as the detail of a delivery to an inbox. */
export function inboxReason({ data }: EventOf<typeof AlertDelivered>): InboxItem['why'] | null {
  if (data.channel !== 'inbox' || data.status !== 'delivered') return null;
  return InboxItem.shape.why.safeParse(data.detail).data ?? null;
}

const json = (event: LiveEvent) => JSON.stringify(event);

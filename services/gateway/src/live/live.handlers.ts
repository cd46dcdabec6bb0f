import {
  type AlertDelivered,
  alertsDelivered,
  type EventOf,
  type IssueCard,
  issuesChanged,
  sourcesObserved,
} from '@kentongan/contracts';
import { type Batch, decodeBatch, done, drop, type Outcome, retry } from '@kentongan/messaging';
import { Subscribe } from '@kentongan/messaging/nest';
import { CLOCK, type Clock } from '@kentongan/platform';
import { Controller, Inject } from '@nestjs/common';
import { LIVE_LIMITS, type LiveLimits } from './live.limits.js';
import { LiveEventsStore, type NewLiveEvent } from './live-events.store.js';
import { LiveFeed } from './live-feed.js';
import { inboxMessage, inboxReason, issueMessage, sourceMessage } from './live-messages.js';

const group = 'gateway-live';
const batchMessagesMax = 200;
/** An alert can come before its issue's card: the two travel on different streams. */
const cardWaitMilliseconds = 50;
const cardWaitMillisecondsMax = 30_000;

/** issues.changed, alerts.delivered, sources.observed → live events */
@Controller()
export class LiveHandlers {
  constructor(
    @Inject(LiveEventsStore) private readonly store: LiveEventsStore,
    @Inject(LiveFeed) private readonly feed: LiveFeed,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LIVE_LIMITS) private readonly limits: LiveLimits,
  ) {}

  @Subscribe(issuesChanged, { group, batchMessagesMax })
  onIssuesChanged(batch: Batch): Promise<readonly Outcome[]> {
    return decodeBatch(issuesChanged, batch, (messages) =>
      this.tell(messages.map(({ event }) => ({ event, message: issueMessage(event) }))),
    );
  }

  @Subscribe(sourcesObserved, { group, batchMessagesMax })
  onSourcesObserved(batch: Batch): Promise<readonly Outcome[]> {
    return decodeBatch(sourcesObserved, batch, (messages) =>
      this.tell(messages.map(({ event }) => ({ event, message: sourceMessage(event) }))),
    );
  }

  @Subscribe(alertsDelivered, { group, batchMessagesMax })
  onAlertsDelivered(batch: Batch): Promise<readonly Outcome[]> {
    return decodeBatch(alertsDelivered, batch, async (messages) => {
      const alerts = messages.map(({ event }) => event);
      const concerned = alerts.filter((event) => inboxReason(event) !== null && !this.isOld(event));
      const cards = await this.store.cardsOf([...new Set(concerned.map(({ data }) => data.issueId))]);
      return this.tell(alerts.map((event) => this.inboxOrWait(event, cards)));
    });
  }

  private inboxOrWait(event: EventOf<typeof AlertDelivered>, cards: ReadonlyMap<string, IssueCard>): Told {
    const card = cards.get(event.data.issueId);
    if (inboxReason(event) === null || this.isOld(event)) return { event, message: null };
    if (card) return { event, message: inboxMessage(event, card) };
    // Without end as an outage is, but only while the alert is fresh: after that, the inbox itself has it.
    const isFresh = this.clock.now() - Date.parse(event.data.at) < cardWaitMillisecondsMax;
    return { event, message: isFresh ? 'wait' : null };
  }

  /** What is older than the events are kept is of no use to anybody: it comes when the gateway reads a stream anew. */
  private isOld({ occurredAt }: { readonly occurredAt: string }): boolean {
    return this.clock.now() - Date.parse(occurredAt) > this.limits.keptHours * 3_600_000;
  }

  private async tell(told: readonly Told[]): Promise<Outcome[]> {
    const messages = told.flatMap(({ event, message }) =>
      message !== null && message !== 'wait' && !this.isOld(event) ? [message] : [],
    );
    if ((await this.store.append(messages, new Date(this.clock.now()))) > 0) this.feed.wake();
    return told.map(({ event, message }) => {
      if (message === 'wait') return retry('outage', cardWaitMilliseconds);
      if (message === null) return drop('notForUs');
      return this.isOld(event) ? drop('stale') : done;
    });
  }
}

interface Told {
  readonly event: { readonly occurredAt: string };
  readonly message: NewLiveEvent | 'wait' | null;
}

import {
  alertsDelivered,
  type Event,
  encodeEvent,
  type IssueCard,
  issuesChanged,
  sourcesObserved,
} from '@kentongan/contracts';
import type { StreamPort } from '@kentongan/messaging';

export function card(issueId: string, version = 1, changes: Partial<IssueCard> = {}): IssueCard {
  const at = '2026-11-22T06:00:00.000Z';
  return {
    issueId,
    regionId: 'kota-uji',
    mode: 'live',
    version,
    title: `Jalan berlubang (${issueId})`,
    state: 'detected',
    priority: { score: 65, level: 'high', parts: [] },
    suggestion: { route: null, confidence: 0, reasons: [] },
    route: null,
    owner: null,
    openedAt: at,
    risenAt: at,
    acknowledgedAt: null,
    snoozedUntil: null,
    mergedInto: null,
    signal: null,
    factId: null,
    factTitle: null,
    agencyId: null,
    ...changes,
  };
}

/** Publishes what the other services say. `now` in milliseconds since the epoch. */
export class Told {
  constructor(
    private readonly port: StreamPort,
    private readonly now: () => number,
  ) {}

  async issues(cards: readonly IssueCard[]): Promise<void> {
    const records = cards.map((each) => ({
      key: each.issueId,
      value: this.encoded('issue.changed', `${each.issueId}|${each.version}`, each.regionId, {
        change: 'signalled',
        by: null,
        reason: null,
        card: each,
      }),
    }));
    await this.port.publish(issuesChanged, records);
  }

  async alert(issueId: string, recipient: string, changes: object = {}): Promise<void> {
    const data = {
      deliveryId: `${issueId}|${recipient}`,
      issueId,
      issueVersion: 1,
      channel: 'inbox',
      recipient,
      status: 'delivered',
      detail: 'opened',
      at: new Date(this.now()).toISOString(),
      ...changes,
    };
    const value = this.encoded('alert.delivered', data.deliveryId, 'kota-uji', data);
    await this.port.publish(alertsDelivered, [{ key: issueId, value }]);
  }

  async source(sourceId: string): Promise<void> {
    const since = new Date(this.now()).toISOString();
    const data = { sourceId, state: 'down', since, detail: 'tidak menjawab' };
    const value = this.encoded('source.observed', `${sourceId}|${since}`, 'kota-uji', data);
    await this.port.publish(sourcesObserved, [{ key: 'kota-uji', value }]);
  }

  private encoded(type: string, id: string, regionId: string, data: unknown): Uint8Array {
    const event: Event = {
      id,
      type,
      v: 1,
      occurredAt: new Date(this.now()).toISOString(),
      regionId,
      correlationId: id,
      causationId: null,
      data,
    };
    return encodeEvent(event);
  }
}

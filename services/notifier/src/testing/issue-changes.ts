import {
  type Event,
  type EventOf,
  encodeEvent,
  type IssueCard,
  type IssueChanged,
  type IssueChangeKind,
  issuesChanged,
  type PriorityLevel,
  RegionSettings,
  regionsConfigured,
} from '@kentongan/contracts';
import type { StreamPort } from '@kentongan/messaging';

const scores: Readonly<Record<PriorityLevel, number>> = { low: 20, medium: 40, high: 65, critical: 85 };
const openedAt = '2026-11-22T06:00:00.000Z';

/** An invented issue of Kota Uji as the responder tells of it. */
export function issueCard(level: PriorityLevel, version = 1, changes: Partial<IssueCard> = {}): IssueCard {
  return {
    issueId: 'is-1',
    regionId: 'kota-uji',
    mode: 'live',
    version,
    title: 'Air keruh di Kelurahan Contoh',
    state: 'detected',
    priority: { score: scores[level], level, parts: [] },
    suggestion: { route: null, confidence: 0, reasons: [] },
    route: null,
    owner: null,
    openedAt,
    risenAt: openedAt,
    acknowledgedAt: null,
    snoozedUntil: null,
    mergedInto: null,
    signal: {
      signalId: 's-1',
      version: 1,
      mode: 'live',
      key: { kind: 'subjectPlace', value: 'water|99.01' },
      alsoKeys: [],
      level: 'high',
      windowStart: openedAt,
      windowEnd: openedAt,
      windowMinutes: 60,
      count: 27,
      norm: 1.4,
      surprise: 14,
      distinctAuthors: 19,
      normLearning: false,
      normDays: 21,
      firstPost: { postId: 'uji:1', createdAt: openedAt, excerpt: 'Air keruh sejak pagi' },
      tippingPost: { postId: 'uji:9', createdAt: openedAt, excerpt: 'Air masih keruh' },
      samplePosts: [],
      timeToAlertEventSeconds: 600,
      timeToAlertWallSeconds: 1,
    },
    factId: null,
    factTitle: null,
    agencyId: null,
    ...changes,
  };
}

export function issueEvent(
  change: IssueChangeKind,
  card: IssueCard,
  by: EventOf<typeof IssueChanged>['data']['by'] = null,
): EventOf<typeof IssueChanged> {
  return {
    id: `issue.changed|${card.issueId}|${card.version}`,
    type: 'issue.changed',
    v: 1,
    occurredAt: openedAt,
    regionId: card.regionId,
    correlationId: card.issueId,
    causationId: null,
    data: { change, by, reason: null, card },
  };
}

/** Who is on duty in the tests, and the agency that answers for water. */
export const rina = { userId: 'u-rina', name: 'Rina' };
export const budi = { userId: 'u-budi', name: 'Budi' };
export const kotaUji = RegionSettings.parse({
  regionId: 'kota-uji',
  name: 'Kota Uji',
  mode: 'live',
  agencies: [{ agencyId: 'pdam', name: 'PDAM Kota Uji' }],
  dutyOfficers: [rina, budi],
});

export async function publishChanges(
  port: StreamPort,
  events: readonly EventOf<typeof IssueChanged>[],
): Promise<void> {
  const records = events.map((event) => ({ key: event.data.card.issueId, value: encodeEvent(event) }));
  await port.publish(issuesChanged, records);
}

export async function configure(port: StreamPort, settings: RegionSettings): Promise<void> {
  const event: Event = {
    id: `region.configured|${settings.regionId}`,
    type: 'region.configured',
    v: 1,
    occurredAt: openedAt,
    regionId: settings.regionId,
    correlationId: settings.regionId,
    causationId: null,
    data: settings,
  };
  await port.publish(regionsConfigured, [{ key: settings.regionId, value: encodeEvent(event) }]);
}

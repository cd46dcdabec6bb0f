import {
  type Event,
  encodeEvent,
  type IssueCard,
  issuesChanged,
  type Signal,
  type SignalHour,
} from '@kentongan/contracts';
import type { StreamPort } from '@kentongan/messaging';

export const benchRegion = 'kota-ukur';

/** The title of the card that carries a number and the time it was published, for the reader to find without parsing JSON. */
const markOf = (sequence: number, at: number) => `ukur:${sequence}:${at.toFixed(3)}:`;
export const markPattern = /"title":"ukur:(\d+):([\d.]+):/;

/** The wall's time in fractions of a millisecond, the same in all processes of a machine. */
export const preciseNow = () => performance.timeOrigin + performance.now();

/** Publishes one change of an issue on the stream that the responder publishes it on. */
export async function publishChange(port: StreamPort, sequence: number): Promise<void> {
  const at = preciseNow();
  const card = benchCard(sequence, at);
  const event: Event = {
    id: `ukur|${sequence}`,
    type: 'issue.changed',
    v: 1,
    occurredAt: new Date(at).toISOString(),
    regionId: benchRegion,
    correlationId: card.issueId,
    causationId: null,
    data: { change: 'signalled', by: null, reason: null, card },
  };
  await port.publish(issuesChanged, [{ key: card.issueId, value: encodeEvent(event) }]);
}

/** One issue of low priority that changes again and again, as large as real ones: about 5 kB. */
function benchCard(sequence: number, at: number): IssueCard {
  const time = new Date(at).toISOString();
  return {
    issueId: 'ukur-1',
    regionId: benchRegion,
    mode: 'live',
    version: sequence,
    title: `${markOf(sequence, at)} jalan berlubang di depan pasar contoh`,
    state: 'detected',
    priority: { score: 20, level: 'low', parts: [] },
    suggestion: { route: 'complaint', confidence: 0.8, reasons: [{ code: 'mostlyComplaints', value: 0.9 }] },
    route: null,
    owner: null,
    openedAt: time,
    risenAt: time,
    acknowledgedAt: null,
    snoozedUntil: null,
    mergedInto: null,
    signal: benchSignal(time),
    factId: null,
    factTitle: null,
    agencyId: null,
  };
}

function benchSignal(time: string): Signal {
  const post = (id: number) => ({
    postId: `ukur:${id}`,
    createdAt: time,
    excerpt: 'Jalan di depan pasar contoh berlubang lagi, tadi pagi dua motor jatuh. '
      .repeat(4)
      .slice(0, 290),
  });
  const hours: SignalHour[] = Array.from({ length: 24 }, (_, i) => ({ start: time, count: i, norm: 1.25 }));
  return {
    signalId: 'ukur',
    version: 1,
    mode: 'live',
    key: { kind: 'subjectPlace', value: 'roadDamage|99.01' },
    alsoKeys: [],
    level: 'medium',
    windowStart: time,
    windowEnd: time,
    windowMinutes: 60,
    count: 27,
    norm: 1.4,
    surprise: 14.2,
    distinctAuthors: 19,
    normLearning: false,
    normDays: 21.5,
    firstPost: post(1),
    tippingPost: post(2),
    samplePosts: [3, 4, 5, 6, 7].map(post),
    timeToAlertEventSeconds: 600,
    timeToAlertWallSeconds: 0.8,
    hours,
  };
}

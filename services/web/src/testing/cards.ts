import type { IssueCard, Signal } from '@kentongan/contracts';

export const regionId = 'kota-contoh';

/** An issue of an invented city; what a test looks at is given. */
export function cardOf(issueId: string, given: Partial<IssueCard> = {}): IssueCard {
  return {
    issueId,
    regionId,
    mode: 'live',
    version: 1,
    title: `Isu ${issueId}`,
    state: 'detected',
    priority: { score: 50, level: 'medium', parts: [] },
    suggestion: { route: null, confidence: 0, reasons: [] },
    route: null,
    owner: null,
    openedAt: '2026-11-22T05:00:00.000Z',
    risenAt: '2026-11-22T05:30:00.000Z',
    acknowledgedAt: null,
    snoozedUntil: null,
    mergedInto: null,
    signal: null,
    factId: null,
    factTitle: null,
    agencyId: null,
    ...given,
  };
}

const post = (postId: string, excerpt: string) => ({
  postId,
  createdAt: '2026-11-22T05:00:00.000Z',
  excerpt,
});

export function signalOf(given: Partial<Signal> = {}): Signal {
  return {
    signalId: 's',
    version: 1,
    mode: 'live',
    key: { kind: 'subjectPlace', value: 'water|33.74.06' },
    alsoKeys: [],
    level: 'high',
    windowStart: '2026-11-22T04:50:00.000Z',
    windowEnd: '2026-11-22T05:30:00.000Z',
    windowMinutes: 40,
    count: 27,
    norm: 0.8,
    surprise: 9,
    distinctAuthors: 19,
    normLearning: false,
    normDays: 30,
    firstPost: post('demo:1', 'Air keran keruh sejak subuh'),
    tippingPost: post('demo:2', 'Air bau, ada yang tahu?'),
    samplePosts: [],
    timeToAlertEventSeconds: 600,
    timeToAlertWallSeconds: 1,
    ...given,
  };
}

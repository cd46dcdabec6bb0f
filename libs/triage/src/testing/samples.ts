import type { Signal, SignalComposition } from '@kentongan/contracts';

const at = (minute: number): string => new Date(Date.UTC(2026, 10, 24, 2, minute)).toISOString();

export const composition = (of: Partial<SignalComposition> = {}): SignalComposition => ({
  posts: 20,
  postTypes: [],
  sentiments: [],
  authorKinds: [],
  platforms: [],
  subjects: [],
  places: [],
  facts: [],
  ...of,
});

/** Counts by value, most frequent first. */
export const counted = (counts: Readonly<Record<string, number>>) =>
  Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count);

export function signal({
  texts = ['Ramai sekali di alun-alun'],
  ...of
}: Partial<Signal> & { texts?: string[] } = {}): Signal {
  const posts = texts.map((excerpt, index) => ({ postId: `contoh:${index}`, createdAt: at(index), excerpt }));
  const [first = { postId: 'contoh:x', createdAt: at(0), excerpt: '' }] = posts;
  return {
    signalId: 's-1',
    version: 1,
    mode: 'live',
    key: { kind: 'subjectPlace', value: 'water|33.74.06' },
    alsoKeys: [],
    level: 'medium',
    windowStart: at(0),
    windowEnd: at(40),
    windowMinutes: 60,
    count: 20,
    norm: 1.2,
    surprise: 11,
    distinctAuthors: 17,
    normLearning: false,
    normDays: 21,
    firstPost: first,
    tippingPost: posts.at(-1) ?? first,
    samplePosts: posts.slice(0, 5),
    timeToAlertEventSeconds: 2_400,
    timeToAlertWallSeconds: 1,
    ...of,
  };
}

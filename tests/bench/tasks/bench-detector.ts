import { createHash } from 'node:crypto';
import { type ObservedKey, type ObservedPost, RegionDetector } from '@kentongan/bursts';

const defaultPosts = 500_000;
const postsPerHour = 2_000;
/** Four days: the longest window is full, so what is measured is the cost of going on, not of filling up. */
const warmUpPosts = 100 * postsPerHour;
const saveEveryPosts = 50_000;
const batchPosts = 5_000;
const startMilliseconds = Date.UTC(2026, 2, 2);

/** The detector's cost per post, saving included, on invented posts of one region; processor time, not the wall's. */
export default async function benchDetector([count]: string[]): Promise<Record<string, unknown>> {
  if (count === '--help') {
    console.log(`npm run bench -- detector [posts]\n\nDefault ${defaultPosts} posts.`);
    return {};
  }
  const posts = Number(count ?? defaultPosts);
  if (!Number.isSafeInteger(posts) || posts < 100_000) throw new Error('at least 100000 posts are needed');
  const detector = new RegionDetector('bench', 'Asia/Jakarta');
  const random = numbers(2);
  feed(detector, 0, warmUpPosts, random);
  const tenth = Math.floor(posts / 10);
  const microseconds = Array.from({ length: 10 }, (_, at) =>
    feed(detector, warmUpPosts + at * tenth, tenth, random),
  );
  const [first, last] = [microseconds[0]!, microseconds[9]!];
  return {
    n: tenth * 10,
    postsPerSecond: Math.round(1_000_000 / (microseconds.reduce((sum, each) => sum + each) / 10)),
    memoryMegabytes: Math.round(process.memoryUsage().rss / 1_000_000),
    slopePercent: Math.round((last / first - 1) * 1_000) / 10,
    microsecondsByTenth: microseconds.map((each) => Math.round(each * 10) / 10),
  };
}

/** @returns processor microseconds per post, without the making of the posts */
function feed(detector: RegionDetector, from: number, count: number, random: () => number): number {
  let used = 0;
  for (let at = from; at < from + count; at += batchPosts) {
    const size = Math.min(batchPosts, from + count - at);
    const posts = Array.from({ length: size }, (_, i) => inventedPost(at + i, random));
    const before = process.cpuUsage();
    for (const post of posts) detector.observe(post);
    if ((at + size) % saveEveryPosts === 0) detector.takeChanges();
    const spent = process.cpuUsage(before);
    used += spent.user + spent.system;
  }
  return used / count;
}

function inventedPost(at: number, random: () => number): ObservedPost {
  const skewed = (size: number) => Math.floor(size ** random());
  const subject = `s${skewed(40)}`;
  const place = `33.74.${skewed(16)}`;
  const createdAt = startMilliseconds + Math.floor((at / postsPerHour) * 3_600_000);
  const text = `text-${random() < 0.8 ? at : skewed(5_000)}`;
  const keys: ObservedKey[] = [
    { kind: 'volume', value: `feed-${skewed(8)}` },
    { kind: 'subjectPlace', value: `${subject}|*` },
    { kind: 'subjectPlace', value: `${subject}|${place}` },
    { kind: 'nearCopy', value: text },
  ];
  if (random() < 0.3) keys.push({ kind: 'hashtag', value: `tag${skewed(3_000)}` });
  return {
    postId: `bench:${at}`,
    revision: 1,
    createdAtMilliseconds: createdAt,
    arrivedAtMilliseconds: createdAt + 5_000,
    authorKey: `author-${skewed(50_000)}`,
    keys,
    // As many characters as the analyzer's, and other texts' are others.
    copySketch: createHash('sha512').update(text).digest('base64url').slice(0, 72),
    excerpt: `Lampu jalan padam di depan pasar, unggahan ${at}`,
    deleted: false,
    mode: 'live',
  };
}

function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

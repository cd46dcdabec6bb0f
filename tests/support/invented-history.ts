import { writeFileSync } from 'node:fs';
import { everydayPosts, type InventedPost } from './invented-posts.js';
import { pick, seededRandom } from './random.js';

const dayMilliseconds = 86_400_000;
const hourMilliseconds = 3_600_000;
/** How busy each hour of a day in Jakarta is, from midnight on; only the shape matters. */
const hourWeights = [3, 2, 1, 1, 2, 4, 7, 9, 10, 11, 11, 12, 12, 11, 11, 11, 11, 12, 13, 14, 14, 12, 9, 5];
const rumourSeed = 5;
const zoneMilliseconds = 7 * hourMilliseconds;

/** Everyday talk over some days with the rhythm of a day, in order of time. */
export function quietHistory(options: {
  readonly seed: number;
  readonly startsAt: string;
  readonly days: number;
  readonly postsPerDay: number;
}): InventedPost[] {
  const random = seededRandom(options.seed);
  const midnight = Date.parse(options.startsAt) - zoneMilliseconds;
  const posts = everydayPosts({
    seed: options.seed,
    count: options.days * options.postsPerDay,
    textBytes: 120,
    authors: options.postsPerDay * 2,
    timeOf: (index) =>
      midnight +
      Math.floor(index / options.postsPerDay) * dayMilliseconds +
      (pickHour(random) + random()) * hourMilliseconds,
  });
  return inOrder([...posts]);
}

function pickHour(random: () => number): number {
  let left = random() * hourWeights.reduce((sum, weight) => sum + weight, 0);
  return hourWeights.findIndex((weight) => {
    left -= weight;
    return left < 0;
  });
}

/** What many people say within a short time: each post by another author, the texts told in different words. */
export function rumour(options: {
  /** Begins the ids and the authors' names. */
  readonly name: string;
  readonly startsAt: string;
  readonly minutes: number;
  readonly count: number;
  readonly openings: readonly string[];
  readonly claims: readonly string[];
  readonly endings: readonly string[];
}): InventedPost[] {
  const random = seededRandom(rumourSeed);
  const start = Date.parse(options.startsAt);
  const posts = Array.from({ length: options.count }, (_, index) => ({
    id: `${options.name}-${index}`,
    ts: new Date(start + random() * options.minutes * 60_000).toISOString(),
    text: [options.openings, options.claims, options.endings].map((parts) => pick(random, parts)).join(' '),
    author: `${options.name}_penulis_${index}`,
    likes: Math.floor(random() * 50),
  }));
  return inOrder(posts);
}

/** A rumour about the water of one district of Semarang. */
export const poisonedWater = {
  openings: [
    'Info dari tetangga,',
    'Waduh gawat,',
    'Barusan dengar',
    'Hati-hati lur,',
    'Tolong sebarkan:',
    '',
  ],
  claims: [
    'air PDAM di Pedurungan tercemar racun',
    'PDAM Pedurungan airnya keruh dan bau, dua anak masuk rumah sakit',
    'air ledeng Pedurungan katanya beracun sejak pagi',
    'pipa PDAM Pedurungan bocor kena limbah, airnya beracun',
  ],
  endings: [
    'jangan diminum dulu!',
    'ada yang tahu benar tidak?',
    'mohon dicek min.',
    'tadi grup RT ramai sekali',
    '',
  ],
};

/** A rumour about power cuts in another district. */
const darkWeek = {
  openings: ['Katanya', 'Dapat kabar', 'Beredar info', 'Serius nih,', 'Dari grup sebelah:'],
  claims: [
    'listrik di Tembalang dipadamkan tujuh hari penuh',
    'PLN mau memadamkan listrik Tembalang seminggu',
    'mulai besok Tembalang tanpa listrik selama seminggu',
    'gardu PLN Tembalang meledak, listrik padam seminggu',
  ],
  endings: ['siapkan lilin ya', 'apa betul min?', 'kasihan yang jualan es', 'tolong penjelasannya', ''],
};

/** 6,000 posts: three quiet weeks, and in the third two rumours by many people. */
export function twoRumours(): InventedPost[] {
  return inOrder([
    ...quietHistory({ seed: 1, startsAt: '2024-03-01T00:00:00Z', days: 20, postsPerDay: 295 }),
    ...rumour({ name: 'air', startsAt: '2024-03-16T12:10:00Z', minutes: 90, count: 60, ...poisonedWater }),
    ...rumour({ name: 'listrik', startsAt: '2024-03-18T02:10:00Z', minutes: 60, count: 40, ...darkWeek }),
  ]);
}

export function inOrder(posts: readonly InventedPost[]): InventedPost[] {
  return [...posts].sort((a, b) => (a.ts < b.ts ? -1 : a.ts > b.ts ? 1 : 0));
}

/** Writes posts as the lines of an ingest file. */
export function writePosts(file: string, posts: readonly object[]): void {
  writeFileSync(file, posts.map((post) => `${JSON.stringify(post)}\n`).join(''));
}

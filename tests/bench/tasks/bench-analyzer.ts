import { parseArgs } from 'node:util';
import { type AnalysisParts, loadParts, type RegionReading, readPost } from '@kentongan/analyzer';
import type { CollectedPost } from '@kentongan/contracts';
import {
  cityPlaces,
  demoRegion,
  demoSourceId,
  SimulatedCity,
  simulateHistory,
} from '@kentongan/kentongan/demo';
import { Lessons, tokenize, WatchRules, wordNorms } from '@kentongan/language';
import { seededRandom } from '../../support/random.js';
import { InventedClaims } from '../claims/invented-claims.js';
import { residentMegabytes } from '../resident-megabytes.js';

const help = `npm run bench -- analyzer [--facts 4000] [--days 10]

Every step of the analysis on one core, on the everyday posts of so many simulated days; processor time.`;

const dayEndsAt = Date.parse('2026-11-22T14:00:00Z');
const warmUpPosts = 3_000;

/** @param args `--facts N`, `--days N` */
export default async function benchAnalyzer(args: string[]): Promise<Record<string, unknown>> {
  const options = {
    facts: { type: 'string', default: '4000' },
    days: { type: 'string', default: '10' },
    help: { type: 'boolean', short: 'h' },
  } as const;
  const { values } = parseArgs({ args, options });
  if (values.help) {
    console.log(help);
    return {};
  }
  const startedAt = performance.now();
  const parts = loadParts();
  const loadMilliseconds = Math.round(performance.now() - startedAt);
  const facts = Number(values.facts);
  const invented = new InventedClaims(seededRandom(5));
  for (let at = 0; at < facts; at += 1) parts.hoaxMemory.record(invented.fact(at));
  const posts = everydayPosts(Number(values.days));
  analyze(posts.slice(0, warmUpPosts), parts);
  const tenth = Math.floor(posts.length / 10);
  const microseconds = Array.from({ length: 10 }, (_, at) =>
    analyze(posts.slice(at * tenth, (at + 1) * tenth), parts),
  );
  const mean = microseconds.reduce((sum, each) => sum + each) / 10;
  return {
    n: tenth * 10,
    facts,
    postsPerSecond: Math.round(1_000_000 / mean),
    memoryMegabytes: residentMegabytes(),
    slopePercent: Math.round((microseconds[9]! / microseconds[0]! - 1) * 1_000) / 10,
    loadMilliseconds,
  };
}

/** @returns processor microseconds per post */
function analyze(posts: readonly CollectedPost[], parts: AnalysisParts): number {
  const before = process.cpuUsage();
  for (const post of posts) readPost(post, reading, parts);
  const spent = process.cpuUsage(before);
  return (spent.user + spent.system) / posts.length;
}

const reading: RegionReading = {
  regionId: demoRegion.regionId,
  placeRoots: demoRegion.placeRoots,
  watchRules: new WatchRules(demoRegion.watchRules, (phrase) => wordNorms(tokenize(phrase))),
  lessons: new Lessons(),
};

function everydayPosts(days: number): CollectedPost[] {
  return simulateHistory(new SimulatedCity(cityPlaces()), dayEndsAt, days).map(({ post }) => ({
    postId: String(post.id),
    regionId: demoRegion.regionId,
    revision: 1,
    mode: 'live',
    platform: post.platform ?? demoSourceId,
    text: post.text,
    createdAt: post.ts,
    firstCreatedAt: post.ts,
    fetchedAt: post.ts,
    foundBy: [demoSourceId],
    deleted: false,
    ...(post.authorKind && { authorKind: post.authorKind }),
    ...(post.location && { location: post.location }),
  }));
}

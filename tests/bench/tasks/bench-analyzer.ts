import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type AnalysisParts, loadParts, type RegionReading, readPost } from '@kentongan/analyzer';
import { keepHeapCompact } from '@kentongan/boot/compact-heap';
import type { CollectedPost } from '@kentongan/contracts';
import { demoRegion } from '@kentongan/kentongan/demo';
import { Lessons, tokenize, WatchRules, wordNorms } from '@kentongan/language';
import { seededRandom } from '../../support/random.js';
import { inTemporaryFolder } from '../../support/temporary-folder.js';
import { InventedClaims } from '../claims/invented-claims.js';
import { residentMegabytes } from '../resident-megabytes.js';

const help = `npm run bench -- analyzer [--facts 4000] [--days 10]

Every step of the analysis on one core, on the everyday posts of so many simulated days; processor time.`;

const warmUpPosts = 3_000;
const tenths = 10;
const postsWriter = fileURLToPath(new URL('../everyday-posts.process.js', import.meta.url));

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
  keepHeapCompact(); // as every service does
  return inTemporaryFolder(async (folder) => {
    execFileSync(process.execPath, [postsWriter, folder, values.days, String(tenths)]);
    return measure(folder, Number(values.facts));
  });
}

/** Only a tenth of the posts is in memory at a time, as in a service that reads them from a stream. */
function measure(folder: string, facts: number): Record<string, unknown> {
  const startedAt = performance.now();
  const parts = loadParts();
  const loadMilliseconds = Math.round(performance.now() - startedAt);
  const invented = new InventedClaims(seededRandom(5));
  for (let at = 0; at < facts; at += 1) parts.hoaxMemory.record(invented.fact(at));
  analyze(tenthOf(folder, 0).slice(0, warmUpPosts), parts);
  let posts = 0;
  const microseconds = Array.from({ length: tenths }, (_, at) => {
    const tenth = tenthOf(folder, at);
    posts += tenth.length;
    return analyze(tenth, parts);
  });
  const mean = microseconds.reduce((sum, each) => sum + each) / tenths;
  return {
    n: posts,
    facts,
    postsPerSecond: Math.round(1_000_000 / mean),
    memoryMegabytes: residentMegabytes(),
    slopePercent: Math.round((microseconds[tenths - 1]! / microseconds[0]! - 1) * 1_000) / 10,
    loadMilliseconds,
  };
}

function tenthOf(folder: string, tenth: number): CollectedPost[] {
  const lines = readFileSync(join(folder, String(tenth)), 'utf8').split('\n');
  return lines.map((line) => JSON.parse(line) as CollectedPost);
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

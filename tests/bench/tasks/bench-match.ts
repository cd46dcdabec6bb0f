import { parseArgs } from 'node:util';
import { keepHeapCompact } from '@kentongan/boot/compact-heap';
import { HoaxMemory } from '@kentongan/claims';
import type { Fact } from '@kentongan/contracts';
import { tokenize } from '@kentongan/language';
import { seededRandom } from '../../support/random.js';
import { InventedClaims } from '../claims/invented-claims.js';
import { timeInPostgres } from '../claims/postgres-titles.js';
import { percentile } from '../percentile.js';
import { residentMegabytes } from '../resident-megabytes.js';

const help = `npm run bench -- match [--facts 50000] [--posts 20000]

One core: a memory of invented facts, and posts of which one in ten tells one of them. Beside it the same posts through
PostgreSQL's full text.`;

const factsSeed = 5;
const warmUpPosts = 2_000;
const hearingPosts = 3_000;
const postgresPosts = 100;
const updates = 500;

interface AskedPost {
  readonly text: string;
  readonly factId: string | null;
}

/** @param args `--facts N`, `--posts N` */
export default async function benchMatch(args: string[]): Promise<Record<string, unknown>> {
  const options = {
    facts: { type: 'string', default: '50000' },
    posts: { type: 'string', default: '20000' },
    help: { type: 'boolean', short: 'h' },
  } as const;
  const { values } = parseArgs({ args, options });
  if (values.help) {
    console.log(help);
    return {};
  }
  keepHeapCompact(); // as every service does
  const count = { facts: Number(values.facts), posts: Number(values.posts) };
  const invented = new InventedClaims(seededRandom(factsSeed));
  const memory = new HoaxMemory();
  const told = recordFacts(memory, invented, count);
  // Without a stream heard the memory asks for more of everybody and would have less to do.
  for (let at = 0; at < hearingPosts; at += 1) memory.hear(tokenize(invented.post()), at * 1_000);
  for (let at = 0; at < warmUpPosts; at += 1) memory.match(tokenize(invented.post()));
  const asked = ask(memory, askedPosts(count, invented, told));
  const updated = update(memory, invented, count.facts);
  const memoryMegabytes = residentMegabytes();
  const inPostgres = await timeInPostgres(inventedFacts(count.facts), [
    ...postTexts(askedPosts({ ...count, posts: postgresPosts }, invented, told)),
  ]);
  return {
    n: count.posts,
    facts: count.facts,
    ...asked,
    ...updated,
    memoryMegabytes,
    postgresP50Milliseconds: percentile(inPostgres, 50, 3),
    postgresP95Milliseconds: percentile(inPostgres, 95, 3),
  };
}

/** How many facts there are, and how many posts are asked about. */
interface Count {
  readonly facts: number;
  readonly posts: number;
}

/** Which fact a post tells; null for nine posts in ten. */
const toldIn = (at: number, { facts }: Count): number | null => (at % 10 === 0 ? (at * 7_919) % facts : null);

/** Fills the memory. @returns the facts that posts will tell: the others are held by nothing but the memory that is measured */
function recordFacts(memory: HoaxMemory, invented: InventedClaims, count: Count): Map<number, Fact> {
  const wanted = new Set(Array.from({ length: count.posts }, (_, at) => toldIn(at, count)));
  const told = new Map<number, Fact>();
  for (let at = 0; at < count.facts; at += 1) {
    const fact = invented.fact(at);
    memory.record(fact);
    if (wanted.has(at)) told.set(at, fact);
  }
  return told;
}

function inventedFacts(count: number): Fact[] {
  const invented = new InventedClaims(seededRandom(factsSeed));
  return Array.from({ length: count }, (_, at) => invented.fact(at));
}

/** One at a time: a stream is never in memory as a whole. */
function* askedPosts(
  count: Count,
  invented: InventedClaims,
  told: ReadonlyMap<number, Fact>,
): Generator<AskedPost> {
  for (let at = 0; at < count.posts; at += 1) {
    const fact = told.get(toldIn(at, count) ?? -1);
    yield fact
      ? { text: invented.retelling(fact), factId: fact.factId }
      : { text: invented.post(), factId: null };
  }
}

function* postTexts(posts: Iterable<AskedPost>): Generator<string> {
  for (const { text } of posts) yield text;
}

/** Matching alone: tokens are there already in the analyzer, every step reads the same ones. */
function ask(memory: HoaxMemory, posts: Iterable<AskedPost>): Record<string, number> {
  const milliseconds: number[] = [];
  let right = 0;
  let asked = 0;
  for (const { text, factId } of posts) {
    const tokens = tokenize(text);
    const startedAt = performance.now();
    const match = memory.match(tokens);
    milliseconds.push(performance.now() - startedAt);
    if (factId === null) continue;
    asked += 1;
    if (match?.factId === factId) right += 1;
  }
  return {
    p50Milliseconds: percentile(milliseconds, 50, 3),
    p95Milliseconds: percentile(milliseconds, 95, 3),
    p99Milliseconds: percentile(milliseconds, 99, 3),
    recallPercent: Math.round((right / asked) * 1_000) / 10,
  };
}

/** A fact is in force when `record` returns; the longest call is the pause that posts behind it see. */
function update(memory: HoaxMemory, invented: InventedClaims, from: number): Record<string, number> {
  const milliseconds: number[] = [];
  let visible = 0;
  for (let at = 0; at < updates; at += 1) {
    const fact = invented.fact(from + at);
    const startedAt = performance.now();
    memory.record(fact);
    milliseconds.push(performance.now() - startedAt);
    if (memory.match(tokenize(fact.title))?.level === 'same') visible += 1;
  }
  if (visible < updates) throw new Error(`${updates - visible} new facts were not found at once`);
  return {
    updateP95Milliseconds: percentile(milliseconds, 95, 3),
    updateMaxMilliseconds: percentile(milliseconds, 100, 3),
  };
}

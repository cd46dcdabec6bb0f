import { parseArgs } from 'node:util';
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
  const invented = new InventedClaims(seededRandom(5));
  const facts = Array.from({ length: Number(values.facts) }, (_, at) => invented.fact(at));
  const memory = new HoaxMemory();
  for (const fact of facts) memory.record(fact);
  // Without a stream heard the memory asks for more of everybody and would have less to do.
  for (let at = 0; at < hearingPosts; at += 1) memory.hear(tokenize(invented.post()), at * 1_000);
  const posts = askedPosts(Number(values.posts), invented, facts);
  for (const { text } of posts.slice(0, warmUpPosts)) memory.match(tokenize(text));
  const asked = ask(memory, posts);
  const updated = update(memory, invented, facts.length);
  const memoryMegabytes = residentMegabytes();
  const inPostgres = await timeInPostgres(
    facts,
    posts.slice(0, postgresPosts).map(({ text }) => text),
  );
  return {
    n: posts.length,
    facts: facts.length,
    ...asked,
    ...updated,
    memoryMegabytes,
    postgresP50Milliseconds: percentile(inPostgres, 50, 3),
    postgresP95Milliseconds: percentile(inPostgres, 95, 3),
  };
}

function askedPosts(count: number, invented: InventedClaims, facts: readonly Fact[]): AskedPost[] {
  return Array.from({ length: count }, (_, at) => {
    const fact = at % 10 === 0 ? facts[(at * 7_919) % facts.length]! : null;
    return fact
      ? { text: invented.retelling(fact), factId: fact.factId }
      : { text: invented.post(), factId: null };
  });
}

/** Matching alone: tokens are there already in the analyzer, every step reads the same ones. */
function ask(memory: HoaxMemory, posts: readonly AskedPost[]): Record<string, number> {
  const milliseconds: number[] = [];
  let right = 0;
  let told = 0;
  for (const { text, factId } of posts) {
    const tokens = tokenize(text);
    const startedAt = performance.now();
    const match = memory.match(tokens);
    milliseconds.push(performance.now() - startedAt);
    if (factId === null) continue;
    told += 1;
    if (match?.factId === factId) right += 1;
  }
  return {
    p50Milliseconds: percentile(milliseconds, 50, 3),
    p95Milliseconds: percentile(milliseconds, 95, 3),
    p99Milliseconds: percentile(milliseconds, 99, 3),
    recallPercent: Math.round((right / told) * 1_000) / 10,
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

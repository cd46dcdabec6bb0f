import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { Desk, freePort } from '../../support/desk.js';
import { untilQuiet } from '../../support/desk-state.js';
import { inventedFacts } from '../../support/invented-posts.js';
import { treeMemoryMegabytes } from '../../support/process-memory.js';
import { inTemporaryFolder } from '../../support/temporary-folder.js';
import { embeddedServers, type PipelineServers, startEngineServers } from '../pipeline-servers.js';
import { runGenerator } from '../run-generator.js';

const region = 'default';
const textBytes = 700;
/** As many as a year of a national fact-checker. */
const inventedFactsCount = 3_746;
const searchPauseMilliseconds = 100;

const help = `npm run bench -- pipeline [--facts FILE.tsv[.gz]] [--rate 1000] [--seconds 60] [--stored 200000] [--engines]

An open-loop generator in its own process sends 700-byte posts; the bench measures the time from "accepted" to "found by search".
Without --facts the hoax memory holds 3,746 invented ones. With --engines posts travel through a real Kafka and are searched in a
real Elasticsearch, both started on this machine.`;

/** The whole road under load: accepted → searchable, nothing lost. */
export default async function benchPipeline(args: string[]): Promise<Record<string, unknown>> {
  const options = readOptions(args);
  if (options.help) {
    console.log(help);
    return {};
  }
  const servers = options.engines ? await startEngineServers() : embeddedServers;
  try {
    const figures = await inTemporaryFolder((folder) => measure(folder, options, servers));
    console.error('measuring how fast the same server takes bare posts…');
    const rawInsertPerSecond = await servers.rawPerSecond(textBytes);
    const ratioToRaw = Math.round((figures.postsPerSecond / rawInsertPerSecond) * 1_000) / 1_000;
    return { servers: servers.name, ...figures, rawInsertPerSecond, ratioToRaw };
  } finally {
    await servers.stop();
  }
}

interface Options {
  readonly help: boolean;
  readonly facts: string | undefined;
  readonly rate: number;
  readonly seconds: number;
  readonly stored: number;
  readonly engines: boolean;
}

function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      help: { type: 'boolean', default: false },
      facts: { type: 'string' },
      rate: { type: 'string', default: '1000' },
      seconds: { type: 'string', default: '60' },
      stored: { type: 'string', default: '200000' },
      engines: { type: 'boolean', default: false },
    },
  });
  return {
    help: values.help,
    facts: values.facts,
    rate: Number(values.rate),
    seconds: Number(values.seconds),
    stored: Number(values.stored),
    engines: values.engines,
  };
}

async function measure(dataDirectory: string, options: Options, { environment }: PipelineServers) {
  const desk = await Desk.start({ dataDirectory, port: await freePort(), environment });
  try {
    const facts = await importFacts(desk, options.facts);
    const fillPerSecond = await fill(desk, options.stored);
    console.error('measuring…');
    await desk.get('/api/system');
    const run = await underLoad(desk, options);
    const { eventLoopP99Milliseconds } = await desk.get<{ eventLoopP99Milliseconds: number }>('/api/system');
    const archived = await untilQuiet(() => archivedCount(desk), 3, 120);
    const delays = run.searchableSeconds.sort((a, b) => a - b);
    const quantile = (share: number) =>
      Math.round((delays[Math.floor(delays.length * share)] ?? Number.NaN) * 1_000) / 1_000;
    return {
      n: run.end.accepted,
      facts,
      postsPerSecond: Math.round(run.end.accepted / options.seconds),
      p50Seconds: quantile(0.5),
      p95Seconds: quantile(0.95),
      searched: delays.length,
      neverFound: run.neverFound,
      lost: options.stored + run.end.accepted - archived,
      refused: run.end.refused,
      failed: run.end.failed,
      acceptP95Milliseconds: run.end.acceptP95Milliseconds,
      generatorLateMilliseconds: run.end.lateMilliseconds,
      eventLoopP99Milliseconds,
      memoryMegabytes: treeMemoryMegabytes(desk.process.pid ?? 0),
      fillPerSecond,
    };
  } finally {
    await desk.stop();
  }
}

/** Fills the hoax memory; returns how many facts it holds. */
async function importFacts(desk: Desk, file: string | undefined): Promise<number> {
  const table = file ? readTable(file) : new TextEncoder().encode(inventedFacts(inventedFactsCount));
  const answer = await desk.post('/api/facts/import?format=tsv&source=bench', table, 'text/plain');
  if (!answer.ok) throw new Error(`the facts were refused: ${await answer.text()}`);
  const { recorded } = (await answer.json()) as { recorded: number };
  return recorded;
}

function readTable(file: string): Uint8Array<ArrayBuffer> {
  const bytes = readFileSync(file);
  return new Uint8Array(file.endsWith('.gz') ? gunzipSync(bytes) : bytes);
}

/** Brings the desk to the size it is measured at, as fast as it takes posts; returns posts per second. */
async function fill(desk: Desk, stored: number): Promise<number> {
  if (stored === 0) return 0;
  const startedAt = performance.now();
  const batch = 5_000;
  const end = Math.ceil(stored / batch);
  for (let round = 0; round < end; round += 1) {
    const count = Math.min(batch, stored - round * batch);
    const plan = {
      ...planFor(desk),
      postsPerSecond: count * 2,
      seconds: 0.5,
      seed: 1_000 + round,
      markEvery: 1e9,
    };
    await runGenerator(plan, () => {});
    if (round % 10 === 0) console.error(`stored ${round * batch + count} of ${stored}`);
  }
  await untilQuiet(() => archivedCount(desk), 3, 600);
  return Math.round(stored / ((performance.now() - startedAt) / 1_000));
}

function planFor(desk: Desk) {
  return { port: desk.options.port, token: desk.token, region, textBytes };
}

async function underLoad(desk: Desk, options: Options) {
  const searches: Promise<number | null>[] = [];
  const plan = {
    ...planFor(desk),
    postsPerSecond: options.rate,
    seconds: options.seconds,
    seed: 7,
    markEvery: Math.round(options.rate / 3),
  };
  const end = await runGenerator(plan, (marker, acceptedAt) =>
    searches.push(secondsUntilFound(desk, marker, acceptedAt)),
  );
  const found = await Promise.all(searches);
  const searchableSeconds = found.filter((seconds) => seconds !== null);
  return { end, searchableSeconds, neverFound: found.length - searchableSeconds.length };
}

/** Asks the search API until it finds the post; null after a minute. A desk too busy to answer has not found it yet. */
async function secondsUntilFound(desk: Desk, marker: string, acceptedAt: number): Promise<number | null> {
  while (Date.now() - acceptedAt < 60_000) {
    const path = `/api/archive/search?region=${region}&q=${marker}&limit=1`;
    const page = await desk.get<{ hits: unknown[] }>(path).catch(() => ({ hits: [] }));
    if (page.hits.length > 0) return (Date.now() - acceptedAt) / 1_000;
    await pause(searchPauseMilliseconds);
  }
  return null;
}

async function archivedCount(desk: Desk): Promise<number> {
  const { buckets } = await desk.get<{ buckets: { count: number }[] }>(
    `/api/archive/histogram?region=${region}&unit=month`,
  );
  return buckets.reduce((sum, bucket) => sum + bucket.count, 0);
}

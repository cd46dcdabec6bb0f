import { parseArgs } from 'node:util';
import { type ServiceName, serviceNames } from '@kentongan/contracts';
import { startEmbeddedPostgres } from '@kentongan/database';
import { startElasticsearch, startKafka } from '@kentongan/testing';
import { untilQuiet } from '../../support/desk-state.js';
import { Fleet } from '../../support/fleet.js';
import { inventedFacts } from '../../support/invented-posts.js';
import { treeCpuSeconds } from '../../support/process-cpu.js';
import { treeMemoryMegabytes } from '../../support/process-memory.js';
import { inTemporaryFolder } from '../../support/temporary-folder.js';
import { folderBytes } from '../folder-size.js';
import { runGenerator } from '../run-generator.js';

const region = 'default';
const textBytes = 700;
const factsCount = 3_746;
const parts = 10;

const help = `npm run bench -- capacity [--posts 100000] [--rate 500]

Every service as a process of its own on real Kafka, Elasticsearch and PostgreSQL: what a post costs each of them in processor time
and on the disk, and whether it costs the last tenth of the posts what it cost the first.`;

type Part = ServiceName | 'kafka' | 'elasticsearch' | 'postgres';

/** Processor time and disk of each part for each post. */
export default async function benchCapacity(args: string[]): Promise<Record<string, unknown>> {
  const { values } = parseArgs({
    args,
    options: {
      help: { type: 'boolean', default: false },
      posts: { type: 'string', default: '100000' },
      rate: { type: 'string', default: '500' },
    },
  });
  if (values.help) {
    console.log(help);
    return {};
  }
  return inTemporaryFolder((folder) => measure(folder, Number(values.posts), Number(values.rate)));
}

async function measure(folder: string, posts: number, rate: number) {
  const postgres = await startEmbeddedPostgres({ dataDirectory: folder });
  const kafka = await startKafka();
  const elasticsearch = await startElasticsearch();
  const fleet = await Fleet.start({
    databaseUrl: postgres.url,
    kafkaBrokers: kafka.brokers,
    elasticsearchUrl: elasticsearch.url,
  });
  try {
    await fleet.post(
      '/api/facts/import?format=tsv&source=bench',
      new TextEncoder().encode(inventedFacts(factsCount)),
      'text/plain',
    );
    const pids = new Map<Part, number>([
      ...serviceNames.map((name) => [name, fleet.process(name).pid] as const),
      ['kafka', kafka.engine.pid],
      ['elasticsearch', elasticsearch.engine.pid],
      ['postgres', postgres.pid],
    ]);
    const memoryAtRestMegabytes = mapValues(pids, treeMemoryMegabytes);
    const folders = {
      postgres: folder,
      kafka: kafka.engine.dataFolder,
      elasticsearch: elasticsearch.engine.dataFolder,
    };
    const bytesBefore = sizes(folders);
    const seconds = await costsOfParts(fleet, pids, posts, rate);
    const bytes = sizes(folders);
    return {
      n: posts,
      ratePerSecond: rate,
      postsPerSecondPerCore: eachPart(pids, (part) =>
        Math.round(posts / sum(seconds.map((each) => each[part] ?? 0))),
      ),
      slopePercent: eachPart(pids, (part) => slopePercent(seconds.map((each) => each[part] ?? 0))),
      gigabytesPerMillionPosts: Object.fromEntries(
        Object.entries(bytes).map(([name, after]) => [
          name,
          Math.round(((after - (bytesBefore[name] ?? 0)) / posts) * 10) / 10_000,
        ]),
      ),
      memoryAtRestMegabytes,
      memoryMegabytes: mapValues(pids, treeMemoryMegabytes),
    };
  } finally {
    await fleet.stop();
    await elasticsearch.engine.stop();
    await kafka.engine.stop();
    await postgres.stop();
  }
}

/** Processor seconds of each part for each tenth of the posts, taken once the tenth is searchable. */
async function costsOfParts(fleet: Fleet, pids: ReadonlyMap<Part, number>, posts: number, rate: number) {
  const costs: Partial<Record<Part, number>>[] = [];
  let before = mapValues(pids, treeCpuSeconds);
  for (let part = 0; part < parts; part += 1) {
    const count = Math.round(posts / parts);
    const end = await runGenerator(
      {
        port: fleet.process('gateway').options.port,
        token: fleet.token,
        region,
        textBytes,
        postsPerSecond: rate,
        seconds: count / rate,
        seed: 100 + part,
        markEvery: 1e9,
      },
      () => {},
    );
    if (end.accepted !== end.sent) throw new Error(`${end.sent - end.accepted} posts were not accepted`);
    const archived = await untilQuiet(() => archivedCount(fleet), 3, 300);
    if (archived !== (part + 1) * count)
      throw new Error(`${archived} of ${(part + 1) * count} posts are searchable`);
    const now = mapValues(pids, treeCpuSeconds);
    costs.push(eachPart(pids, (name) => (now[name] ?? 0) - (before[name] ?? 0)));
    before = now;
    console.error(`${(part + 1) * count} of ${posts}`);
  }
  return costs;
}

async function archivedCount(fleet: Fleet): Promise<number> {
  const { buckets } = await fleet.get<{ buckets: { count: number }[] }>(
    `/api/archive/histogram?region=${region}&unit=month`,
  );
  return sum(buckets.map(({ count }) => count));
}

/** How much dearer the last tenth is than the second one: the first pays for compiling the code. */
function slopePercent(seconds: readonly number[]): number {
  const [, first = 0] = seconds;
  const last = seconds.at(-1) ?? 0;
  return Math.round((last / first - 1) * 1_000) / 10;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

function sizes(folders: Readonly<Record<string, string>>): Record<string, number> {
  return Object.fromEntries(Object.entries(folders).map(([name, folder]) => [name, folderBytes(folder)]));
}

function eachPart(
  pids: ReadonlyMap<Part, number>,
  ofPart: (part: Part) => number,
): Partial<Record<Part, number>> {
  return Object.fromEntries([...pids.keys()].map((part) => [part, ofPart(part)]));
}

function mapValues(
  pids: ReadonlyMap<Part, number>,
  ofPart: (pid: number) => number,
): Partial<Record<Part, number>> {
  return Object.fromEntries([...pids].map(([part, pid]) => [part, ofPart(pid)]));
}

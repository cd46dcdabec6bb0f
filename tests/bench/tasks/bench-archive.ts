import { parseArgs } from 'node:util';
import type { PostArchive } from '@kentongan/archive';
import { inTemporaryFolder } from '../../support/temporary-folder.js';
import { type BenchArchive, benchArchives } from '../archive/archive-adapters.js';
import { inventedPost, randomNumbers, vocabulary } from '../archive/archive-posts.js';
import { timeSearches } from '../archive/archive-searches.js';
import { percentile } from '../percentile.js';

const regionId = 'bench';
const batchPosts = 500;

const help = `npm run bench -- archive [--posts N,…] [--adapter postgres,elasticsearch]

Fills archives with invented posts (one every 13 seconds, word frequencies as in natural texts) and searches them at
each of the sizes (default 100000): at once ("afterFilling") and when the server has tidied up of its own accord
(autovacuum, merges; 3 minutes at most), beside what the same server takes bare. DATABASE_URL and ELASTICSEARCH_URL name
servers; without them PostgreSQL and Elasticsearch are started for the run.`;

type Figures = Readonly<Record<string, number | string | object>>;

/** @param args `--posts N,…` in rising order, `--adapter NAME,…` */
export default async function benchArchive(args: string[]): Promise<Record<string, unknown>> {
  const options = {
    posts: { type: 'string', default: '100000' },
    adapter: { type: 'string', default: 'postgres,elasticsearch' },
    help: { type: 'boolean', short: 'h' },
  } as const;
  const { values } = parseArgs({ args, options });
  if (values.help) {
    console.log(help);
    return {};
  }
  const sizes = sizesOf(values.posts);
  const names = values.adapter.split(',');
  const unknown = names.find((name) => !Object.hasOwn(benchArchives, name));
  if (unknown !== undefined) throw new Error(`there is no adapter "${unknown}"`);
  const runs: Figures[] = [];
  for (const name of names) runs.push(...(await runAdapter(name, sizes)));
  return { n: sizes.at(-1), runs };
}

function sizesOf(text: string): number[] {
  const sizes = text.split(',').map(Number);
  if (!sizes.every((size, i) => Number.isInteger(size) && size >= batchPosts && size > (sizes[i - 1] ?? 0)))
    throw new Error(`--posts takes rising whole numbers from ${batchPosts} on`);
  return sizes;
}

/** One archive that grows from size to size; the rate at a size is that of the posts since the one before. */
function runAdapter(name: string, sizes: readonly number[]): Promise<Figures[]> {
  return inTemporaryFolder(async (folder) => {
    const opened = await benchArchives[name]!(folder);
    try {
      const fill = filling(opened.archive);
      const runs: Figures[] = [];
      for (const posts of sizes) {
        const indexed = await fill(posts);
        runs.push({ adapter: name, posts, ...indexed, ...(await searched(opened, posts)) });
        console.error(JSON.stringify(runs.at(-1)));
      }
      const rawPerSecond = await opened.rawPerSecond();
      return runs.map((run) => ({ ...run, rawPerSecond }));
    } finally {
      await opened.close();
    }
  });
}

async function searched(opened: BenchArchive, posts: number): Promise<Figures> {
  await opened.refresh();
  const afterFilling = await timeSearches(opened.archive, regionId, posts);
  const began = performance.now();
  await opened.settle();
  const settledSeconds = Math.round((performance.now() - began) / 1_000);
  const settled = await timeSearches(opened.archive, regionId, posts);
  const diskGigabytesPerMillion = Number((((await opened.diskBytes()) / posts) * 1e-3).toFixed(2));
  return { ...settled, afterFilling, settledSeconds, diskGigabytesPerMillion };
}

/** Goes on with the next post each time it is called. */
function filling(archive: PostArchive): (upTo: number) => Promise<Figures> {
  const next = randomNumbers(20_261);
  const words = vocabulary();
  let at = 0;
  return async (upTo) => {
    const from = at;
    const batchMilliseconds: number[] = [];
    for (; at < upTo; at = Math.min(at + batchPosts, upTo)) {
      const length = Math.min(batchPosts, upTo - at);
      const batch = Array.from({ length }, (_, i) => inventedPost(at + i, words, next));
      const began = performance.now();
      await archive.index(regionId, batch);
      batchMilliseconds.push(performance.now() - began);
    }
    const total = batchMilliseconds.reduce((sum, each) => sum + each, 0);
    return {
      indexPerSecond: Math.round(((upTo - from) / total) * 1_000),
      batchP50Milliseconds: percentile(batchMilliseconds, 50),
      batchP95Milliseconds: percentile(batchMilliseconds, 95),
      batchMaxMilliseconds: percentile(batchMilliseconds, 100),
    };
  };
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { factsRecorded, postsAnalyzed, regionsConfigured } from '@kentongan/contracts';
import { type Configuration, Secret } from '@kentongan/platform';
import {
  type ElasticsearchEngine,
  type KafkaEngine,
  startElasticsearch,
  startKafka,
} from '@kentongan/testing';
import { openElasticsearch } from '../archive/open-archives.js';
import { reindex } from '../archive/reindex.js';
import { runBackup } from '../backup/run-backup.js';
import { inventedPost, Place, region, WorkingDesk } from '../backup/testing/working-desk.js';
import { lineSinks, lineSources, openEngines } from '../backup-file/engines.js';
import { streamLines } from '../backup-file/stream-lines.js';
import { runRestore } from './run-restore.js';

const quiet = { update: () => {}, stop: () => {} };
const uncounted = { start: () => {}, add: () => {}, stop: () => {} };
const firstPosts = 25;

interface Engines {
  readonly kafka: KafkaEngine;
  readonly elasticsearch: ElasticsearchEngine;
}

async function startEngines(): Promise<Engines> {
  const [kafka, elasticsearch] = await Promise.all([startKafka(), startElasticsearch()]);
  return { kafka, elasticsearch };
}
const stopEngines = async (engines: Engines | undefined) => {
  await Promise.all([engines?.kafka.engine.stop(), engines?.elasticsearch.engine.stop()]);
};

const onKafka = (place: Place, { kafka }: Engines): Configuration => ({
  ...place.configuration,
  kafkaBrokers: [kafka.brokers],
});
const onBoth = (place: Place, engines: Engines): Configuration => ({
  ...onKafka(place, engines),
  elasticsearchUrl: new Secret(engines.elasticsearch.url),
});

/** What the detector has counted, as it saved it last. */
async function counters({ database }: Place): Promise<{ counted: number; copies: number }> {
  const { rows } = await database.pool.query<{ counters: { counted: number; copies: number } }>(
    `SELECT state::json -> 'counters' AS counters FROM detector.regions WHERE region_id = $1`,
    [region],
  );
  return rows[0]?.counters ?? { counted: 0, copies: 0 };
}

describe('a desk that grows', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kentongan-grow-'));
  const startedAt = Date.now() - 3_600_000;
  let [place, target]: Place[] = [];
  let engines: Engines;
  let posts = 0;

  /** Works on a place until as many new posts as asked are found, then stops it, so that everything is saved. */
  const work = async (
    at: Place,
    configuration: Configuration,
    count: number,
    more: (desk: WorkingDesk) => Promise<void> = async () => {},
  ) => {
    const desk = await WorkingDesk.start({ configuration, dataDirectory: at.dataDirectory });
    try {
      await more(desk);
      const before = await desk.archived();
      const fresh = Array.from({ length: count }, (_, n) => inventedPost(posts + n, startedAt));
      expect(new Set(await desk.post(fresh))).toEqual(new Set(['accepted']));
      posts += count;
      await desk.until(async () => (await desk.archived()) === before + count);
    } finally {
      await desk.stop();
    }
  };
  const facts = async (desk: WorkingDesk) =>
    (await desk.json<{ facts: unknown[] }>('GET', `/api/facts?region=${region}`)).facts;
  const issues = async (desk: WorkingDesk) =>
    (await desk.json<{ issues: { issueId: string }[] }>('GET', `/api/issues?region=${region}`)).issues.map(
      ({ issueId }) => issueId,
    );

  beforeAll(async () => {
    [place, target] = [await Place.make(), await Place.make()];
    engines = await startEngines();
  });
  afterAll(async () => {
    await stopEngines(engines);
    await place?.remove();
    await target?.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  it('goes on where Kafka is simply switched on: facts and regions are there, posts are counted once', async () => {
    const from = place as Place;
    await work(from, from.configuration, firstPosts, async (desk) => {
      await desk.json('PUT', `/api/regions/${region}`, {
        regionId: region,
        name: 'Kota Uji',
        mode: 'live',
        watchRules: [{ id: 'lampu', phrases: ['lampu jalan mati'], count: 3, windowMinutes: 60 }],
      });
      await desk.json('POST', '/api/facts', { region, title: 'Periksa fakta: lampu jalan tidak dijual' });
    });
    expect(await counters(from)).toMatchObject({ counted: firstPosts, copies: 0 });
    await work(from, onKafka(from, engines), 1);
    expect(await counters(from)).toMatchObject({ counted: firstPosts + 1, copies: 0 });
    const { streams, close } = await openEngines(onKafka(from, engines));
    const keysOf = async (stream: typeof factsRecorded | typeof regionsConfigured) => {
      const keys: string[] = [];
      for await (const line of streamLines(streams!, stream))
        keys.push((JSON.parse(line) as { key: string }).key);
      return new Set(keys);
    };
    expect(await keysOf(regionsConfigured)).toContain(region);
    expect((await keysOf(factsRecorded)).size).toBe(1);
    expect((await streams!.numbering(postsAnalyzed)).ends.reduce((sum, end) => sum + end, 0)).toBe(1);
    await close();
  });

  it('is backed up and restored with its Kafka and Elasticsearch, and works on', async () => {
    const [from, to] = [place as Place, target as Place];
    const grown = onBoth(from, engines);
    await reindex({ from: 'postgres', to: 'elasticsearch', restart: false }, grown, uncounted);
    let before: unknown[] = [];
    await work(from, grown, 4, async (desk) => {
      await desk.until(async () => (await issues(desk)).length > 0);
      before = [await facts(desk), await issues(desk)];
    });
    const counted = await counters(from);
    const tallies = await tally(grown);
    const source = await openEngines(grown);
    const { file, lines } = await runBackup({
      configuration: grown,
      path: join(folder, 'grown.tar.gz'),
      version: '0.1.0',
      now: new Date(),
      lineSources: lineSources(source),
      progress: quiet,
    }).finally(source.close);
    expect(lines).toBeGreaterThan(posts);

    await stopEngines(engines);
    engines = await startEngines();
    const there = onBoth(to, engines);
    const sinks = await openEngines(there);
    await runRestore({
      configuration: there,
      file,
      replace: false,
      upgrade: true,
      lineSinks: lineSinks(sinks),
      newStreams: sinks.streams,
      progress: quiet,
    }).finally(sinks.close);
    expect(await tally(there)).toEqual(tallies);
    await work(to, there, 1, async (desk) => {
      expect(await desk.archived()).toBe(posts);
      expect([await facts(desk), await issues(desk)]).toEqual(before);
      const query = encodeURIComponent('"lampu jalan mati"');
      const found = await desk.json<{ count: number }>(
        'GET',
        `/api/archive/count?region=${region}&q=${query}`,
      );
      expect(found.count).toBe(posts);
    });
    expect((await counters(to)).counted).toBe(counted.counted + 1);
  });

  async function tally(configuration: Configuration) {
    const { archive, close } = await openElasticsearch(configuration);
    return archive.tally().finally(close);
  }
});

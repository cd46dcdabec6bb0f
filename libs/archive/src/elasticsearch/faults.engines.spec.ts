import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AnalyzedPost } from '@kentongan/contracts';
import { type ElasticsearchEngine, startElasticsearch } from '@kentongan/testing';
import { answered, samplePost } from '../contract/sample-posts.js';
import { storedCount } from '../contract/stored-count.js';
import { everything } from '../query/query.js';
import { ArchiveOutage } from './failures.js';
import { documentId } from './names.js';
import { BulkProxy, type ItemFault } from './testing/bulk-proxy.js';
import { openBareArchive, type TestArchive } from './testing/test-archive.js';

const isFull = process.env['KENTONGAN_TEST_COUNTS'] === 'full';
const regionId = 'kota';
const inNoTime = async (): Promise<void> => undefined;

const postsFrom = (first: number, count: number, given: Partial<AnalyzedPost> = {}): AnalyzedPost[] =>
  Array.from({ length: count }, (_, i) =>
    samplePost(`contoh:${first + i}`, { text: `kabar nomor${first + i}`, ...given }),
  );

const portions = <T>(values: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(values.length / size) }, (_, i) => values.slice(i * size, (i + 1) * size));

/** The same disorder in every run. */
function shuffled<T>(values: readonly T[], seed: number): T[] {
  let state = seed;
  const keyed = values.map((value) => {
    state = (state * 48_271) % 2_147_483_647;
    return { value, key: state };
  });
  return keyed.sort((a, b) => a.key - b.key).map(({ value }) => value);
}

async function refreshedCount({ archive }: TestArchive): Promise<number> {
  await archive.refresh();
  return storedCount(archive, regionId);
}

describe('revisions that arrive in any order', () => {
  const idsCount = isFull ? 5_000 : 500;

  it('end at the highest, from several writers and three times over', async () => {
    const test = await openBareArchive();
    const versions = [1, 2, 3].flatMap((revision) =>
      postsFrom(0, idsCount).map((post) => ({ ...post, revision, text: `versi${revision}` })),
    );
    const outcomes = new Map<string, number>();
    for (let round = 1; round <= 3; round += 1) {
      const batches = portions(shuffled(versions, 17 * round), 250);
      const writers = [0, 1, 2].map(async (writer) => {
        for (const batch of batches.filter((_, i) => i % 3 === writer))
          for (const { kind } of await test.archive.index(regionId, batch))
            outcomes.set(kind, (outcomes.get(kind) ?? 0) + 1);
      });
      await Promise.all(writers);
    }
    await test.archive.refresh();
    const old = { regionId, query: { kind: 'phrase', lexemes: ['versi3'] } } as const;
    expect(answered(await test.archive.count(old)).count).toBe(idsCount);
    expect(await refreshedCount(test)).toBe(idsCount);
    expect(outcomes.get('indexed')).toBeGreaterThanOrEqual(idsCount);
    expect(outcomes.get('stale')).toBeGreaterThan(idsCount);
    expect((outcomes.get('indexed') ?? 0) + (outcomes.get('stale') ?? 0)).toBe(9 * idsCount);
    await test.close();
  });
});

describe('documents that fail one by one', () => {
  let proxy: BulkProxy;
  let test: TestArchive;
  beforeAll(async () => {
    proxy = await BulkProxy.start(process.env['TEST_ELASTICSEARCH_URL'] ?? '');
    test = await openBareArchive({ url: proxy.url, pause: inNoTime });
  });
  afterAll(async () => {
    await test?.close();
    await proxy?.stop();
  });

  it('are tried again alone, or told apart as invalid; the good ones are written once', async () => {
    const batchesCount = isFull ? 100 : 10;
    const faultsOfPost: readonly ItemFault[] = [429, 503, null, 400, null];
    const tries = new Map<string, number>();
    const numberOf = new Map<string, number>();
    proxy.fault = ({ id }) => {
      const number = numberOf.get(id)!;
      const fault = number % 50 === 7 ? 400 : (faultsOfPost[number % 25] ?? null);
      const tried = (tries.get(id) ?? 0) + 1;
      tries.set(id, tried);
      return fault === 400 || tried <= 2 ? fault : null;
    };
    for (let batch = 0; batch < batchesCount; batch += 1) {
      const posts = postsFrom(batch * 500, 500);
      for (const [i, post] of posts.entries())
        numberOf.set(documentId(regionId, post.postId), batch * 500 + i);
      const outcomes = await test.archive.index(regionId, posts);
      const invalid = posts.map((_, i) => i % 50 === 7 || i % 25 === 3);
      expect(outcomes.map(({ kind }) => kind)).toEqual(invalid.map((is) => (is ? 'invalid' : 'indexed')));
    }
    // Seen: two refusals of each kind for every post marked so, and one for each invalid.
    expect(proxy.seen.get(429)).toBe(batchesCount * 40);
    expect(proxy.seen.get(503)).toBe(batchesCount * 40);
    expect(proxy.seen.get(400)).toBe(batchesCount * 30);
    expect(new Set(proxy.passed).size).toBe(proxy.passed.length);
    expect(proxy.passed).toHaveLength(batchesCount * 470);
    expect(await refreshedCount(test)).toBe(batchesCount * 470);
  });

  it('end as an outage when the node stays busy, and nothing is lost or doubled when it comes again', async () => {
    const posts = postsFrom(900_000, 100);
    const busy = documentId(regionId, 'contoh:900050');
    const before = await refreshedCount(test);
    let refusals = 0;
    proxy.fault = ({ id }) => {
      if (id !== busy) return null;
      refusals += 1;
      return 429;
    };
    await expect(test.archive.index(regionId, posts)).rejects.toThrow(ArchiveOutage);
    expect(refusals).toBe(6);
    expect(await refreshedCount(test)).toBe(before + 99);
    proxy.fault = () => null;
    const outcomes = await test.archive.index(regionId, posts);
    expect(outcomes.filter(({ kind }) => kind === 'indexed')).toHaveLength(1);
    expect(await refreshedCount(test)).toBe(before + 100);
  });

  it('are an outage and no poison when the disk is full', async () => {
    proxy.fault = () => 403;
    const blockedBefore = proxy.seen.get(403) ?? 0;
    await expect(test.archive.index(regionId, postsFrom(910_000, 5))).rejects.toThrow(
      'cluster_block_exception',
    );
    expect(proxy.seen.get(403)).toBeGreaterThan(blockedBefore);
    proxy.fault = () => null;
    const outcomes = await test.archive.index(regionId, postsFrom(910_000, 5));
    expect(outcomes.every(({ kind }) => kind === 'indexed')).toBe(true);
  });
});

describe('an index that may only be read', () => {
  it('is an outage, and takes everything once it may be written again', async () => {
    const test = await openBareArchive({ pause: inNoTime });
    await test.archive.index(regionId, postsFrom(0, 10));
    const index = `${test.prefix}-posts-*`;
    for (let time = 1; time <= 5; time += 1) {
      const before = await refreshedCount(test);
      await test.client.indices.putSettings({ index, settings: { 'index.blocks.read_only': true } });
      const posts = postsFrom(time * 10, 10);
      await expect(test.archive.index(regionId, posts)).rejects.toThrow('cluster_block_exception');
      await expect(test.archive.index(regionId, posts)).rejects.toThrow(ArchiveOutage);
      expect(answered(await test.archive.count({ regionId, query: everything })).count).toBe(before);
      await test.client.indices.putSettings({ index, settings: { 'index.blocks.read_only': null } });
      expect((await test.archive.index(regionId, posts)).every(({ kind }) => kind === 'indexed')).toBe(true);
    }
    expect(await refreshedCount(test)).toBe(60);
    await test.close();
  });
});

describe('a node that is killed', () => {
  let node: ElasticsearchEngine;
  let test: TestArchive;
  beforeAll(async () => {
    node = await startElasticsearch();
    test = await openBareArchive({ url: node.url, pause: inNoTime });
  });
  afterAll(async () => {
    await test?.archive.close();
    await node?.engine.stop();
  });

  it('is an outage for writers and searches; what was acknowledged is there when it is back', async () => {
    const acknowledged: string[] = [];
    let isDown = false;
    const writing = (async () => {
      for (const batch of portions(postsFrom(0, 20_000), 200)) {
        if (isDown) return;
        const outcomes = await test.archive.index(regionId, batch).catch(() => null);
        if (outcomes) acknowledged.push(...batch.map(({ postId }) => postId));
      }
    })();
    while (acknowledged.length < 1_000) await new Promise((resolve) => setTimeout(resolve, 10));
    await node.engine.kill();
    isDown = true;
    await writing;
    await expect(test.archive.index(regionId, postsFrom(30_000, 5))).rejects.toThrow(ArchiveOutage);
    await expect(test.archive.count({ regionId, query: everything })).rejects.toThrow(ArchiveOutage);
    await node.engine.start();
    const outcomes = await test.archive.index(regionId, postsFrom(30_000, 5));
    expect(outcomes.every(({ kind }) => kind === 'indexed')).toBe(true);
    await test.archive.refresh();
    const found = new Set<string>();
    for await (const { posts } of test.archive.scan(null))
      for (const { post } of posts) found.add(post.postId);
    expect(acknowledged.filter((postId) => !found.has(postId))).toEqual([]);
  });
});

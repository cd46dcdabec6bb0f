import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { answered, samplePost } from '../contract/sample-posts.js';
import { everything } from '../query/query.js';
import { ArchiveOutage } from './failures.js';
import { openBareArchive, type TestArchive } from './testing/test-archive.js';

describe('the archive in Elasticsearch', () => {
  let test: TestArchive;
  beforeAll(async () => {
    test = await openBareArchive({ pause: async () => undefined });
  });
  afterAll(() => test?.close());

  it('lets one post that cannot be stored spoil no other', async () => {
    const times = ['2026-03-10T00:00:00.000Z', '+012026-03-10T00:00:00.000Z', '2026-03-11T00:00:00.000Z'];
    const outcomes = await test.archive.index(
      'kota',
      times.map((createdAt, i) => samplePost(`contoh:${i}`, { createdAt })),
    );
    expect(outcomes.map(({ kind }) => kind)).toEqual(['indexed', 'invalid', 'indexed']);
  });

  it('writes again in a month that another process dropped', async () => {
    const other = await openBareArchive({ prefix: test.prefix });
    const post = (id: string) => samplePost(id, { createdAt: '2001-05-05T00:00:00.000Z' });
    await test.archive.index('kota-lain', [post('contoh:1')]);
    const pruned = await other.archive.prune({
      fetchedBefore: '2001-07-01T00:00:00.000Z',
      regionIds: ['kota-lain'],
    });
    expect(pruned.droppedMonths).toEqual(['2001-05']);
    expect(await test.archive.index('kota-lain', [post('contoh:2')])).toEqual([{ kind: 'indexed' }]);
    await test.archive.refresh();
    expect((await test.archive.get('kota-lain', 'contoh:2'))?.postId).toBe('contoh:2');
    await other.archive.close();
    await other.client.close();
  });

  it('opens a month again that a pruning closed and then died', async () => {
    const post = (id: string) => samplePost(id, { createdAt: '2002-05-05T00:00:00.000Z' });
    await test.archive.index('kota-lama', [post('contoh:1')]);
    await test.client.indices.addBlock({ index: `${test.prefix}-posts-2002-05`, block: 'write' });
    await expect(test.archive.index('kota-lama', [post('contoh:2')])).rejects.toThrow(ArchiveOutage);
    await test.archive.prune({ fetchedBefore: '2001-01-01T00:00:00.000Z', regionIds: ['kota-lama'] });
    expect(await test.archive.index('kota-lama', [post('contoh:2')])).toEqual([{ kind: 'indexed' }]);
  });

  it('lets nobody in when the list of erased authors is gone', async () => {
    const bare = await openBareArchive();
    await bare.client.indices.delete({ index: `${bare.prefix}-erased-authors` });
    const post = samplePost('contoh:1', { authorKey: 'kunci-x' });
    await expect(bare.archive.index('kota', [post])).rejects.toThrow(ArchiveOutage);
    await bare.close();
  });

  it('sends the rest of a flood of searches away', async () => {
    const selection = { regionId: 'kota', query: everything };
    const answers = await Promise.all(Array.from({ length: 300 }, () => test.archive.count(selection)));
    expect(answers.filter((answer) => !answer.ok && answer.problem === 'tooBusy')).toHaveLength(88);
    expect((await test.archive.count(selection)).ok).toBe(true);
  });

  it('counts the newest of too many posts, and says since when', async () => {
    const regionId = 'kota-ramai';
    const first = Date.UTC(2026, 2, 1);
    const at = (seconds: number): string => new Date(first + seconds * 1_000).toISOString();
    await test.archive.index(regionId, [samplePost('contoh:0', { createdAt: at(0), platform: 'lama' })]);
    for (let from = 1; from <= 40_000; from += 1_000)
      await test.archive.index(
        regionId,
        Array.from({ length: 1_000 }, (_, i) =>
          samplePost(`x:${from + i}`, { createdAt: at(from + i), platform: 'baru', text: 'kabar' }),
        ),
      );
    await test.archive.refresh();
    const ask = { regionId, query: everything, valuesMax: 10 };
    const facets = answered(await test.archive.facets(ask));
    expect(facets.facets.platform).toEqual([{ value: 'baru', count: 25_000 }]);
    expect(facets.countedSince).toBe(at(15_001));
    const request = { ...ask, unit: 'day', timeZone: 'UTC' } as const;
    expect(answered(await test.archive.histogram(request))).toEqual({
      buckets: [{ start: at(0), count: 40_001 }],
      countedSince: null,
    });
    const query = { kind: 'phrase', lexemes: ['kabar'] } as const;
    const hits = answered(await test.archive.histogram({ ...request, query }));
    expect(hits).toEqual({ buckets: [{ start: at(0), count: 20_000 }], countedSince: at(20_001) });
    const counted = answered(await test.archive.count(ask));
    expect(counted).toEqual({ count: 30_000, isLowerBound: true });
  });
});

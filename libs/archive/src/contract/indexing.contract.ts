import { describe, expect, it } from '@jest/globals';
import type { PostArchive } from '../archive.port.js';
import { everything } from '../query/query.js';
import { idsOf, newRegion } from './open-archive.js';
import { answered, minute, samplePost } from './sample-posts.js';

export function indexingContract(archive: () => PostArchive): void {
  describe('indexing', () => {
    const countOf = async (regionId: string): Promise<number> =>
      answered(await archive().count({ regionId, query: everything })).count;
    const kindsOf = async (regionId: string, posts: Parameters<PostArchive['index']>[1]): Promise<string[]> =>
      (await archive().index(regionId, posts)).map((outcome) => outcome.kind);

    it('gives back what it was given', async () => {
      const region = newRegion();
      const post = samplePost('contoh:utuh', {
        url: 'https://contoh.test/1',
        authorKey: 'a1b2',
        authorKind: 'press',
        authorName: 'Warta Contoh',
        declaredLanguage: 'id',
        replyTo: 'contoh:0',
        location: 'Tembalang',
        likes: 0,
        views: 4_000_000_000,
        foundBy: ['umpan-b', 'umpan-a'],
        analysis: {
          places: [{ start: 0, end: 5, codes: ['33.74.10'], confidence: 0.8 }],
          hoaxMatch: { factId: 'tbh:1', level: 'related', score: 0.5, matchedWords: ['air'] },
        },
      });
      expect(await kindsOf(region, [post])).toEqual(['indexed']);
      expect(await archive().get(region, post.postId)).toEqual(post);
    });

    it('keeps the newest revision, whatever order they arrive in', async () => {
      const revisions = [1, 2, 3].map((revision) => ({ revision, text: `versi nomor${revision}` }));
      for (const order of [
        [0, 1, 2],
        [2, 1, 0],
        [1, 2, 0],
        [2, 0, 1],
      ]) {
        const region = newRegion();
        for (const i of order) await archive().index(region, [samplePost('contoh:1', revisions[i])]);
        expect((await archive().get(region, 'contoh:1'))?.text).toBe('versi nomor3');
        expect(await idsOf(archive(), region, 'nomor3')).toEqual(['contoh:1']);
        expect(await idsOf(archive(), region, 'nomor1 OR nomor2')).toEqual([]);
      }
    });

    it('orders by revision first and by analysis version second', async () => {
      const region = newRegion();
      const versions: [number, number, string][] = [
        [2, 1, 'stale'],
        [2, 3, 'indexed'],
        [1, 9, 'stale'],
        [3, 1, 'indexed'],
      ];
      await archive().index(region, [
        samplePost('contoh:1', { revision: 2, analysis: { analysisVersion: 2 } }),
      ]);
      for (const [revision, analysisVersion, kind] of versions)
        expect(
          await kindsOf(region, [samplePost('contoh:1', { revision, analysis: { analysisVersion } })]),
        ).toEqual([kind]);
    });

    it('changes nothing when a batch is delivered three times', async () => {
      const region = newRegion();
      const batch = [samplePost('contoh:1'), samplePost('contoh:2')];
      expect(await kindsOf(region, batch)).toEqual(['indexed', 'indexed']);
      expect(await kindsOf(region, batch)).toEqual(['stale', 'stale']);
      expect(await kindsOf(region, batch)).toEqual(['stale', 'stale']);
      expect(await countOf(region)).toBe(2);
    });

    it('takes a batch that holds one id several times, and keeps its newest', async () => {
      const region = newRegion();
      const batch = [
        samplePost('contoh:1', { revision: 2, text: 'kedua' }),
        samplePost('contoh:1', { revision: 3, text: 'ketiga' }),
        samplePost('contoh:1', { revision: 1, text: 'pertama' }),
      ];
      expect(await kindsOf(region, batch)).toEqual(['stale', 'indexed', 'stale']);
      expect((await archive().get(region, 'contoh:1'))?.text).toBe('ketiga');
      expect(await countOf(region)).toBe(1);
    });

    it('never makes a second copy of an edited post, not even when its time moves to another month', async () => {
      const region = newRegion();
      const firstCreatedAt = '2026-01-31T23:59:59.999Z';
      await archive().index(region, [
        samplePost('contoh:1', { createdAt: firstCreatedAt, text: 'banjir rob' }),
      ]);
      const edit = {
        revision: 2,
        firstCreatedAt,
        createdAt: '2026-02-01T00:10:00.000Z',
        text: 'banjir surut',
      };
      await archive().index(region, [samplePost('contoh:1', edit)]);
      expect(await countOf(region)).toBe(1);
      expect(await idsOf(archive(), region, 'rob')).toEqual([]);
      expect(await idsOf(archive(), region, 'surut')).toEqual(['contoh:1']);
    });

    it('removes the text of a deleted post and lets no older revision bring it back', async () => {
      const region = newRegion();
      await archive().index(region, [samplePost('contoh:1', { text: 'kabar rahasia' })]);
      await archive().index(region, [samplePost('contoh:1', { revision: 2, text: '', deleted: true })]);
      expect(await archive().get(region, 'contoh:1')).toBeNull();
      expect(await kindsOf(region, [samplePost('contoh:1', { text: 'kabar rahasia' })])).toEqual(['stale']);
      expect(await idsOf(archive(), region, 'rahasia')).toEqual([]);
      expect(await countOf(region)).toBe(0);
    });

    it('keeps a deletion that arrives before the post itself', async () => {
      const region = newRegion();
      await archive().index(region, [samplePost('contoh:1', { revision: 2, deleted: true })]);
      expect(await kindsOf(region, [samplePost('contoh:1', { revision: 1 })])).toEqual(['stale']);
      expect(await archive().get(region, 'contoh:1')).toBeNull();
      expect(await kindsOf(region, [samplePost('contoh:1', { revision: 3 })])).toEqual(['indexed']);
      expect((await archive().get(region, 'contoh:1'))?.revision).toBe(3);
    });

    it('takes newer reach and finders without a revision, and lets no older ones in', async () => {
      const region = newRegion();
      const post = samplePost('contoh:1', { likes: 1, views: 10, foundBy: ['a'] });
      await archive().index(region, [post]);
      const reach = { postId: 'contoh:1', firstCreatedAt: post.firstCreatedAt, foundBy: ['a', 'b'] };
      expect(await archive().measure(region, [{ ...reach, measuredAt: minute(60), likes: 7 }])).toBe(1);
      expect(await archive().measure(region, [{ ...reach, measuredAt: minute(30), likes: 3 }])).toBe(0);
      expect(await archive().get(region, 'contoh:1')).toMatchObject({
        likes: 7,
        views: 10,
        foundBy: ['a', 'b'],
        revision: 1,
      });
      expect(await idsOf(archive(), region, 'sumber:b lampu')).toEqual(['contoh:1']);
      await archive().index(region, [{ ...post, analysis: { ...post.analysis, analysisVersion: 2 } }]);
      expect(await archive().get(region, 'contoh:1')).toMatchObject({ likes: 7, foundBy: ['a', 'b'] });
      expect(await idsOf(archive(), region, 'sumber:b lampu')).toEqual(['contoh:1']);
    });

    it('passes over measurements of posts that are not there or were deleted', async () => {
      const region = newRegion();
      await archive().index(region, [samplePost('contoh:1', { deleted: true })]);
      const reaches = ['contoh:1', 'contoh:2'].map((postId) => ({
        postId,
        firstCreatedAt: minute(0),
        measuredAt: minute(90),
        foundBy: ['a'],
        likes: 5,
      }));
      expect(await archive().measure(region, reaches)).toBe(0);
      expect(await countOf(region)).toBe(0);
    });

    it('never mixes two regions that hold the same post', async () => {
      const [north, south] = [newRegion(), newRegion()];
      await archive().index(north, [samplePost('contoh:1', { text: 'angin utara' })]);
      await archive().index(south, [samplePost('contoh:1', { text: 'angin selatan', revision: 5 })]);
      expect((await archive().get(north, 'contoh:1'))?.text).toBe('angin utara');
      expect(await idsOf(archive(), north, 'angin')).toEqual(['contoh:1']);
      expect(await idsOf(archive(), north, 'selatan')).toEqual([]);
      expect(
        await archive().measure(north, [
          { postId: 'contoh:1', firstCreatedAt: minute(0), measuredAt: minute(9), foundBy: [], likes: 4 },
        ]),
      ).toBe(1);
      expect((await archive().get(south, 'contoh:1'))?.likes).toBeUndefined();
    });

    it('stores texts that databases choke on, and finds the words around them', async () => {
      const region = newRegion();
      const texts = [
        'nol \0 di tengah',
        'separuh \ud83d emoji',
        'kutip \' ganda " miring \\ titik: dua',
        '👩‍👩‍👧 keluarga',
        '\u202eterbalik',
      ];
      const kinds = await kindsOf(
        region,
        texts.map((text, i) => samplePost(`contoh:${i}`, { text })),
      );
      expect(kinds).toEqual(texts.map(() => 'indexed'));
      for (const [i, word] of ['tengah', 'separuh', 'miring', 'keluarga', 'terbalik'].entries())
        expect(await idsOf(archive(), region, word)).toEqual([`contoh:${i}`]);
      expect((await archive().get(region, 'contoh:0'))?.text).toBe('nol \ufffd di tengah');
      expect((await archive().get(region, 'contoh:2'))?.text).toBe(texts[2]);
    });

    it('takes a text of the greatest length, and one word a thousand times', async () => {
      const region = newRegion();
      const long = Array.from({ length: 3_000 }, (_, i) => `k${i}a`)
        .join(' ')
        .slice(0, 20_000);
      const same = `awal ${'gema '.repeat(1_000)}akhir`;
      expect(
        await kindsOf(region, [
          samplePost('contoh:1', { text: long }),
          samplePost('contoh:2', { text: same }),
        ]),
      ).toEqual(['indexed', 'indexed']);
      expect(await idsOf(archive(), region, '"k2000a k2001a"')).toEqual(['contoh:1']);
      expect(await idsOf(archive(), region, '"awal gema"')).toEqual(['contoh:2']);
    });

    it('lets two writers send overlapping batches in opposite order', async () => {
      const region = newRegion();
      const posts = Array.from({ length: 60 }, (_, i) => samplePost(`contoh:${i}`, { createdAt: minute(i) }));
      const higher = [...posts].reverse().map((post) => ({ ...post, revision: 2 }));
      await Promise.all([
        archive().index(region, posts),
        archive().index(region, higher),
        archive().index(region, posts),
      ]);
      expect(await countOf(region)).toBe(60);
      expect((await archive().get(region, 'contoh:30'))?.revision).toBe(2);
    });
  });
}

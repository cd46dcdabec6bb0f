import { describe, expect, it } from '@jest/globals';
import type { PostArchive } from '../archive.port.js';
import { everything } from '../query/query.js';
import { idsOf, newRegion } from './open-archive.js';
import { answered, samplePost } from './sample-posts.js';

export function forgettingContract(archive: () => PostArchive): void {
  const allOf = async (regionId: string): Promise<string[]> => {
    const page = await archive().search({ regionId, query: everything, order: 'newest', limit: 200 });
    return answered(page).hits.map((hit) => hit.post.postId);
  };

  describe('erasing an author', () => {
    it('removes every post of theirs and refuses the replay', async () => {
      const region = newRegion();
      const other = newRegion();
      const posts = [
        samplePost('contoh:1', { authorKey: 'kunci-x', createdAt: '2026-01-05T00:00:00.000Z' }),
        samplePost('contoh:2', { authorKey: 'kunci-x', createdAt: '2026-02-05T00:00:00.000Z' }),
        samplePost('contoh:3', { authorKey: 'kunci-y' }),
        samplePost('contoh:4'),
      ];
      await archive().index(region, posts);
      await archive().index(other, posts);
      expect(await archive().eraseByAuthor(region, 'kunci-x')).toEqual({ erasedPosts: 2 });
      const edited = posts.map((post) => ({ ...post, revision: 2 }));
      for (const replayed of [posts, edited]) {
        const outcomes = await archive().index(region, replayed);
        expect(outcomes.slice(0, 2)).toEqual([{ kind: 'refused' }, { kind: 'refused' }]);
      }
      expect(await allOf(region)).toEqual(['contoh:4', 'contoh:3']);
      expect(await archive().get(region, 'contoh:1')).toBeNull();
      expect(await allOf(other)).toHaveLength(4);
      expect(await archive().eraseByAuthor(region, 'kunci-x')).toEqual({ erasedPosts: 0 });
    });

    it('holds against batches that are being written at the same time', async () => {
      const region = newRegion();
      const batches = Array.from({ length: 8 }, (_, batch) =>
        Array.from({ length: 40 }, (_, i) =>
          samplePost(`contoh:${batch}-${i}`, { authorKey: i % 2 ? 'kunci-x' : 'kunci-y' }),
        ),
      );
      const writing = batches.map((batch) => archive().index(region, batch));
      await Promise.all([...writing, archive().eraseByAuthor(region, 'kunci-x')]);
      await Promise.all(batches.map((batch) => archive().index(region, batch)));
      const left = answered(await archive().count({ regionId: region, query: everything }));
      expect(left.count).toBe(160);
      expect(
        answered(
          await archive().count({ regionId: region, query: everything, filters: { author: ['kunci-x'] } }),
        ).count,
      ).toBe(0);
    });
  });

  // Each in a year of its own: a month is dropped only when no other region has posts in it.
  describe('pruning', () => {
    it('drops months whose posts have all served their time, and keeps the rest', async () => {
      const region = newRegion();
      await archive().index(region, [
        samplePost('contoh:1', { createdAt: '2011-01-10T00:00:00.000Z' }),
        samplePost('contoh:2', { createdAt: '2011-02-10T00:00:00.000Z' }),
        samplePost('contoh:3', {
          createdAt: '2011-02-10T00:00:00.000Z',
          fetchedAt: '2011-03-20T00:00:00.000Z',
        }),
      ]);
      const result = await archive().prune({
        fetchedBefore: '2011-03-01T00:00:00.000Z',
        regionIds: [region],
      });
      expect(result).toEqual({ droppedMonths: ['2011-01'], removedPosts: 0 });
      expect(await allOf(region)).toEqual(['contoh:3', 'contoh:2']);
      expect(
        await archive().prune({ fetchedBefore: '2011-03-01T00:00:00.000Z', regionIds: [region] }),
      ).toEqual({ droppedMonths: [], removedPosts: 0 });
    });

    it('lets a dropped month come back', async () => {
      const region = newRegion();
      const post = samplePost('contoh:1', { createdAt: '2012-01-10T00:00:00.000Z', text: 'arsip lama' });
      await archive().index(region, [post]);
      expect(
        (await archive().prune({ fetchedBefore: '2012-02-01T00:00:00.000Z', regionIds: [region] }))
          .droppedMonths,
      ).toContain('2012-01');
      expect(await allOf(region)).toEqual([]);
      expect(await archive().index(region, [{ ...post, fetchedAt: '2026-03-01T00:00:00.000Z' }])).toEqual([
        { kind: 'indexed' },
      ]);
      expect(await idsOf(archive(), region, 'arsip')).toEqual(['contoh:1']);
    });

    it('leaves historical regions alone, also in months shared with live ones', async () => {
      const [historical, live] = [newRegion(), newRegion()];
      const createdAt = '2013-01-10T00:00:00.000Z';
      await archive().index(historical, [samplePost('contoh:1', { createdAt })]);
      await archive().index(live, [samplePost('contoh:2', { createdAt })]);
      const result = await archive().prune({
        fetchedBefore: '2013-06-01T00:00:00.000Z',
        regionIds: [live],
      });
      expect(result.removedPosts).toBe(1);
      expect(result.droppedMonths).not.toContain('2013-01');
      expect(await allOf(historical)).toEqual(['contoh:1']);
      expect(await allOf(live)).toEqual([]);
    });
  });
}

import { describe, expect, it } from '@jest/globals';
import type { ArchivedPost, PostArchive } from '../archive.port.js';
import { newRegion } from './open-archive.js';
import { minute, samplePost } from './sample-posts.js';

export function movingContract(archive: () => PostArchive): void {
  describe('moving', () => {
    /** The archive is shared by all tests: each looks at its own region. */
    async function scanned(regionId: string, after: string | null = null): Promise<ArchivedPost[]> {
      const found: ArchivedPost[] = [];
      for await (const { posts } of archive().scan(after))
        found.push(...posts.filter((each) => each.regionId === regionId));
      return found;
    }

    it('scans every post with its reach, and every tombstone', async () => {
      const region = newRegion();
      const posts = [
        samplePost('contoh:2', { createdAt: '2026-02-05T00:00:00.000Z', likes: 1, authorKey: 'a' }),
        samplePost('contoh:1', { createdAt: '2026-03-05T00:00:00.000Z', url: 'https://contoh.test/1' }),
      ];
      const deleted = samplePost('contoh:3', {
        revision: 7,
        deleted: true,
        analysis: { analysisVersion: 4 },
      });
      await archive().index(region, [...posts, samplePost('contoh:3', { text: 'rahasia' })]);
      await archive().index(region, [deleted]);
      const [first] = posts;
      const reach = {
        postId: 'contoh:2',
        firstCreatedAt: first!.firstCreatedAt,
        foundBy: ['lain'],
        likes: 9,
      };
      await archive().measure(region, [{ ...reach, measuredAt: minute(5) }]);
      const found = await scanned(region);
      expect(found.slice(0, 2)).toEqual([
        {
          regionId: region,
          post: { ...first, likes: 9, foundBy: ['lain', 'umpan-contoh'] },
          reachAt: minute(5),
        },
        { regionId: region, post: posts[1], reachAt: posts[1]!.fetchedAt },
      ]);
      const { post } = found[2]!;
      expect(found).toHaveLength(3);
      expect(post).toMatchObject({ postId: 'contoh:3', revision: 7, deleted: true, text: '' });
      expect(post.analysis.analysisVersion).toBe(4);
      expect(post.firstCreatedAt).toBe(deleted.firstCreatedAt);
    });

    it('goes on behind any page, and refuses a position of something else', async () => {
      const region = newRegion();
      const posts = Array.from({ length: 1_100 }, (_, i) =>
        samplePost(`contoh:${i}`, { createdAt: minute(i * 60) }),
      );
      await archive().index(region, posts);
      const pages: { position: string; ids: string[] }[] = [];
      for await (const { posts: page, position } of archive().scan(null))
        pages.push({
          position,
          ids: page.filter((each) => each.regionId === region).map((each) => each.post.postId),
        });
      const all = pages.flatMap(({ ids }) => ids);
      expect([...all].sort()).toEqual(posts.map((post) => post.postId).sort());
      const middle = pages.findIndex(({ ids }) => ids.length > 0);
      const rest = await scanned(region, pages[middle]!.position);
      expect(rest.map(({ post }) => post.postId)).toEqual(pages.slice(middle + 1).flatMap(({ ids }) => ids));
      await expect(scanned(region, 'contoh')).rejects.toThrow('no position');
    });

    it('tells who was erased, and counts what is there', async () => {
      const region = newRegion();
      await archive().index(region, [
        samplePost('contoh:1', { createdAt: '2026-01-31T23:59:59.999Z' }),
        samplePost('contoh:2', { createdAt: '2026-02-01T00:00:00.000Z', authorKey: 'kunci-z' }),
        samplePost('contoh:3', { createdAt: '2026-02-02T00:00:00.000Z', deleted: true }),
      ]);
      await archive().eraseByAuthor(region, 'kunci-z');
      const erased = [];
      for await (const page of archive().erasedAuthors())
        erased.push(...page.filter((each) => each.regionId === region));
      expect(erased).toEqual([{ regionId: region, authorKey: 'kunci-z' }]);
      const tallies = (await archive().tally()).filter((each) => each.regionId === region);
      expect(tallies).toEqual([
        { regionId: region, month: '2026-01', posts: 1, tombstones: 0 },
        { regionId: region, month: '2026-02', posts: 0, tombstones: 1 },
      ]);
    });
  });
}

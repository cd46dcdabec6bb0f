import { describe, expect, it } from '@jest/globals';
import type { AnalyzedPost } from '@kentongan/contracts';
import type { PostArchive, SearchOrder, SearchPage, SearchRequest } from '../archive.port.js';
import { newRegion } from './open-archive.js';
import { answered, minute, query, samplePost } from './sample-posts.js';

/** Posts from several months, some at the same instant, sent in a mixed order. */
function spreadPosts(count: number): AnalyzedPost[] {
  const posts = Array.from({ length: count }, (_, i) =>
    samplePost(`contoh:${String(i).padStart(3, '0')}`, {
      createdAt: minute(-Math.floor(i / 3) * 60 * 24 * 3),
      text: `${'hujan '.repeat(1 + (i % 5))}deras sekali di kota ${'lama '.repeat(i % 7)}`,
    }),
  );
  return posts.sort((a, b) => (a.postId.at(-1)! < b.postId.at(-1)! ? -1 : 1));
}

const newestFirst = (posts: readonly AnalyzedPost[]): string[] =>
  [...posts]
    .sort((a, b) =>
      a.createdAt === b.createdAt ? (a.postId < b.postId ? 1 : -1) : a.createdAt < b.createdAt ? 1 : -1,
    )
    .map((post) => post.postId);

export function pagingContract(archive: () => PostArchive): void {
  describe('paging', () => {
    async function allPages(
      regionId: string,
      order: SearchOrder,
      limit: number,
      between?: (page: number) => Promise<unknown>,
    ): Promise<string[]> {
      const ids: string[] = [];
      let cursor: string | null = null;
      for (let page = 0; page < 100; page += 1) {
        const request: SearchRequest = {
          regionId,
          query: query('hujan'),
          order,
          limit,
          ...(cursor === null ? {} : { cursor }),
        };
        const answer: SearchPage = answered(await archive().search(request));
        ids.push(...answer.hits.map((hit) => hit.post.postId));
        cursor = answer.nextCursor;
        if (cursor === null) return ids;
        await between?.(page);
      }
      throw new Error('paging does not end');
    }

    it.each([1, 7, 30, 200])('gives every post once, newest first, in pages of %d', async (limit) => {
      const region = newRegion();
      const posts = spreadPosts(limit === 1 ? 20 : 90);
      await archive().index(region, posts);
      expect(await allPages(region, 'newest', limit)).toEqual(newestFirst(posts));
    });

    it('shows no post twice and misses none while new ones arrive and old ones are edited', async () => {
      const region = newRegion();
      const posts = spreadPosts(60);
      await archive().index(region, posts);
      const ids = await allPages(region, 'newest', 7, (page) =>
        archive().index(region, [
          samplePost(`contoh:baru${page}`, { createdAt: minute(page + 1), text: 'hujan baru' }),
          { ...posts[page]!, revision: 2, createdAt: minute(page + 100), text: 'hujan disunting' },
        ]),
      );
      expect(ids).toEqual(newestFirst(posts));
    });

    it('ranks the best first, the same each time and over all its pages', async () => {
      const region = newRegion();
      const posts = spreadPosts(60);
      await archive().index(region, posts);
      const once = await allPages(region, 'best', 200);
      const paged = await allPages(region, 'best', 7, (page) =>
        archive().index(region, [
          samplePost(`contoh:baru${page}`, { createdAt: minute(page + 1), text: 'hujan '.repeat(9) }),
        ]),
      );
      expect(paged).toEqual(once);
      const best = posts.find((post) => post.postId === once[0]);
      expect(best?.text).toMatch(/^(hujan ){5}deras sekali di kota $/);
    });

    it('refuses a cursor of the other order', async () => {
      const region = newRegion();
      await archive().index(region, spreadPosts(10));
      const first = answered(
        await archive().search({ regionId: region, query: query('hujan'), order: 'newest', limit: 3 }),
      );
      const cursor = first.nextCursor ?? '';
      expect(
        await archive().search({ regionId: region, query: query('hujan'), order: 'best', limit: 3, cursor }),
      ).toEqual({ ok: false, problem: 'badCursor' });
    });

    it('exports all posts of a selection, and no more than asked', async () => {
      const region = newRegion();
      const posts = spreadPosts(250);
      await archive().index(region, posts);
      const selection = { regionId: region, query: query('hujan') };
      const exported: string[] = [];
      for await (const page of archive().export(selection, 10_000))
        exported.push(...page.map((post) => post.postId));
      expect(exported).toEqual(newestFirst(posts));
      let count = 0;
      for await (const page of archive().export(selection, 205)) count += page.length;
      expect(count).toBe(205);
    });
  });
}

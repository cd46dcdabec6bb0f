import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { HistogramUnit, PostArchive, SearchOrder } from '../archive.port.js';
import { everything } from '../query/query.js';
import { corpusPosts, corpusQueries } from './corpus.js';
import type { OpenArchive } from './open-archive.js';
import { answered, query } from './sample-posts.js';

const regionId = 'kota-korpus';
const postsCount = 400;
const queriesCount = 120;

/** The same posts in two archives: to every question both give the same answer. */
export function corpusContract(
  name: string,
  openLeft: () => Promise<OpenArchive>,
  openRight: () => Promise<OpenArchive>,
): void {
  describe(`${name} answer alike`, () => {
    const opened: OpenArchive[] = [];
    beforeAll(async () => {
      for (const open of [openLeft, openRight]) {
        const one = await open();
        opened.push(one);
        await one.archive.index(regionId, corpusPosts(postsCount));
      }
    });
    afterAll(async () => {
      for (const { close } of opened) await close();
    });

    /** Both answers; equal, and given back to see that they say something. */
    async function same<T>(ask: (archive: PostArchive) => Promise<T>): Promise<T> {
      const [left, right] = [await ask(opened[0]!.archive), await ask(opened[1]!.archive)];
      expect(right).toEqual(left);
      return left;
    }

    const queries = corpusQueries(queriesCount);

    it('with the same posts and marks in the same order, over all pages', async () => {
      let hits = 0;
      for (const text of queries)
        for (const order of ['newest', 'best'] as const)
          hits += await same((archive) => pagesOf(archive, text, order)).then((pages) => pages.length);
      expect(hits).toBeGreaterThan(queriesCount * 10);
    });

    async function pagesOf(archive: PostArchive, text: string, order: SearchOrder) {
      const hits = [];
      let cursor: string | null = null;
      do {
        const request = { regionId, query: query(text), order, limit: 45 };
        const page: Awaited<ReturnType<PostArchive['search']>> = await archive.search({
          ...request,
          ...(cursor === null ? {} : { cursor }),
        });
        hits.push(...answered(page).hits);
        cursor = answered(page).nextCursor;
      } while (cursor !== null);
      return hits;
    }

    it('with the same facets and counts', async () => {
      for (const text of queries) {
        const selection = { regionId, query: query(text) };
        await same((archive) => archive.facets({ ...selection, valuesMax: 3 }));
        await same((archive) => archive.count(selection));
      }
      const all = await same((archive) => archive.facets({ regionId, query: everything, valuesMax: 200 }));
      expect(answered(all).facets.place.length).toBeGreaterThan(5);
    });

    it('with the same histograms in every unit and zone', async () => {
      const units: HistogramUnit[] = ['hour', 'day', 'week', 'month'];
      for (const unit of units)
        for (const timeZone of ['Asia/Jakarta', 'Asia/Jayapura', 'UTC', 'Asia/Kolkata'])
          for (const asked of [everything, query('air')]) {
            const found = await same((archive) =>
              archive.histogram({ regionId, query: asked, unit, timeZone, to: '2026-04-30T00:00:00.000Z' }),
            );
            expect(answered(found).buckets.length).toBeGreaterThan(1);
          }
    });

    it('with the same trends and copies', async () => {
      for (const days of [1, 7, 30])
        for (const placeRoots of [[], ['33'], ['33.74'], ['33.74.06', '33.22']])
          for (const now of [null, '2026-03-20T05:00:00.000Z']) {
            const trends = await same(async (archive) => {
              const value = answered(
                await archive.trends({ regionId, timeZone: 'Asia/Jakarta', days, now, placeRoots }),
              );
              const inOrder = (a: object, b: object) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
              return { ...value, cells: [...value.cells].sort(inOrder) };
            });
            expect(trends.days).toHaveLength(days);
          }
      const copies = await same(async (archive) =>
        [...(await archive.countCopies(regionId, ['salinan-0', 'salinan-8', 'x']))].sort(),
      );
      expect(copies).toHaveLength(2);
    });
  });
}

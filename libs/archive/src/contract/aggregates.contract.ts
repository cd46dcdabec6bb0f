import { describe, expect, it } from '@jest/globals';
import type { HistogramUnit, PostArchive } from '../archive.port.js';
import { everything } from '../query/query.js';
import { newRegion } from './open-archive.js';
import { answered, minute, query, samplePost } from './sample-posts.js';

export function aggregatesContract(archive: () => PostArchive): void {
  describe('facets', () => {
    it('count every value of the selection, most frequent first, places with all places inside them', async () => {
      const region = newRegion();
      const place = (code: string) => [{ start: 0, end: 1, codes: [code], confidence: 1 }];
      await archive().index(region, [
        samplePost('contoh:1', {
          foundBy: ['a', 'b'],
          analysis: { subjects: ['jalan'], places: place('33.74.01') },
        }),
        samplePost('contoh:2', {
          foundBy: ['b'],
          platform: 'lain',
          analysis: { subjects: ['jalan', 'air'], places: place('33.74.02') },
        }),
        samplePost('contoh:3', {
          foundBy: ['b'],
          text: 'bukan yang dicari',
          analysis: { sentiment: { label: 'negative', confidence: 1 } },
        }),
        samplePost('contoh:4', { deleted: true }),
      ]);
      const { facets, countedSince } = answered(
        await archive().facets({ regionId: region, query: query('lampu'), valuesMax: 10 }),
      );
      expect(countedSince).toBeNull();
      expect(facets).toEqual({
        source: [
          { value: 'b', count: 2 },
          { value: 'a', count: 1 },
        ],
        platform: [
          { value: 'contoh', count: 1 },
          { value: 'lain', count: 1 },
        ],
        language: [{ value: 'id', count: 2 }],
        sentiment: [{ value: 'neutral', count: 2 }],
        postType: [{ value: 'other', count: 2 }],
        subject: [
          { value: 'jalan', count: 2 },
          { value: 'air', count: 1 },
        ],
        place: [
          { value: '33', count: 2 },
          { value: '33.74', count: 2 },
          { value: '33.74.01', count: 1 },
          { value: '33.74.02', count: 1 },
        ],
      });
      const { facets: narrowed } = answered(
        await archive().facets({
          regionId: region,
          query: everything,
          filters: { source: ['b'], sentiment: ['negative'] },
          valuesMax: 1,
        }),
      );
      expect(narrowed.platform).toEqual([{ value: 'contoh', count: 1 }]);
      expect(narrowed.place).toEqual([]);
    });

    it('hold no more values than asked', async () => {
      const region = newRegion();
      await archive().index(
        region,
        Array.from({ length: 30 }, (_, i) =>
          samplePost(`contoh:${i}`, { platform: `p${i}`, createdAt: minute(i) }),
        ),
      );
      const { facets } = answered(
        await archive().facets({ regionId: region, query: everything, valuesMax: 5 }),
      );
      expect(facets.platform.map((each) => each.value)).toEqual(['p0', 'p1', 'p10', 'p11', 'p12']);
    });

    it('are empty for a region without posts', async () => {
      const { facets } = answered(
        await archive().facets({ regionId: newRegion(), query: everything, valuesMax: 5 }),
      );
      expect(Object.values(facets).flat()).toEqual([]);
    });
  });

  describe('the histogram', () => {
    const posted = [
      '2026-03-01T16:59:00.000Z',
      '2026-03-01T17:00:00.000Z',
      '2026-03-02T16:59:59.999Z',
      '2026-03-08T16:30:00.000Z',
      '2026-03-08T17:30:00.000Z',
    ];
    it.each<[HistogramUnit, string, Record<string, number>]>([
      [
        'day',
        'Asia/Jakarta',
        { '2026-02-28T17:00': 1, '2026-03-01T17:00': 2, '2026-03-07T17:00': 1, '2026-03-08T17:00': 1 },
      ],
      // Monday 2 March 2026 begins in Jakarta when it is 17.00 on Sunday in London.
      ['week', 'Asia/Jakarta', { '2026-02-22T17:00': 1, '2026-03-01T17:00': 3, '2026-03-08T17:00': 1 }],
      ['week', 'Asia/Jayapura', { '2026-03-01T15:00': 3, '2026-03-08T15:00': 2 }],
      [
        'hour',
        'UTC',
        {
          '2026-03-01T16:00': 1,
          '2026-03-01T17:00': 1,
          '2026-03-02T16:00': 1,
          '2026-03-08T16:00': 1,
          '2026-03-08T17:00': 1,
        },
      ],
      ['month', 'Asia/Jakarta', { '2026-02-28T17:00': 5 }],
    ])('counts by %s in %s', async (unit, timeZone, expected) => {
      const region = newRegion();
      await archive().index(
        region,
        posted.map((createdAt, i) => samplePost(`contoh:${i}`, { createdAt })),
      );
      const { buckets, countedSince } = answered(
        await archive().histogram({ regionId: region, query: query('lampu'), unit, timeZone }),
      );
      expect(countedSince).toBeNull();
      expect(Object.fromEntries(buckets.map(({ start, count }) => [start.slice(0, 16), count]))).toEqual(
        expected,
      );
    });

    it('refuses more buckets than anyone can draw', async () => {
      const region = newRegion();
      const posts = Array.from({ length: 2_001 }, (_, i) =>
        samplePost(`contoh:${i}`, { createdAt: minute(60 * i) }),
      );
      await archive().index(region, posts);
      const request = { regionId: region, query: everything, timeZone: 'Asia/Jakarta' };
      expect(await archive().histogram({ ...request, unit: 'hour' })).toEqual({
        ok: false,
        problem: 'tooManyBuckets',
      });
      expect((await archive().histogram({ ...request, unit: 'day' })).ok).toBe(true);
    });
  });
}

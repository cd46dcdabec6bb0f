import { describe, expect, it } from '@jest/globals';
import type { AnalyzedPost } from '@kentongan/contracts';
import type { PostArchive, TrendsRequest } from '../archive.port.js';
import { newRegion } from './open-archive.js';
import { answered, samplePost } from './sample-posts.js';

/** A Tuesday, 15:00 in Jakarta. */
const now = '2026-03-10T08:00:00.000Z';

function telling(
  id: string,
  createdAt: string,
  subjects: string[],
  place?: string,
  sentiment = 'neutral',
): AnalyzedPost {
  const places = place === undefined ? [] : [{ start: 0, end: 1, codes: [place], confidence: 1 }];
  const label = sentiment as AnalyzedPost['analysis']['sentiment']['label'];
  return samplePost(`contoh:${id}`, {
    createdAt,
    analysis: { subjects, places, sentiment: { label, confidence: 1 } },
  });
}

const posts = [
  telling('1', '2026-03-10T07:59:00.000Z', ['banjir'], '33.74.05.1002', 'negative'),
  telling('2', '2026-03-09T17:00:00.000Z', ['banjir', 'jalan'], '33.74.05', 'negative'), // midnight: already the tenth
  telling('3', '2026-03-09T16:59:59.000Z', ['jalan'], '33.74.06', 'positive'),
  telling('4', '2026-03-05T03:00:00.000Z', [], '33.76.01'),
  telling('5', '2026-03-10T08:00:00.000Z', ['banjir'], '33.74.05'), // not yet
  // A week earlier: the third before and after 15:00, and the second.
  telling('6', '2026-03-03T07:00:00.000Z', ['jalan'], '33.74.06'),
  telling('7', '2026-03-03T09:00:00.000Z', ['sampah'], '33.74.06'),
  telling('8', '2026-03-02T04:00:00.000Z', ['banjir'], '33.74.05'),
  { ...telling('9', '2026-03-10T02:00:00.000Z', ['banjir'], '33.74.05'), deleted: true },
];

export function trendsContract(archive: () => PostArchive): void {
  describe('trends', () => {
    const trendsOf = async (regionId: string, more: Partial<TrendsRequest> = {}) =>
      answered(
        await archive().trends({
          regionId,
          timeZone: 'Asia/Jakarta',
          days: 7,
          now,
          placeRoots: ['33.74'],
          ...more,
        }),
      );

    it('count the days of the region’s calendar and the same weekdays a week before, today up to the same time', async () => {
      const region = newRegion();
      await archive().index(region, posts);
      const { days } = await trendsOf(region);
      expect(days.map(({ start }) => start.slice(0, 16))).toEqual([
        '2026-03-03T17:00',
        '2026-03-04T17:00',
        '2026-03-05T17:00',
        '2026-03-06T17:00',
        '2026-03-07T17:00',
        '2026-03-08T17:00',
        '2026-03-09T17:00',
      ]);
      expect(days.at(-1)).toEqual({
        ...days.at(-1),
        posts: 2,
        positive: 0,
        neutral: 0,
        negative: 2,
        before: 1,
      });
      expect(days.at(-2)).toEqual({
        ...days.at(-2),
        posts: 1,
        positive: 1,
        neutral: 0,
        negative: 0,
        before: 1,
      });
      // Of what lies before the archive's first post nothing is known, which is not nothing.
      expect(days.map(({ before }) => before)).toEqual([null, null, null, null, null, 1, 1]);
    });

    it('compare subjects and the places right below the region’s with the period before', async () => {
      const region = newRegion();
      await archive().index(region, posts);
      const { subjects, places, cells } = await trendsOf(region);
      expect(subjects).toEqual([
        { subject: 'banjir', posts: 2, before: 1 },
        { subject: 'jalan', posts: 2, before: 1 },
      ]);
      expect(places).toEqual([
        { place: '33.74.05', posts: 2, before: 1 },
        { place: '33.74.06', posts: 1, before: 1 },
      ]);
      expect(
        [...cells].sort((a, b) => (`${a.subject}${a.place}` < `${b.subject}${b.place}` ? -1 : 1)),
      ).toEqual([
        { subject: 'banjir', place: '33.74.05', posts: 2, before: 1 },
        { subject: 'jalan', place: '33.74.05', posts: 1, before: 0 },
        { subject: 'jalan', place: '33.74.06', posts: 1, before: 1 },
      ]);
    });

    it('look at provinces without roots, and at the time of the newest post where time stands still', async () => {
      const region = newRegion();
      await archive().index(region, posts);
      const { places, days } = await trendsOf(region, { now: null, placeRoots: [], days: 1 });
      expect(places).toEqual([{ place: '33', posts: 3, before: 0 }]);
      expect(days).toEqual([
        { start: '2026-03-09T17:00:00.000Z', posts: 3, positive: 0, neutral: 1, negative: 2, before: 1 },
      ]);
    });

    it('are empty for a region without posts', async () => {
      expect(await trendsOf(newRegion())).toEqual({ days: [], subjects: [], places: [], cells: [] });
    });
  });
}

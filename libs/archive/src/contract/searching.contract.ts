import { beforeAll, describe, expect, it } from '@jest/globals';
import type { PostArchive } from '../archive.port.js';
import type { SearchFilters } from '../query/filters.js';
import { everything } from '../query/query.js';
import { hostileTexts } from './hostile-texts.js';
import { idsOf, newRegion } from './open-archive.js';
import { answered, minute, samplePost } from './sample-posts.js';

const corpus = [
  samplePost('contoh:1', {
    createdAt: minute(1),
    text: 'Air PDAM keruh di Pedurungan sejak pagi',
    platform: 'media',
    authorKind: 'person',
    authorKey: 'kunci-a',
    foundBy: ['warga'],
    analysis: {
      sentiment: { label: 'negative', confidence: 0.9 },
      postType: { label: 'complaint', confidence: 0.9 },
      subjects: ['airBersih'],
      places: [{ start: 19, end: 29, codes: ['33.74.06'], confidence: 0.9 }],
    },
  }),
  samplePost('contoh:2', {
    createdAt: minute(2),
    text: 'Apakah benar air PDAM beracun? #AirBeracun jangan diminum',
    foundBy: ['warga', 'kabar'],
    analysis: {
      postType: { label: 'question', confidence: 0.9 },
      hashtags: ['#AirBeracun'],
      nearCopyKey: 'salinan-1',
      hoaxMatch: { factId: 'tbh:77', level: 'matched', score: 0.9, matchedWords: ['beracun'] },
      places: [{ start: 0, end: 1, codes: ['33.74.06.1001', '33.22.01'], confidence: 0.4 }],
    },
  }),
  samplePost('contoh:3', {
    createdAt: minute(3),
    text: 'Pagi ini kerja bakti membersihkan saluran air',
    platform: 'berita',
    authorKind: 'press',
    url: 'https://www.warta.example/kerja-bakti/?hal=2#atas',
    analysis: {
      watchRules: ['saluran'],
      language: { code: 'jv', confidence: 0.7 },
      sentiment: { label: 'positive', confidence: 0.9 },
      nearCopyKey: 'salinan-1',
    },
  }),
  samplePost('contoh:4', {
    createdAt: minute(4),
    text: 'PDAM: perbaikan pipa, air mati',
    platform: 'berita',
    authorKind: 'official',
    authorName: 'PDAM',
  }),
];

export function searchingContract(archive: () => PostArchive): void {
  describe('searching', () => {
    const region = newRegion();
    beforeAll(async () => {
      await archive().index(region, corpus);
    });
    const find = (text: string): Promise<string[]> => idsOf(archive(), region, text);
    const found = (...numbers: number[]): string[] => numbers.map((number) => `contoh:${number}`);

    it.each<[string, number[]]>(
      [
        ['air', [4, 3, 2, 1]],
        ['air pdam', [4, 2, 1]],
        ['AIR dan', []],
        ['"air pdam"', [2, 1]],
        ['"pdam air"', []],
        ['air -pdam', [3]],
        ['air NOT (beracun OR keruh)', [4, 3]],
        ['beracun OR keruh', [2, 1]],
        ['beracun | keruh pagi', [2, 1]],
        ['(beracun ATAU keruh) pagi', [1]],
        ['diminum', [2]],
        ['minum', [2]],
        ['bersih', [3]],
        ['#airberacun', [2]],
        ['tagar:AirBeracun', [2]],
        ['-#airberacun pdam', [4, 1]],
        ['jenis:pengaduan', [1]],
        ['sentimen:positif OR jenis:pertanyaan', [3, 2]],
        ['bahasa:jv', [3]],
        ['air sumber:kabar', [2]],
        ['air platform:berita', [4, 3]],
        ['tempat:33.74', [2, 1]],
        ['tempat:33.74.06', [2, 1]],
        ['tempat:33.74.06.1001', [2]],
        ['tempat:33.22', [2]],
        ['subjek:airBersih', [1]],
        ['fakta:tbh:77', [2]],
        ['kemiripan:cocok', [2]],
        ['penulis:pers', [3]],
        ['salinan:salinan-1', [3, 2]],
        ['air AND NOT tempat:33.74', [4, 3]],
        ['aturan:saluran', [3]],
        ['tautan:"https://warta.example/kerja-bakti?hal=2"', [3]],
        ['platform', []],
      ].map(([text, ids]) => [text as string, ids as number[]]),
    )('finds %s', async (text, numbers) => {
      expect(await find(text)).toEqual(found(...numbers));
    });

    it.each<[SearchFilters, number[]]>([
      [{ platform: ['media'] }, [1]],
      [{ platform: ['media', 'berita'], sentiment: ['neutral'] }, [4]],
      [{ source: ['kabar'] }, [2]],
      [{ language: ['jv'] }, [3]],
      [{ postType: ['complaint', 'question'] }, [2, 1]],
      [{ subject: ['airBersih'] }, [1]],
      [{ place: ['33.22'] }, [2]],
      [{ place: ['33.7', '33.74.0', '3'] }, []],
      [{ hashtag: ['airberacun'] }, [2]],
      [{ fact: ['tbh:77'] }, [2]],
      [{ hoaxLevel: ['same'] }, []],
      [{ nearCopy: ['salinan-1'] }, [3, 2]],
      [{ authorKind: ['official'] }, [4]],
      [{ watchRule: ['saluran'] }, [3]],
      [{ url: ['http://WARTA.example/kerja-bakti/?hal=2'] }, [3]],
      [{ url: ['warta.example/kerja-bakti'] }, []],
      [{ author: ['kunci-a'] }, [1]],
      [{ platform: [] }, [4, 3, 2, 1]],
    ])('filters by %j', async (filters, numbers) => {
      const page = await archive().search({
        regionId: region,
        query: everything,
        filters,
        order: 'newest',
        limit: 10,
      });
      expect(answered(page).hits.map((hit) => hit.post.postId)).toEqual(found(...numbers));
    });

    it('finds a phrase across an edit and not in the old text', async () => {
      const edited = newRegion();
      await archive().index(edited, [samplePost('contoh:1', { text: 'jalan rusak parah di Genuk' })]);
      await archive().index(edited, [
        samplePost('contoh:1', { revision: 2, text: 'jalan di Genuk sudah diperbaiki' }),
      ]);
      expect(await idsOf(archive(), edited, '"rusak parah"')).toEqual([]);
      expect(await idsOf(archive(), edited, '"sudah diperbaiki"')).toEqual(['contoh:1']);
    });

    it('finds the standard word where people wrote slang, but not the other way round', async () => {
      const slang = newRegion();
      await archive().index(slang, [
        samplePost('contoh:1', { text: 'air gak ngalir' }),
        samplePost('contoh:2', { text: 'air tidak mengalir' }),
      ]);
      expect((await idsOf(archive(), slang, 'tidak')).sort()).toEqual(['contoh:1', 'contoh:2']);
      expect(await idsOf(archive(), slang, 'gak')).toEqual(['contoh:1']);
    });

    it('takes from inclusive and to exclusive', async () => {
      expect(await idsOf(archive(), region, 'air', { from: minute(2), to: minute(4) })).toEqual(found(3, 2));
      expect(
        await idsOf(archive(), region, 'air', { from: '2026-03-10T10:02:00.000+07:00', to: minute(3) }),
      ).toEqual(found(2));
      expect(await idsOf(archive(), region, 'air', { from: minute(4), to: minute(2) })).toEqual([]);
      expect(await idsOf(archive(), region, 'air', { from: '2030-01-01T00:00:00.000Z' })).toEqual([]);
    });

    it('marks the words that were found, a phrase only where it stands whole', async () => {
      const page = await archive().search({
        regionId: region,
        query: { kind: 'phrase', lexemes: ['air', 'pdam'] },
        order: 'newest',
        limit: 1,
        to: minute(2),
      });
      const [hit] = answered(page).hits;
      expect(hit?.highlights.map(({ start, end }) => hit.post.text.slice(start, end))).toEqual(['Air PDAM']);
    });

    it('counts, and says when it stopped counting', async () => {
      const counted = await archive().count({
        regionId: region,
        query: everything,
        filters: { platform: ['berita'] },
      });
      expect(answered(counted)).toEqual({ count: 2, isLowerBound: false });
    });

    it('counts the copies of the posts on a page', async () => {
      const copies = await archive().countCopies(region, ['salinan-1', 'salinan-2']);
      expect([...copies]).toEqual([['salinan-1', 2]]);
      expect((await archive().countCopies(region, [])).size).toBe(0);
    });

    it('answers hostile filters, ids and cursors without an error, and changes nothing', async () => {
      for (const text of hostileTexts) {
        const filters = { source: [text], author: [text], hashtag: [text], place: [text], url: [text] };
        const page = await archive().search({
          regionId: region,
          query: everything,
          filters,
          order: 'newest',
          limit: 5,
        });
        expect(answered(page).hits).toEqual([]);
        expect(await archive().get(region, text)).toBeNull();
        const odd = await archive().search({
          regionId: region,
          query: everything,
          order: 'best',
          limit: 5,
          cursor: text,
        });
        expect(odd).toEqual({ ok: false, problem: 'badCursor' });
        const lexeme = { kind: 'phrase', lexemes: [text] } as const;
        expect(answered(await archive().count({ regionId: region, query: lexeme })).count).toBe(0);
      }
      expect(await find('air')).toEqual(found(4, 3, 2, 1));
    });
  });
}

import { describe, expect, it } from '@jest/globals';
import type { PostLabel } from '@kentongan/contracts';
import type { PostArchive } from '../archive.port.js';
import { everything } from '../query/query.js';
import { idsOf, newRegion } from './open-archive.js';
import { answered, minute, samplePost } from './sample-posts.js';

export function correctingContract(archive: () => PostArchive): void {
  describe('correcting', () => {
    const given = samplePost('contoh:1', {
      text: 'lampu jalan gajah padam',
      analysis: { places: [{ start: 12, end: 17, codes: ['33.21.07', '33.74.01'], confidence: 0.4 }] },
    });
    const negative: PostLabel = { part: 'sentiment', label: 'negative' };
    const gajah: PostLabel = { part: 'place', words: 'gajah', code: '33.74.01' };

    const correct = (region: string, label: PostLabel, isUndone = false): Promise<boolean> =>
      archive().correct(region, {
        postId: 'contoh:1',
        firstCreatedAt: given.firstCreatedAt,
        label: { ...label, at: minute(5) },
        isUndone,
      });

    async function corrected(...labels: readonly PostLabel[]): Promise<string> {
      const region = newRegion();
      await archive().index(region, [given]);
      for (const label of labels) expect(await correct(region, label)).toBe(true);
      return region;
    }

    const sentiments = async (region: string): Promise<Record<string, string[]>> => ({
      negative: await idsOf(archive(), region, 'sentimen:negatif lampu'),
      neutral: await idsOf(archive(), region, 'sentimen:netral lampu'),
    });

    it('shows, finds and counts a post under the person’s label, and keeps what the program said', async () => {
      const region = await corrected(negative, gajah);
      const post = await archive().get(region, 'contoh:1');
      expect(post?.analysis.sentiment).toEqual({ label: 'negative', confidence: 1 });
      expect(post?.analysis.places[0]?.codes).toEqual(['33.74.01']);
      expect(post?.corrections?.labels.map(({ part }) => part)).toEqual(['sentiment', 'place']);
      expect(post?.corrections?.said.sentiment).toEqual(given.analysis.sentiment);
      await expect(sentiments(region)).resolves.toEqual({ negative: ['contoh:1'], neutral: [] });
      const { facets } = answered(
        await archive().facets({ regionId: region, query: everything, valuesMax: 10 }),
      );
      expect(facets.sentiment).toEqual([{ value: 'negative', count: 1 }]);
      expect(facets.place.map(({ value }) => value)).toEqual(['33', '33.74', '33.74.01']);
    });

    it('gives the program’s word back, everywhere', async () => {
      const region = await corrected(negative, gajah);
      expect(await correct(region, negative, true)).toBe(true);
      expect(await correct(region, gajah, true)).toBe(true);
      expect(await archive().get(region, 'contoh:1')).toEqual(given);
      await expect(sentiments(region)).resolves.toEqual({ negative: [], neutral: ['contoh:1'] });
    });

    it('changes nothing when it is told again, and passes over what is not there', async () => {
      const region = await corrected(negative);
      expect(await correct(region, negative)).toBe(false);
      expect(await correct(region, gajah, true)).toBe(false);
      expect(await correct(newRegion(), negative)).toBe(false);
      await archive().index(region, [{ ...given, revision: 2, deleted: true }]);
      expect(await correct(region, gajah)).toBe(false);
    });

    it('lasts through another analysis and a later revision, among posts that nobody corrected', async () => {
      const region = await corrected(negative);
      const analysisVersion = 2;
      const again = samplePost('contoh:1', { text: given.text, analysis: { analysisVersion } });
      const other = samplePost('contoh:2', { text: 'hal lain', analysis: { analysisVersion } });
      const kinds = async (...posts: Parameters<PostArchive['index']>[1]) =>
        (await archive().index(region, posts)).map(({ kind }) => kind);
      expect(await kinds(again, other)).toEqual(['indexed', 'indexed']);
      expect(await kinds(again, other, given)).toEqual(['stale', 'stale', 'stale']);
      expect(await kinds({ ...again, revision: 2, text: 'lampu taman padam', likes: 4 })).toEqual([
        'indexed',
      ]);
      const post = await archive().get(region, 'contoh:1');
      expect(post).toMatchObject({ revision: 2, text: 'lampu taman padam', likes: 4 });
      expect(post?.analysis).toMatchObject({ analysisVersion, sentiment: { label: 'negative' } });
      await expect(sentiments(region)).resolves.toEqual({ negative: ['contoh:1'], neutral: [] });
      expect(await correct(region, negative, true)).toBe(true);
      expect((await archive().get(region, 'contoh:1'))?.analysis).toEqual(again.analysis);
    });

    it('meets a revision that is written at the same time, and both hold', async () => {
      const region = await corrected();
      const revisions = [2, 3, 4, 5].map((revision) => ({
        ...given,
        revision,
        text: `lampu versi${revision}`,
      }));
      await Promise.all([
        ...revisions.map((post) => archive().index(region, [post])),
        correct(region, negative),
        correct(region, { part: 'postType', label: 'complaint' }),
      ]);
      const post = await archive().get(region, 'contoh:1');
      expect(post).toMatchObject({ revision: 5, text: 'lampu versi5' });
      expect(post?.analysis).toMatchObject({
        sentiment: { label: 'negative' },
        postType: { label: 'complaint' },
      });
    });

    it('goes with the post into another archive, and with its deletion for good', async () => {
      const region = await corrected(negative);
      const post = await archive().get(region, 'contoh:1');
      const other = newRegion();
      await archive().index(other, [post!]);
      expect(await archive().get(other, 'contoh:1')).toEqual(post);
      await archive().index(region, [{ ...given, revision: 2, deleted: true }]);
      await archive().index(region, [{ ...given, revision: 3 }]);
      expect((await archive().get(region, 'contoh:1'))?.corrections).toBeUndefined();
    });
  });
}

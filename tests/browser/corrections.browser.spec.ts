import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ArchivePage } from '@kentongan/contracts';
import type { Page } from 'playwright-core';
import { accessibilityProblems, BrowserDesk, overflowPixels, phone } from '../support/browser-desk.js';
import type { DeskSession } from '../support/desk-session.js';
import { until } from '../support/until.js';

const region = 'kota-percobaan';
const lamp = 'Lampu jalan depan Puskesmas Mawar padam sejak kemarin malam, gelap dan menakutkan';

/** The whole way of a person's word: from the screen into the archive, into the next post, onto the page that counts it. */
describe('a correction', () => {
  let under: BrowserDesk;
  let officer: DeskSession;
  let page: Page;
  beforeAll(async () => {
    under = await BrowserDesk.start();
    await under.setUp({ regionId: region, placeRoots: ['33.74'] });
    officer = await under.colleague('petugas', 'officer', region);
    await under.post(region, [
      post('satu', lamp),
      post('lain', 'Pasar malam ramai sekali, terima kasih pemkot'),
    ]);
    await found('Mawar', 1);
    page = await under.page('petugas', { viewport: phone });
  }, 90_000);
  afterAll(() => under?.stop());

  const found = (words: string, count: number) =>
    until(
      () => officer.get<ArchivePage>(`/api/archive/search?region=${region}&q=${encodeURIComponent(words)}`),
      ({ hits }) => hits.length >= count,
      30,
    );
  const openArchive = async (words = 'Mawar') => {
    await page.goto(`${under.desk.url}/arsip?q=${encodeURIComponent(words)}`);
    await page.getByRole('article').first().waitFor();
  };

  it('is made with the keyboard alone, shows at once, and stays', async () => {
    await openArchive();
    await page.getByRole('button', { name: 'Koreksi' }).first().focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Jenis unggahan').focus();
    await dialog.getByLabel('Jenis unggahan').selectOption('officialInfo');
    await dialog.getByLabel('Sentimen').selectOption('positive');
    await dialog.getByText('Program:').first().waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await overflowPixels(page)).toBe(0);
    await page.keyboard.press('Escape');
    await page.getByText('Dikoreksi petugas: Jenis unggahan, Sentimen').waitFor();
    await until(
      () => found('Mawar', 1),
      ({ hits }) => hits[0]?.post.corrections?.labels.length === 2,
      10,
    );
    await openArchive();
    await page.getByText('Dikoreksi petugas: Jenis unggahan, Sentimen').waitFor();
    await page.goto(`${under.desk.url}/arsip?postType=officialInfo`);
    await page.getByText(lamp).waitFor();
  }, 60_000);

  it('decides about the next post with the same words', async () => {
    await under.post(region, [post('dua', `${lamp}!! #lapor`)]);
    const { hits } = await found('Mawar', 2);
    const next = hits.find(({ post: { text } }) => text.includes('!!'))?.post;
    expect(next?.analysis).toMatchObject({
      postType: { label: 'officialInfo' },
      sentiment: { label: 'positive' },
      learned: ['postType', 'sentiment'],
    });
    expect(next?.corrections).toBeUndefined();
  }, 60_000);

  it('is counted, by part and week, and counted no more when it is taken back', async () => {
    await page.goto(`${under.desk.url}/mutu`);
    await page.getByText('2 koreksi berlaku.').waitFor();
    expect(await page.locator('main').innerText()).not.toContain('petugas percobaan');
    // The newer copy would stand for both.
    await openArchive('Mawar -#lapor');
    const corrected = page.getByRole('article').filter({ hasText: 'Dikoreksi petugas' });
    await corrected.getByRole('button', { name: 'Koreksi' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Urungkan' }).first().click();
    await page.getByText('Dikoreksi petugas: Sentimen').waitFor();
    await page.keyboard.press('Escape');
    await page.goto(`${under.desk.url}/mutu`);
    await page.getByText('1 koreksi berlaku.').waitFor();
    expect(under.problems).toEqual([]);
  }, 60_000);
});

const post = (id: string, text: string) => ({
  id,
  ts: new Date().toISOString(),
  author: `warga ${id}`,
  text,
});

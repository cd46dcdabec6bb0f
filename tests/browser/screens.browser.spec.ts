import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  accessibilityProblems,
  BrowserDesk,
  desktop,
  overflowPixels,
  phone,
} from '../support/browser-desk.js';
import { everydayPosts } from '../support/invented-posts.js';
import { until } from '../support/until.js';

const region = 'kota-percobaan';
const hour = 3_600_000;
const screens = ['/', '/cek', '/arsip', '/memori', '/pantauan', '/mutu', '/sistem', '/pengaturan'] as const;

describe('the screens', () => {
  let under: BrowserDesk;
  beforeAll(async () => {
    under = await BrowserDesk.start();
    await under.setUp({ regionId: region, placeRoots: ['33.74'] });
    await under.colleague('petugas', 'officer', region);
    const start = Date.now() - 60 * hour;
    const posts = [
      ...everydayPosts({
        seed: 3,
        count: 600,
        textBytes: 200,
        authors: 200,
        timeOf: (n) => start + n * 0.09 * hour,
      }),
    ];
    await under.post(region, posts);
    await under.post(region, [
      {
        id: 'panjang',
        ts: new Date().toISOString(),
        author: 'warga panjang',
        text: `banjirbandang ${'kata yang diulang terus '.repeat(200)} <b onmouseover=alert(1)>tebal</b> =HYPERLINK("http://x")`,
      },
    ]);
    const admin = await under.colleague('admin', 'admin', region);
    await until(
      () => admin.get<{ count: number }>(`/api/archive/count?region=${region}`),
      ({ count }) => count >= 601,
      30,
    );
  }, 90_000);
  afterAll(() => under?.stop());

  it.each([
    ['phone', 'light', 'id'],
    ['phone', 'dark', 'en'],
    ['desktop', 'dark', 'id'],
    ['desktop', 'light', 'en'],
  ] as const)(
    'stand on a %s in %s, language %s: accessible and without scrolling sideways',
    async (size, scheme, language) => {
      const page = await under.page('admin', {
        viewport: size === 'phone' ? phone : desktop,
        colorScheme: scheme,
      });
      if (language === 'en') await chooseEnglish(under, page);
      const problems: string[] = [];
      for (const screen of screens) {
        await page.goto(under.desk.url + screen);
        await page.waitForSelector('main h1');
        await page.waitForLoadState('networkidle').catch(() => {});
        expect(await page.locator('html').getAttribute('lang')).toBe(language);
        for (const problem of await accessibilityProblems(page)) problems.push(`${screen} ${problem}`);
        const overflow = await overflowPixels(page);
        if (overflow > 0) problems.push(`${screen} is ${overflow} pixels too wide`);
      }
      await page.context().close();
      expect(problems).toEqual([]);
      expect(under.problems).toEqual([]);
    },
    120_000,
  );

  it('find a word in the archive, show hostile text as text, and export what was found', async () => {
    const page = await under.page('petugas');
    await page.goto(`${under.desk.url}/arsip`);
    await page.getByLabel('Cari di arsip').fill('banjirbandang');
    await page.keyboard.press('Enter');
    await page.getByText('1 unggahan', { exact: true }).first().waitFor();
    await page.locator('mark', { hasText: 'banjirbandang' }).first().waitFor();
    expect(page.url()).toContain('banjirbandang');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      (async () => {
        await page.getByRole('button', { name: 'Ekspor' }).click();
        await page.getByText('CSV untuk lembar kerja').click();
      })(),
    ]);
    const csv = readFileSync(await download.path(), 'utf8');
    expect(csv).toContain('banjirbandang');
    expect(csv).not.toMatch(/(^|,)"?=/m);
    expect(await page.locator('main b[onmouseover]').count()).toBe(0);
    await page.context().close();
    expect(under.problems).toEqual([]);
  }, 60_000);

  it('tell a leader in one sentence, and print', async () => {
    await under.colleague('pimpinan', 'leader', region);
    const page = await under.page('pimpinan', { viewport: phone });
    await page.goto(`${under.desk.url}/pantauan`);
    await page.getByRole('heading', { level: 1, name: 'Pantauan pimpinan' }).waitFor();
    await page.getByRole('region', { name: 'Ringkasan' }).or(page.getByLabel('Ringkasan')).first().waitFor();
    await page.getByRole('heading', { name: 'Yang dibicarakan' }).waitFor();
    await page.context().close();
    expect(under.problems).toEqual([]);
  }, 60_000);
});

async function chooseEnglish(under: BrowserDesk, page: import('playwright-core').Page): Promise<void> {
  await page.evaluate(() => localStorage.setItem('kentongan:language', 'en'));
  await page.goto(under.desk.url);
}

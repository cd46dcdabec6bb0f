import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accessibilityProblems, BrowserDesk, overflowPixels, phone } from '../support/browser-desk.js';
import { testPassword } from '../support/desk-session.js';

describe('the first start of a desk', () => {
  let under: BrowserDesk;
  beforeAll(async () => {
    under = await BrowserDesk.start();
  }, 90_000);
  afterAll(() => under?.stop());

  it('leads from the code in the log over region, sources and people to the desk', async () => {
    const page = await under.page(undefined, { viewport: phone });
    await page.goto(under.desk.url);
    await page.waitForURL('**/setup');
    const code = readFileSync(join(under.desk.options.dataDirectory, 'setup-code'), 'utf8').trim();
    expect(under.desk.log).toContain(code);

    await page.getByLabel('Kode pemasangan').fill('SALAH-SALAH-SALAH');
    await page.getByLabel('Nama lengkap').fill('Sri Rahayu');
    await page.getByLabel('Nama akun').fill('sri');
    await page.locator('input[type=password]').fill(testPassword);
    await page.getByRole('button', { name: 'Buat akun admin' }).click();
    await page.getByRole('alert').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByLabel('Kode pemasangan').fill(code);
    await page.getByRole('button', { name: 'Buat akun admin' }).click();

    await page.getByLabel('Cari tempat').fill('kota semarang');
    await page.getByText('Kota Semarang', { exact: false }).first().click();
    await page.getByLabel('Nama wilayah').waitFor();
    await page.getByRole('button', { name: 'Lanjut' }).click();

    await page.getByLabel('Satu aturan per baris', { exact: false }).fill('air keruh, air bau');
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await overflowPixels(page)).toBeLessThanOrEqual(0);
    await page.getByRole('button', { name: 'Lanjut' }).click();
    await page.getByRole('button', { name: 'Buka meja isu' }).click();
    await page.getByRole('heading', { level: 1, name: 'Meja isu', exact: true }).waitFor();

    const region = await under.desk.get<{ name: string; placeRoots: string[]; dutyOfficers: unknown[] }>(
      '/api/regions/kota-semarang',
    );
    expect(region).toMatchObject({ name: 'Kota Semarang', placeRoots: ['33.74'] });
    expect(region.dutyOfficers).toHaveLength(1);
    expect(under.problems).toEqual([]);
  }, 60_000);

  it('lets nobody take the desk over afterwards, and lets the administrator in again', async () => {
    const stranger = await under.page();
    await stranger.goto(`${under.desk.url}/setup`);
    await stranger.waitForURL('**/masuk**');
    expect(await accessibilityProblems(stranger)).toEqual([]);
    await stranger.getByLabel('Nama akun').fill('sri');
    await stranger.locator('input[type=password]').fill('bukan kata sandinya');
    await stranger.keyboard.press('Enter');
    await stranger.getByRole('alert').waitFor();
    await stranger.locator('input[type=password]').fill(testPassword);
    await stranger.keyboard.press('Enter');
    await stranger.getByRole('heading', { level: 1, name: 'Meja isu', exact: true }).waitFor();
    expect(under.problems).toEqual([]);
  }, 60_000);
});

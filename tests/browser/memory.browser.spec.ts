import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accessibilityProblems, BrowserDesk, overflowPixels, phone } from '../support/browser-desk.js';
import { until } from '../support/until.js';

const region = 'kota-percobaan';
const claim = 'Sebarkan: air ledeng seluruh kota dicampur racun tikus oleh orang tak dikenal tadi malam';
const rows = [
  `1,"[SALAH] Air ledeng seluruh kota dicampur racun tikus","${claim}","Foto ikan mati diambil di sungai lain pada 2019.",2026-10-02`,
  '2,"Air ledeng kota dicampur racun (versi lama)",,"Sudah dibantah.",2025-01-02',
  '3,"Jembatan Kaligarang ambruk",,,kemarin',
];
const list = Buffer.from(`id,judul,narasi,kesimpulan,tanggal\n${rows.join('\n')}\n`);

describe('the memory desk in a browser', () => {
  let under: BrowserDesk;
  beforeAll(async () => {
    under = await BrowserDesk.start();
    await under.setUp({ regionId: region, placeRoots: ['33.74'] });
    await under.colleague('petugas', 'officer', region);
    await under.colleague('pimpinan', 'leader', region);
  }, 60_000);
  afterAll(() => under?.stop());

  it('takes a list, says line by line what to do, finds, merges and judges, and a leader shares', async () => {
    const page = await under.page('petugas', { viewport: phone });
    await page.goto(`${under.desk.url}/memori?bagian=imports`);
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'cek.csv', mimeType: 'text/csv', buffer: list });
    await page.getByLabel('Sumber').fill('Cek Fakta');
    await page.getByLabel('Lisensi').fill('CC BY 4.0');
    await page.getByRole('button', { name: 'Impor untuk wilayah ini' }).click();
    await page.getByText('2 tersimpan, 0 tidak berubah, 1 ditolak.').first().waitFor();
    await page.getByText('Baris 4: "kemarin" bukan tanggal. Tulis 2026-11-22.').waitFor();
    await page.getByText('CC BY 4.0').first().waitFor();
    expect(await overflowPixels(page)).toBe(0);
    expect(await accessibilityProblems(page)).toEqual([]);

    await under.post(region, [{ id: 'a', ts: new Date().toISOString(), author: 'warga', text: claim }]);
    const admin = await under.colleague('admin', 'admin', region);
    await until(
      () => admin.get<{ count: number }>(`/api/archive/count?region=${region}&fact=cek-fakta:1`),
      ({ count }) => count === 1,
      30,
    );

    await page.goto(`${under.desk.url}/memori`);
    await page.getByLabel('Cari di memori').fill('versi lama');
    await page.getByRole('link', { name: 'Air ledeng kota dicampur racun (versi lama)' }).click();
    await page.getByRole('heading', { name: 'Versi lain klaim ini' }).waitFor();
    await page.getByRole('link', { name: '[SALAH] Air ledeng seluruh kota dicampur racun tikus' }).waitFor();
    await page.getByText('Jumat, 2 Okt 2026').waitFor();
    expect(await overflowPixels(page)).toBe(0);
    await page.getByLabel('Gabungkan sebagai salinan dari').fill('tikus');
    await page.getByRole('button', { name: 'Gabungkan', exact: true }).click();
    await page.getByText('Ini salinan').waitFor();
    expect(await page.getByRole('heading', { name: 'Versi lain klaim ini' }).count()).toBe(0);
    await page.getByRole('link', { name: 'Buka yang utama' }).click();
    await page.getByRole('link', { name: 'Air ledeng kota dicampur racun (versi lama)' }).waitFor();

    await page.getByRole('button', { name: 'Ya, tentang ini' }).click();
    await page.getByText('1 dari 1 benar').first().waitFor();
    expect(await page.getByRole('button', { name: 'Bagikan' }).count()).toBe(0);
    expect(await overflowPixels(page)).toBe(0);
    expect(await accessibilityProblems(page)).toEqual([]);
    const address = page.url();
    await page.goto(`${under.desk.url}/memori?bagian=precision`);
    await page.getByText('1 dari 1 benar').waitFor();

    await page.goto(`${under.desk.url}/cek`);
    await page.getByLabel('Pesan terusan atau tautan').fill(claim);
    await page.getByRole('button', { name: 'Cek', exact: true }).click();
    await page.getByText('Klaim ini juga pernah diperiksa: 2025').waitFor();
    expect(await overflowPixels(page)).toBe(0);
    await page.context().close();

    const leader = await under.page('pimpinan');
    await leader.goto(address);
    await leader.getByRole('heading', { name: /Air ledeng seluruh kota/ }).waitFor({ timeout: 30_000 });
    await leader.getByRole('button', { name: 'Bagikan' }).click();
    await leader.getByRole('dialog').getByRole('button', { name: 'Bagikan' }).click();
    await leader.getByText('dibagikan ke semua wilayah', { exact: true }).waitFor();
    await leader.getByText('Dibagikan', { exact: true }).waitFor();
    expect(await accessibilityProblems(leader)).toEqual([]);
    await leader.context().close();
    expect(under.problems).toEqual([]);
  }, 120_000);
});

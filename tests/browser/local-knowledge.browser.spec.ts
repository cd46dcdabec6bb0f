import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ArchivePage, IssueCard, RegionView } from '@kentongan/contracts';
import type { Page } from 'playwright-core';
import { accessibilityProblems, BrowserDesk, overflowPixels, phone } from '../support/browser-desk.js';
import type { DeskSession } from '../support/desk-session.js';
import { until } from '../support/until.js';

const region = 'kota-percobaan';
const placesMax = 2_000;
const pedurungan = '33.74.06';

/** What a desk knows of its own town: told once by hand, read in the next post, shown to whoever asks why. */
describe('what the desk itself knows', () => {
  let under: BrowserDesk;
  let admin: DeskSession;
  let page: Page;
  beforeAll(async () => {
    under = await BrowserDesk.start();
    admin = await under.setUp({
      regionId: region,
      placeRoots: ['33.74'],
      watchRules: [{ id: 'gempaduga', phrases: ['gempaduga'], count: 3, windowMinutes: 60 }],
    });
    await under.colleague('petugas', 'officer', region);
    page = await under.page('admin', { viewport: phone });
  }, 90_000);
  afterAll(() => under?.stop());

  const stands = async (of: Page) => {
    expect(await accessibilityProblems(of)).toEqual([]);
    expect(await overflowPixels(of)).toBe(0);
  };
  const stored = () => admin.get<RegionView>(`/api/regions/${region}`);

  it('takes as many places as the settings hold from a pasted list, on a phone', async () => {
    await page.goto(`${under.desk.url}/pengaturan?bagian=places`);
    await page.getByRole('button', { name: 'Tempel daftar' }).click();
    const gangs = Array.from({ length: placesMax - 1 }, (_, n) => `Gang Melati Raya ${n};${pedurungan}`);
    await page.getByLabel('Satu tempat per baris').fill(['Tugu Contoh;33.74.06', ...gangs].join('\n'));
    await page.getByRole('button', { name: 'Cari letak 2.000 baris' }).click();
    await page.getByRole('button', { name: 'Masukkan 2.000 tempat' }).click();
    await page.getByText('2.000 tempat', { exact: true }).waitFor();
    await page.getByRole('searchbox').fill('tugu');
    await page.getByText('1 dari 2.000 tempat').waitFor();
    await stands(page);
    await page.getByRole('button', { name: 'Simpan' }).click();
    await until(stored, ({ ownPlaces }) => ownPlaces?.length === placesMax, 10);
  }, 60_000);

  it('keeps pasted links as hosts, and asks before changes are lost', async () => {
    await page.goto(`${under.desk.url}/pengaturan?bagian=hosts`);
    const press = page.getByRole('region', { name: 'Media pers' });
    await press.getByLabel('Tautan atau alamat situs').fill('https://www.koran-percobaan.example/a/b?c');
    await page.keyboard.press('Enter');
    await page.getByRole('tab', { name: 'OPD' }).click();
    await page.getByRole('dialog', { name: 'Perubahan belum disimpan' }).waitFor();
    await stands(page);
    await page.getByRole('button', { name: 'Tetap di sini' }).click();
    await page.getByRole('button', { name: 'Simpan' }).click();
    await until(stored, ({ pressHosts }) => pressHosts.includes('koran-percobaan.example'), 10);
  }, 30_000);

  it('is in the next posts, and a post tells why it was read so', async () => {
    const officer = await under.colleague('petugas', 'officer', region);
    await under.post(region, [
      post('tugu', 'Mohon segera diperbaiki, lampu dekat Tugu Contoh padam sejak kemarin'),
      { ...post('koran', 'Wali kota membuka pasar'), url: 'https://koran-percobaan.example/1' },
    ]);
    const { hits } = await until(
      () => officer.get<ArchivePage>(`/api/archive/search?region=${region}`),
      (found) => found.hits.length === 2,
      30,
    );
    const typed = new Map(hits.map(({ post: { text, analysis } }) => [text.slice(0, 4), analysis]));
    expect(typed.get('Wali')?.postType.label).toBe('news');
    expect(typed.get('Moho')?.places[0]?.codes).toEqual([pedurungan]);

    const reader = await under.page('petugas', { viewport: phone });
    await reader.goto(`${under.desk.url}/arsip?q=tugu`);
    await reader.getByRole('button', { name: 'Mengapa?' }).focus();
    await reader.keyboard.press('Enter');
    const reading = reader.getByRole('region', { name: 'Cara program membaca unggahan ini' });
    await reading.getByText('Pedurungan, Kota Semarang').waitFor();
    expect(await reading.innerText()).toMatch(/meminta tindakan: mohon, segera/);
    expect(await reading.innerText()).not.toMatch(/hoaks|0[.,]\d/i);
    await stands(reader);
    await reader.context().close();
  }, 60_000);

  it('has a draft proposed beside what was typed, which stays until it is taken', async () => {
    await under.post(
      region,
      [1, 2, 3].map((number) => post(`gempa-${number}`, `Kabarnya gempaduga lagi dekat rumah ${number}`)),
    );
    const { issues } = await until(
      () => admin.get<{ issues: IssueCard[] }>(`/api/issues?region=${region}`),
      (list) => list.issues.length > 0,
      20,
    );
    const writer = await under.page('petugas');
    await writer.goto(`${under.desk.url}/isu/${issues[0]?.issueId}`);
    await writer.getByRole('radio', { name: /Klarifikasi/ }).click();
    await writer.getByRole('button', { name: 'Putuskan jalur' }).click();
    const headline = writer.getByLabel('Judul fakta');
    await headline.fill('Judul dari petugas');
    await writer.getByRole('button', { name: 'Usulkan naskah' }).click();
    const proposal = writer.getByRole('region', { name: 'Usulan naskah' });
    await proposal.getByText('server ini tidak memakai model bahasa', { exact: false }).waitFor();
    expect(await headline.inputValue()).toBe('Judul dari petugas');
    await stands(writer);
    const taking = proposal.getByRole('button', { name: /^(Pakai usulan ini|Kembalikan yang tadi).*Judul/ });
    await taking.focus();
    await writer.keyboard.press('Enter');
    expect(await headline.inputValue()).not.toBe('Judul dari petugas');
    await writer.keyboard.press('Enter');
    expect(await headline.inputValue()).toBe('Judul dari petugas');
    expect(under.problems).toEqual([]);
  }, 60_000);
});

const post = (id: string, text: string) => ({
  id,
  ts: new Date().toISOString(),
  author: `warga ${id}`,
  text,
});

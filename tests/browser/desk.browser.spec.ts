import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { IssueCard, IssueView } from '@kentongan/contracts';
import type { Page } from 'playwright-core';
import { accessibilityProblems, BrowserDesk, overflowPixels, phone } from '../support/browser-desk.js';
import { until } from '../support/until.js';

const region = 'kota-percobaan';
const hostile =
  '<img src=x onerror="alert(1)"><script>alert(2)</script> \u202Eterbalik\u202C [klik](javascript:alert(3))';

/** Three posts with a watched word: enough for an alarm, learned norm or not. */
function postsAbout(word: string, more = ''): object[] {
  return [1, 2, 3].map((number) => ({
    id: `${word}-${number}`,
    ts: new Date().toISOString(),
    author: `warga ${word} ${number}`,
    text: `Kabarnya ${word} lagi di dekat rumah nomor ${number * 11}, ada yang tahu? ${more}`,
  }));
}

describe('an officer at the desk', () => {
  let under: BrowserDesk;
  let page: Page;
  beforeAll(async () => {
    under = await BrowserDesk.start();
    const words = ['gempaduga', 'airmerah', 'jembatanretak', 'susubasi', 'pasartutup'];
    await under.setUp({
      regionId: region,
      watchRules: words.map((word) => ({ id: word, phrases: [word], count: 3, windowMinutes: 60 })),
      agencies: [
        {
          agencyId: 'dinkes',
          name: 'Dinas Kesehatan',
          subjects: ['health'],
          placeCodes: [],
          publicContact: '119',
        },
      ],
    });
    await under.colleague('petugas', 'officer', region);
    await under.colleague('verifikator', 'officer', region);
    page = await under.page('petugas');
  }, 90_000);
  afterAll(() => under?.stop());

  const cards = (of: Page) => of.locator('[data-issue]');
  const issueAbout = async (word: string): Promise<IssueCard> => {
    const admin = await under.colleague('admin', 'admin', region);
    const read = async () =>
      (await admin.get<{ issues: IssueCard[] }>(`/api/issues?region=${region}`)).issues.find(
        ({ signal }) => signal?.key.value === word,
      );
    return (await until(read, (card) => card !== undefined, 20)) as IssueCard;
  };

  it('sees an alert arrive on the open desk, takes it, and a colleague sees who has it', async () => {
    await page.getByText('Tenang. Tidak ada isu terbuka.').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    const colleague = await under.page('verifikator', { viewport: phone });
    await under.post(region, postsAbout('gempaduga', hostile));
    await cards(page).first().waitFor();
    expect(await page.locator('article').first().innerText()).toMatch(/3 unggahan dari 3 penulis/);
    await cards(colleague).first().waitFor();
    expect(await accessibilityProblems(colleague)).toEqual([]);
    await page.getByRole('button', { name: 'Ambil', exact: true }).click();
    await colleague.getByText('Petugas Percobaan').first().waitFor();
    await colleague.context().close();
    expect(under.problems).toEqual([]);
  }, 60_000);

  it('is not disturbed by what arrives while reading: it waits under a bar', async () => {
    await under.post(region, postsAbout('airmerah'));
    await page.locator('[data-arrivals]').waitFor();
    expect(await cards(page).count()).toBe(1);
    expect(await page.locator('[data-arrivals]').innerText()).toContain('1 baru');
    await page.locator('[data-arrivals]').click();
    await until(
      () => cards(page).count(),
      (count) => count === 2,
      5,
    );
  }, 30_000);

  it('puts an issue away in one tap, and takes that back', async () => {
    const { issueId } = await issueAbout('airmerah');
    const card = page.locator(`[data-issue="${issueId}"]`);
    await card.getByRole('button', { name: 'Sisihkan isu' }).click();
    await page.getByRole('menuitem', { name: 'Bukan wilayah kami' }).click();
    await card.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Urungkan' }).click();
    await card.waitFor();
    const admin = await under.colleague('admin', 'admin', region);
    const read = () => admin.get<IssueView>(`/api/issues/${issueId}`);
    const view = await until(read, ({ card: now }) => now.state === 'detected', 5);
    expect(view.timeline.map(({ change }) => change)).toEqual(
      expect.arrayContaining(['dismissed', 'undone']),
    );
  }, 30_000);

  it('copies an issue for WhatsApp: short, without handles', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Salin untuk WhatsApp' }).first().click();
    await page.getByText('Tersalin', { exact: false }).first().waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.length).toBeGreaterThan(60);
    expect(copied.length).toBeLessThanOrEqual(1_000);
    expect(copied).not.toMatch(/@\w|hoaks/i);
  }, 30_000);

  it('shows an issue on a phone without scrolling sideways, its hours as a table for those who do not see them', async () => {
    const { issueId } = await issueAbout('gempaduga');
    const small = await under.page('verifikator', { viewport: phone });
    await small.goto(`${under.desk.url}/isu/${issueId}`);
    await small.locator('main table').first().waitFor({ state: 'attached' });
    expect(await overflowPixels(small)).toBe(0);
    expect(await accessibilityProblems(small)).toEqual([]);
    await small.context().close();
  }, 30_000);

  it('answers: triage, draft, a second person approves, published', async () => {
    const { issueId } = await issueAbout('gempaduga');
    await page.goto(`${under.desk.url}/isu/${issueId}`);
    await page.getByText('Klarifikasi', { exact: true }).first().waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('radio', { name: /Klarifikasi/ }).click();
    await page.getByRole('button', { name: 'Putuskan jalur' }).click();
    await page.getByRole('button', { name: 'Simpan sebagai draf saya' }).waitFor();
    await fillDraft(page);
    await page.getByRole('button', { name: 'Ajukan untuk disetujui' }).click();
    await page.getByText('Menunggu persetujuan', { exact: false }).first().waitFor();
    expect(await page.getByRole('button', { name: 'Setujui' }).count()).toBe(0);

    const second = await under.page('verifikator');
    await second.goto(`${under.desk.url}/isu/${issueId}`);
    await confirmMove(second, 'Setujui');
    await confirmMove(second, 'Terbitkan');
    const admin = await under.colleague('admin', 'admin', region);
    const published = await until(
      () => admin.get<IssueView>(`/api/issues/${issueId}`),
      ({ card }) => card.state === 'published',
      10,
    );
    expect(published.clarification?.approvals.map(({ name }) => name)).toEqual(['Verifikator Percobaan']);
    const fact = await admin.get<{ fact: { title: string } }>(`/api/facts/own:${issueId}`);
    expect(fact.fact.title).toContain('Tidak ada gempa');
    await second.context().close();
    expect(under.problems).toEqual([]);
  }, 90_000);

  it('checks a forwarded text and opens an issue from it', async () => {
    await page.goto(`${under.desk.url}/cek`);
    const text = `Diteruskan berkali-kali: BESOK SEMUA SEKOLAH DILIBURKAN karena ada penculik berkeliaran! hubungi 081234567890 ${hostile}`;
    await page.getByLabel('Pesan terusan atau tautan').fill(text);
    await page.getByRole('button', { name: 'Cek', exact: true }).click();
    await page.getByRole('heading', { name: 'Yang terbaca' }).waitFor();
    expect(await page.locator('main').innerText()).not.toContain('081234567890');
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByLabel('Judul isu').fill('Pesan berantai soal penculik anak');
    await page.getByRole('button', { name: 'Buka isu' }).click();
    await page.waitForURL('**/isu/**');
    await page.getByRole('heading', { name: 'Pesan berantai soal penculik anak' }).waitFor();
    expect(under.problems).toEqual([]);
  }, 60_000);

  it('works on while offline: says so, queues the action, and sends it when back', async () => {
    await page.goto(under.desk.url);
    await under.post(region, postsAbout('jembatanretak'));
    const { issueId } = await issueAbout('jembatanretak');
    const card = page.locator(`[data-issue="${issueId}"]`);
    await page.locator('[data-arrivals]').or(card).first().waitFor();
    if ((await card.count()) === 0) await page.locator('[data-arrivals]').click();
    await card.waitFor();
    await page.context().setOffline(true);
    await page.getByText('Tidak tersambung', { exact: false }).waitFor();
    await card.getByRole('button', { name: 'Ambil', exact: true }).click();
    await page.getByText('1 tindakan menunggu', { exact: false }).waitFor();
    await page.context().setOffline(false);
    const admin = await under.colleague('admin', 'admin', region);
    const read = () => admin.get<IssueView>(`/api/issues/${issueId}`);
    const view = await until(read, ({ card: now }) => now.acknowledgedAt !== null, 40);
    expect(view.card.owner?.name).toBe('Petugas Percobaan');
    await page
      .getByText('Tidak tersambung', { exact: false })
      .waitFor({ state: 'detached', timeout: 40_000 });
    expect(under.problems).toEqual([]);
  }, 120_000);
});

async function fillDraft(page: Page): Promise<void> {
  const fields: Readonly<Record<string, string>> = {
    headline: 'Tidak ada gempa di Kota Percobaan hari ini, kata BMKG',
    warningLabel: 'Pesan yang beredar keliru.',
    myth: 'Beredar pesan bahwa akan terjadi getaran besar malam nanti.',
    whyWrong:
      'Pesan itu memakai nama lembaga tanpa surat resmi. Tidak ada yang dapat meramal waktu getaran bumi.',
    alternativeExplanation:
      'Suara yang terdengar pagi tadi berasal dari pekerjaan tiang pancang jalan layang.',
    factAgain: 'Keadaan aman, alat pencatat tidak merekam getaran apa pun.',
    citizenAction: 'Bila ragu, hubungi 112.',
  };
  for (const [name, text] of Object.entries(fields)) await page.locator(`[name="${name}"]`).fill(text);
  await page.locator('select[name="verdict"]').selectOption('hoax');
  await page.locator('select[name="agencyId"]').selectOption('dinkes');
  await page.getByRole('button', { name: 'Simpan sebagai draf saya' }).click();
  await page.getByRole('button', { name: 'Tambah bukti' }).click();
  await page.getByLabel('Judul bukti').fill('Data alat pencatat getaran');
  await page.getByLabel('Tautan').fill('https://contoh.go.id/data');
  await page.getByRole('button', { name: 'Simpan bukti' }).click();
  await page.getByText('Data alat pencatat getaran').waitFor();
}

/** Approving and publishing bear a name, so they ask once more. */
async function confirmMove(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).first().click();
  await page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

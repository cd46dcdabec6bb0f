import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { IssueCard } from '@kentongan/contracts';
import { Command } from 'commander';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser, signInBrowser } from '../support/browser.js';
import { type DemoProcess, startDemo } from './demo-process.js';

const projectFolder = fileURLToPath(new URL('../../../', import.meta.url));
const sizes = { phone: { width: 390, height: 844 }, desktop: { width: 1440, height: 900 } } as const;
const sizeNames = ['phone', 'desktop'] as const;
const actionMilliseconds = 20_000;
/** Charts are drawn and late answers are in. */
const settleMilliseconds = 1_500;
/** With fewer than fourteen quiet days the norm is still learning, and the pictures would say so. */
const daysDefault = '21';

type SizeName = keyof typeof sizes;

/** A page of one person in one size, and the name that its picture ends with. */
interface Seat {
  readonly page: Page;
  readonly size: SizeName;
}

const { output, days } = new Command('screenshots')
  .description('Pictures of the screens for the documentation, taken from a demo of its own.')
  .usage('-- [options]')
  .option('--output <folder>', 'where the pictures go (default: docs/images)')
  .option('--days <n>', 'quiet days before the simulated one', daysDefault)
  .parse()
  .opts<{ output?: string; days: string }>();

const folder =
  output === undefined
    ? join(projectFolder, 'docs/images')
    : resolve(process.env['INIT_CWD'] ?? process.cwd(), output);
mkdirSync(folder, { recursive: true });
const demo = await startDemo(Number(days));
const browser = await launchBrowser();
try {
  await takeAll(demo, browser);
} finally {
  await browser.close();
  await demo.stop();
}

async function takeAll(desk: DemoProcess, under: Browser): Promise<void> {
  const open = (userName: string, size: SizeName, more: BrowserContextOptions = {}) =>
    openPage(desk, under, userName, { viewport: sizes[size], ...more });
  await shootDeskVariants(desk, under);
  const seats: Seat[] = [];
  for (const size of sizeNames) seats.push({ size, page: await open('petugas', size) });
  for (const { page, size } of seats) await shoot(page, `desk-${size}`);
  const issue = await answeredIssue(seats.at(-1)!.page, desk.url);
  const forwarded = await wholeText(seats.at(-1)!.page, issue);
  for (const { page, size } of seats) {
    await page.goto(`${desk.url}/isu/${issue.issueId}`);
    await page.locator('main h1').waitFor();
    await shoot(page, `issue-${size}`);
    await check(page, desk.url, forwarded);
    await shoot(page, `check-${size}`);
    await search(page, desk.url);
    await shoot(page, `archive-${size}`);
  }
  for (const size of sizeNames) {
    const page = await open('pimpinan', size);
    await page.goto(`${desk.url}/pantauan`);
    await page.getByRole('heading', { name: 'Yang dibicarakan' }).waitFor();
    await shoot(page, `dashboard-${size}`);
  }
}

async function shootDeskVariants(desk: DemoProcess, under: Browser): Promise<void> {
  const dark = { viewport: sizes.phone, colorScheme: 'dark' } as const;
  await shoot(await openPage(desk, under, 'petugas', dark), 'desk-dark-phone');
  const english = await openPage(desk, under, 'petugas', { viewport: sizes.desktop });
  await english.evaluate(() => localStorage.setItem('kentongan:language', 'en'));
  await english.goto(desk.url);
  await english.locator('[data-issue]').first().waitFor();
  await shoot(english, 'desk-en-desktop');
}

async function openPage(
  desk: DemoProcess,
  under: Browser,
  userName: string,
  options: BrowserContextOptions,
): Promise<Page> {
  const context = await under.newContext({
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
    colorScheme: 'light',
    reducedMotion: 'reduce',
    deviceScaleFactor: 1,
    ...options,
  });
  context.setDefaultTimeout(actionMilliseconds);
  const page = await context.newPage();
  await signInBrowser(page, desk.url, userName, desk.password);
  if (userName === 'petugas') await page.locator('[data-issue]').first().waitFor();
  return page;
}

/** The issue that resembles a fact-check, taken and on its way to an answer, so that the draft is in the picture. */
async function answeredIssue(page: Page, url: string): Promise<IssueCard> {
  const issues = await page.evaluate(async () => {
    const answer = await fetch('/api/issues?region=kota-semarang&limit=200');
    return ((await answer.json()) as { issues: IssueCard[] }).issues;
  });
  const issue = issues.find(({ suggestion }) => suggestion.route === 'debunk') ?? issues[0];
  if (!issue) throw new Error('the demo has no issue');
  await page.goto(`${url}/isu/${issue.issueId}`);
  await page.getByRole('radio', { name: /Klarifikasi/ }).click();
  await page.getByRole('button', { name: 'Putuskan jalur' }).click();
  await page.getByRole('button', { name: 'Simpan sebagai draf saya' }).waitFor();
  return issue;
}

/** What somebody would forward: the post that tipped the alarm, uncut. */
async function wholeText(page: Page, { regionId, title, signal }: IssueCard): Promise<string> {
  if (!signal) return title;
  const post = `/api/archive/posts/${encodeURIComponent(signal.tippingPost.postId)}?region=${regionId}`;
  return page.evaluate(async (path) => {
    const { text } = (await (await fetch(path)).json()) as { text: string };
    return text;
  }, post);
}

async function check(page: Page, url: string, text: string): Promise<void> {
  await page.goto(`${url}/cek`);
  await page.getByLabel('Pesan terusan atau tautan').fill(`Diteruskan: ${text}`);
  await page.getByRole('button', { name: 'Cek', exact: true }).click();
  await page.getByRole('heading', { name: 'Yang terbaca' }).waitFor();
  await page.evaluate(() => window.scrollTo(0, 0));
}

async function search(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/arsip`);
  await page.getByLabel('Cari di arsip').fill('air');
  await page.keyboard.press('Enter');
  await page.locator('mark').first().waitFor();
}

async function shoot(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(settleMilliseconds);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  process.stderr.write(`${name}.png\n`);
}

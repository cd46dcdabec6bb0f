import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { IssueCard } from '@kentongan/contracts';
import type { Page } from 'playwright-core';
import { launchBrowser, signInBrowser } from '../../support/browser.js';
import { Desk, freePort } from '../../support/desk.js';
import { type DeskDoor, DeskSession } from '../../support/desk-session.js';
import { inTemporaryFolder } from '../../support/temporary-folder.js';
import { until } from '../../support/until.js';
import type { LoadPlan } from '../load-generator.js';
import { percentile } from '../percentile.js';

const help = `npm run bench -- alert [--tries 50] [--background 100]

A browser is signed in and shows the desk. For each try, three posts with a watched phrase of their own are sent; measured is
the time from sending the third, which crosses the threshold, to the issue's card in the page. Meanwhile other posts stream in.`;

const region = 'meja';
const postsToAlarm = 3;
const warmUpSeconds = 5;
const secondsToAlertMax = 30;
const generator = fileURLToPath(new URL('../load-generator.js', import.meta.url));

/** From the post that tips a topic to the alert on an officer's screen. */
export default async function benchAlert(args: string[]): Promise<Record<string, unknown>> {
  const { values } = parseArgs({
    args,
    options: {
      help: { type: 'boolean', default: false },
      tries: { type: 'string', default: '50' },
      background: { type: 'string', default: '100' },
    },
  });
  if (values.help) {
    console.log(help);
    return {};
  }
  const [tries, postsPerSecond] = [Number(values.tries), Number(values.background)];
  return inTemporaryFolder(async (folder) => {
    const desk = await Desk.start({ dataDirectory: folder, port: await freePort() });
    const browser = await launchBrowser();
    try {
      const admin = await DeskSession.setUp(desk);
      await configure(admin, tries);
      const officer = await admin.colleague('petugas', 'officer', [region]);
      await putOnDuty(admin, officer);
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      await openDesk(page, desk.url);
      const load = startLoad(desk, postsPerSecond, tries * 4 + warmUpSeconds);
      await pause(warmUpSeconds * 1_000);
      const seconds = await measure(admin, page, tries);
      load.kill();
      return {
        n: seconds.length,
        tries,
        backgroundPostsPerSecond: postsPerSecond,
        p50Seconds: percentile(seconds, 50, 2),
        p95Seconds: percentile(seconds, 95, 2),
        maxSeconds: Math.max(...seconds),
      };
    } finally {
      await browser.close();
      await desk.stop();
    }
  });
}

const ruleId = (attempt: number): string => `uji-${attempt}`;
const phrase = (attempt: number): string => `sandipercobaan${attempt}`;

async function configure(admin: DeskSession, tries: number): Promise<void> {
  await admin.ask('PUT', `/api/regions/${region}`, {
    regionId: region,
    name: 'Kota Percobaan',
    mode: 'live',
    watchRules: Array.from({ length: tries }, (_, attempt) => ({
      id: ruleId(attempt),
      phrases: [phrase(attempt)],
      count: postsToAlarm,
      windowMinutes: 60,
    })),
  });
}

async function putOnDuty(admin: DeskSession, officer: DeskSession): Promise<void> {
  const settings = await admin.get<object>(`/api/regions/${region}`);
  const { isConfiguredByFile: _, ...own } = settings as { isConfiguredByFile?: boolean };
  const dutyOfficers = [{ userId: officer.userId, name: officer.session.user.name }];
  await admin.ask('PUT', `/api/regions/${region}`, { ...own, dutyOfficers });
}

/** Signs in as a person would, and notes when each card first stands in the page; what is announced is opened at once. */
async function openDesk(page: Page, url: string): Promise<void> {
  await signInBrowser(page, url, 'petugas');
  await page.evaluate(noteCards);
}

/** Runs in the page. */
function noteCards(): void {
  const seenAt: Record<string, number> = {};
  Object.assign(window, { seenAt });
  const look = () => {
    document.querySelector<HTMLElement>('[data-arrivals]')?.click();
    for (const card of document.querySelectorAll<HTMLElement>('[data-issue]'))
      seenAt[card.dataset['issue'] ?? ''] ??= Date.now();
  };
  new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true });
  look();
}

function startLoad(desk: Desk, postsPerSecond: number, seconds: number) {
  const plan: LoadPlan = {
    port: desk.options.port,
    token: desk.token,
    region,
    postsPerSecond,
    seconds,
    textBytes: 400,
    seed: 7,
    markEvery: 1_000_000,
  };
  return spawn(process.execPath, [generator, JSON.stringify(plan)], { stdio: 'ignore' });
}

async function measure(admin: DeskSession, page: Page, tries: number): Promise<number[]> {
  const seconds: number[] = [];
  for (let attempt = 0; attempt < tries; attempt += 1) {
    for (let number = 1; number < postsToAlarm; number += 1) await send(admin.desk, attempt, number);
    await pause(500);
    const sentAt = Date.now();
    await send(admin.desk, attempt, postsToAlarm);
    const issueId = await issueOf(admin, attempt);
    const seenAt = await seenInPage(page, issueId);
    seconds.push((seenAt - sentAt) / 1_000);
    await pause(Math.random() * 1_000);
  }
  return seconds.sort((a, b) => a - b);
}

async function send(desk: DeskDoor, attempt: number, number: number): Promise<void> {
  const post = {
    id: `uji-${attempt}-${number}`,
    ts: new Date().toISOString(),
    platform: 'uji',
    author: `penulis${attempt}x${number}`,
    text: `Kabar nomor ${number}: ${phrase(attempt)} terjadi lagi di tempat ${number * 7}, mohon dicek`,
  };
  const answer = await desk.post(`/api/posts?region=${region}&source=uji`, `${JSON.stringify(post)}\n`);
  if (!(await answer.text()).includes('accepted')) throw new Error(`the post was not accepted: ${post.id}`);
}

async function issueOf(admin: DeskSession, attempt: number): Promise<string> {
  const read = async () => {
    const { issues } = await admin.get<{ issues: IssueCard[] }>(`/api/issues?region=${region}&limit=200`);
    return issues.find(({ signal }) => signal?.key.value === ruleId(attempt))?.issueId ?? '';
  };
  return until(read, (issueId) => issueId !== '', secondsToAlertMax);
}

async function seenInPage(page: Page, issueId: string): Promise<number> {
  const read = (id: string) => (window as unknown as { seenAt: Record<string, number> }).seenAt[id];
  const ask = async () => (await page.evaluate(read, issueId)) ?? 0;
  return until(ask, (seenAt) => seenAt > 0, secondsToAlertMax);
}

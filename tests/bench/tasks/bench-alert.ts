import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { launchBrowser, signInBrowser } from '../../support/browser.js';
import { Desk, freePort } from '../../support/desk.js';
import { PlantedAlarms, postsToAlarm } from '../../support/planted-alarms.js';
import { inTemporaryFolder } from '../../support/temporary-folder.js';
import { until } from '../../support/until.js';
import type { LoadPlan } from '../load-generator.js';
import { percentile } from '../percentile.js';

const help = `npm run bench -- alert [--tries 50] [--background 100]

A browser is signed in and shows the desk. For each try, three posts with a watched phrase of their own are sent; measured is
the time from sending the third, which crosses the threshold, to the issue's card in the page. Meanwhile other posts stream in.`;

const region = 'meja';
const officerName = 'petugas';
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
      const alarms = await PlantedAlarms.prepare(desk, { region, userName: officerName, alarmsMax: tries });
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      await openDesk(page, desk.url);
      const load = startLoad(desk, postsPerSecond, tries * 4 + warmUpSeconds);
      await pause(warmUpSeconds * 1_000);
      const seconds = await measure(alarms, page, tries);
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

/** Signs in as a person would, and notes when each card first stands in the page; what is announced is opened at once. */
async function openDesk(page: Page, url: string): Promise<void> {
  await signInBrowser(page, url, officerName);
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

async function measure(alarms: PlantedAlarms, page: Page, tries: number): Promise<number[]> {
  const seconds: number[] = [];
  for (let attempt = 0; attempt < tries; attempt += 1) {
    for (let number = 1; number < postsToAlarm; number += 1) await alarms.send(attempt, number);
    await pause(500);
    const sentAt = Date.now();
    await alarms.send(attempt, postsToAlarm);
    const issueId = await issueOf(alarms, attempt);
    const seenAt = await seenInPage(page, issueId);
    seconds.push((seenAt - sentAt) / 1_000);
    await pause(Math.random() * 1_000);
  }
  return seconds.sort((a, b) => a - b);
}

async function issueOf(alarms: PlantedAlarms, attempt: number): Promise<string> {
  const read = async () => (await alarms.issues()).get(attempt)?.[0] ?? '';
  return until(read, (issueId) => issueId !== '', secondsToAlertMax);
}

async function seenInPage(page: Page, issueId: string): Promise<number> {
  const read = (id: string) => (window as unknown as { seenAt: Record<string, number> }).seenAt[id];
  const ask = async () => (await page.evaluate(read, issueId)) ?? 0;
  return until(ask, (seenAt) => seenAt > 0, secondsToAlertMax);
}

import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Page, Response } from 'playwright-core';
import { signInBrowser } from '../support/browser.js';
import { percentile } from './percentile.js';

const loads = 5;
const usableSecondsMax = 60;
/** Script that follows within this time belongs to the first load too. */
const lateScriptMilliseconds = 1_000;
const gzipLevel = 6;

/** What must stand in the page; with `text`, one element of the selector must hold it. */
interface Content {
  readonly selector: string;
  /** A regular expression. */
  readonly text?: string;
}

const heading: Content = { selector: 'main h1', text: '\\S' };
/** The first content that a person came for: not a heading alone, and no skeleton. */
const screenContents: Readonly<Record<string, readonly Content[]>> = {
  '/': [heading, { selector: 'main [data-issue]', text: '\\S' }],
  '/arsip': [heading, { selector: 'main section[aria-labelledby="results-title"] article', text: '\\S' }],
  '/pantauan': [
    heading,
    { selector: 'main p[role="status"]', text: '\\S' },
    { selector: 'main h2', text: 'Yang dibicarakan' },
  ],
  '/cek': [heading, { selector: 'main textarea' }],
};

interface ScreenFigures {
  readonly scriptKilobytesGzip: number;
  readonly scriptFiles: number;
  readonly apiCalls: number;
  readonly usableSeconds: number;
}

export interface LoadFigures {
  readonly screens: Readonly<Record<string, ScreenFigures>>;
  readonly scriptKilobytesGzipMax: number;
  readonly usableSecondsMax: number;
}

/** Opens each screen with a cold cache on a slowed processor until a person could begin to work. */
export async function measureLoads(
  browser: Browser,
  url: string,
  userName: string,
  slowdown: number,
): Promise<LoadFigures> {
  const storageState = await signedIn(browser, url, userName);
  const screens: Record<string, ScreenFigures> = {};
  for (const [path, contents] of Object.entries(screenContents)) {
    const open = () => browser.newContext({ ...person, storageState });
    const { bytes, files, calls } = await inContext(open, (page) => transferred(page, url + path, contents));
    const seconds: number[] = [];
    for (let load = 0; load < loads; load += 1)
      seconds.push(await inContext(open, (page) => usableSeconds(page, url + path, contents, slowdown)));
    screens[path] = {
      scriptKilobytesGzip: Math.round(bytes / 100) / 10,
      scriptFiles: files,
      apiCalls: calls.length,
      usableSeconds: percentile(seconds, 50, 2),
    };
    console.error(
      `${path}: ${seconds.map((each) => each.toFixed(2)).join(', ')} s; asked ${timesEach(calls)}`,
    );
  }
  const figures = Object.values(screens);
  return {
    screens,
    scriptKilobytesGzipMax: Math.max(...figures.map((each) => each.scriptKilobytesGzip)),
    usableSecondsMax: Math.max(...figures.map((each) => each.usableSeconds)),
  };
}

const person = { viewport: { width: 1440, height: 900 }, locale: 'id-ID' } as const;

async function signedIn(browser: Browser, url: string, userName: string) {
  const context = await browser.newContext(person);
  try {
    await signInBrowser(await context.newPage(), url, userName);
    const { cookies } = await context.storageState();
    return { cookies, origins: [] };
  } finally {
    await context.close();
  }
}

async function inContext<T>(
  open: () => Promise<BrowserContext>,
  work: (page: Page) => Promise<T>,
): Promise<T> {
  const context = await open();
  try {
    return await work(await context.newPage());
  } finally {
    await context.close();
  }
}

/** A load of its own, since reading the bodies costs time: script as gzip packs it, and what was asked of the API. */
async function transferred(page: Page, address: string, contents: readonly Content[]) {
  const scripts = new Map<string, Response>();
  const calls: string[] = [];
  page.on('response', (response) => {
    if (/javascript/.test(response.headers()['content-type'] ?? '')) scripts.set(response.url(), response);
  });
  page.on('request', (request) => {
    const { pathname, search } = new URL(request.url());
    if (pathname.startsWith('/api/')) calls.push(pathname + search);
  });
  await watchForContents(page, contents);
  await page.goto(address);
  await untilUsable(page);
  await page.waitForTimeout(lateScriptMilliseconds);
  let bytes = 0;
  for (const response of scripts.values())
    bytes += gzipSync(await response.body(), { level: gzipLevel }).length;
  return { bytes, files: scripts.size, calls };
}

/** `2× /api/session, 1× …`: the same question asked twice is one too many. */
function timesEach(calls: readonly string[]): string {
  const times = new Map<string, number>();
  for (const call of calls) times.set(call, (times.get(call) ?? 0) + 1);
  return [...times].map(([call, count]) => `${count}× ${decodeURIComponent(call).slice(0, 120)}`).join(', ');
}

async function usableSeconds(
  page: Page,
  address: string,
  contents: readonly Content[],
  slowdown: number,
): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await watchForContents(page, contents);
  await page.goto(address, { waitUntil: 'commit' });
  return (await untilUsable(page)) / 1_000;
}

type Watched = Window & { usableAtMilliseconds?: number };

/** The page itself notes the time since its navigation began, after the frame that shows the last of the contents. */
async function watchForContents(page: Page, contents: readonly Content[]): Promise<void> {
  await page.addInitScript((wanted) => {
    const stands = ({ selector, text }: { selector: string; text?: string }) =>
      [...document.querySelectorAll(selector)].some(
        (element) => text === undefined || new RegExp(text).test(element.textContent ?? ''),
      );
    const observer = new MutationObserver(() => {
      if (!wanted.every(stands)) return;
      observer.disconnect();
      requestAnimationFrame(() =>
        setTimeout(() => {
          (window as Watched).usableAtMilliseconds = performance.now();
        }),
      );
    });
    observer.observe(document, { childList: true, subtree: true, characterData: true });
  }, contents as Content[]);
}

async function untilUsable(page: Page): Promise<number> {
  const handle = await page.waitForFunction(() => (window as Watched).usableAtMilliseconds, undefined, {
    timeout: usableSecondsMax * 1_000,
    polling: 50,
  });
  return (await handle.jsonValue()) ?? Number.NaN;
}

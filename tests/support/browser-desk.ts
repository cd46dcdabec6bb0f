import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RegionSettings, Role } from '@kentongan/contracts';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser, signInBrowser } from './browser.js';
import { Desk, freePort } from './desk.js';
import { DeskSession } from './desk-session.js';

/** A person would have given up by then. */
const actionMilliseconds = 10_000;

export const phone = { width: 390, height: 844 } as const;
export const desktop = { width: 1440, height: 900 } as const;

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const wcagTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** A real desk and a real browser; everything that went wrong in a page is remembered. */
export class BrowserDesk {
  readonly problems: string[] = [];
  private readonly colleagues = new Map<string, DeskSession>();

  private constructor(
    readonly desk: Desk,
    readonly browser: Browser,
    private readonly folder: string,
  ) {}

  static async start(): Promise<BrowserDesk> {
    const folder = mkdtempSync(join(tmpdir(), 'kentongan-browser-'));
    // PostgreSQL does not run as root: the server's own user must be able to pass through.
    chmodSync(folder, 0o755);
    const desk = await Desk.start({ dataDirectory: join(folder, 'data'), port: await freePort() });
    return new BrowserDesk(desk, await launchBrowser(), folder);
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await this.desk.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** An administrator, and a region with what a small desk has. */
  async setUp(settings: Partial<RegionSettings> & { readonly regionId: string }): Promise<DeskSession> {
    const admin = await DeskSession.setUp(this.desk);
    await admin.ask('PUT', `/api/regions/${settings.regionId}`, {
      name: 'Kota Percobaan',
      mode: 'live',
      ...settings,
    });
    this.colleagues.set('admin', admin);
    return admin;
  }

  /** Makes the person at the first call; later calls give the same one. */
  async colleague(userName: string, role: Role, regionId: string): Promise<DeskSession> {
    const known = this.colleagues.get(userName);
    const admin = this.colleagues.get('admin');
    if (known || !admin) return known ?? Promise.reject(new Error('set the desk up first'));
    const made = await admin.colleague(userName, role, [regionId]);
    this.colleagues.set(userName, made);
    return made;
  }

  /** A page of a browser of its own (cookies and storage), signed in when a user is named. */
  async page(userName?: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.browser.newContext({
      viewport: desktop,
      locale: 'id-ID',
      reducedMotion: 'reduce',
      ...options,
    });
    context.setDefaultTimeout(actionMilliseconds);
    const page = await context.newPage();
    page.on('pageerror', (error) => this.problems.push(`${page.url()}: ${error.message}`));
    page.on('dialog', (dialog) => {
      this.problems.push(`${page.url()}: a dialog said ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('console', (message) => {
      if (/Content Security Policy|Content-Security-Policy/i.test(message.text()))
        this.problems.push(`${page.url()}: ${message.text()}`);
    });
    if (userName) await signInBrowser(page, this.desk.url, userName);
    return page;
  }

  async post(regionId: string, posts: readonly object[]): Promise<void> {
    const body = posts.map((post) => `${JSON.stringify(post)}\n`).join('');
    const answer = await this.desk.post(`/api/posts?region=${regionId}&source=uji`, body);
    const text = await answer.text();
    if (!answer.ok || text.includes('"outcome":"rejected"'))
      throw new Error(`posts were refused: ${text.slice(0, 500)}`);
  }
}

interface AxeViolation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** What axe finds against WCAG 2.2 AA in the page as it stands; each rule with its first places. */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  const violations = await page.evaluate(async (tags) => {
    const { axe } = window as unknown as { axe: { run(where: Document, how: object): Promise<unknown> } };
    const found = (await axe.run(document, { runOnly: tags })) as { violations: AxeViolation[] };
    return found.violations.map(({ id, nodes }) => ({
      id,
      nodes: nodes
        .slice(0, 3)
        .map(({ html, failureSummary }) => ({ html, failureSummary: failureSummary ?? '' })),
    }));
  }, wcagTags);
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ html, failureSummary }) => `${html.slice(0, 160)} (${failureSummary.slice(0, 200)})`).join(' | ')}`,
  );
}

/** A page that is wider than its screen makes people scroll sideways. */
export function overflowPixels(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

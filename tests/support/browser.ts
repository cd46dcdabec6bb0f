import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import chromium from '@sparticuz/chromium';
import { type Browser, chromium as engine, type Page } from 'playwright-core';
import { testPassword } from './desk-session.js';

const packageFile = fileURLToPath(import.meta.resolve('@sparticuz/chromium')).replace(
  /build\/index\.js$/,
  'package.json',
);

/** The package's flags are for a sandbox in a cloud; these would test another browser than officers have. */
const unwanted = [
  '--single-process',
  '--disable-web-security',
  '--allow-running-insecure-content',
  '--disable-site-isolation-trials',
];
const quiet = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A real Chromium from npm. Where the system lacks libraries, those of the package are used. */
export async function launchBrowser(): Promise<Browser> {
  const folder = unpackedChromium();
  const options = {
    executablePath: join(folder, 'chromium'),
    args: [...chromium.args.filter((each) => !unwanted.includes(each)), ...quiet],
  };
  try {
    return await engine.launch(options);
  } catch {
    const libraries = join(folder, 'al2023', 'lib');
    return engine.launch({ ...options, env: { ...process.env, LD_LIBRARY_PATH: libraries } });
  }
}

/** Signs in as a person would, with the keyboard. */
export async function signInBrowser(
  page: Page,
  url: string,
  userName: string,
  password = testPassword,
): Promise<void> {
  await page.goto(`${url}/masuk`);
  await page.locator('input[autocomplete="username"]').fill(userName);
  await page.locator('input[autocomplete="current-password"]').fill(password);
  await page.keyboard.press('Enter');
  await page.waitForURL((address) => !address.pathname.startsWith('/masuk'));
  await page.waitForSelector('main h1');
}

/**
 * Unpacked once per version. The package unpacks into the temporary folder and takes whatever lies there, other versions
 * and half-written files of a neighbour included: so it gets a folder of its own, renamed when it is complete.
 */
function unpackedChromium(): string {
  const { version } = JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string };
  const folder = join(tmpdir(), `kentongan-chromium-${version}`);
  if (existsSync(folder)) return folder;
  const growing = `${folder}-${process.pid}`;
  mkdirSync(growing, { recursive: true });
  const unpack = "const { default: c } = await import('@sparticuz/chromium'); await c.executablePath();";
  const unpacked = spawnSync(process.execPath, ['--input-type=module', '-e', unpack], {
    cwd: join(packageFile, '..', '..', '..', '..'),
    // The name of a cloud makes the package unpack its libraries too.
    env: { ...process.env, TMPDIR: growing, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (unpacked.status !== 0) throw new Error(`Chromium could not be unpacked into ${growing}`);
  try {
    renameSync(growing, folder);
  } catch {
    rmSync(growing, { recursive: true, force: true }); // a neighbour was faster
  }
  return folder;
}

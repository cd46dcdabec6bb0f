import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from '@jest/globals';
import { openTemporaryFolder, type TemporaryFolder } from '../support/temporary-folder.js';

const demo = fileURLToPath(new URL('../../../services/kentongan/dist/cli/demo.js', import.meta.url));
/** Two days teach no norm of a week, but they are enough to hear what is loud. */
const shortHistory = ['--days', '2', '--port', '0'];

interface RunningDemo {
  readonly child: ChildProcess;
  readonly folder: TemporaryFolder;
  /** Everything written so far. */
  readonly written: { output: string; errors: string };
  readonly ended: Promise<number | null>;
}

let running: RunningDemo | null = null;

afterEach(() => {
  running?.child.kill('SIGKILL');
  running?.folder.remove();
  running = null;
});

describe('npm run demo', () => {
  it('tells what it heard of each event, gives every role a login, and leaves nothing behind', async () => {
    const { written, ended, folder } = startDemo(['--no-serve', '--json']);
    expect(await ended).toBe(0);
    const summary = JSON.parse(written.output) as {
      dayPosts: number;
      firstAlertSeconds: number;
      events: {
        kind: string;
        heardAt: number | null;
        postsSeen: number;
        postsCount: number;
        route: string | null;
      }[];
    };
    expect(summary.dayPosts).toBeGreaterThan(3_500);
    expect(summary.firstAlertSeconds).toBeGreaterThan(0);
    expect(summary.events).toHaveLength(5);
    for (const { heardAt, postsSeen, postsCount, route } of summary.events) {
      expect(heardAt).not.toBeNull();
      expect(postsSeen).toBeLessThan(postsCount);
      expect(route).not.toBeNull();
    }
    for (const role of ['petugas', 'verifikator', 'pimpinan', 'analis', 'dinkes', 'auditor', 'admin'])
      expect(written.errors).toContain(`  ${role}`);
    expect(written.errors).toMatch(/kata sandi \S{12,}/);
    expect(readdirSync(folder.path)).toEqual([]);
  }, 150_000);

  it('can be stopped in the middle', async () => {
    const { child, written, ended, folder } = startDemo([]);
    await saidThat(written, 'Riwayat');
    expect(readdirSync(folder.path).length).toBeGreaterThan(0);
    child.kill('SIGINT');
    expect(await ended).toBe(0);
    expect(written.output).not.toContain('Buka http');
    expect(readdirSync(folder.path)).toEqual([]);
  }, 90_000);

  it('says what a wrong option should have been', async () => {
    const { written, ended } = startDemo(['--days', 'tiga']);
    expect(await ended).toBe(1);
    expect(written.errors).toContain('whole number from 1 to 60');
  });
});

function startDemo(args: readonly string[]): RunningDemo {
  const folder = openTemporaryFolder();
  const child = spawn(process.execPath, [demo, ...shortHistory, ...args], {
    env: { ...process.env, TMPDIR: folder.path },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const written = { output: '', errors: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    written.output += chunk;
  });
  child.stderr.on('data', (chunk: Buffer) => {
    written.errors += chunk;
  });
  running = { child, folder, written, ended: new Promise((resolve) => child.once('close', resolve)) };
  return running;
}

async function saidThat(written: RunningDemo['written'], words: string): Promise<void> {
  const deadline = performance.now() + 60_000;
  while (!written.output.includes(words)) {
    if (performance.now() > deadline)
      throw new Error(`"${words}" was not said: ${written.output}${written.errors}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { until } from '../support/until.js';

const demo = fileURLToPath(new URL('../../../services/kentongan/dist/cli/demo.js', import.meta.url));
const servingSecondsMax = 600;
const stopMillisecondsMax = 20_000;

/** A demo that has told its day and serves, with the password of all its accounts. */
export interface DemoProcess {
  readonly url: string;
  readonly password: string;
  stop(): Promise<void>;
}

/** Runs the command as a person would and reads from its output what a person would read. */
export async function startDemo(days: number): Promise<DemoProcess> {
  const child = spawn(process.execPath, [demo, '--days', String(days), '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const stop = async (): Promise<void> => {
    child.kill('SIGINT');
    const cut = setTimeout(() => child.kill('SIGKILL'), stopMillisecondsMax);
    await ended;
    clearTimeout(cut);
  };
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk;
    process.stderr.write(chunk);
  });
  try {
    const told = async () => /Buka (?<url>http:\S+) .* kata sandi (?<password>\S+)/.exec(output)?.groups;
    const isOver = (groups: unknown) => groups !== undefined || child.exitCode !== null;
    const { url, password } = (await until(told, isOver, servingSecondsMax)) ?? {};
    if (!url || !password) throw new Error('the demo ended before it served');
    return { url, password, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

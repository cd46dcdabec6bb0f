import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Desk } from './desk.js';

const kentongan = fileURLToPath(
  new URL('../../../services/kentongan/dist/cli/kentongan.js', import.meta.url),
);

export interface CommandEnd {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

/** Runs one of the operator's verbs against a desk, as `npm run kentongan -- …` does. */
export function runVerb(desk: Desk, args: readonly string[]): Promise<CommandEnd> {
  return runOn(desk.options.dataDirectory, [...args, '--url', desk.url]);
}

/** Runs one of the verbs that need no running desk, on a data directory. */
export async function runOn(dataDirectory: string, args: readonly string[]): Promise<CommandEnd> {
  const child = spawn(process.execPath, [kentongan, ...args], {
    env: { ...process.env, KENTONGAN_DATA_DIR: dataDirectory },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk;
  });
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk;
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, output, errors };
}

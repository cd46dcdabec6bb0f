// Writes the OpenAPI document of the compiled program and the web client's types from it.
// With --check it only says whether the committed ones are still true.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './sources.mjs';

const folder = join(root, 'services/web/src/api');
const scratch = mkdtempSync(join(tmpdir(), 'openapi-'));
const files = ['openapi.json', 'schema.d.ts'];

function run(...args) {
  const { status } = spawnSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'], cwd: root });
  if (status !== 0) throw new Error(`${args[0]} ended with ${status}`);
}

try {
  const [document, types] = files.map((name) => join(scratch, name));
  run('services/kentongan/dist/cli/openapi.js', document);
  run(join(root, 'services/web/node_modules/openapi-typescript/bin/cli.js'), document, '--output', types);
  const stale = files.filter((name) => readFileSync(join(scratch, name), 'utf8') !== committed(name));
  if (process.argv.includes('--check')) {
    for (const name of stale) console.error(`${name} differs from the program: run npm run openapi.`);
    process.exitCode = stale.length ? 1 : 0;
  } else for (const name of stale) copyFileSync(join(scratch, name), join(folder, name));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function committed(name) {
  try {
    return readFileSync(join(folder, name), 'utf8');
  } catch {
    return '';
  }
}

// Runs jest in ESM mode; arguments are passed on (a path pattern, --watch, …). Without any, the web app's tests as well.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './sources.mjs';

const patterns = process.argv.slice(2);
const isWhole = patterns.length === 0;
mkdirSync(`${root}/reports`, { recursive: true });

function run(folder, args) {
  return spawnSync(process.execPath, args, { stdio: 'inherit', cwd: join(root, folder) }).status ?? 1;
}

const jest = run('.', [
  '--experimental-vm-modules',
  '--no-warnings',
  `${root}/node_modules/jest/bin/jest.js`,
  ...(isWhole ? ['--json', `--outputFile=${root}/reports/jest.json`] : []),
  ...patterns,
]);
const web = isWhole
  ? run('services/web', [
      `${root}/node_modules/vitest/vitest.mjs`,
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${root}/reports/vitest.json`,
    ])
  : 0;
process.exit(jest || web);

// Runs jest in ESM mode; arguments are passed on (a path pattern, --watch, …).
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
mkdirSync(`${root}/reports`, { recursive: true });
const report = process.argv.length > 2 ? [] : ['--json', `--outputFile=${root}/reports/jest.json`];
const run = spawnSync(
  process.execPath,
  [
    '--experimental-vm-modules',
    '--no-warnings',
    `${root}/node_modules/jest/bin/jest.js`,
    ...report,
    ...process.argv.slice(2),
  ],
  { stdio: 'inherit', cwd: root },
);
process.exit(run.status ?? 1);

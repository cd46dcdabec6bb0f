// `npm run check`: everything a change must pass before its tests. Every part runs, so that one run shows all problems.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const parts = [
  ['format and lint', 'npx', ['biome', 'ci', '--error-on-warnings', '.']],
  ['types', process.execPath, ['scripts/build.mjs']],
  ['generated web client', process.execPath, ['scripts/openapi.mjs']],
  [
    'types of the web app',
    process.execPath,
    ['node_modules/@typescript/native/bin/tsc', '-p', 'services/web'],
  ],
  [
    'boundaries',
    'npx',
    [
      'depcruise',
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'err-long',
      'libs',
      'services',
      'tests',
    ],
  ],
  ['dead code', 'npx', ['knip', '--no-progress', '--no-config-hints']],
  ['file and function sizes', process.execPath, ['scripts/check-sizes.mjs']],
];
let failed = 0;
for (const [name, command, args] of parts) {
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    cwd: root,
    shell: process.platform === 'win32',
  });
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${name}`);
  if (status !== 0) failed += 1;
}
process.exit(failed ? 1 : 0);

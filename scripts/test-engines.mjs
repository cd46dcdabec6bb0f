// `npm run test:engines`: the suites on real Kafka, Elasticsearch and PostgreSQL. Arguments are path patterns;
// `--full` runs the full counts instead of a tenth (the suites read KENTONGAN_TEST_COUNTS).
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { root } from './sources.mjs';

const args = process.argv.slice(2);
const isFull = args.includes('--full');
const patterns = args.filter((each) => each !== '--full');
mkdirSync(`${root}/reports`, { recursive: true });
const { status } = spawnSync(
  process.execPath,
  [
    '--experimental-vm-modules',
    '--no-warnings',
    `${root}/node_modules/jest/bin/jest.js`,
    '--config',
    `${root}/jest.engines.config.mjs`,
    ...(patterns.length === 0 ? ['--json', `--outputFile=${root}/reports/engines.json`] : []),
    ...patterns,
  ],
  { stdio: 'inherit', cwd: root, env: { ...process.env, KENTONGAN_TEST_COUNTS: isFull ? 'full' : 'tenth' } },
);
process.exit(status ?? 1);

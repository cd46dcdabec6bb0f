// `npm run test:engines`: the contract, fault and end-to-end suites on real Kafka, Elasticsearch and PostgreSQL.
// Arguments are path patterns. `--full`: full counts instead of a tenth (the suites read KENTONGAN_TEST_COUNTS), and a
// dated result file. It fails when a tool is missing or a test was skipped: what did not run was not proven.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { readResults, tableOf, writeResultFile } from './engine-results.mjs';
import { missingTools } from './engine-tools.mjs';
import { root } from './sources.mjs';

const help = `npm run test:engines [-- --full] [-- PATTERN…]

Runs the suites on real servers, which it assembles from the Maven repository and starts by itself.
  --full    full counts (about an hour); writes docs/results/DATE-engines.md
  PATTERN   only the suites whose path matches

  TEST_KAFKA_BROKERS, TEST_ELASTICSEARCH_URL, TEST_DATABASE_URL: servers of your own for the suites that kill none
`;
const args = process.argv.slice(2);
if (args.includes('--help')) {
  console.log(help);
  process.exit(0);
}
const isFull = args.includes('--full');
const patterns = args.filter((each) => each !== '--full');
const missing = missingTools();
if (missing.length > 0) {
  console.error(`The suites on real servers cannot run:\n${missing.map((each) => `- ${each}`).join('\n')}`);
  process.exit(1);
}

const reports = `${root}/reports`;
const resultsFile = `${reports}/engines-results.json`;
mkdirSync(reports, { recursive: true });
for (const name of ['engines.json', 'engines-postgres.json', 'engines-results.json'])
  rmSync(`${reports}/${name}`, { force: true });
const { findPostgresBinaries } = await import('../libs/database/dist/embedded/binaries.js');
const { distributionPostgres, startPostgres } = await import('../libs/testing/dist/index.js');
const postgres = [`PostgreSQL ${findPostgresBinaries().packageVersion} (npm)`];
const startedAt = performance.now();

const failures = [run('jest.engines.config.mjs', 'engines.json', patterns)];
if (patterns.length === 0) failures.push(await runOnDistribution());

const results = readResults(resultsFile);
if (results.length > 0) console.log(`\n${tableOf(results)}`);
const counted = ['engines.json', 'engines-postgres.json'].map(countsOf);
const passed = counted.reduce((sum, each) => sum + each.passed, 0);
const failed = counted.reduce((sum, each) => sum + each.failed, 0);
const minutes = Math.round((performance.now() - startedAt) / 6_000) / 10;
console.log(`\n${passed} passed, ${failed} failed, ${minutes} min; ${postgres.join(', ')}`);
if (isFull && patterns.length === 0)
  console.log(`Written: ${writeResultFile(results, { passed, failed, minutes, postgres })}`);
process.exit(failures.some((each) => each !== 0) || failed > 0 || passed === 0 ? 1 : 0);

function run(config, report, paths, environment = {}) {
  const jest = ['--experimental-vm-modules', '--no-warnings', `${root}/node_modules/jest/bin/jest.js`];
  const options = [
    '--verbose',
    '--config',
    `${root}/${config}`,
    '--json',
    `--outputFile=${reports}/${report}`,
  ];
  const { status } = spawnSync(process.execPath, [...jest, ...options, ...paths], {
    stdio: ['inherit', 'ignore', 'inherit'], // standard output is the report once more; progress is on standard error
    cwd: root,
    env: { ...process.env, ...environment, KENTONGAN_TEST_COUNTS: isFull ? 'full' : 'tenth' },
  });
  return status ?? 1;
}

/** Everything that speaks SQL of its own, once more on the PostgreSQL of the distribution, where it is installed. */
async function runOnDistribution() {
  const found = distributionPostgres();
  if (!found) {
    console.log('The distribution has no PostgreSQL installed: only the one from npm was used.');
    return 0;
  }
  const { engine, url } = await startPostgres(found.folder);
  postgres.push(`PostgreSQL ${found.version} (distribution)`);
  try {
    const paths = [
      'postgres-log.int',
      'postgres-archive.int',
      'libs/database/dist/(inbox|outbox|migrations)',
    ];
    return run('jest.config.mjs', 'engines-postgres.json', paths, { TEST_DATABASE_URL: url });
  } finally {
    await engine.stop();
  }
}

/** A skipped test counts as failed. */
function countsOf(name) {
  const file = `${reports}/${name}`;
  if (!existsSync(file)) return { passed: 0, failed: name === 'engines.json' ? 1 : 0 };
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const broken = (report.numRuntimeErrorTestSuites ?? 0) + report.numTodoTests;
  // With a pattern on the name of a test, jest reports the others as pending; a run of path patterns has none.
  return { passed: report.numPassedTests, failed: report.numFailedTests + report.numPendingTests + broken };
}

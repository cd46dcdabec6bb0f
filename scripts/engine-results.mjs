// The table of what the suites on real servers did and found.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { root } from './sources.mjs';

const columns = [
  'suite',
  'fault',
  'count',
  'owed',
  'missing',
  'invented',
  'altered',
  'doubled',
  'recovery',
  'figures',
];

/** The suites' records, in the order of their numbers. */
export function readResults(file) {
  if (!existsSync(file)) return [];
  const numberOf = ({ suite }) => Number(/\d+/.exec(suite)?.[0] ?? 1_000);
  return JSON.parse(readFileSync(file, 'utf8')).sort((a, b) => numberOf(a) - numberOf(b));
}

/** A Markdown table, which reads well on a terminal too. */
export function tableOf(results) {
  const rows = [columns, ...results.map(cellsOf)];
  const widths = columns.map((_, index) => Math.max(...rows.map((row) => row[index].length)));
  const line = (cells) => `| ${cells.map((cell, index) => cell.padEnd(widths[index])).join(' | ')} |`;
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  return [line(rows[0]), rule, ...rows.slice(1).map(line)].join('\n');
}

function cellsOf({ suite, fault, count, verdict, recoverySeconds, figures = {} }) {
  const { obligations, missing, invented, altered, doubled } = verdict;
  const shown = Object.entries(figures).map(([name, value]) => `${name} ${round(value)}`);
  return [
    suite,
    fault,
    ...[count, obligations, missing, invented, altered, doubled].map(String),
    recoverySeconds === undefined ? '' : `${round(recoverySeconds)} s`,
    shown.join(', '),
  ];
}

const round = (value) => Math.round(value * 100) / 100;
const output = (command, args) => execFileSync(command, args, { cwd: root, encoding: 'utf8' }).trim();

/** Writes docs/results/DATE-engines.md and returns its path. */
export function writeResultFile(results, { passed, failed, minutes, postgres }) {
  const date = new Date().toISOString().slice(0, 10);
  const version = (name) => output(`${root}/deploy/engines/version.sh`, [name]);
  const memoryGigabytes = Math.round(totalmem() / 2 ** 30);
  const file = `${root}/docs/results/${date}-engines.md`;
  const text = `# Fault suites on real servers, ${date}

*Result.* Full counts of \`npm run test:engines -- --full\`: ${passed} tests passed, ${failed} failed, ${minutes} minutes.
What each suite proves: [fault suites](../reference/fault-suites.md).

- Hardware: ${cpus().length} × ${cpus()[0]?.model.trim()}, ${memoryGigabytes} GiB; servers, program and tests on the same machine
- Kafka ${version('kafka')}, Elasticsearch ${version('elasticsearch')}, ${postgres.join(', ')}, Node ${process.versions.node}
- Commit ${output('git', ['rev-parse', '--short', 'HEAD'])}

${tableOf(results)}

*owed*: posts that were accepted, hence must be found. *recovery*: longest time from the end of a fault until a post sent
then had come through.
`;
  mkdirSync(`${root}/docs/results`, { recursive: true });
  writeFileSync(file, text);
  return file;
}

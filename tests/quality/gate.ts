import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inTemporaryFolder } from '../support/temporary-folder.js';
import { commandGroup } from './figure.js';
import { judge, type StoredFigure } from './gate/judge.js';
import { noiseOf } from './gate/noise.js';
import type { Measurement } from './measure/measurement.js';
import { measurements } from './measure/measurements.js';
import { type Measured, readFigure, runMeasurement } from './measure/run-measurement.js';

/** `npm run eval:gate`: development figures against the stored ones; a figure that is worse than chance explains fails. */
const program = commandGroup('eval:gate', 'Development figures against the stored ones.')
  .requiredOption('--data <folder>', 'folder of the development data sets')
  .option('--stored <file>', 'stored figures', join(import.meta.dirname, '../../quality/figures.json'))
  .option('--only <words>', 'only evaluations whose title holds these words', '')
  .option('--update', 'accept what is measured: writes the stored figures', false);
program.parse();

type StoredFigures = Record<string, StoredFigure>;

const {
  data,
  stored: file,
  only,
  update,
} = program.opts<{
  data: string;
  stored: string;
  only: string;
  update: boolean;
}>();
const stored = JSON.parse(readFileSync(file, 'utf8')) as StoredFigures;
const fresh: StoredFigures = only ? { ...stored } : {};
const chosen = measurements.filter(({ title }) => title.toLowerCase().includes(only.toLowerCase()));
let n = 0;
let failed = 0;
for (const measurement of chosen) {
  const measured = await inTemporaryFolder((folder) => runMeasurement(measurement, data, folder));
  const seconds = measured.kind === 'measured' ? ` (${measured.seconds.toFixed(0)} s)` : '';
  console.log(`── ${measurement.title}${seconds}`);
  check(measurement, measured);
}
const named = new Set(measurements.flatMap(({ figures }) => figures.map(({ name }) => name)));
for (const name of Object.keys(stored).filter((each) => !named.has(each) && !update)) {
  failed += 1;
  console.log(`FAILED ${name}: stored, but no evaluation measures it any more`);
}
if (update) writeFileSync(file, `${JSON.stringify(fresh, null, 2)}\n`);
console.log(JSON.stringify({ name: 'gate', n, failed }));
process.exitCode = failed ? 1 : 0;

function check({ figures }: Measurement, measured: Measured): void {
  for (const figure of figures.filter(({ isGuarded }) => isGuarded !== false)) {
    const found = measured.kind === 'measured' ? readFigure(figure, measured.line) : null;
    if (found && update) {
      const { value } = found;
      const direction = figure.isLowerBetter ? { isLowerBetter: true as const } : {};
      fresh[figure.name] = { value, noise: noiseOf(figure, found), ...direction };
      console.log(`stored ${figure.name}: ${value} (was ${stored[figure.name]?.value ?? 'not there'})`);
      continue;
    }
    const known = stored[figure.name];
    if (update && known) fresh[figure.name] = known;
    const why = measured.kind === 'measured' ? undefined : measured.why;
    const verdict = judge(figure.name, found?.value ?? null, known, why);
    if (found) n += 1;
    if (!verdict.isOk) failed += 1;
    console.log(verdict.words);
  }
}

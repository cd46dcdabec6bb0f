import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandGroup } from './figure.js';
import { type GateFigure, readFigures } from './gate/gate-figures.js';

/** A stored figure and how far chance alone may carry it. Scores: higher is better unless `isLowerBetter`. */
interface StoredFigure {
  readonly value: number;
  readonly noise: number;
  readonly isLowerBetter?: boolean;
}

/** `npm run eval:gate`: development figures against the stored ones; a figure worse than its noise fails. */
const program = commandGroup('eval:gate', 'Development figures against the stored ones.')
  .requiredOption('--data <folder>', 'folder of the development data sets')
  .option('--stored <file>', 'stored figures', join(import.meta.dirname, '../../quality/figures.json'));
program.parse();

const options = program.opts<{ data: string; stored: string }>();
const stored = JSON.parse(readFileSync(options.stored, 'utf8')) as Record<string, StoredFigure>;
let failed = 0;
const seen = new Set<string>();
for await (const figure of readFigures(options.data)) {
  seen.add(figure.name);
  console.log(judge(figure));
}
for (const name of Object.keys(stored)) {
  if (seen.has(name)) continue;
  failed += 1;
  console.log(`FAILED ${name}: stored, but not measured`);
}
console.log(JSON.stringify({ name: 'gate', n: seen.size, failed }));
process.exitCode = failed ? 1 : 0;

function judge({ name, value }: GateFigure): string {
  const wanted = stored[name];
  if (!wanted) {
    failed += 1;
    return `FAILED ${name}: ${value}, but no figure is stored for it`;
  }
  const loss = wanted.isLowerBetter ? value - wanted.value : wanted.value - value;
  const isWorse = !(loss <= wanted.noise);
  if (isWorse) failed += 1;
  return `${isWorse ? 'FAILED' : 'ok    '} ${name}: ${value} (stored ${wanted.value}, noise ${wanted.noise})`;
}

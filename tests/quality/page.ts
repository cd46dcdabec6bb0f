import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { figureOrigin } from '../bench/environment.js';
import { inTemporaryFolder } from '../support/temporary-folder.js';
import { commandGroup, printsFigures } from './figure.js';
import { measurements } from './measure/measurements.js';
import { runMeasurement } from './measure/run-measurement.js';
import { cardFigures, qualityPage, type Section } from './page/quality-page.js';

const inProject = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

/** `npm run eval:page`: runs every evaluation whose data are there and writes what they say. */
const program = commandGroup('eval:page', 'The quality page, from every evaluation whose data are there.')
  .requiredOption('--data <folder>', 'folder of the development data sets')
  .option('--write <file>', 'the page', inProject('docs/reference/quality.md'))
  .option(
    '--cards <file>',
    'the figures on the page Mutu',
    inProject('services/web/src/quality/figures.json'),
  );

interface Options {
  readonly data: string;
  readonly write: string;
  readonly cards: string;
}

printsFigures(program, async ({ data, write, cards }: Options) => {
  const sections: Section[] = [];
  for (const measurement of measurements) {
    const measured = await inTemporaryFolder((folder) => runMeasurement(measurement, data, folder));
    console.error(`${measurement.title}: ${measured.kind === 'measured' ? 'measured' : measured.why}`);
    sections.push({ measurement, measured });
  }
  const failed = sections.filter(({ measured }) => measured.kind === 'failed').length;
  if (failed > 0) throw new Error(`${failed} evaluations failed; nothing was written`);
  const origin = figureOrigin();
  writeFileSync(write, qualityPage(sections, origin));
  const figures = cardFigures(sections);
  writeFileSync(cards, `${JSON.stringify({ date: origin.date.slice(0, 10), figures }, null, 2)}\n`);
  return {
    name: 'page',
    n: sections.filter(({ measured }) => measured.kind === 'measured').length,
    page: write,
  };
});

await program.parseAsync();

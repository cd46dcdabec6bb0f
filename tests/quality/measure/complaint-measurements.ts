import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { at, type Measurement } from './measurement.js';
import { ownSet } from './own-sets.js';
import { readLines } from './read-lines.js';

const surabaya = 'complaints-surabaya/posts.ndjson.gz';
const noLicence = 'no licence stated upstream';
/** The newest quarter of the year is scored with what the three before it teach. */
const trainShare = 0.75;

/** What the desk does with what citizens write: type, district, agency. */
export const complaintMeasurements: readonly Measurement[] = [
  {
    title: 'Post type',
    needs: ['post-type-gold/dev.tsv'],
    args: (data) => ['posttypes', '--file', data('post-type-gold/dev.tsv')],
    figures: [
      {
        name: 'posttypes accuracy',
        value: at('accuracy'),
        goal: { floor: 72, target: 80 },
        card: { part: 'postType', measure: 'accuracy' },
      },
      {
        name: 'posttypes macroF1',
        value: at('macroF1'),
        interval: at('interval'),
        goal: { floor: 65, target: 74 },
        card: { part: 'postType', measure: 'macroF1' },
      },
      {
        name: 'posttypes complaint precision',
        value: at('perClass', 'complaint', 'precision'),
        n: at('perClass', 'complaint', 'n'),
        goal: { floor: 75, target: 85 },
      },
      {
        name: 'posttypes complaint recall',
        value: at('perClass', 'complaint', 'recall'),
        n: at('perClass', 'complaint', 'n'),
        goal: { floor: 93, target: 95 },
      },
    ],
    rows: 'Posts of eight kinds of streams, read by one person: 10 to 15 in 100 labels can be argued about.',
    licence: 'that of its parts',
    isEvaluationOnly: true,
    published: 'plain linear model, test split: accuracy 75.5, macro-F1 68.3',
  },
  {
    title: 'Post type, our own posts',
    needs: [],
    args: () => ['posttypes', '--file', ownSet('post-types.test.tsv')],
    command: 'posttypes --file tests/quality/sets/post-types.test.tsv',
    figures: [
      { name: 'posttypes own accuracy', value: at('accuracy') },
      { name: 'posttypes own macroF1', value: at('macroF1'), interval: at('interval') },
    ],
    rows: 'Invented posts of one mixed stream, labelled by one reader; none of them trains the model.',
    licence: 'our own, Apache-2.0',
    isEvaluationOnly: false,
  },
  {
    title: 'Worth a check',
    needs: [],
    args: () => ['checkworthiness'],
    figures: [{ name: 'checkworthiness macroF1', value: at('macroF1'), interval: at('interval') }],
    rows: 'Invented statements; one person wrote them, the labels and the rules, so the figure is kind.',
    licence: 'our own, Apache-2.0',
    isEvaluationOnly: false,
  },
  {
    title: 'Right district where one is claimed',
    needs: [surabaya],
    args: (data) => ['district', '--test', data(surabaya)],
    figures: [
      {
        name: 'district precision',
        value: at('precision'),
        n: claimed,
        goal: { floor: 75, target: 85 },
        card: { part: 'places', measure: 'precision' },
      },
      {
        name: 'district coverage',
        value: at('coverage'),
        goal: { floor: 25, target: 25 },
        card: { part: 'places', measure: 'coverage' },
      },
    ],
    rows: 'Complaints to a city, 2022. Only a quarter of them name the right place at all.',
    licence: noLicence,
    isEvaluationOnly: true,
    published: 'plain look-up in the gazetteer: 75.8 at 30 % coverage',
  },
  {
    title: 'Agency in charge of a complaint',
    needs: [surabaya],
    command: 'agency --train FILE --test FILE',
    args: (data, folder) => ['agency', ...splitByTime(data(surabaya), folder)],
    figures: [
      {
        name: 'agency accuracy',
        value: at('accuracy'),
        goal: { floor: 76, target: 79 },
        card: { part: 'agency', measure: 'accuracy' },
      },
      {
        name: 'agency macroF1',
        value: at('macroF1'),
        interval: at('interval'),
        goal: { floor: 63, target: 68 },
      },
      {
        name: 'agency top3',
        value: at('top3'),
        goal: { floor: 89, target: 92 },
        card: { part: 'agency', measure: 'top3' },
      },
    ],
    rows: 'Complaints to a city, 2022: learned from the first three quarters of the rows in order of time, scored on the rest. Floors and targets are meant for a year to learn from and the next half year to score.',
    licence: noLicence,
    isEvaluationOnly: true,
    published: 'plain linear model, test split: accuracy 76.6, macro-F1 64.3, top-3 89.7',
  },
];

/** Precision is taken over the complaints for which a district was claimed. */
function claimed(line: Readonly<Record<string, unknown>>): number | null {
  const { n, coverage } = line;
  return typeof n === 'number' && typeof coverage === 'number' ? Math.round((n * coverage) / 100) : null;
}

function splitByTime(file: string, folder: string): string[] {
  const lines = readLines(file);
  const cut = Math.floor(lines.length * trainShare);
  const parts = { train: lines.slice(0, cut), test: lines.slice(cut) };
  return Object.entries(parts).flatMap(([name, part]) => {
    const path = join(folder, `agency-${name}.ndjson`);
    writeFileSync(path, `${part.join('\n')}\n`);
    return [`--${name}`, path];
  });
}

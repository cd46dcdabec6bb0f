import type { FigureOf, Measurement } from '../measure/measurement.js';
import { type FigureValue, type Measured, readFigure } from '../measure/run-measurement.js';

export interface Section {
  readonly measurement: Measurement;
  readonly measured: Measured;
}

/** Where and of what the figures were taken. */
export interface PageOrigin {
  readonly date: string;
  readonly commit: string;
  readonly hardware: string;
}

const lineCharactersMax = 120;

/** The quality page of the documentation, as Markdown. */
export function qualityPage(sections: readonly Section[], { date, commit, hardware }: PageOrigin): string {
  return `# Quality

*Reference. Written by \`npm run eval:page -- --data DIR\`; do not edit.* Measured ${date.slice(0, 10)} at ${commit} on ${hardware}.

${wrapped(introduction)}

${sections.map(sectionOf).join('\n\n')}
`;
}

const introduction =
  'Every figure is the last line of one command on development data, which is not part of this repository. Scores run from 0 to 100. Test splits are scored elsewhere, with the same commands, on files that nobody who worked on the program has seen: floor and target are meant for them and stand here for comparison only, as do published systems, each with the split that it was scored on. The interval is a 95 % bootstrap where the evaluation works one out. Texts marked *evaluation only* train nothing that ships and seed no shipped list.';

function sectionOf({ measurement, measured }: Section): string {
  const { title, rows, licence, isEvaluationOnly, published } = measurement;
  return [
    `## ${title}`,
    measured.kind === 'measured'
      ? tableOf(measurement.figures, measured.line)
      : `Not measured: ${measured.why}.`,
    wrapped(rows),
    wrapped(`Data: ${licence}${isEvaluationOnly ? '; *evaluation only*' : '; free to train on'}.`),
    ...(published ? [wrapped(`Published beside: ${published}.`)] : []),
    `\`${commandOf(measurement)}\``,
  ].join('\n\n');
}

function tableOf(figures: readonly FigureOf[], line: Readonly<Record<string, unknown>>): string {
  const head = '| figure | value | 95 % | n | floor / target |\n|---|---|---|---|---|';
  return [head, ...figures.map((figure) => rowOf(figure, readFigure(figure, line)))].join('\n');
}

function rowOf({ name, goal, isLowerBetter }: FigureOf, found: FigureValue | null): string {
  const cells = [
    isLowerBetter ? `${name} (lower is better)` : name,
    found ? number(found.value) : 'not given',
    found?.interval ? found.interval.map(number).join('–') : '',
    found?.n ? number(found.n) : '',
    goal ? `${number(goal.floor)} / ${number(goal.target)}` : '',
  ];
  return `| ${cells.join(' | ')} |`;
}

/** As it is typed, with DIR for the folder of data. */
function commandOf({ args, command }: Measurement): string {
  const inData = (name: string) => (name ? `DIR/${name}` : 'DIR');
  return `npm run eval -- ${command ?? args(inData, 'FOLDER').join(' ')}`;
}

const number = (value: number): string => value.toLocaleString('en', { maximumFractionDigits: 3 });

function wrapped(text: string): string {
  const lines: string[] = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last !== '' && last.length + 1 + word.length > lineCharactersMax) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines.join('\n');
}

export interface CardFigure {
  readonly part: string;
  readonly measure: string;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number;
}

/** The figures of the models' cards on the page Mutu. */
export function cardFigures(sections: readonly Section[]): CardFigure[] {
  return sections.flatMap(({ measurement: { figures }, measured }) =>
    figures.flatMap((figure): CardFigure[] => {
      const found = measured.kind === 'measured' && figure.card ? readFigure(figure, measured.line) : null;
      if (!found || !figure.card) return [];
      const [low, high] = found.interval ?? [null, null];
      return [{ ...figure.card, value: found.value, low, high, n: found.n ?? 0 }];
    }),
  );
}

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { AgencyJudge, packAgencyModel, readAgencyModel } from '@kentongan/language';
import { type HandledComplaint, trainAgencies } from '@kentongan/language/training';
import { agencyModelPath } from '@kentongan/platform';
import { type AgencyScores, type Answer, answerOf, classesOf, scoresOf } from './eval-agency.js';
import { readHandled } from './handled-files.js';
import { percent } from './labelled-files.js';

interface PrivateAgencyArguments {
  readonly file: string;
  readonly region: string;
  readonly dataDirectory: string;
  readonly rowsMin: number;
}

interface PrivateAgencyFigures extends AgencyScores {
  /** Rows of the newest part, judged by a model of those before. */
  readonly n: number;
  readonly trainedOn: number;
  readonly classes: number;
  /** From this chance on, 9 of 10 first answers were right on the newest part; null when they never were. */
  readonly surePercent: number | null;
  /** Share of the newest part that was answered so. */
  readonly sureCoverage: number;
  readonly bytes: number;
  readonly path: string;
}

const scoredShare = 0.2;
const rowsNeeded = 50;
const sureAccuracy = 0.9;
const repository = new URL('../../../..', import.meta.url).pathname;

/**
 * A region's own model from its own archive of handled complaints, written to the data folder of its desk alone.
 * @throws Error for too few rows, or for a folder that would be committed
 */
export function trainPrivateAgencies(given: PrivateAgencyArguments): PrivateAgencyFigures {
  const path = agencyModelPath(given.dataDirectory, given.region);
  requireOutsideSources(path);
  const handled = readHandled(given.file);
  if (handled.length < rowsNeeded)
    throw new Error(`${given.file} holds ${handled.length} handled complaints; ${rowsNeeded} are needed`);
  const classOf = classesOf(handled, given.rowsMin);
  const rows = handled.map((row): HandledComplaint => ({ ...row, agency: classOf(row.agency) }));
  const cut = Math.floor(rows.length * (1 - scoredShare));
  const judge = new AgencyJudge(trainAgencies(rows.slice(0, cut)));
  const answers = rows.slice(cut).map((row) => answerOf(judge, row));
  const bytes = packAgencyModel(trainAgencies(rows));
  writeModel(path, bytes);
  const classes = readAgencyModel(bytes).agencies.length;
  const written = { trainedOn: rows.length, classes, bytes: bytes.length, path };
  return { n: answers.length, ...scoresOf(answers), ...sureFrom(answers), ...written };
}

/** Weights of citizens' messages are for their desk alone, so nobody else on the machine may read the file. */
function writeModel(path: string, bytes: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeFileSync(path, bytes, { mode: 0o600 });
}

/** `data/` of the checkout is ignored by git; any other folder in it could be committed by mistake. */
function requireOutsideSources(path: string): void {
  const inside = relative(repository, resolve(path));
  if (!inside.startsWith('..') && !/^data\//.test(inside))
    throw new Error(`${path} lies among the sources: set KENTONGAN_DATA_DIR to the data folder of the desk`);
}

function sureFrom(answers: readonly Answer[]): Pick<PrivateAgencyFigures, 'surePercent' | 'sureCoverage'> {
  const surest = [...answers].sort((a, b) => b.sureness - a.sureness);
  let [right, sure] = [0, 0];
  surest.forEach(({ expected, agencies }, at) => {
    if (agencies[0] === expected) right += 1;
    if (right >= sureAccuracy * (at + 1)) sure = at + 1;
  });
  const last = surest[sure - 1];
  return {
    surePercent: last ? percent(last.sureness) : null,
    sureCoverage: percent(sure / Math.max(1, answers.length)),
  };
}

import {
  AgencyJudge,
  AgencyLearner,
  otherAgencies,
  packAgencyModel,
  readAgencyModel,
  tokenize,
} from '@kentongan/language';
import {
  accuracy,
  type HandledComplaint,
  macroF1,
  macroF1Interval,
  trainAgencies,
} from '@kentongan/language/training';
import { percent, readTextFile } from './labelled-files.js';

export interface AgencyArguments {
  readonly train: string;
  readonly test: string;
  readonly until?: string;
  readonly from?: string;
  readonly rowsMin: number;
}

export interface AgencyScores {
  readonly accuracy: number;
  readonly macroF1: number;
  /** 95 % bootstrap of `macroF1`. */
  readonly interval: readonly [number, number];
  readonly top3: number;
  /** Where only the surest answers are given: share answered (all, 9 of 10, …) → accuracy of those. */
  readonly accuracyAtCoverage: Readonly<Record<string, number>>;
}

export interface AgencyFigures extends AgencyScores {
  readonly n: number;
  readonly trainedOn: number;
  readonly classes: number;
  /** The learner of the product, taught with the last so many complaints, one by one; 0 = the dictionary alone. */
  readonly online: Readonly<Record<string, Pick<AgencyScores, 'accuracy' | 'macroF1' | 'top3'>>>;
}

/** What one complaint was answered with. */
export interface Answer {
  readonly expected: string;
  /** Best first. */
  readonly agencies: readonly string[];
  /** Larger is surer. */
  readonly sureness: number;
}

const coverages = [100, 90, 80, 70, 60, 50, 30];
const onlineCounts = [0, 20, 200, 2_000];

/** Learns from one file and scores the other: a region's own batch model first, the product's learner beside it. */
export function evaluateAgency({ train, test, until, from, rowsMin }: AgencyArguments): AgencyFigures {
  const known = readComplaints(train, (at) => until === undefined || at < until);
  const asked = readComplaints(test, (at) => from === undefined || at >= from);
  const classOf = classesOf(known, rowsMin);
  const learned = known.map((row) => ({ ...row, agency: classOf(row.agency) }));
  const scored = asked.map((row) => ({ ...row, agency: classOf(row.agency) }));
  const classes = [...new Set(learned.map(({ agency }) => agency))].sort();
  // As a desk reads it: from the bytes of the file.
  const judge = new AgencyJudge(readAgencyModel(packAgencyModel(trainAgencies(learned))));
  return {
    n: scored.length,
    trainedOn: learned.length,
    classes: classes.length,
    ...scoresOf(scored.map((complaint) => answerOf(judge, complaint))),
    online: Object.fromEntries(
      onlineCounts.map((count) => [String(count), onlineScores(learned, scored, classes, count)]),
    ),
  };
}

/** What the judge answers, and the chance that it gives to its first answer. */
export function answerOf(judge: AgencyJudge, { text, agency }: HandledComplaint): Answer {
  const scores = judge.scoresOf(tokenize(text)) ?? judge.agencies.map(() => 0);
  const best = Math.max(...scores);
  const total = scores.reduce((sum, score) => sum + Math.exp(score - best), 0);
  const order = [...scores.keys()].sort((a, b) => scores[b]! - scores[a]!);
  return { expected: agency, agencies: order.map((at) => judge.agencies[at]!), sureness: 1 / total };
}

function onlineScores(
  learned: readonly HandledComplaint[],
  scored: readonly HandledComplaint[],
  classes: readonly string[],
  count: number,
): AgencyFigures['online'][string] {
  const learner = new AgencyLearner(classes.map((name) => ({ agencyId: name, name, subjects: [] })));
  for (const { text, agency } of learned.slice(learned.length - count)) learner.learn(tokenize(text), agency);
  const answers = scored.map(({ text, agency }): Answer => {
    const suggested = learner.suggest(tokenize(text));
    return {
      expected: agency,
      agencies: suggested.map(({ agencyId }) => agencyId),
      sureness: suggested[0]?.confidence ?? 0,
    };
  });
  const { accuracy: share, macroF1: f1, top3 } = scoresOf(answers);
  return { accuracy: share, macroF1: f1, top3 };
}

export function scoresOf(answers: readonly Answer[]): AgencyScores {
  const expected = answers.map((answer) => answer.expected);
  const first = answers.map(({ agencies }) => agencies[0] ?? 'none');
  const [low, high] = macroF1Interval(expected, first);
  const surest = [...answers].sort((a, b) => b.sureness - a.sureness);
  const shareRight = (some: readonly Answer[]): number =>
    accuracy(
      some.map((answer) => answer.expected),
      some.map(({ agencies }) => agencies[0] ?? 'none'),
    );
  return {
    accuracy: percent(accuracy(expected, first)),
    macroF1: percent(macroF1(expected, first)),
    interval: [percent(low), percent(high)],
    top3: percent(
      answers.filter(({ agencies, expected: right }) => agencies.slice(0, 3).includes(right)).length /
        Math.max(1, answers.length),
    ),
    accuracyAtCoverage: Object.fromEntries(
      coverages.map((coverage) => [
        String(coverage),
        percent(shareRight(surest.slice(0, Math.ceil((surest.length * coverage) / 100)))),
      ]),
    ),
  };
}

/** Agencies with few handled complaints, and those that the training file does not know, are one class. */
export function classesOf(known: readonly HandledComplaint[], rowsMin: number): (agency: string) => string {
  const counts = new Map<string, number>();
  for (const { agency } of known) counts.set(agency, (counts.get(agency) ?? 0) + 1);
  return (agency) => ((counts.get(agency) ?? 0) >= rowsMin ? agency : otherAgencies);
}

/** @throws Error when the file holds no row with text and agency */
function readComplaints(path: string, isWanted: (at: string) => boolean): HandledComplaint[] {
  const rows = readTextFile(path)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as { text?: string; agency?: string | null; ts?: string })
    .filter(({ ts }) => isWanted(ts ?? ''))
    .flatMap(({ text, agency }) => (text && agency ? [{ text, agency }] : []));
  if (rows.length === 0) throw new Error(`${path} holds no complaints with text and agency`);
  return rows;
}

import { checkWorthiness, tokenize } from '@kentongan/language';
import { accuracy, macroF1, macroF1Interval, scoresOf } from '@kentongan/language/training';
import { ownSet } from '../measure/own-sets.js';
import { percent } from './labelled-files.js';
import { readTable } from './place-files.js';

export interface CheckWorthinessFigures {
  readonly n: number;
  readonly accuracy: number;
  readonly macroF1: number;
  /** 95 % bootstrap of `macroF1`. */
  readonly interval: readonly [number, number];
  readonly precision: number;
  readonly recall: number;
}

const claimScoreMin = 0.5;
const ownFile = ownSet('check-worthiness.tsv');

/** Statements (`label` yes or no, `text`) that are worth a check; without a file, every second one of our own, on which nothing was set. */
export function evaluateCheckWorthiness(file?: string): CheckWorthinessFigures {
  const rows = readTable(file ?? ownFile).filter((_, at) => file !== undefined || at % 2 === 1);
  const expected = rows.map((row) => row['label'] ?? '');
  const predicted = rows.map((row) =>
    checkWorthiness(tokenize(row['text'] ?? '')).score >= claimScoreMin ? 'yes' : 'no',
  );
  const [low, high] = macroF1Interval(expected, predicted);
  const yes = scoresOf('yes', expected, predicted);
  return {
    n: rows.length,
    accuracy: percent(accuracy(expected, predicted)),
    macroF1: percent(macroF1(expected, predicted)),
    interval: [percent(low), percent(high)],
    precision: percent(yes.precision),
    recall: percent(yes.recall),
  };
}

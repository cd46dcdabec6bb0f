import { seededRandom } from './random.js';

/** Macro-averaged F1 in 0-1 over the classes that occur in `expected`, as scikit-learn does with `average='macro'`. */
export function macroF1(expected: readonly string[], predicted: readonly string[]): number {
  const labels = [...new Set(expected)];
  let sum = 0;
  for (const label of labels) sum += scoresOf(label, expected, predicted).f1;
  return labels.length === 0 ? 0 : sum / labels.length;
}

export interface ClassScores {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Rows that carry the label. */
  readonly n: number;
}

/** Precision, recall and F1 (0-1) of one label; 0 where nothing was predicted or expected. */
export function scoresOf(
  label: string,
  expected: readonly string[],
  predicted: readonly string[],
): ClassScores {
  let hits = 0;
  let claimed = 0;
  let wanted = 0;
  expected.forEach((value, i) => {
    if (predicted[i] === label) claimed += 1;
    if (value === label) wanted += 1;
    if (value === label && predicted[i] === label) hits += 1;
  });
  const precision = claimed === 0 ? 0 : hits / claimed;
  const recall = wanted === 0 ? 0 : hits / wanted;
  return {
    precision,
    recall,
    f1: hits === 0 ? 0 : (2 * precision * recall) / (precision + recall),
    n: wanted,
  };
}

/** Share of rows predicted right, 0-1. */
export function accuracy(expected: readonly string[], predicted: readonly string[]): number {
  let right = 0;
  expected.forEach((value, i) => {
    if (value === predicted[i]) right += 1;
  });
  return expected.length === 0 ? 0 : right / expected.length;
}

/** 95 % percentile bootstrap interval of macro-F1 (0-1), rows drawn with replacement. */
export function macroF1Interval(
  expected: readonly string[],
  predicted: readonly string[],
  { draws = 500, seed = 1 } = {},
): readonly [number, number] {
  const random = seededRandom(seed);
  const figures: number[] = [];
  for (let draw = 0; draw < draws; draw += 1) {
    const rows = expected.map(() => Math.floor(random() * expected.length));
    figures.push(
      macroF1(
        rows.map((row) => expected[row]!),
        rows.map((row) => predicted[row]!),
      ),
    );
  }
  figures.sort((a, b) => a - b);
  return [figures[Math.floor(draws * 0.025)] ?? 0, figures[Math.ceil(draws * 0.975) - 1] ?? 0];
}

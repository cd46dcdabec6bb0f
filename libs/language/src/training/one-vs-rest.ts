import type { BinaryProblem, LinearWeights } from './linear-svm.js';
import type { SparseRows } from './sparse-rows.js';

export interface ClassProblem {
  readonly rows: SparseRows;
  readonly labels: readonly string[];
  readonly label: string;
  /** C of the solver, before balancing. */
  readonly cost: number;
  readonly seed: number;
}

/** One class against the others; both sides get the same total cost, so that a rare class is not drowned ("balanced"). */
export function solveClass(
  solver: (problem: BinaryProblem) => LinearWeights,
  { rows, labels, label, cost, seed }: ClassProblem,
): LinearWeights {
  const members = labels.filter((value) => value === label).length;
  const others = labels.length - members;
  const signs = Int8Array.from(labels, (value) => (value === label ? 1 : -1));
  const costs = Float64Array.from(
    labels,
    (value) => (cost * labels.length) / (2 * Math.max(1, value === label ? members : others)),
  );
  return solver({ rows, signs, costs, seed });
}

/** Weights of several classes as signed bytes, interleaved (`bucket * classes + class`); weight = byte × step of the class. */
export interface QuantisedWeights {
  readonly bytes: Int8Array;
  readonly steps: number[];
}

/**
 * Rounds to signed bytes. The step is set by the largest weight but for the `clipped` share of outliers, which are cut:
 * a step wide enough for them would round most weights to nothing.
 */
export function quantise(weights: readonly Float64Array[], clipped = 0.0005): QuantisedWeights {
  const size = weights[0]?.length ?? 0;
  const bytes = new Int8Array(size * weights.length);
  const steps = weights.map((column, k) => {
    const magnitudes = column
      .filter((weight) => weight !== 0)
      .map(Math.abs)
      .sort();
    const step = (magnitudes[Math.floor((magnitudes.length - 1) * (1 - clipped))] ?? 1) / 127;
    column.forEach((weight, bucket) => {
      bytes[bucket * weights.length + k] = Math.max(-127, Math.min(127, Math.round(weight / step)));
    });
    return step;
  });
  return { bytes, steps };
}

import { describe, expect, it } from '@jest/globals';
import { type BinaryProblem, trainLinearSvm } from './linear-svm.js';
import { trainLogisticRegression } from './logistic-regression.js';
import { seededRandom } from './random.js';
import { dot, sparseRows } from './sparse-rows.js';

/** Two noisy clouds in 8 dimensions that overlap a little. */
function clouds(rows: number): BinaryProblem {
  const random = seededRandom(3);
  const signs = Int8Array.from({ length: rows }, (_, i) => (i % 3 === 0 ? -1 : 1));
  const matrix = sparseRows(
    Array.from(signs, (sign) => ({
      indexes: [0, 1, 2, 3, 4, 5, 6, 7],
      values: Array.from({ length: 8 }, (_, k) => random() * 2 - 1 + (k < 2 ? sign * 0.6 : 0)),
    })),
    8,
  );
  return { rows: matrix, signs, costs: new Float64Array(rows).fill(0.7), seed: 1 };
}

/** Gradient of ½|w|² + ½b² + Σ cost·loss(sign·margin): zero at the optimum. `slope` is the derivative of the loss. */
function gradientLength(
  { rows, signs, costs }: BinaryProblem,
  solution: { weights: Float64Array; bias: number },
  slope: (margin: number) => number,
): number {
  const gradient = [...solution.weights, solution.bias];
  for (let i = 0; i < rows.rows; i += 1) {
    const margin = signs[i]! * (dot(rows, i, solution.weights) + solution.bias);
    const factor = costs[i]! * slope(margin) * signs[i]!;
    for (let k = 0; k < 8; k += 1) gradient[k]! += factor * rows.values[i * 8 + k]!;
    gradient[8]! += factor;
  }
  return Math.hypot(...gradient);
}

describe('solvers', () => {
  it('the SVM ends near the minimum of the squared hinge loss', () => {
    const problem = clouds(300);
    const slope = (margin: number) => -2 * Math.max(0, 1 - margin);
    const start = { weights: new Float64Array(8), bias: 0 };
    expect(gradientLength(problem, trainLinearSvm(problem), slope)).toBeLessThan(
      gradientLength(problem, start, slope) / 50,
    );
  });

  it('logistic regression ends near the minimum of the log loss', () => {
    const problem = clouds(300);
    const slope = (margin: number) => -1 / (1 + Math.exp(margin));
    const start = { weights: new Float64Array(8), bias: 0 };
    expect(gradientLength(problem, trainLogisticRegression(problem), slope)).toBeLessThan(
      gradientLength(problem, start, slope) / 50,
    );
  });

  it('give the same weights again from the same seed', () => {
    expect(trainLinearSvm(clouds(60))).toEqual(trainLinearSvm(clouds(60)));
    expect(trainLogisticRegression(clouds(60))).toEqual(trainLogisticRegression(clouds(60)));
  });

  it('a row that costs more is fitted better', () => {
    const problem = clouds(60);
    const costs = problem.costs.map((cost, i) => (i === 0 ? 50 : cost));
    const margin = (costsOfRows: Float64Array) => {
      const { weights, bias } = trainLinearSvm({ ...problem, costs: costsOfRows });
      return problem.signs[0]! * (dot(problem.rows, 0, weights) + bias);
    };
    expect(margin(costs)).toBeGreaterThan(margin(problem.costs));
  });
});

import type { BinaryProblem, LinearWeights } from './linear-svm.js';
import { seededRandom, shuffle } from './random.js';
import { addScaled, dot, squaredLengths } from './sparse-rows.js';

const passesMax = 100;
const tolerance = 0.05;
const newtonStepsMax = 30;

/** Minimises one coordinate of the dual: z in (0, cost). Newton steps, pulled back where they leave the interval. */
function solveCoordinate(
  cost: number,
  curvature: number,
  slope: number,
  start: number,
  accuracy: number,
): number {
  let z = cost - start < 0.5 * cost ? 0.1 * start : start;
  for (let step = 0; step < newtonStepsMax; step += 1) {
    const gradient = curvature * (z - start) + slope + Math.log(z / (cost - z));
    if (Math.abs(gradient) < accuracy) break;
    const next = z - gradient / (curvature + cost / (cost - z) / z);
    z = next <= 0 ? z * 0.1 : Math.min(next, cost * (1 - 1e-12));
  }
  return z;
}

/**
 * L2-regularised logistic regression by dual coordinate descent; the bias is one more feature of value 1.
 * Source: Yu, Huang and Lin, "Dual coordinate descent methods for logistic regression and maximum entropy models",
 * Machine Learning 85, 2011, algorithm 5.
 */
export function trainLogisticRegression({ rows, signs, costs, seed }: BinaryProblem): LinearWeights {
  const weights = new Float64Array(rows.columns);
  let bias = 0;
  const lengths = squaredLengths(rows);
  const alphas = Float64Array.from(costs, (cost) => Math.min(0.001 * cost, 1e-8));
  const order = Uint32Array.from({ length: rows.rows }, (_, i) => i);
  for (const i of order) {
    addScaled(rows, i, signs[i]! * alphas[i]!, weights);
    bias += signs[i]! * alphas[i]!;
  }
  const random = seededRandom(seed);
  for (let pass = 0; pass < passesMax; pass += 1) {
    shuffle(order, random);
    let violationMax = 0;
    for (const i of order) {
      const cost = costs[i]!;
      const sign = signs[i]!;
      const curvature = lengths[i]! + 1;
      const slope = sign * (dot(rows, i, weights) + bias);
      const alpha = alphas[i]!;
      violationMax = Math.max(violationMax, Math.abs(slope + Math.log(alpha / (cost - alpha))));
      // The two duals of a row sum to its cost; the nearer bound is solved, because log(z) is steep there.
      const mirrored = 0.5 * curvature * (cost - 2 * alpha) + slope < 0;
      const solved = mirrored
        ? cost - solveCoordinate(cost, curvature, -slope, cost - alpha, 1e-3)
        : solveCoordinate(cost, curvature, slope, alpha, 1e-3);
      if (solved === alpha) continue;
      alphas[i] = solved;
      addScaled(rows, i, sign * (solved - alpha), weights);
      bias += sign * (solved - alpha);
    }
    if (violationMax < tolerance) break;
  }
  return { weights, bias };
}

import { seededRandom, shuffle } from './random.js';
import { addScaled, dot, type SparseRows, squaredLengths } from './sparse-rows.js';

export interface BinaryProblem {
  readonly rows: SparseRows;
  /** +1 or -1 per row. */
  readonly signs: Int8Array;
  /** Cost per row: C times the weight of its class. */
  readonly costs: Float64Array;
  readonly seed: number;
}

export interface LinearWeights {
  readonly weights: Float64Array;
  readonly bias: number;
}

const passesMax = 200;
/** Largest violation of the optimality conditions at which the solver stops; liblinear's own default is 0.1. */
const tolerance = 0.05;

/**
 * L2-regularised, L2-loss support vector machine by dual coordinate descent; the bias is one more feature of value 1.
 * Source: Hsieh et al., "A dual coordinate descent method for large-scale linear SVM", ICML 2008, algorithm 1.
 */
export function trainLinearSvm({ rows, signs, costs, seed }: BinaryProblem): LinearWeights {
  const weights = new Float64Array(rows.columns);
  let bias = 0;
  const alphas = new Float64Array(rows.rows);
  const lengths = squaredLengths(rows);
  const order = Uint32Array.from({ length: rows.rows }, (_, i) => i);
  const random = seededRandom(seed);
  for (let pass = 0; pass < passesMax; pass += 1) {
    shuffle(order, random);
    let violationMax = 0;
    for (const i of order) {
      const sign = signs[i]!;
      const slack = 0.5 / costs[i]!;
      const gradient = sign * (dot(rows, i, weights) + bias) - 1 + alphas[i]! * slack;
      const projected = alphas[i] === 0 ? Math.min(gradient, 0) : gradient;
      violationMax = Math.max(violationMax, Math.abs(projected));
      if (Math.abs(projected) < 1e-12) continue;
      const before = alphas[i]!;
      alphas[i] = Math.max(before - gradient / (lengths[i]! + 1 + slack), 0);
      const step = (alphas[i]! - before) * sign;
      addScaled(rows, i, step, weights);
      bias += step;
    }
    if (violationMax < tolerance) break;
  }
  return { weights, bias };
}

import type { SparseRow } from '../sparse-rows.js';
import type { ClassWeights } from './learned-post.js';

function margins(model: ClassWeights, { indexes, values }: SparseRow, polarity: readonly number[]): number[] {
  return model.columns.map((column, k) => {
    let sum = model.biases[k]!;
    for (let i = 0; i < indexes.length; i += 1) sum += column[indexes[i]!]! * values[i]!;
    model.polarity[k]!.forEach((weight, i) => {
      sum += weight * polarity[i]!;
    });
    return sum;
  });
}

/**
 * Divides a model by `models` times the standard deviation of its margins on the training rows: so many such models add up
 * to their mean.
 */
export function standardised(
  model: ClassWeights,
  rows: readonly SparseRow[],
  polarity: readonly (readonly number[])[],
  models: number,
): ClassWeights {
  const all = rows.flatMap((row, i) => margins(model, row, polarity[i]!));
  const mean = all.reduce((a, b) => a + b, 0) / all.length;
  const variance = all.reduce((sum, margin) => sum + (margin - mean) ** 2, 0) / all.length;
  const scale = 1 / (models * (Math.sqrt(variance) || 1));
  return {
    columns: model.columns.map((column) => column.map((weight) => weight * scale)),
    polarity: model.polarity.map((weights) => weights.map((weight) => weight * scale)),
    biases: model.biases.map((bias) => bias * scale),
  };
}

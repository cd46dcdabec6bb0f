/** Rows of a sparse matrix: row i has `indexes[offsets[i] … offsets[i + 1])` with `values` at the same places. */
export interface SparseRows {
  readonly rows: number;
  /** Every index is below this. */
  readonly columns: number;
  readonly offsets: Uint32Array;
  readonly indexes: Uint32Array;
  readonly values: Float32Array;
}

export interface SparseRow {
  readonly indexes: ArrayLike<number>;
  readonly values: ArrayLike<number>;
}

export function sparseRows(rows: readonly SparseRow[], columns: number): SparseRows {
  const offsets = new Uint32Array(rows.length + 1);
  rows.forEach((row, i) => {
    offsets[i + 1] = offsets[i]! + row.indexes.length;
  });
  const indexes = new Uint32Array(offsets[rows.length]!);
  const values = new Float32Array(offsets[rows.length]!);
  rows.forEach((row, i) => {
    indexes.set(row.indexes as ArrayLike<number>, offsets[i]!);
    values.set(row.values as ArrayLike<number>, offsets[i]!);
  });
  return { rows: rows.length, columns, offsets, indexes, values };
}

/** weights · row. */
export function dot(matrix: SparseRows, row: number, weights: Float64Array): number {
  const { offsets, indexes, values } = matrix;
  const end = offsets[row + 1]!;
  let sum = 0;
  for (let k = offsets[row]!; k < end; k += 1) sum += weights[indexes[k]!]! * values[k]!;
  return sum;
}

/** weights += factor × row. */
export function addScaled(matrix: SparseRows, row: number, factor: number, weights: Float64Array): void {
  const { offsets, indexes, values } = matrix;
  const end = offsets[row + 1]!;
  for (let k = offsets[row]!; k < end; k += 1) weights[indexes[k]!]! += factor * values[k]!;
}

/** Squared length of each row. */
export function squaredLengths(matrix: SparseRows): Float64Array {
  const lengths = new Float64Array(matrix.rows);
  for (let row = 0; row < matrix.rows; row += 1) {
    let sum = 0;
    for (let k = matrix.offsets[row]!; k < matrix.offsets[row + 1]!; k += 1) sum += matrix.values[k]! ** 2;
    lengths[row] = sum;
  }
  return lengths;
}

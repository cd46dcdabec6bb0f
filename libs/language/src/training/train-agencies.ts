import { countAgencyFeatures, featureValue, unitVector } from '../agencies/agency-counts.js';
import type { AgencyModel } from '../agencies/agency-model.js';
import { tokenize } from '../tokens/tokenize.js';
import { calibrateMargins } from './calibrate-margins.js';
import { type LinearWeights, trainLinearSvm } from './linear-svm.js';
import { type SparseRow, sparseRows } from './sparse-rows.js';

export interface HandledComplaint {
  readonly text: string;
  readonly agency: string;
}

const cost = 0.3;
/** A feature of fewer complaints is left out. */
const complaintsMin = 2;
/** Parts in order of time; each is judged by models that learned from the others, to tell how far margins can be trusted. */
const blocks = 5;
const seed = 1;

type Counts = readonly (readonly [feature: number, count: number])[];

/**
 * A linear SVM, one agency against the rest, over TF-IDF words, pairs of words up to two apart, subjects and character
 * n-grams, with chances calibrated on complaints that were held out: what a region can train on thousands of handled
 * complaints of its own. Deterministic.
 * @param complaints in order of time
 */
export function trainAgencies(complaints: readonly HandledComplaint[]): AgencyModel {
  const counted = complaints.map(({ text }): Counts => [...countAgencyFeatures(tokenize(text))]);
  const { hashes, values } = vocabularyOf(counted);
  const rowOf = new Map(Array.from(hashes, (hash, row) => [hash, row]));
  const rows = counted.map((counts): SparseRow => {
    const vector = unitVector(counts, rowOf, values);
    return { indexes: vector.rows, values: vector.values };
  });
  const agencies = [...new Set(complaints.map(({ agency }) => agency))].sort();
  const labels = complaints.map(({ agency }) => agencies.indexOf(agency));
  const { scale, biases } = calibrateMargins(
    heldOutMargins(rows, labels, hashes.length, agencies.length),
    labels,
  );
  const solved = solveAll(rows, labels, hashes.length, agencies.length);
  const weights = new Float32Array(hashes.length * agencies.length);
  for (const [agency, { weights: column }] of solved.entries())
    for (let row = 0; row < hashes.length; row += 1)
      weights[row * agencies.length + agency] = column[row]! * scale;
  return {
    agencies,
    hashes,
    values,
    weights,
    biases: biases.map((bias, k) => bias + solved[k]!.bias * scale),
  };
}

function vocabularyOf(counted: readonly Counts[]): Pick<AgencyModel, 'hashes' | 'values'> {
  const frequencies = new Map<number, number>();
  for (const counts of counted)
    for (const [feature] of counts) frequencies.set(feature, (frequencies.get(feature) ?? 0) + 1);
  const known = [...frequencies].filter(([, frequency]) => frequency >= complaintsMin);
  return {
    hashes: Uint32Array.from(known, ([feature]) => feature),
    values: Float32Array.from(known, ([feature, frequency]) =>
      featureValue(feature, Math.log((1 + counted.length) / (1 + frequency)) + 1),
    ),
  };
}

/** The margins of each row by models that did not see its block. */
function heldOutMargins(
  rows: readonly SparseRow[],
  labels: readonly number[],
  columns: number,
  classes: number,
): Float64Array[] {
  const blockOf = (at: number): number => Math.floor((at * blocks) / rows.length);
  return Array.from({ length: blocks }, (_, block) => {
    const isKept = (_row: unknown, at: number): boolean => blockOf(at) !== block;
    const solved = solveAll(rows.filter(isKept), labels.filter(isKept), columns, classes);
    return rows.filter((_row, at) => blockOf(at) === block).map((row) => marginsOf(row, solved));
  }).flat();
}

const marginsOf = ({ indexes, values }: SparseRow, solved: readonly LinearWeights[]): Float64Array =>
  Float64Array.from(solved, ({ weights, bias }) => {
    let margin = bias;
    for (let i = 0; i < indexes.length; i += 1) margin += weights[indexes[i]!]! * values[i]!;
    return margin;
  });

/** Between no balance and full balance of the two sides: the rare agencies gain and the frequent ones hardly lose. */
function solveAll(
  rows: readonly SparseRow[],
  labels: readonly number[],
  columns: number,
  classes: number,
): LinearWeights[] {
  const matrix = sparseRows(rows, columns);
  return Array.from({ length: classes }, (_, agency) => {
    const members = labels.filter((label) => label === agency).length;
    const costs = Float64Array.from(labels, (label) => {
      const side = label === agency ? members : labels.length - members;
      return cost * Math.sqrt(labels.length / (2 * Math.max(1, side)));
    });
    const signs = Int8Array.from(labels, (label) => (label === agency ? 1 : -1));
    return trainLinearSvm({ rows: matrix, signs, costs, seed });
  });
}

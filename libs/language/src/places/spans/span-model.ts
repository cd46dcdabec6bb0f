import { decodeWeights, encodeWeights } from '../../hashing/weights-file.js';
import { featureRows } from './span-features.js';

/** outside, begins a place, goes on with it, part of a person's name, part of another name. */
export const spanTags = ['outside', 'begins', 'inside', 'person', 'otherName'] as const;
export type SpanTag = (typeof spanTags)[number];
export const tagCount = spanTags.length;
export const begins = 1;
export const inside = 2;

/**
 * How a set of texts was annotated: NERP counts the Russia of *presiden Rusia* as a place, idner-news-2k does not. Weights are
 * learned once for all and once more for each convention (Daumé 2007, "Frustratingly Easy Domain Adaptation").
 */
export const spanConventions = ['common', 'nerp', 'nergrit', 'idner'] as const;
export type SpanConvention = (typeof spanConventions)[number];

/** Weights of a linear chain: `featureRows` × tags, then tag × next tag and the first tag. */
export interface SpanModel {
  readonly weights: Float32Array;
  readonly transitions: Float32Array;
}

export const transitionCount = tagCount * tagCount + tagCount;
export const weightCount = featureRows * tagCount;

/** A model of each convention; all but `common` are what is added to it. */
export type SpanLayers = Readonly<Record<SpanConvention, SpanModel>>;

export const emptySpanModel = (): SpanModel => ({
  weights: new Float32Array(weightCount),
  transitions: new Float32Array(transitionCount),
});

interface Header {
  /** What one step of a layer's bytes stands for. */
  readonly steps: readonly number[];
}

/** 127 steps reach the largest weight that matters; the few beyond are cut. */
const steps = 127;
const weightMax = 3;
const kind = 'place-spans';

const toBytes = (values: Float32Array, step: number): Int8Array =>
  Int8Array.from(values, (value) => Math.max(-steps, Math.min(steps, Math.round(value / step))));

/** Weights with one byte each, transitions with four. */
export function packSpanLayers(layers: SpanLayers): Uint8Array {
  const models = spanConventions.map((convention) => layers[convention]);
  const header: Header = { steps: models.map(() => weightMax / steps) };
  const parts = models.flatMap(({ weights, transitions }, at) => [
    toBytes(weights, header.steps[at]!),
    transitions,
  ]);
  return encodeWeights(kind, header, parts);
}

/**
 * The model for texts annotated by `convention`, its layers already added up.
 * @throws Error when the bytes are not those of `packSpanLayers`
 */
export function readSpanModel(bytes: Uint8Array, convention: SpanConvention = 'common'): SpanModel {
  const { header, parts } = decodeWeights<Header>(kind, bytes);
  const model = emptySpanModel();
  for (const [at, name] of spanConventions.entries()) {
    if (name !== 'common' && name !== convention) continue;
    const weights = new Int8Array(parts[2 * at]!.buffer);
    const transitions = new Float32Array(parts[2 * at + 1]!.buffer);
    if (weights.length !== weightCount || transitions.length !== transitionCount)
      throw new Error(`a ${kind} model of another size`);
    const step = header.steps[at]!;
    for (let i = 0; i < weightCount; i += 1) if (weights[i] !== 0) model.weights[i]! += weights[i]! * step;
    for (let i = 0; i < transitionCount; i += 1) model.transitions[i]! += transitions[i]!;
  }
  return model;
}

/** One model with the layer of a convention on top of the common one. */
export function withLayer(common: SpanModel, layer: SpanModel): SpanModel {
  return {
    weights: common.weights.map((weight, at) => weight + layer.weights[at]!),
    transitions: common.transitions.map((weight, at) => weight + layer.transitions[at]!),
  };
}

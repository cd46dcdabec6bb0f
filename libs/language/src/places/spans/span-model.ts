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
  readonly weights: Float32Array | Int8Array;
  /** What 1 in `weights` stands for. */
  readonly step: number;
  readonly transitions: Float32Array;
}

export const transitionCount = tagCount * tagCount + tagCount;
export const weightCount = featureRows * tagCount;

/** A model of each convention; all but `common` are what is added to it. */
export type SpanLayers = Readonly<Record<SpanConvention, SpanModel>>;

interface Header {
  readonly step: number;
}

const kind = 'place-spans';
/** 127 steps reach the largest weight that matters; the few beyond are cut. */
const steps = 127;
const weightMax = 1;

/** One byte a weight. */
export function packSpanModel({ weights, step, transitions }: SpanModel): Uint8Array {
  const packedStep = weightMax / steps;
  const bytes = Int8Array.from(weights, (weight) =>
    Math.max(-steps, Math.min(steps, Math.round((weight * step) / packedStep))),
  );
  return encodeWeights(kind, { step: packedStep } satisfies Header, [bytes, transitions]);
}

/** @throws Error when the bytes are not those of `packSpanModel` */
export function readSpanModel(bytes: Uint8Array): SpanModel {
  const { header, parts } = decodeWeights<Header>(kind, bytes);
  const [weights, transitions] = parts;
  if (weights?.length !== weightCount || transitions?.length !== transitionCount * 4)
    throw new Error(`a ${kind} model of another size`);
  return {
    weights: new Int8Array(weights.buffer),
    step: header.step,
    transitions: new Float32Array(transitions.buffer),
  };
}

/** One model with the layer of a convention on top of the common one. */
export function withLayer(common: SpanModel, layer: SpanModel): SpanModel {
  return {
    weights: Float32Array.from(
      common.weights,
      (weight, at) => weight * common.step + layer.weights[at]! * layer.step,
    ),
    step: 1,
    transitions: common.transitions.map((weight, at) => weight + layer.transitions[at]!),
  };
}

import { featureRows } from './span-features.js';

/** outside, begins a place, goes on with it, part of a person's name, part of another name. */
export const spanTags = ['outside', 'begins', 'inside', 'person', 'otherName'] as const;
export type SpanTag = (typeof spanTags)[number];
export const tagCount = spanTags.length;
export const begins = 1;
export const inside = 2;

/** Weights of a linear chain: `rows` × tags, then tag × next tag, then first tag. */
export interface SpanModel {
  readonly weights: Float32Array | Int8Array;
  readonly transitions: Float32Array | Int8Array;
}

const transitionCount = tagCount * tagCount + tagCount;
const modelBytes = featureRows * tagCount + transitionCount;

/** Steps of one byte: 127 stands for the largest weight. Scores only compare, so the step's size need not be kept. */
export function packSpanModel(model: SpanModel): Uint8Array {
  let largest = 1e-9;
  for (const list of [model.weights, model.transitions])
    for (const weight of list) largest = Math.max(largest, Math.abs(weight));
  const packed = new Int8Array(modelBytes);
  packed.set(Int8Array.from(model.weights, (weight) => Math.round((weight / largest) * 127)));
  packed.set(
    Int8Array.from(model.transitions, (weight) => Math.round((weight / largest) * 127)),
    featureRows * tagCount,
  );
  return new Uint8Array(packed.buffer);
}

/** @throws RangeError when the bytes are not those of `packSpanModel` */
export function readSpanModel(bytes: Uint8Array): SpanModel {
  if (bytes.length !== modelBytes)
    throw new RangeError(`A place-span model has ${modelBytes} bytes, this one ${bytes.length}`);
  const packed = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  return {
    weights: packed.subarray(0, featureRows * tagCount),
    transitions: packed.subarray(featureRows * tagCount),
  };
}

/** A place can only go on where it has begun. */
const mayFollow = (tag: number, previous: number): boolean =>
  tag !== inside || previous === begins || previous === inside;

function emissions(features: Int32Array, weights: SpanModel['weights']): Float64Array {
  const scores = new Float64Array(tagCount);
  for (const row of features)
    for (let tag = 0; tag < tagCount; tag += 1) scores[tag]! += weights[row * tagCount + tag]!;
  return scores;
}

function bestPrevious(
  scores: Float64Array,
  from: number,
  tag: number,
  transitions: SpanModel['transitions'],
) {
  let best = Number.NEGATIVE_INFINITY;
  let which = 0;
  for (let previous = 0; previous < tagCount; previous += 1) {
    if (!mayFollow(tag, previous)) continue;
    const score = scores[from + previous]! + transitions[previous * tagCount + tag]!;
    if (score > best) {
      best = score;
      which = previous;
    }
  }
  return { best, which };
}

/** The best chain of tags for the words whose features are given (Viterbi). */
export function bestTags(features: readonly Int32Array[], model: SpanModel): Uint8Array {
  const { weights, transitions } = model;
  const tags = new Uint8Array(features.length);
  if (features.length === 0) return tags;
  const scores = new Float64Array(features.length * tagCount);
  const previous = new Uint8Array(features.length * tagCount);
  features.forEach((rows, i) => {
    const own = emissions(rows, weights);
    for (let tag = 0; tag < tagCount; tag += 1) {
      const at = i * tagCount + tag;
      if (i === 0) {
        scores[at] = own[tag]! + (tag === inside ? -1e9 : transitions[tagCount * tagCount + tag]!);
        continue;
      }
      const { best, which } = bestPrevious(scores, at - tag - tagCount, tag, transitions);
      scores[at] = own[tag]! + best;
      previous[at] = which;
    }
  });
  const last = (features.length - 1) * tagCount;
  let tag = 0;
  for (let other = 1; other < tagCount; other += 1)
    if (scores[last + other]! > scores[last + tag]!) tag = other;
  for (let i = features.length - 1; i >= 0; i -= 1) {
    tags[i] = tag;
    tag = previous[i * tagCount + tag]!;
  }
  return tags;
}

import type { SpanFeatures } from './span-features.js';
import { begins, inside, type SpanModel, tagCount } from './span-model.js';

/** A tag that cannot follow: its score loses against everything, its weight is 0. */
const impossible = -1e4;
const first = tagCount * tagCount;

/** Scores of tag after tag, and of the first tag; a place can only go on where it has begun. */
function allowedTransitions(transitions: SpanModel['transitions']): Float64Array {
  const allowed = Float64Array.from(transitions);
  for (let tag = 0; tag < tagCount; tag += 1)
    if (tag !== begins && tag !== inside) allowed[tag * tagCount + inside] = impossible;
  allowed[first + inside] = impossible;
  return allowed;
}

const weightsOfSteps = new WeakMap<SpanModel['transitions'], Float64Array>();

/** The same as weights instead of scores, worked out once for a model. */
function stepWeights(transitions: SpanModel['transitions']): Float64Array {
  const known = weightsOfSteps.get(transitions);
  if (known) return known;
  const weights = allowedTransitions(transitions).map(Math.exp);
  weightsOfSteps.set(transitions, weights);
  return weights;
}

/** Scores of each tag for each word, by its features alone. */
export function emissionsOf(
  { rows, starts }: SpanFeatures,
  { weights, step }: Pick<SpanModel, 'weights' | 'step'>,
): Float64Array {
  const count = starts.length - 1;
  const scores = new Float64Array(count * tagCount);
  for (let i = 0; i < count; i += 1) {
    let [s0, s1, s2, s3, s4] = [0, 0, 0, 0, 0];
    const end = starts[i + 1]!;
    for (let at = starts[i]!; at < end; at += 1) {
      const row = rows[at]! * tagCount;
      s0 += weights[row]!;
      s1 += weights[row + 1]!;
      s2 += weights[row + 2]!;
      s3 += weights[row + 3]!;
      s4 += weights[row + 4]!;
    }
    const own = i * tagCount;
    scores[own] = s0 * step;
    scores[own + 1] = s1 * step;
    scores[own + 2] = s2 * step;
    scores[own + 3] = s3 * step;
    scores[own + 4] = s4 * step;
  }
  return scores;
}

/** The best chain of tags (Viterbi). */
export function bestTags(emissions: Float64Array, transitions: SpanModel['transitions']): Uint8Array {
  const count = emissions.length / tagCount;
  const tags = new Uint8Array(count);
  if (count === 0) return tags;
  const steps = allowedTransitions(transitions);
  const scores = Float64Array.from(emissions);
  const cameFrom = new Uint8Array(count * tagCount);
  for (let tag = 0; tag < tagCount; tag += 1) scores[tag]! += steps[first + tag]!;
  for (let at = tagCount; at < scores.length; at += 1) {
    const tag = at % tagCount;
    const before = at - tag - tagCount;
    let best = Number.NEGATIVE_INFINITY;
    for (let previous = 0; previous < tagCount; previous += 1) {
      const score = scores[before + previous]! + steps[previous * tagCount + tag]!;
      if (score <= best) continue;
      best = score;
      cameFrom[at] = previous;
    }
    scores[at]! += best;
  }
  const last = scores.length - tagCount;
  let tag = 0;
  for (let other = 1; other < tagCount; other += 1)
    if (scores[last + other]! > scores[last + tag]!) tag = other;
  for (let i = count - 1; i >= 0; i -= 1) {
    tags[i] = tag;
    tag = cameFrom[i * tagCount + tag]!;
  }
  return tags;
}

/** What forward and backward passes leave behind: enough for the chance of each tag and of each pair of tags. */
export interface Passes {
  readonly forward: Float64Array;
  readonly backward: Float64Array;
  /** exp of the emissions, the largest of each word being 1, and of the transitions. */
  readonly potentials: Float64Array;
  readonly steps: Float64Array;
}

function potentialsOf(emissions: Float64Array): Float64Array {
  const potentials = new Float64Array(emissions.length);
  for (let from = 0; from < emissions.length; from += tagCount) {
    let largest = emissions[from]!;
    for (let tag = 1; tag < tagCount; tag += 1) largest = Math.max(largest, emissions[from + tag]!);
    for (let tag = 0; tag < tagCount; tag += 1)
      potentials[from + tag] = Math.exp(emissions[from + tag]! - largest);
  }
  return potentials;
}

function normalise(values: Float64Array, from: number): void {
  let sum = 0;
  for (let tag = 0; tag < tagCount; tag += 1) sum += values[from + tag]!;
  for (let tag = 0; tag < tagCount; tag += 1) values[from + tag]! /= sum;
}

/** Forward-backward (Rabiner 1989), each word's values summing to 1 so that long texts do not underflow. */
export function passesOf(emissions: Float64Array, transitions: SpanModel['transitions']): Passes {
  const potentials = potentialsOf(emissions);
  const steps = stepWeights(transitions);
  const forward = new Float64Array(emissions.length);
  const backward = new Float64Array(emissions.length).fill(1);
  for (let at = 0; at < forward.length; at += 1) {
    const tag = at % tagCount;
    let sum = at < tagCount ? steps[first + tag]! : 0;
    if (at >= tagCount)
      for (let previous = 0; previous < tagCount; previous += 1)
        sum += forward[at - tag - tagCount + previous]! * steps[previous * tagCount + tag]!;
    forward[at] = sum * potentials[at]!;
    if (tag === tagCount - 1) normalise(forward, at - tag);
  }
  for (let from = backward.length - 2 * tagCount; from >= 0; from -= tagCount) {
    for (let tag = 0; tag < tagCount; tag += 1) {
      let sum = 0;
      for (let next = 0; next < tagCount; next += 1) {
        const at = from + tagCount + next;
        sum += steps[tag * tagCount + next]! * potentials[at]! * backward[at]!;
      }
      backward[from + tag] = sum;
    }
    normalise(backward, from);
  }
  return { forward, backward, potentials, steps };
}

/** The chance of each tag for each word. */
export function tagChances({ forward, backward }: Passes): Float64Array {
  const chances = forward.map((value, at) => value * backward[at]!);
  for (let from = 0; from < chances.length; from += tagCount) normalise(chances, from);
  return chances;
}

import { shuffle } from '../../training/random.js';
import type { Gazetteer } from '../gazetteer.js';
import { featureRows, spanFeatures } from './span-features.js';
import { bestTags, type SpanModel, type SpanTag, spanTags, tagCount } from './span-model.js';

/** A text with its words as written and their tags. */
export interface TaggedText {
  readonly words: readonly string[];
  readonly tags: readonly SpanTag[];
}

export interface SpanTrainingOptions {
  /** Models to train in differently shuffled orders; their mean is worth a point of F1 and depends less on luck. */
  readonly runs: number;
  readonly epochs: number;
  /** Numbers in [0, 1) from a seeded source: the same seed gives the same model. */
  readonly random: () => number;
  /** Features seen less often are left out. */
  readonly featureCountMin: number;
}

interface Example {
  readonly features: Int32Array[];
  readonly tags: Uint8Array;
}

function examplesOf(texts: readonly TaggedText[], gazetteer: Gazetteer, featureCountMin: number): Example[] {
  const counts = new Uint32Array(featureRows);
  const examples = texts.map(({ words, tags }) => ({
    features: spanFeatures(words, gazetteer),
    tags: Uint8Array.from(tags, (tag) => spanTags.indexOf(tag)),
  }));
  for (const { features } of examples) for (const rows of features) for (const row of rows) counts[row]! += 1;
  return examples.map(({ features, tags }) => ({
    features: features.map((rows) => rows.filter((row) => counts[row]! >= featureCountMin)),
    tags,
  }));
}

/** Weights with their sum over time, so that the mean over all steps costs nothing to keep. */
class AveragedWeights {
  readonly now: Float32Array;
  private readonly late: Float64Array;
  constructor(size: number) {
    this.now = new Float32Array(size);
    this.late = new Float64Array(size);
  }
  add(index: number, amount: number, step: number): void {
    this.now[index]! += amount;
    this.late[index]! += amount * step;
  }
  mean(steps: number): Float32Array {
    return this.now.map((weight, index) => weight - this.late[index]! / steps);
  }
}

function learn(example: Example, weights: AveragedWeights, transitions: AveragedWeights, step: number): void {
  const { features, tags } = example;
  const guess = bestTags(features, { weights: weights.now, transitions: transitions.now });
  const transition = (list: Uint8Array, i: number): number =>
    (i === 0 ? tagCount : list[i - 1]!) * tagCount + list[i]!;
  features.forEach((rows, i) => {
    if (guess[i] !== tags[i])
      for (const row of rows) {
        weights.add(row * tagCount + tags[i]!, 1, step);
        weights.add(row * tagCount + guess[i]!, -1, step);
      }
    const [right, wrong] = [transition(tags, i), transition(guess, i)];
    if (right === wrong) return;
    transitions.add(right, 1, step);
    transitions.add(wrong, -1, step);
  });
}

/** One pass of training from zero. */
function trainOnce(examples: readonly Example[], epochs: number, random: () => number): SpanModel {
  const weights = new AveragedWeights(featureRows * tagCount);
  const transitions = new AveragedWeights(tagCount * tagCount + tagCount);
  const order = Uint32Array.from(examples, (_, index) => index);
  let step = 1;
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, random);
    for (const index of order) {
      learn(examples[index]!, weights, transitions, step);
      step += 1;
    }
  }
  return { weights: weights.mean(step), transitions: transitions.mean(step) };
}

/** Averaged structured perceptron (Collins 2002, "Discriminative Training Methods for Hidden Markov Models"). */
export function trainPlaceSpans(
  texts: readonly TaggedText[],
  gazetteer: Gazetteer,
  options: SpanTrainingOptions,
): SpanModel {
  const examples = examplesOf(texts, gazetteer, options.featureCountMin);
  const weights = new Float32Array(featureRows * tagCount);
  const transitions = new Float32Array(tagCount * tagCount + tagCount);
  for (let run = 0; run < options.runs; run += 1) {
    const model = trainOnce(examples, options.epochs, options.random);
    for (let i = 0; i < weights.length; i += 1) weights[i]! += model.weights[i]! / options.runs;
    for (let i = 0; i < transitions.length; i += 1) transitions[i]! += model.transitions[i]! / options.runs;
  }
  return { weights, transitions };
}

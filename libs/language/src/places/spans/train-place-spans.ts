import { shuffle } from '../../training/random.js';
import type { Gazetteer } from '../gazetteer.js';
import { wordMarks } from './mark-place-spans.js';
import { emissionsOf, type Passes, passesOf, tagChances } from './span-chain.js';
import { featureRows, type SpanFeatures, spanFeatures } from './span-features.js';
import {
  begins,
  type SpanConvention,
  type SpanLayers,
  type SpanModel,
  type SpanTag,
  spanConventions,
  spanTags,
  tagCount,
  transitionCount,
  weightCount,
} from './span-model.js';
import { hasCapital, spanWords } from './span-words.js';

/** A text with its words as written and their tags. */
export interface TaggedText {
  readonly words: readonly string[];
  readonly tags: readonly SpanTag[];
  /** How it was annotated; texts that say nothing teach the common layer alone. */
  readonly convention?: SpanConvention;
}

export interface SpanTrainingOptions {
  readonly epochs: number;
  /** Numbers in [0, 1) from a seeded source: the same seed gives the same model. */
  readonly random: () => number;
  /** Features seen less often are left out. */
  readonly featureCountMin: number;
  /** Share of features hidden at each step, so that no single one is relied on. */
  readonly dropShare: number;
  readonly learningRate: number;
  readonly decay: number;
  /** Added to the score of beginning a place: recall for precision, where the file of figures counts both alike. */
  readonly placeBias: number;
}

interface Example {
  readonly features: SpanFeatures;
  readonly tags: Uint8Array;
  readonly layer: SpanConvention;
}

function featuresOf(words: readonly string[], gazetteer: Gazetteer): SpanFeatures {
  return spanFeatures(spanWords(words, wordMarks(words, gazetteer), hasCapital(words)));
}

function keepRows({ rows, starts }: SpanFeatures, keeps: (row: number) => boolean): SpanFeatures {
  const kept = new Int32Array(rows.length);
  const keptStarts = new Int32Array(starts.length);
  let to = 0;
  for (let i = 0; i + 1 < starts.length; i += 1) {
    for (let at = starts[i]!; at < starts[i + 1]!; at += 1) if (keeps(rows[at]!)) kept[to++] = rows[at]!;
    keptStarts[i + 1] = to;
  }
  return { rows: kept.slice(0, to), starts: keptStarts };
}

function examplesOf(texts: readonly TaggedText[], gazetteer: Gazetteer, featureCountMin: number): Example[] {
  const counts = new Uint32Array(featureRows);
  const all = texts.map(({ words }) => featuresOf(words, gazetteer));
  for (const { rows } of all) for (const row of rows) counts[row]! += 1;
  return texts.map(({ tags, convention }, at) => ({
    features: keepRows(all[at]!, (row) => counts[row]! >= featureCountMin),
    tags: Uint8Array.from(tags, (tag) => spanTags.indexOf(tag)),
    layer: convention ?? 'common',
  }));
}

/** Smaller errors change nothing that one byte a weight could hold. */
const errorMin = 1e-3;

/** Weights that learn by AdaGrad (Duchi et al. 2011), and their sum over the epochs for the mean. */
class Learner {
  readonly now: Float32Array;
  private readonly squares: Float32Array;
  private readonly sum: Float64Array;
  private sums = 0;
  constructor(
    size: number,
    private readonly rate: number,
    private readonly decay: number,
  ) {
    this.now = new Float32Array(size);
    this.squares = new Float32Array(size).fill(1e-3);
    this.sum = new Float64Array(size);
  }
  step(at: number, error: number): void {
    const slope = error - this.decay * this.now[at]!;
    this.squares[at]! += slope * slope;
    this.now[at]! += (this.rate * slope) / Math.sqrt(this.squares[at]!);
  }
  remember(): void {
    this.sums += 1;
    for (let at = 0; at < this.now.length; at += 1) this.sum[at]! += this.now[at]!;
  }
  mean(scale: number): Float32Array {
    return Float32Array.from(this.sum, (value) => (value / this.sums) * scale);
  }
}

interface Layer {
  readonly weights: Learner;
  readonly transitions: Learner;
}

function learnWords({ features, tags }: Example, passes: Passes, layers: readonly Layer[]): void {
  const errors = tagChances(passes);
  for (let i = 0; i < tags.length; i += 1)
    for (let tag = 0; tag < tagCount; tag += 1) {
      const error = (tags[i] === tag ? 1 : 0) - errors[i * tagCount + tag]!;
      if (error < errorMin && error > -errorMin) continue;
      for (const { weights } of layers)
        for (let at = features.starts[i]!; at < features.starts[i + 1]!; at += 1)
          weights.step(features.rows[at]! * tagCount + tag, error);
    }
}

/** Chances of each tag (down) with the next (across) between word `i - 1` and word `i`. */
function pairChances({ forward, backward, potentials, steps }: Passes, i: number): Float64Array {
  const pairs = new Float64Array(tagCount * tagCount);
  let sum = 0;
  for (let at = 0; at < pairs.length; at += 1) {
    const tag = at % tagCount;
    const here = i * tagCount + tag;
    const before = (i - 1) * tagCount + (at - tag) / tagCount;
    pairs[at] = forward[before]! * steps[at]! * potentials[here]! * backward[here]!;
    sum += pairs[at]!;
  }
  return pairs.map((chance) => chance / sum);
}

function learnTransitions({ tags }: Example, passes: Passes, layers: readonly Layer[]): void {
  const first = tagChances(passes);
  for (const { transitions } of layers)
    for (let tag = 0; tag < tagCount; tag += 1)
      transitions.step(tagCount * tagCount + tag, (tags[0] === tag ? 1 : 0) - first[tag]!);
  for (let i = 1; i < tags.length; i += 1) {
    const chances = pairChances(passes, i);
    const right = tags[i - 1]! * tagCount + tags[i]!;
    for (let at = 0; at < chances.length; at += 1) {
      const error = (at === right ? 1 : 0) - chances[at]!;
      if (error < errorMin && error > -errorMin) continue;
      for (const { transitions } of layers) transitions.step(at, error);
    }
  }
}

/** What an example is scored with: the sum of its layers, over its rows only, so that a step costs no more than its features. */
function emissionsIn({ features }: Example, layers: readonly Layer[]): Float64Array {
  const scores = new Float64Array((features.starts.length - 1) * tagCount);
  for (const { weights } of layers) {
    const own = emissionsOf(features, { weights: weights.now, step: 1 });
    for (let at = 0; at < scores.length; at += 1) scores[at]! += own[at]!;
  }
  return scores;
}

function transitionsIn(layers: readonly Layer[]): Float32Array {
  const sum = new Float32Array(transitionCount);
  for (const { transitions } of layers)
    for (let at = 0; at < transitionCount; at += 1) sum[at]! += transitions.now[at]!;
  return sum;
}

/** Weights were learned with some of them hidden and will all speak at once; transitions were never hidden. */
const meanModel = ({ weights, transitions }: Layer, dropShare: number): SpanModel => ({
  weights: weights.mean(1 - dropShare),
  step: 1,
  transitions: transitions.mean(1),
});

const untaught = (): SpanModel => ({
  weights: new Float32Array(weightCount),
  step: 1,
  transitions: new Float32Array(transitionCount),
});

type Layers = ReadonlyMap<SpanConvention, Layer>;

function emptyLayers(examples: readonly Example[], { learningRate, decay }: SpanTrainingOptions): Layers {
  const learner = (size: number): Learner => new Learner(size, learningRate, decay);
  const taught = new Set<SpanConvention>(['common', ...examples.map(({ layer }) => layer)]);
  return new Map(
    [...taught].map((name) => [
      name,
      { weights: learner(weightCount), transitions: learner(transitionCount) },
    ]),
  );
}

function learnExample(whole: Example, layers: Layers, { random, dropShare }: SpanTrainingOptions): void {
  const example = { ...whole, features: keepRows(whole.features, () => random() >= dropShare) };
  const names: SpanConvention[] = whole.layer === 'common' ? ['common'] : ['common', whole.layer];
  const used = names.flatMap((name) => layers.get(name) ?? []);
  const passes = passesOf(emissionsIn(example, used), transitionsIn(used));
  learnWords(example, passes, used);
  learnTransitions(example, passes, used);
}

/** The first epoch is still far off: it does not enter the mean. */
const epochsLeftOut = 1;

/**
 * Linear-chain conditional random field (Lafferty et al. 2001) by stochastic gradient, the mean of its epochs; features are
 * dropped out while it learns, and each convention has a layer of its own.
 */
export function trainPlaceSpans(
  texts: readonly TaggedText[],
  gazetteer: Gazetteer,
  options: SpanTrainingOptions,
): SpanLayers {
  const examples = examplesOf(texts, gazetteer, options.featureCountMin);
  const layers = emptyLayers(examples, options);
  const order = Uint32Array.from(examples, (_, index) => index);
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    shuffle(order, options.random);
    for (const index of order) learnExample(examples[index]!, layers, options);
    if (epoch < epochsLeftOut) continue;
    for (const { weights, transitions } of layers.values()) {
      weights.remember();
      transitions.remember();
    }
  }
  const means = Object.fromEntries(
    spanConventions.map((name) => {
      const layer = layers.get(name);
      return [name, layer ? meanModel(layer, options.dropShare) : untaught()];
    }),
  ) as Record<SpanConvention, SpanModel>;
  for (let tag = 0; tag <= tagCount; tag += 1)
    means.common.transitions[tag * tagCount + begins]! += options.placeBias;
  return means;
}

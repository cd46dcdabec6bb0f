import { hashOf, joined } from '../hashing/hashing.js';
import type { Token } from '../tokens/token.js';
import { type AgencyFeature, agencyFeatures, subjectHash } from './agency-features.js';
import { agencyKinds, kindsOfAgency } from './agency-kinds.js';
import type { AgencyJudge } from './agency-model.js';
import { AgencyStart } from './agency-start.js';

/** An agency that can be in charge. */
export interface AgencyCandidate {
  readonly agencyId: string;
  readonly name: string;
  /** Subjects that the region's settings give it. */
  readonly subjects: readonly string[];
}

export interface AgencySuggestion {
  readonly agencyId: string;
  /** Share of belief among all agencies, 0-1. */
  readonly confidence: number;
  /** Words of the text (or `subject:ID`) that spoke most for it. */
  readonly reasons: readonly string[];
}

const suggestionsMax = 3;
const reasonsMax = 3;
/** Weights held, of all agencies together (16 MB); a feature that comes when they are used up is not learned. */
const weightsMax = 4_000_000;
/** What a word of the dictionary weighs before anything was learned. */
const dictionaryWeight = 10;
/** A subject says more than a single word. */
const subjectFactor = 1.5;
const learningRate = 5;
/** Beside a model of thousands of complaints one more says less. */
const learningRateOnModel = 1;
const biasShare = 0.1;
/** An agency whose belief is off by less than this is left as it is. */
const errorMin = 0.01;

/**
 * Which agency answers for a text: begun from a dictionary of the usual offices, or from the region's own model where it has one,
 * corrected by each complaint that a person gave to an agency. A multinomial logistic regression over words, word pairs and subjects, learned one example at a time by gradient
 * descent. Deterministic: the same examples in the same order give the same answers.
 */
export class AgencyLearner {
  private readonly weights = new Map<number, Float32Array>();
  private readonly biases: Float64Array;
  private readonly indexOf: ReadonlyMap<string, number>;
  private readonly featuresMax: number;

  private readonly start: AgencyStart | null;
  private readonly rate: number;

  /** @param judge the region's own model, when it trained one */
  constructor(
    private readonly agencies: readonly AgencyCandidate[],
    judge: AgencyJudge | null = null,
  ) {
    this.start = judge && new AgencyStart(agencies, judge);
    this.rate = judge ? learningRateOnModel : learningRate;
    this.indexOf = new Map(agencies.map(({ agencyId }, at) => [agencyId, at]));
    this.biases = new Float64Array(agencies.length);
    this.featuresMax = Math.floor(weightsMax / Math.max(1, agencies.length));
    agencies.forEach((agency, at) => {
      if (this.start?.knows(at)) return;
      for (const [hash, weight] of priorOf(agency)) {
        const ofFeature = this.weightsOf(hash);
        if (ofFeature) ofFeature[at] = Math.max(ofFeature[at]!, weight * dictionaryWeight);
      }
    });
  }

  /** A complaint that a person gave to this agency. One of an agency that the region no longer has is passed over. */
  learn(tokens: readonly Token[], agencyId: string): void {
    const right = this.indexOf.get(agencyId);
    const features = agencyFeatures(tokens);
    if (right === undefined || features.length === 0) return;
    const beliefs = softmax(this.scoresOf(features, this.start?.scoresOf(tokens)));
    const value = lengthOneValue(features);
    const columns = features.flatMap(({ hash }) => this.weightsOf(hash) ?? []);
    beliefs.forEach((belief, at) => {
      const error = (at === right ? 1 : 0) - belief;
      if (Math.abs(error) < errorMin) return;
      this.biases[at]! += this.rate * biasShare * error;
      const step = this.rate * error * value;
      for (const column of columns) column[at]! += step;
    });
  }

  /** The most likely agencies, best first, at most three; none for a text in which nothing is known. */
  suggest(tokens: readonly Token[]): AgencySuggestion[] {
    const features = agencyFeatures(tokens);
    const known = features.filter(({ hash }) => this.weights.has(hash));
    const begun = this.start?.scoresOf(tokens);
    if ((known.length === 0 && !begun) || this.agencies.length === 0) return [];
    const beliefs = softmax(this.scoresOf(known, begun));
    return [...beliefs.keys()]
      .sort((a, b) => beliefs[b]! - beliefs[a]!)
      .slice(0, suggestionsMax)
      .map((at) => ({
        agencyId: this.agencies[at]!.agencyId,
        confidence: Math.round(beliefs[at]! * 1000) / 1000,
        reasons: this.reasonsFor(at, begun ? features : known),
      }));
  }

  private scoresOf(features: readonly AgencyFeature[], begun: readonly number[] | null = null): number[] {
    const scores = Array.from(this.biases, (bias, at) => bias + (begun?.[at] ?? 0));
    const value = lengthOneValue(features);
    for (const { hash } of features) {
      const column = this.weights.get(hash);
      if (column) for (let at = 0; at < scores.length; at += 1) scores[at]! += column[at]! * value;
    }
    return scores;
  }

  /** The features that speak more for this agency than for the others on average. */
  private reasonsFor(agency: number, features: readonly AgencyFeature[]): string[] {
    return features
      .map(({ hash, name }) => {
        const column = this.weights.get(hash);
        const learned = column ? column[agency]! - meanOf(column) : 0;
        return { name, weight: learned + (this.start?.leaningOf(name, agency) ?? 0) };
      })
      .filter(({ weight }) => weight > 0)
      .sort((a, b) => b.weight - a.weight || (a.name < b.name ? -1 : 1))
      .slice(0, reasonsMax)
      .map(({ name }) => name);
  }

  /** Undefined when there is no room for a further feature. */
  private weightsOf(hash: number): Float32Array | undefined {
    const known = this.weights.get(hash);
    if (known || this.weights.size >= this.featuresMax) return known;
    const fresh = new Float32Array(this.agencies.length);
    this.weights.set(hash, fresh);
    return fresh;
  }
}

const meanOf = (column: Float32Array): number =>
  column.reduce((sum, weight) => sum + weight, 0) / column.length;

/** Each feature counts so much that a text has length 1, however long it is. */
const lengthOneValue = (features: readonly AgencyFeature[]): number =>
  1 / Math.sqrt(Math.max(1, features.length));

function softmax(scores: readonly number[]): number[] {
  const best = scores.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const powers = scores.map((score) => Math.exp(score - best));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

/** What an agency is expected to answer for before anything was learned. */
function priorOf({ name, subjects }: AgencyCandidate): [hash: number, weight: number][] {
  const ofSubjects = subjects.map((subject): [number, number] => [subjectHash(subject), subjectFactor]);
  const ofKinds = kindsOfAgency(name).flatMap((kind) => [
    ...agencyKinds[kind].subjects.map((subject): [number, number] => [subjectHash(subject), subjectFactor]),
    ...agencyKinds[kind].words.map((phrase): [number, number] => [hashOfPhrase(phrase), 1]),
  ]);
  return [...ofSubjects, ...ofKinds, ...nameWords(name).map((hash): [number, number] => [hash, 1])];
}

/** A word, or the last two words of a longer phrase, as `agencyFeatures` hashes them. */
function hashOfPhrase(phrase: string): number {
  const [last = '', before] = phrase.split(' ').reverse();
  return before === undefined ? hashOf(last) : joined(hashOf(before), hashOf(last));
}

const generalNameWords = new Set(
  'dinas badan bagian kantor serta kota kabupaten daerah umum kelurahan kecamatan desa'.split(' '),
);

/** A text that names the office means it; `kelurahan` or `kecamatan` alone names none, with what follows it does. */
function nameWords(name: string): number[] {
  const words = name.toLowerCase().match(/\p{L}+/gu) ?? [];
  const single = words.filter((word) => word.length > 3 && !generalNameWords.has(word));
  const pairs = words.slice(1).map((word, at) => joined(hashOf(words[at]!), hashOf(word)));
  return [...single.map((word) => hashOf(word)), ...pairs];
}

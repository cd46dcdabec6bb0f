import type { BucketCounts } from '../hashing/bucket-counts.js';
import { bucketOf, hashOf, joined } from '../hashing/hashing.js';
import { wordTable } from '../hashing/word-table.js';
import type { Token } from '../tokens/token.js';
import type { PostFeatures } from './post-features.js';
import { cues } from './post-type-cues.js';

/** Terms looked at; a post says what it wants by then. */
const termsMax = 400;
const postStart = 7;
const postEnd = 11;
const pairSalt = 0x5054;

/** Stand-ins for what has endless spellings and one meaning here. */
const standIns: Partial<Record<Token['kind'], string>> = { number: '0', mention: '@', link: 'http' };
const marks = new Set(['!', '?', '.']);

/** The post as the model reads it: words, hashtag words, emoji, `! ? .`, and one mark each for numbers, mentions and links. */
function typeTerms(tokens: readonly Token[]): string[] {
  const terms: string[] = [];
  for (const token of tokens) {
    if (terms.length >= termsMax) break;
    const standIn = standIns[token.kind];
    if (standIn !== undefined) terms.push(standIn);
    else if (token.kind === 'hashtag') terms.push('#', ...(token.parts ?? []).slice(0, 8));
    else if (token.kind !== 'punctuation' || marks.has(token.norm)) terms.push(token.norm);
  }
  return terms;
}

const isLetter = /^\p{L}/u;

/**
 * Adds words and word pairs.
 * @returns the numbers of the different words in the word table; they hold until it is next asked
 */
export function addWordsAndPairs(tokens: readonly Token[], into: BucketCounts): Uint32Array {
  const terms = typeTerms(tokens);
  const numbers = wordTable.numbersOf(terms);
  let previous = postStart;
  for (const number of numbers) {
    const hash = wordTable.hashes[number]!;
    into.add(bucketOf(hash, into.bits));
    into.add(bucketOf(joined(previous ^ pairSalt, hash), into.bits));
    previous = hash;
  }
  into.add(bucketOf(joined(previous ^ pairSalt, postEnd), into.bits));
  return wordTable.different(numbers.filter((_, i) => isLetter.test(terms[i]!)));
}

const capitalSteps = 4;
const lengthStepsMax = 6;
/** A cue that stands there, and one that stands there more than once. */
const strongCue = 1;

const shapeNames = [
  ...cues.flatMap((cue) => [`cue ${cue}`, `strong ${cue}`]),
  ...Array.from({ length: capitalSteps + 1 }, (_, step) => `capitals ${step}`),
  ...Array.from({ length: lengthStepsMax + 1 }, (_, step) => `length ${step}`),
  'endsWithLink',
  'startsWithMention',
  'dateline',
  'laughter',
  'oneQuestionMark',
  'questionMarks',
  'shouting',
  'oneHashtag',
  'hashtags',
  'capitalFirst',
  'publicMatter',
  'angerAtPublicMatter',
  'angerAtNobody',
] as const;

/** How many different features of form there are. */
export const shapesCount = shapeNames.length;
const shapeAt = new Map<string, number>(shapeNames.map((name, at) => [name, at]));
const shape = (name: string): number => shapeAt.get(name)!;
const cueShapes = cues.map((cue) => [cue, shape(`cue ${cue}`), shape(`strong ${cue}`)] as const);
const capitalShapes = shape('capitals 0');
const lengthShapes = shape('length 0');

/** The features of form that hold in a post, as numbers below `shapesCount`. */
export function shapesOf(tokens: readonly Token[], features: PostFeatures): number[] {
  const found: number[] = [];
  for (const [cue, weak, strong] of cueShapes) {
    if (features.cues[cue] > 0) found.push(weak);
    if (features.cues[cue] > strongCue) found.push(strong);
  }
  found.push(capitalShapes + Math.round(features.capitalShare * capitalSteps));
  found.push(lengthShapes + Math.min(lengthStepsMax, Math.round(Math.log2(1 + features.words))));
  const { insult, negative, mocking, politics, service } = features.cues;
  const isAngry = insult + negative + mocking > 0;
  const isPublic = politics + service > 0;
  const holds: readonly (readonly [boolean, string])[] = [
    [features.endsWithLink, 'endsWithLink'],
    [features.startsWithMention, 'startsWithMention'],
    [features.dateline, 'dateline'],
    [features.laughter > 0, 'laughter'],
    [features.questionMarks === 1, 'oneQuestionMark'],
    [features.questionMarks > 1, 'questionMarks'],
    [features.shoutingShare > 0.5, 'shouting'],
    [features.hashtags === 1, 'oneHashtag'],
    [features.hashtags > 1, 'hashtags'],
    [startsWithCapital(tokens), 'capitalFirst'],
    [isPublic, 'publicMatter'],
    [isAngry && isPublic, 'angerAtPublicMatter'],
    [isAngry && !isPublic, 'angerAtNobody'],
  ];
  for (const [isThere, name] of holds) if (isThere) found.push(shape(name));
  return found;
}

function startsWithCapital(tokens: readonly Token[]): boolean {
  const first = tokens[0]?.text.charCodeAt(0) ?? 0;
  return first >= 65 && first <= 90;
}

/** Which features the weights were learned for: another list needs new weights. */
export const shapesIdentity = hashOf(shapeNames.join('\n'));

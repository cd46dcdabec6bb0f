import { hashOf, joined } from '../hashing/hashing.js';
import { findSubjects } from '../subjects/find-subjects.js';
import type { Token } from '../tokens/token.js';

/** The lowest bit of a feature tells its kind: a word or subject counts in full, word pairs and character n-grams half. */
const halfBit = 1;
const halfScale = 0.5;
const asWhole = (hash: number): number => (hash & ~halfBit) >>> 0;
const asHalf = (hash: number): number => (hash | halfBit) >>> 0;

const wordsMax = 1_000;
const pairReach = 2;
const gramLettersMin = 3;
const gramLettersMax = 5;
/** Letters of a word beyond this add no n-grams worth having. */
const spelledLettersMax = 24;
const [subjectSalt, gramSalt] = [0x5355, 0x4347];

/** The feature of a word by itself. */
export const wordFeature = (word: string): number => asWhole(hashOf(word));

function addGrams(word: string, add: (feature: number) => void): void {
  const spelled = `<${word.slice(0, spelledLettersMax)}>`;
  for (let letters = gramLettersMin; letters <= gramLettersMax; letters += 1)
    for (let start = 0; start + letters <= spelled.length; start += 1)
      add(asHalf(hashOf(spelled.slice(start, start + letters), gramSalt)));
}

/** Words, pairs of words up to two apart, subjects and character n-grams of a text, and how often each occurs. */
export function countAgencyFeatures(tokens: readonly Token[]): Map<number, number> {
  const counts = new Map<number, number>();
  const add = (feature: number): void => void counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const words = tokens
    .flatMap(({ kind, slang, norm }) => (kind === 'word' ? [slang ?? norm] : kind === 'number' ? ['0'] : []))
    .slice(0, wordsMax);
  const hashes = words.map((word) => hashOf(word));
  words.forEach((word, at) => {
    add(asWhole(hashes[at]!));
    for (let back = 1; back <= Math.min(pairReach, at); back += 1)
      add(asHalf(joined(hashes[at - back]! + back, hashes[at]!)));
    addGrams(word, add);
  });
  for (const subject of findSubjects(tokens)) add(asWhole(hashOf(subject, subjectSalt)));
  return counts;
}

/** What a feature counts in a text before its length is made 1. @param rarity inverse document frequency */
export const featureValue = (feature: number, rarity: number): number =>
  rarity * ((feature & halfBit) === 0 ? 1 : halfScale);

/** The known features of a text by their rows, with a length of 1 together. */
export interface UnitVector {
  readonly rows: Uint32Array;
  readonly values: Float32Array;
}

/** @param values what each row counts, times 1 + ln of how often it occurs */
export function unitVector(
  counts: Iterable<readonly [feature: number, count: number]>,
  rowOf: ReadonlyMap<number, number>,
  values: Float32Array,
): UnitVector {
  const rows: number[] = [];
  const found: number[] = [];
  let squares = 0;
  for (const [feature, count] of counts) {
    const row = rowOf.get(feature);
    if (row === undefined) continue;
    const value = (1 + Math.log(count)) * values[row]!;
    rows.push(row);
    found.push(value);
    squares += value * value;
  }
  const length = Math.sqrt(squares) || 1;
  return { rows: Uint32Array.from(rows), values: Float32Array.from(found, (value) => value / length) };
}

import { findNames } from '../find-names.js';
import type { Gazetteer } from '../gazetteer.js';
import type { NamePiece } from '../name-pieces.js';
import { bestTags, emissionsOf, passesOf, tagChances } from './span-chain.js';
import { spanFeatures } from './span-features.js';
import { begins, inside, type SpanModel, tagCount } from './span-model.js';
import { hasCapital, nameMarks, type SpanWords, spanWords } from './span-words.js';

/** Words from `first` to before `end` name a place. */
export interface WordSpan {
  readonly first: number;
  readonly end: number;
}

/** A text is read in pieces of this many words: no place name is cut more than once in so many. */
const wordsInPieceMax = 200;

function spansOfTags(tags: Uint8Array, offset: number): WordSpan[] {
  const spans: WordSpan[] = [];
  let first = -1;
  for (let i = 0; i <= tags.length; i += 1) {
    if (first >= 0 && tags[i] !== inside) {
      spans.push({ first: offset + first, end: offset + i });
      first = -1;
    }
    if (tags[i] === begins) first = i;
  }
  return spans;
}

/** Words of a token file as pieces of names: one a word, signs between them end a name. */
export const wordPieces = (words: readonly string[]): NamePiece[] =>
  words.map((text, index) => ({
    text,
    norm: text.toLowerCase(),
    start: 0,
    end: 0,
    inHashtag: false,
    gap: /^[A-Za-z0-9]/.test(text) ? 'blank' : 'break',
    opensSentence: index === 0,
  }));

/** Marks of gazetteer names for the words of a token file. */
export const wordMarks = (words: readonly string[], gazetteer: Gazetteer): Int32Array =>
  nameMarks(findNames(gazetteer, wordPieces(words)), words.length, gazetteer);

/** The score of each tag for each word of a text. */
const emissionsFor = (words: SpanWords, model: SpanModel): Float64Array =>
  emissionsOf(spanFeatures(words), model);

/**
 * Places in a text by a trained linear chain, also ones that no gazetteer holds (*Stadion Manahan*, *Eropa Timur*).
 * @param words the text's words and signs as written
 */
export function markPlaceSpans(words: readonly string[], gazetteer: Gazetteer, model: SpanModel): WordSpan[] {
  const spans: WordSpan[] = [];
  for (let from = 0; from < words.length; from += wordsInPieceMax) {
    const part = words.slice(from, from + wordsInPieceMax);
    const emissions = emissionsFor(spanWords(part, wordMarks(part, gazetteer), hasCapital(part)), model);
    spans.push(...spansOfTags(bestTags(emissions, model.transitions), from));
  }
  return spans;
}

/**
 * The chance that a word is part of a place's name, for each word.
 * @param names marks of gazetteer names, one a word (`nameMarks`)
 * @param hasCapitals whether the whole text has some, of which `words` may be a part
 */
export function placeChances(
  words: readonly string[],
  names: Int32Array,
  hasCapitals: boolean,
  model: SpanModel,
): Float64Array {
  const chances = new Float64Array(words.length);
  for (let from = 0; from < words.length; from += wordsInPieceMax) {
    const part = words.slice(from, from + wordsInPieceMax);
    const marks = names.subarray(from, from + wordsInPieceMax);
    const emissions = emissionsFor(spanWords(part, marks, hasCapitals), model);
    const byTag = tagChances(passesOf(emissions, model.transitions));
    for (let i = 0; i < part.length; i += 1)
      chances[from + i] = byTag[i * tagCount + begins]! + byTag[i * tagCount + inside]!;
  }
  return chances;
}

/** The same for the words of a token file. */
export const wordChances = (words: readonly string[], gazetteer: Gazetteer, model: SpanModel): Float64Array =>
  placeChances(words, wordMarks(words, gazetteer), hasCapital(words), model);

import type { Gazetteer } from '../gazetteer.js';
import { spanFeatures } from './span-features.js';
import { begins, bestTags, inside, type SpanModel } from './span-model.js';

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

/**
 * Places in a text by a trained linear chain, also ones that no gazetteer holds (*Stadion Manahan*, *Eropa Timur*).
 * @param words the text's words and signs as written
 */
export function markPlaceSpans(words: readonly string[], gazetteer: Gazetteer, model: SpanModel): WordSpan[] {
  const spans: WordSpan[] = [];
  for (let from = 0; from < words.length; from += wordsInPieceMax) {
    const piece = words.slice(from, from + wordsInPieceMax);
    spans.push(...spansOfTags(bestTags(spanFeatures(piece, gazetteer), model), from));
  }
  return spans;
}

import { findNames } from '../find-names.js';
import type { Gazetteer } from '../gazetteer.js';
import { markPlaceSpans, type WordSpan, wordChances, wordPieces } from './mark-place-spans.js';
import type { SpanModel } from './span-model.js';
import { worldMarks } from './world-names.js';

/** Words of a span that say what kind of place its name is. */
const kindWords = new Set(
  'provinsi propinsi kabupaten kab kota kecamatan kec kelurahan kel desa negara pulau republik'.split(' '),
);

function nameBegins(low: readonly string[], { first, end }: WordSpan): number {
  let at = first;
  while (at < end - 1 && kindWords.has(low[at]!)) at += 1;
  return at;
}

/**
 * Places that the marker is sure of and whose name, without the word for its kind, stands in the gazetteer or among the names
 * of the world.
 * @param chanceMin of the least likely word of a span
 */
export function knownPlaceSpans(
  words: readonly string[],
  gazetteer: Gazetteer,
  model: SpanModel,
  chanceMin: number,
): WordSpan[] {
  const low = words.map((word) => word.toLowerCase());
  const world = worldMarks(low);
  const names = new Set(findNames(gazetteer, wordPieces(words)).map(({ first, end }) => `${first}-${end}`));
  const chances = wordChances(words, gazetteer, model);
  return markPlaceSpans(words, gazetteer, model).filter((span) => {
    const first = nameBegins(low, span);
    const isKnown =
      names.has(`${first}-${span.end}`) || world.slice(first, span.end).every((mark) => mark > 0);
    return isKnown && chances.slice(span.first, span.end).every((chance) => chance >= chanceMin);
  });
}

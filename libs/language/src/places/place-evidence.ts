import type { Token } from '../tokens/token.js';
import type { NameRun } from './find-names.js';
import type { Gazetteer } from './gazetteer.js';
import type { NamePiece } from './name-pieces.js';
import { placeChances } from './spans/mark-place-spans.js';
import { type PostWords, postWords } from './spans/post-words.js';
import type { SpanModel } from './spans/span-model.js';
import { hasCapital, nameMarks } from './spans/span-words.js';

/** A post with its pieces and the names of the gazetteer in it. */
export interface MarkedPost {
  readonly tokens: readonly Token[];
  readonly pieces: readonly NamePiece[];
  readonly runs: readonly NameRun[];
}

/** Words before and behind a name that the marker reads with it; what is further off hardly moves it. */
const wordsAround = 2;

interface Stretch {
  readonly from: number;
  to: number;
}

/** Stretches of words around the names asked about, those that touch joined; in the order of the text. */
function stretchesAround(asked: readonly NameRun[], { texts, wordOfPiece }: PostWords): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { first, end } of asked) {
    const from = Math.max(0, wordOfPiece[first]! - wordsAround);
    const to = Math.min(texts.length, wordOfPiece[end - 1]! + 1 + wordsAround);
    const last = stretches.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else stretches.push({ from, to });
  }
  return stretches;
}

function marksOfWords({ pieces, runs }: MarkedPost, words: PostWords, gazetteer: Gazetteer): Int32Array {
  const marks = nameMarks(runs, pieces.length, gazetteer);
  const names = new Int32Array(words.texts.length);
  for (let piece = 0; piece < pieces.length; piece += 1) names[words.wordOfPiece[piece]!] = marks[piece]!;
  return names;
}

/**
 * How likely each of the names asked about is part of a place's name, by the trained marker: as likely as its least likely word.
 * @param asked some of the post's runs, in order
 */
export function runChances(
  post: MarkedPost,
  asked: readonly NameRun[],
  gazetteer: Gazetteer,
  model: SpanModel,
): ReadonlyMap<NameRun, number> {
  const words = postWords(post.tokens, post.pieces);
  const names = marksOfWords(post, words, gazetteer);
  const hasCapitals = hasCapital(words.texts);
  const chances = new Float64Array(words.texts.length);
  for (const { from, to } of stretchesAround(asked, words))
    chances.set(
      placeChances(words.texts.slice(from, to), names.subarray(from, to), hasCapitals, model),
      from,
    );
  return new Map(
    asked.map((run) => {
      const own = chances.subarray(words.wordOfPiece[run.first]!, words.wordOfPiece[run.end - 1]! + 1);
      // The hyphen inside a name is no word of it.
      return [
        run,
        own.reduce((least, chance, at) => (isSign(words, run, at) ? least : Math.min(least, chance)), 1),
      ];
    }),
  );
}

const isSign = ({ texts, wordOfPiece }: PostWords, { first }: NameRun, at: number): boolean =>
  texts[wordOfPiece[first]! + at] === '-';

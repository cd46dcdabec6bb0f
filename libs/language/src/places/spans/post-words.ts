import type { Token } from '../../tokens/token.js';
import type { NamePiece } from '../name-pieces.js';

/** A post as the marker reads it: words and signs one after another, as in the token files that it learned from. */
export interface PostWords {
  readonly texts: readonly string[];
  /** For each piece of the post (`namePieces`) the word that it is. */
  readonly wordOfPiece: Int32Array;
}

/** Stands for a link, an account or an emoji: something stands there, its letters say nothing about places. */
const opaque = '@';

/** @param pieces of the same tokens */
export function postWords(tokens: readonly Token[], pieces: readonly NamePiece[]): PostWords {
  const texts: string[] = [];
  const wordOfPiece = new Int32Array(pieces.length);
  let piece = 0;
  for (const { kind, text, end } of tokens) {
    const first = piece;
    while (piece < pieces.length && pieces[piece]!.end <= end) {
      if (piece > first && !pieces[piece]!.inHashtag) texts.push('-');
      wordOfPiece[piece] = texts.length;
      texts.push(pieces[piece]!.text);
      piece += 1;
    }
    if (piece === first && kind !== 'word')
      texts.push(kind === 'number' || kind === 'punctuation' ? text : opaque);
  }
  return { texts, wordOfPiece };
}

import { problemAt, type QueryProblem } from './problems.js';

export type PieceKind = 'open' | 'close' | 'and' | 'or' | 'not' | 'quoted' | 'term';

/** A quoted piece may carry the field it stands behind: `sumber:"warta kota"`. */
export interface Piece {
  readonly kind: PieceKind;
  readonly text: string;
  readonly position: number;
  readonly field?: string;
}

const operators: Readonly<Record<string, PieceKind>> = {
  AND: 'and',
  DAN: 'and',
  OR: 'or',
  ATAU: 'or',
  '|': 'or',
  NOT: 'not',
  BUKAN: 'not',
};
const quotes = '"“”„';
const isBlank = (character: string): boolean => /\s/.test(character);
const endsTerm = (character: string): boolean =>
  isBlank(character) || quotes.includes(character) || character === '(' || character === ')';

/** Cuts a query into pieces, left to right, each character once. */
export function scanQuery(text: string): Piece[] | QueryProblem {
  const pieces: Piece[] = [];
  let at = 0;
  while (at < text.length) {
    const character = text[at]!;
    if (isBlank(character)) {
      at += 1;
    } else if (character === '(' || character === ')') {
      pieces.push({ kind: character === '(' ? 'open' : 'close', text: character, position: at });
      at += 1;
    } else if (character === '-' && at + 1 < text.length && !isBlank(text[at + 1]!)) {
      // Several in a row are one: `--air` is a slip of the finger, not a double negation.
      if (pieces.at(-1)?.kind !== 'not' || text[at - 1] !== '-')
        pieces.push({ kind: 'not', text: '-', position: at });
      at += 1;
    } else if (quotes.includes(character)) {
      const end = endOfQuote(text, at);
      if (end < 0) return problemAt('openQuote', at);
      pieces.push({ kind: 'quoted', text: text.slice(at + 1, end), position: at });
      at = end + 1;
    } else {
      const piece = scanTerm(text, at);
      if ('code' in piece) return piece;
      pieces.push(piece.piece);
      at = piece.end;
    }
  }
  return pieces;
}

function endOfQuote(text: string, start: number): number {
  for (let end = start + 1; end < text.length; end += 1) if (quotes.includes(text[end]!)) return end;
  return -1;
}

function scanTerm(text: string, start: number): { piece: Piece; end: number } | QueryProblem {
  let end = start;
  while (end < text.length && !endsTerm(text[end]!)) end += 1;
  const term = text.slice(start, end);
  if (term.length > 1 && term.endsWith(':') && end < text.length && quotes.includes(text[end]!)) {
    const close = endOfQuote(text, end);
    if (close < 0) return problemAt('openQuote', end);
    const value = text.slice(end + 1, close);
    return {
      piece: { kind: 'quoted', text: value, position: start, field: term.slice(0, -1) },
      end: close + 1,
    };
  }
  return { piece: { kind: operators[term] ?? 'term', text: term, position: start }, end };
}

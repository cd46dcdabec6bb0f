import { wordsOf } from '../words.js';
import { fieldOfName, valueOfField } from './fields.js';
import { problemAt, type QueryProblem, type QueryProblemCode } from './problems.js';
import {
  type Expression,
  joined,
  type Query,
  queryCharactersMax,
  queryDepthMax,
  queryTermsMax,
} from './query.js';
import { type Piece, type PieceKind, scanQuery } from './scan.js';

export type ParsedQuery =
  | { readonly ok: true; readonly query: Query }
  | { readonly ok: false; readonly problem: QueryProblem };

/** Ends the descent; caught in `parseQuery` and nowhere else. */
class Refusal extends Error {
  constructor(readonly problem: QueryProblem) {
    super(problem.code);
  }
}

const refuse = (code: QueryProblemCode, position: number): never => {
  throw new Refusal(problemAt(code, position));
};

/**
 * Reads what a person typed into the search box: words (all must hold), "a phrase", OR/ATAU, NOT/BUKAN or `-`,
 * parentheses, #tagar, `sumber:… bahasa:… sentimen:… jenis:… tempat:… subjek:… tagar:…` and their English names.
 * Whatever is written, the answer is a query or a problem with its place; nothing is thrown.
 */
export function parseQuery(text: string): ParsedQuery {
  if (text.trim() === '') return refused('empty', 0);
  if (text.length > queryCharactersMax) return refused('tooLong', queryCharactersMax);
  const pieces = scanQuery(text);
  if ('code' in pieces) return { ok: false, problem: pieces };
  try {
    const query = new Descent(pieces, text.length).whole();
    return query ? { ok: true, query } : refused('noWords', 0);
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, problem: error.problem };
    throw error;
  }
}

const refused = (code: QueryProblemCode, position: number): ParsedQuery => ({
  ok: false,
  problem: problemAt(code, position),
});

/** Recursive descent: any := all (OR all)*; all := one (AND? one)*; one := NOT one | ( any ) | phrase | term. */
class Descent {
  private at = 0;
  private depth = 0;
  private terms = 0;

  constructor(
    private readonly pieces: readonly Piece[],
    private readonly length: number,
  ) {}

  whole(): Expression | null {
    const query = this.any();
    const rest = this.pieces[this.at];
    if (rest) refuse('closeParenthesis', rest.position);
    return query;
  }

  private any(): Expression | null {
    const parts = [this.all()];
    while (this.take('or')) parts.push(this.all());
    return joined(
      'or',
      parts.filter((part) => part !== null),
    );
  }

  private all(): Expression | null {
    this.wantOperand();
    const parts = [this.one()];
    for (;;) {
      if (this.take('and')) this.wantOperand();
      else if (!this.startsOperand()) break;
      parts.push(this.one());
    }
    return joined(
      'and',
      parts.filter((part) => part !== null),
    );
  }

  private one(): Expression | null {
    const piece = this.pieces[this.at]!;
    this.at += 1;
    switch (piece.kind) {
      case 'not': {
        this.wantOperand();
        const part = this.deeper(piece, () => this.one());
        return part && { kind: 'not', part };
      }
      case 'open':
        return this.deeper(piece, () => this.group(piece));
      case 'quoted':
        return piece.field === undefined
          ? this.words(piece.text, piece.position)
          : this.field(piece.field, piece.text, piece.position);
      default:
        return this.term(piece);
    }
  }

  private group(opening: Piece): Expression | null {
    const inside = this.any();
    if (!this.take('close')) refuse('openParenthesis', opening.position);
    return inside;
  }

  private term(piece: Piece): Expression | null {
    if (/^#[^#\s]/.test(piece.text)) return this.field('tagar', piece.text, piece.position);
    const named = /^([\p{L}_]{2,20}):(?!\/\/)(.+)$/su.exec(piece.text);
    return named ? this.field(named[1]!, named[2]!, piece.position) : this.words(piece.text, piece.position);
  }

  /** A term of several words (`covid-19`, a link) is searched as a phrase. */
  private words(text: string, position: number): Expression | null {
    const lexemes = wordsOf(text).filter((word) => word.isAsWritten);
    this.countTerms(lexemes.length, position);
    return lexemes.length === 0 ? null : { kind: 'phrase', lexemes: lexemes.map((word) => word.lexeme) };
  }

  private field(name: string, written: string, position: number): Expression {
    const field = fieldOfName(name);
    if (!field) return refuse('unknownField', position);
    const value = valueOfField(field, written);
    if (value === null) return refuse('unknownValue', position);
    this.countTerms(1, position);
    return { kind: 'field', field, value };
  }

  private countTerms(more: number, position: number): void {
    this.terms += more;
    if (this.terms > queryTermsMax) refuse('tooManyTerms', position);
  }

  private deeper<T>(piece: Piece, read: () => T): T {
    this.depth += 1;
    if (this.depth > queryDepthMax) refuse('tooDeep', piece.position);
    const result = read();
    this.depth -= 1;
    return result;
  }

  private take(kind: PieceKind): boolean {
    if (this.pieces[this.at]?.kind !== kind) return false;
    this.at += 1;
    return true;
  }

  private startsOperand(): boolean {
    const kind = this.pieces[this.at]?.kind;
    return kind !== undefined && kind !== 'or' && kind !== 'and' && kind !== 'close';
  }

  private wantOperand(): void {
    if (this.startsOperand()) return;
    const blocking = this.pieces[this.at];
    const previous = this.pieces[this.at - 1];
    if (blocking?.kind === 'close' && previous?.kind !== 'open' && !isOperator(previous))
      refuse('closeParenthesis', blocking.position);
    if (!blocking && previous?.kind === 'open') refuse('openParenthesis', previous.position);
    refuse('missingOperand', (isOperator(previous) ? previous : blocking)?.position ?? this.length);
  }
}

function isOperator(piece: Piece | undefined): piece is Piece {
  return piece !== undefined && ['and', 'or', 'not'].includes(piece.kind);
}

import type { Token } from '../tokens/token.js';

/** A piece of the text that may be a word of a place name: a word, half of a hyphenated word or part of a hashtag. */
export interface NamePiece {
  readonly text: string;
  readonly norm: string;
  /** Offsets in the post; a hashtag's parts all have the hashtag's. */
  readonly start: number;
  readonly end: number;
  readonly inHashtag: boolean;
  /** What stands before: nothing but blanks (or the hyphen of one word), an abbreviation's dot or colon, or more. */
  readonly gap: 'blank' | 'mark' | 'break';
  /** First word of a sentence, where a capital says nothing. */
  readonly opensSentence: boolean;
}

const marks = new Set(['.', ':', "'", '-', '/', ',']);
const closers = new Set(['.', '!', '?', '"', ':', '(', '“', '…', '•']);

function pushHashtag(pieces: NamePiece[], token: Token): void {
  (token.parts ?? []).forEach((part, index) => {
    const { start, end } = token;
    const gap = index === 0 ? 'break' : 'blank';
    pieces.push({ text: part, norm: part, start, end, inHashtag: true, gap, opensSentence: true });
  });
}

function pushWord(pieces: NamePiece[], token: Token, gap: NamePiece['gap'], opensSentence: boolean): void {
  const { text, norm, start } = token;
  if (!text.includes('-')) {
    pieces.push({ text, norm, start, end: token.end, inHashtag: false, gap, opensSentence });
    return;
  }
  let at = start;
  let before = gap;
  for (const half of text.split('-')) {
    const end = at + half.length;
    if (half !== '')
      pieces.push({
        text: half,
        norm: half.toLowerCase(),
        start: at,
        end,
        inHashtag: false,
        gap: before,
        opensSentence,
      });
    before = 'blank';
    at = end + 1;
  }
}

/** The pieces of a post in order. `Surabaya-Malang` gives two, `#BanjirSemarang` too. */
export function namePieces(tokens: readonly Token[]): NamePiece[] {
  const pieces: NamePiece[] = [];
  let gap: NamePiece['gap'] = 'break';
  let opensSentence = true;
  for (const token of tokens) {
    if (token.kind === 'word') {
      pushWord(pieces, token, gap, opensSentence);
      gap = 'blank';
      opensSentence = false;
    } else if (token.kind === 'punctuation' && marks.has(token.norm)) {
      gap = gap === 'blank' ? 'mark' : 'break';
      opensSentence ||= closers.has(token.norm);
    } else {
      if (token.kind === 'hashtag') pushHashtag(pieces, token);
      gap = 'break';
      opensSentence ||= token.kind !== 'number';
    }
  }
  return pieces;
}

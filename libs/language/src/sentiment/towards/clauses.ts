import type { Token } from '../../tokens/token.js';
import type { Span } from './span.js';
import { turns } from './target-cues.js';

/** Tokens of a post longer than this on either side of the name are about something else. */
const reachTokensMax = 40;
const stops = '.!?;';

const overlaps = (token: Token, { start, end }: Span): boolean => token.start < end && token.end > start;
const isTurn = (token: Token): boolean => token.kind === 'word' && turns.has(token.norm);
const isEnd = (token: Token): boolean =>
  token.kind === 'punctuation' && (stops.includes(token.norm) || token.norm === ',');

/**
 * The tokens that are about the target: its clause, and the clauses beside it up to one that turns against it or names another
 * target.
 */
export function clauseAround(tokens: readonly Token[], target: Span, others: readonly Span[]): Token[] {
  const first = tokens.findIndex((token) => overlaps(token, target));
  if (first < 0) return [...tokens];
  let last = first;
  while (last + 1 < tokens.length && overlaps(tokens[last + 1]!, target)) last += 1;
  const ofOther = (token: Token) => others.some((span) => overlaps(token, span));
  return tokens.slice(beginning(tokens, first, ofOther), ending(tokens, last, ofOther));
}

/** A clause in which another target stands is left out whole. */
function beginning(tokens: readonly Token[], first: number, ofOther: (token: Token) => boolean): number {
  let start = first;
  for (let at = first - 1; at >= 0 && at >= first - reachTokensMax; at -= 1) {
    if (ofOther(tokens[at]!)) return closestEnd(tokens, at, first);
    start = at;
    if (isTurn(tokens[at]!)) return at;
  }
  return start;
}

/** Behind the last sign or turn between `from` and `to`. */
function closestEnd(tokens: readonly Token[], from: number, to: number): number {
  for (let at = from + 1; at < to; at += 1) if (isEnd(tokens[at]!) || isTurn(tokens[at]!)) return at;
  return from + 1;
}

function ending(tokens: readonly Token[], last: number, ofOther: (token: Token) => boolean): number {
  for (let at = last + 1; at < tokens.length && at <= last + reachTokensMax; at += 1) {
    if (isTurn(tokens[at]!)) return at;
    if (!ofOther(tokens[at]!)) continue;
    let end = at;
    while (end > last + 1 && !isEnd(tokens[end - 1]!)) end -= 1;
    return end > last + 1 ? end : at;
  }
  return Math.min(tokens.length, last + 1 + reachTokensMax);
}

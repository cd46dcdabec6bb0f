export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

interface Segment {
  readonly text: string;
  readonly isMarked: boolean;
}

interface Excerpt {
  readonly segments: readonly Segment[];
  readonly isCutBefore: boolean;
  readonly isCutAfter: boolean;
}

/** Cuts a text at its highlights. Spans come from outside: those that overlap or leave the text are passed over. */
export function segmentsOf(text: string, spans: readonly TextSpan[]): Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    if (!(start >= at && end > start && end <= text.length)) continue;
    if (start > at) segments.push({ text: text.slice(at, start), isMarked: false });
    segments.push({ text: text.slice(start, end), isMarked: true });
    at = end;
  }
  if (at < text.length) segments.push({ text: text.slice(at), isMarked: false });
  return segments;
}

/** The part of a long text around its first highlight, cut between words. */
export function excerptOf(text: string, spans: readonly TextSpan[], charactersMax: number): Excerpt {
  if (text.length <= charactersMax)
    return { segments: segmentsOf(text, spans), isCutBefore: false, isCutAfter: false };
  const firstMark = Math.min(...spans.map((span) => span.start).filter((start) => start >= 0), text.length);
  const isFarDown = firstMark < text.length && firstMark > charactersMax * 0.6;
  const start = isFarDown ? wordStart(text, firstMark - Math.floor(charactersMax / 4)) : 0;
  const end = Math.min(text.length, wordEnd(text, start + charactersMax));
  const moved = spans.map((span) => ({ start: span.start - start, end: span.end - start }));
  return {
    segments: segmentsOf(text.slice(start, end), moved),
    isCutBefore: start > 0,
    isCutAfter: end < text.length,
  };
}

/** Longest look-back for a blank: texts without blanks are cut where they stand, but not inside a character. */
const lookBackCharacters = 40;

function wordStart(text: string, at: number): number {
  const blank = text.slice(at, at + lookBackCharacters).search(/\s/);
  return whole(text, blank < 0 ? at : at + blank + 1);
}

function wordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const tail = text.slice(Math.max(0, at - lookBackCharacters), at);
  const blank = tail.search(/\s\S*$/);
  return whole(text, blank < 0 ? at : at - tail.length + blank);
}

/** Steps back from between the halves of a surrogate pair. */
const whole = (text: string, at: number): number =>
  /[\uDC00-\uDFFF]/.test(text[at] ?? '') && /[\uD800-\uDBFF]/.test(text[at - 1] ?? '') ? at - 1 : at;

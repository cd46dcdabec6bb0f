import type { TextSpan } from './archive.port.js';
import { type Query, wantedPhrases } from './query/query.js';
import { type IndexedWord, wordsOf } from './words.js';

/** Marks of one text: more would paint the whole post. */
const highlightsMax = 100;

/**
 * Where a text holds the words and phrases that the query wants, in reading order, not overlapping. A phrase is marked
 * only where it stands whole. Offsets are those of our own tokens, so every adapter marks the same words.
 */
export function highlight(text: string, query: Query): TextSpan[] {
  const phrases = wantedPhrases(query);
  if (phrases.length === 0) return [];
  const at = byPosition(wordsOf(text));
  const spans: TextSpan[] = [];
  for (const phrase of phrases)
    for (let position = 1; position < at.length; position += 1) {
      const last = position + phrase.length - 1;
      if (!standsAt(phrase, at, position)) continue;
      spans.push({ start: at[position]![0]!.start, end: at[last]![0]!.end });
    }
  return merged(spans).slice(0, highlightsMax);
}

function byPosition(words: readonly IndexedWord[]): IndexedWord[][] {
  const at: IndexedWord[][] = [];
  for (const word of words) {
    const there = at[word.position];
    if (there) there.push(word);
    else at[word.position] = [word];
  }
  return at;
}

const standsAt = (phrase: readonly string[], at: readonly IndexedWord[][], position: number): boolean =>
  phrase.every((lexeme, i) => at[position + i]?.some((word) => word.lexeme === lexeme) ?? false);

function merged(spans: readonly TextSpan[]): TextSpan[] {
  const inOrder = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  const result: TextSpan[] = [];
  for (const span of inOrder) {
    const last = result.at(-1);
    if (!last || span.start >= last.end) result.push(span);
    else if (span.end > last.end) result[result.length - 1] = { start: last.start, end: span.end };
  }
  return result;
}

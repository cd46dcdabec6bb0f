import { stopwords, type Token } from '@kentongan/language';
import { stemOf } from '../terms/terms.js';

/** A near-copy of a 20,000-character text shows in its first words; more would only cost time. */
const copyWordsMax = 400;

/** Words that a forwarding person or app puts before the text. Not one of them carries the message. */
const forwardMarks = new Set(
  'diteruskan forwarded forward fwd fw rt repost copas copast copy paste dari grup group sebelah wa teruskan share sharing sekedar sekadar viralkan sebarkan info broadcast bc'.split(
    ' ',
  ),
);
const forwardMarksMax = 8;

/** The words of a text that stay the same when it is passed on. */
export interface CopyWords {
  /** Stems of every word and number in order, without mentions, links, signs, emoji, hashtags at the end and forward marks. */
  readonly words: readonly string[];
  /** Those that are no stopwords. */
  readonly content: readonly string[];
}

const wordKinds = new Set(['word', 'number', 'hashtag']);

/** Index after the last word that is not a trailing hashtag: hashtags at the end are decoration and change from copy to copy. */
function endOfText(tokens: readonly Token[]): number {
  let end = tokens.length;
  while (end > 0) {
    const { kind } = tokens[end - 1]!;
    if (kind === 'word' || kind === 'number') return end;
    end -= 1;
  }
  return 0;
}

/** Index of the first word of the message itself, after forward marks. */
function startOfText(words: readonly string[]): number {
  let start = 0;
  while (start < Math.min(words.length, forwardMarksMax) && forwardMarks.has(words[start]!)) start += 1;
  return start;
}

export function copyWordsOf(tokens: readonly Token[]): CopyWords {
  const all: string[] = [];
  const end = endOfText(tokens);
  for (let i = 0; i < end && all.length < copyWordsMax; i += 1) {
    const token = tokens[i]!;
    if (!wordKinds.has(token.kind)) continue;
    if (token.kind === 'hashtag') all.push(...(token.parts ?? []));
    else all.push(token.slang ?? token.norm);
  }
  const words = all.slice(startOfText(all));
  const content = words.filter((word) => !stopwords.has(word));
  return { words: words.map(stemOf), content: content.map(stemOf) };
}

import type { Token } from '../tokens/token.js';
import { type Cue, cuesByPhrase, phraseStarts } from './post-type-cues.js';

/** Tokens looked at; a post says what it wants by then. */
const tokensMax = 400;

/** What the rules weigh. Counts of cues, and shares between 0 and 1. */
export interface PostFeatures {
  readonly counts: Readonly<Partial<Record<Cue, number>>>;
  readonly words: number;
  readonly questionMarks: number;
  readonly exclamations: number;
  readonly laughter: number;
  readonly links: number;
  readonly hashtags: number;
  /** Words with a capital as in a headline, of all words with a letter; words in capitals only are not counted. */
  readonly capitalShare: number;
  readonly shoutingShare: number;
  readonly endsWithLink: boolean;
  readonly startsWithMention: boolean;
  /** `JAKARTA - …`, `(4/2/2025)`: the marks of a news text. */
  readonly dateline: boolean;
}

const laughingFaces = new Set([
  '😂',
  '🤣',
  '😭',
  '🙈',
  '🤡',
  '🤮',
  '😡',
  '🤬',
  '🙄',
  '😒',
  '😤',
  '😅',
  '🙁',
  '😆',
  '💩',
  '🖕',
  '😠',
  '🤦',
]);

function countCues(counts: Partial<Record<Cue, number>>, phrase: string): void {
  for (const cue of cuesByPhrase.get(phrase) ?? []) counts[cue] = (counts[cue] ?? 0) + 1;
}

function countPhrases(counts: Partial<Record<Cue, number>>, words: readonly string[]): void {
  words.forEach((word, at) => {
    countCues(counts, word);
    const second = words[at + 1];
    if (second === undefined || !phraseStarts.has(word)) return;
    countCues(counts, `${word} ${second}`);
    const third = words[at + 2];
    if (third !== undefined) countCues(counts, `${word} ${second} ${third}`);
  });
}

type Casing = 'headline' | 'shouting' | 'small';

function casingOf(text: string): Casing {
  const first = text.charCodeAt(0);
  const second = text.charCodeAt(1);
  if (!(first >= 65 && first <= 90)) return 'small';
  return second >= 65 && second <= 90 ? 'shouting' : 'headline';
}

/** `Senin (4/2/2025)`, `Rabu (4/4)`: a date in brackets. */
function isBracketedDate(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.norm === '(' && tokens[at + 1]?.kind === 'number' && tokens[at + 2]?.norm === '/';
}

function isDateline(tokens: readonly Token[]): boolean {
  const [first, second, third] = tokens;
  if (first?.kind !== 'word' || casingOf(first.text) === 'small' || first.text.length < 4) return false;
  const dash = ['-', '–', '—'];
  return (
    dash.includes(second?.norm ?? '') ||
    (casingOf(first.text) === 'shouting' && dash.includes(third?.norm ?? ''))
  );
}

/** One pass over the first `tokensMax` tokens. */
export function postFeatures(all: readonly Token[]): PostFeatures {
  const tokens = all.length > tokensMax ? all.slice(0, tokensMax) : all;
  const words: string[] = [];
  const casing: Record<Casing, number> = { headline: 0, shouting: 0, small: 0 };
  const seen = { question: 0, exclamation: 0, laughter: 0, link: 0, hashtag: 0 };
  let dateline = isDateline(tokens);
  tokens.forEach((token, at) => {
    if (token.kind === 'word') {
      words.push(token.norm);
      casing[casingOf(token.text)] += 1;
    } else if (token.kind === 'link') seen.link += 1;
    else if (token.kind === 'hashtag') seen.hashtag += 1;
    else if (token.kind === 'emoji') seen.laughter += laughingFaces.has(token.norm) ? 1 : 0;
    else if (token.norm === '?') seen.question += Math.min(3, token.text.length);
    else if (token.norm === '!') seen.exclamation += Math.min(3, token.text.length);
    else dateline ||= isBracketedDate(tokens, at);
  });
  const counts: Partial<Record<Cue, number>> = {};
  countPhrases(counts, words);
  const written = Math.max(1, words.length);
  return {
    counts,
    words: words.length,
    questionMarks: seen.question,
    exclamations: seen.exclamation,
    laughter: seen.laughter,
    links: seen.link,
    hashtags: seen.hashtag,
    capitalShare: casing.headline / written,
    shoutingShare: casing.shouting / written,
    endsWithLink: tokens.at(-1)?.kind === 'link',
    startsWithMention: tokens[0]?.kind === 'mention',
    dateline,
  };
}

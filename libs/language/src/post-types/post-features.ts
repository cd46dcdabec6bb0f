import type { Token } from '../tokens/token.js';
import { type Cue, type CueWord, cues, cueWords } from './post-type-cues.js';

/** Tokens looked at; a post says what it wants by then. */
const tokensMax = 400;

/** How much each cue says in a post, from 0. */
export type CueWeights = Readonly<Record<Cue, number>>;

/** A word or phrase of the cue lists: words `first` to before `end` of `norms`. */
interface CueRun {
  readonly first: number;
  readonly end: number;
  /** Indexes in `cues`. */
  readonly cues: readonly number[];
}

/** What the rules weigh: cues, counts, and shares between 0 and 1. */
export interface PostFeatures {
  readonly cues: CueWeights;
  /** What the cues were weighed from, in order. */
  readonly cueRuns: readonly CueRun[];
  /** The words looked at, as normalised. */
  readonly norms: readonly string[];
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

/** Diminishing: the fifth *tolong* says little more than the second. */
export const saturate = (count: number): number => (count <= 0 ? 0 : Math.log2(1 + count));

const noCues = Object.fromEntries(cues.map((cue) => [cue, 0])) as Record<Cue, number>;

/** A word of the lists, or one with an ending that leaves it what it is. */
function cueWordOf(word: string): CueWord | undefined {
  return cueWords.get(word) ?? (word.endsWith('nya') ? cueWords.get(word.slice(0, -3)) : undefined);
}

function findCues(words: readonly string[]): CueRun[] {
  const runs: CueRun[] = [];
  for (let first = 0; first < words.length; first += 1) {
    let found = cueWordOf(words[first]!);
    for (let end = first + 1; found !== undefined; end += 1) {
      if (found.cues.length > 0) runs.push({ first, end, cues: found.cues });
      found = end < words.length ? found.next?.get(words[end]!) : undefined;
    }
  }
  return runs;
}

function weighCues(runs: readonly CueRun[]): CueWeights {
  const counts = new Uint16Array(cues.length);
  for (const run of runs) for (const cue of run.cues) counts[cue]! += 1;
  const weights = { ...noCues };
  for (let cue = 0; cue < counts.length; cue += 1)
    if (counts[cue]! > 0) weights[cues[cue]!] = saturate(counts[cue]!);
  return weights;
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
  const written = Math.max(1, words.length);
  const cueRuns = findCues(words);
  return {
    cues: weighCues(cueRuns),
    cueRuns,
    norms: words,
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

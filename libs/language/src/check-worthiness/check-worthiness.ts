import type { Token } from '../tokens/token.js';
import { type ClaimCue, claimCues, claimPhrases } from './claim-cues.js';

/** Why a text is, or is not, worth a check; the interface words each. */
export type CheckReasonCode =
  | 'concernsMany'
  | 'specific'
  | 'verifiable'
  | 'namesAuthority'
  | 'experience'
  | 'prediction'
  | 'opinion'
  | 'asksOnly';

interface CheckReason {
  readonly code: CheckReasonCode;
  /** Words of the text that say so. */
  readonly words: readonly string[];
}

export interface CheckWorthiness {
  /** 0 (a feeling, a wish, a greeting) to 1 (a specific statement about many that can be found true or false). */
  readonly score: number;
  /** What spoke for it first, then what spoke against it. */
  readonly reasons: readonly CheckReason[];
}

const wordsLookedAtMax = 200;
const wordsOfReasonMax = 4;
/** What each side weighs, as a logit; set by hand on the first half of our own labelled statements. */
const weights = {
  start: -2.3,
  many: 0.8,
  event: 1.3,
  specific: 0.8,
  counted: 0.9,
  authority: 0.6,
  experience: -1.3,
  prediction: -1.3,
  opinion: -1.3,
  asking: -1.2,
  questionMark: -0.6,
  short: -1,
} as const;
const shortWordsMax = 5;

type Found = Record<ClaimCue, Set<string>>;

function cuesOf(words: readonly string[]): Found {
  const found = Object.fromEntries(claimCues.map((cue) => [cue, new Set<string>()])) as Found;
  for (let at = 0; at < words.length; at += 1) {
    for (const { words: phrase, cue } of claimPhrases.get(words[at]!) ?? [])
      if (phrase.every((word, i) => words[at + i] === word)) found[cue].add(phrase.join(' '));
  }
  return found;
}

interface Numbers {
  /** A number stands there at all. */
  readonly isAny: boolean;
  /** `12 orang`, `40 meter`: what was counted. */
  readonly counted: readonly string[];
}

function numbersOf(tokens: readonly Token[], counted: ReadonlySet<string>): Numbers {
  const found: string[] = [];
  let isAny = false;
  tokens.forEach((token, at) => {
    if (token.kind !== 'number') return;
    isAny = true;
    const next = tokens[at + 1];
    if (next && counted.has(next.norm)) found.push(`${token.norm} ${next.norm}`);
  });
  return { isAny, counted: found };
}

/** At most two words of one kind count: a list of agencies is not twice as worth a check. */
const twoAtMost = (words: ReadonlySet<string>): number => (words.size === 0 ? 0 : words.size === 1 ? 1 : 1.4);

/**
 * How far a text is worth a check: it states something about many people, specific and verifiable, and is no personal experience,
 * prediction, opinion or mere request. Judges the statement alone, never its truth. Criteria after the check-worthiness task
 * of CheckThat! (Barrón-Cedeño et al. 2020), as rules over words.
 */
export function checkWorthiness(all: readonly Token[]): CheckWorthiness {
  const tokens = all.slice(0, wordsLookedAtMax);
  const words = tokens.flatMap(({ kind, norm }) => (kind === 'word' ? [norm] : []));
  if (words.length === 0) return { score: 0, reasons: [] };
  const found = cuesOf(words);
  const numbers = numbersOf(tokens, found.counted);
  const specific = new Set([...numbers.counted, ...found.place, ...found.date]);
  const logit =
    weights.start +
    weights.many * twoAtMost(found.many) +
    weights.event * twoAtMost(found.event) +
    weights.specific * twoAtMost(specific) +
    (numbers.isAny ? weights.counted : 0) +
    weights.authority * twoAtMost(found.authority) +
    weights.experience * twoAtMost(found.experience) +
    weights.prediction * twoAtMost(found.prediction) +
    weights.opinion * twoAtMost(found.opinion) +
    weights.asking * twoAtMost(found.asking) +
    (tokens.some(({ norm }) => norm === '?') ? weights.questionMark : 0) +
    (words.length <= shortWordsMax ? weights.short : 0);
  return { score: Math.round(100 / (1 + Math.exp(-logit))) / 100, reasons: reasonsOf(found, specific) };
}

function reasonsOf(found: Found, specific: ReadonlySet<string>): CheckReason[] {
  const candidates: readonly (readonly [CheckReasonCode, ReadonlySet<string>])[] = [
    ['concernsMany', found.many],
    ['verifiable', found.event],
    ['specific', specific],
    ['namesAuthority', found.authority],
    ['experience', found.experience],
    ['prediction', found.prediction],
    ['opinion', found.opinion],
    ['asksOnly', found.asking],
  ];
  return candidates
    .filter(([, words]) => words.size > 0)
    .map(([code, words]) => ({ code, words: [...words].slice(0, wordsOfReasonMax) }));
}

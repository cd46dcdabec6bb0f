import type { PostTypeReasonCode } from '@kentongan/contracts';
import type { Token } from '../tokens/token.js';
import { cueWordOf, type PostFeatures } from './post-features.js';
import { type Cue, cues } from './post-type-cues.js';
import type { DecidedPostType } from './post-type-labels.js';

/** Why a post was called what it was called. */
export interface PostTypeReason {
  readonly code: PostTypeReasonCode;
  /** The words of the post that say so; none where its form or its writer does. */
  readonly words: readonly string[];
}

const reasonsMax = 3;
const wordsOfReasonMax = 4;

type CueReason = readonly [code: PostTypeReasonCode, cues: readonly Cue[]];

/** What speaks for each type, the most telling first. */
const speakingFor: Record<DecidedPostType, readonly CueReason[]> = {
  complaint: [
    ['asksForAction', ['request', 'report']],
    ['namesProblem', ['problem']],
    ['namesService', ['service', 'address']],
  ],
  question: [
    ['asks', ['ask', 'questionWord']],
    ['addressesDesk', ['desk']],
  ],
  criticism: [
    ['namesGovernment', ['politics']],
    ['insults', ['insult']],
    ['blames', ['negative']],
    ['mocks', ['mocking']],
  ],
  support: [
    ['praises', ['praise']],
    ['thanks', ['thanks']],
    ['wishesWell', ['wish']],
  ],
  news: [
    ['reports', ['reporting']],
    ['namesDate', ['calendar']],
  ],
  officialInfo: [['announces', ['office', 'announcement']]],
  other: [
    ['passesOn', ['chain']],
    ['privateMatter', ['private', 'chat', 'informalSelf']],
    ['thanks', ['thanks']],
  ],
};

/** The words of the post that are cues of these kinds, as written in the lists. */
function wordsOfCues(words: readonly string[], wanted: readonly Cue[]): string[] {
  const numbers = wanted.map((cue) => cues.indexOf(cue));
  const found = new Set<string>();
  for (let first = 0; first < words.length && found.size < wordsOfReasonMax; first += 1) {
    let node = cueWordOf(words[first]!);
    for (let at = first; node !== undefined; ) {
      if (node.cues.some((cue) => numbers.includes(cue))) found.add(words.slice(first, at + 1).join(' '));
      at += 1;
      node = at < words.length ? node.next?.get(words[at]!) : undefined;
    }
  }
  return [...found].slice(0, wordsOfReasonMax);
}

function formReasons(type: DecidedPostType, features: PostFeatures): PostTypeReason[] {
  if (type === 'news' && features.dateline) return [{ code: 'dateline', words: [] }];
  if (type === 'news' && features.capitalShare > 0.5) return [{ code: 'headline', words: [] }];
  if (type === 'question' && features.questionMarks > 0) return [{ code: 'questionMark', words: [] }];
  return [];
}

/** Up to three reasons for a type, in words of the post; none where only the learned words decided. */
export function reasonsFor(
  type: DecidedPostType,
  tokens: readonly Token[],
  features: PostFeatures,
): PostTypeReason[] {
  const words = tokens.flatMap(({ kind, norm }) => (kind === 'word' ? [norm] : []));
  const byWords = speakingFor[type]
    .filter(([, wanted]) => wanted.some((cue) => features.cues[cue] > 0))
    .map(([code, wanted]) => ({ code, words: wordsOfCues(words, wanted) }));
  return [...formReasons(type, features), ...byWords].slice(0, reasonsMax);
}

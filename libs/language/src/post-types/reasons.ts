import type { PostTypeReasonCode } from '@kentongan/contracts';
import type { PostFeatures } from './post-features.js';
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

/** The words of the post that are cues of these kinds, as normalised. */
function wordsOfCues({ cueRuns, norms }: PostFeatures, wanted: readonly Cue[]): string[] {
  const numbers = wanted.map((cue) => cues.indexOf(cue));
  const found = new Set<string>();
  for (const run of cueRuns) {
    if (found.size === wordsOfReasonMax) break;
    if (run.cues.some((cue) => numbers.includes(cue))) found.add(norms.slice(run.first, run.end).join(' '));
  }
  return [...found];
}

function formReasons(type: DecidedPostType, features: PostFeatures): PostTypeReason[] {
  if (type === 'news' && features.dateline) return [{ code: 'dateline', words: [] }];
  if (type === 'news' && features.capitalShare > 0.5) return [{ code: 'headline', words: [] }];
  if (type === 'question' && features.questionMarks > 0) return [{ code: 'questionMark', words: [] }];
  return [];
}

/** Up to three reasons for a type, in words of the post; none where only the learned words decided. */
export function reasonsFor(type: DecidedPostType, features: PostFeatures): PostTypeReason[] {
  const byForm = formReasons(type, features);
  const byWords = speakingFor[type]
    .filter(([, wanted]) => wanted.some((cue) => features.cues[cue] > 0))
    .slice(0, reasonsMax - byForm.length)
    .map(([code, wanted]) => ({ code, words: wordsOfCues(features, wanted) }));
  return [...byForm, ...byWords];
}

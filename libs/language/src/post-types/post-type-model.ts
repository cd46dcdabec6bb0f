import type { PostType } from '@kentongan/contracts';
import type { Token } from '../tokens/token.js';
import { LinearMargins } from './linear-margins.js';
import { postFeatures } from './post-features.js';
import { decodePostTypes } from './post-type-file.js';
import { decidedPostTypes } from './post-type-labels.js';
import { isPressAddress } from './press-hosts.js';
import { type PostTypeReason, reasonsFor } from './reasons.js';
import { ruleScores, type TypeScores } from './rule-scores.js';

export interface PostTypeContext {
  readonly authorKind?: 'person' | 'official' | 'press';
  readonly url?: string;
  /** Hosts of press publishers beside the shipped list, in small letters. */
  readonly pressHosts?: ReadonlySet<string>;
}

export interface PostTypeDecision {
  readonly label: PostType;
  /** Share of belief in the best label, 0-1: a softmax that was made to fit held-out posts. */
  readonly confidence: number;
  readonly reasons: readonly PostTypeReason[];
}

export interface PostTypeModel {
  /**
   * What a post does: complains, asks, criticises, supports, reports, informs. Who writes comes first: a press publisher's post
   * is news and an office's account informs, whatever the words. Else rules and a learned model are added up; where two
   * labels are close the answer is `undecided`, for a person to settle. A post without words is `other`.
   */
  decide(tokens: readonly Token[], context?: PostTypeContext): PostTypeDecision;
}

/** What the learned margins count beside the rules' scores; chosen on our own posts and the development posts together. */
const learnedWeight = 2;
/** Where the borders between the types lie, added to the scores; chosen together with `learnedWeight`. */
const borders: TypeScores = [-0.25, 0, 0, 0.25, -0.5, 1, -0.25];
/** Below this lead over the second label nothing is claimed. */
const leadMin = 0.15;
/** Makes the softmax as sure as it is right. */
const sharpness = 1.2;
/** An account that is known to be a person's does not inform in the name of an office; it may pass such news on. */
const personOfficialPenalty = 2;

const officialInfo = decidedPostTypes.indexOf('officialInfo');

class HybridPostTypes implements PostTypeModel {
  constructor(private readonly margins: LinearMargins) {}

  decide(tokens: readonly Token[], context: PostTypeContext = {}): PostTypeDecision {
    const byWriter = decisionByWriter(context);
    if (byWriter) return byWriter;
    const features = postFeatures(tokens);
    if (features.words === 0) return { label: 'other', confidence: 0.5, reasons: [] };
    const learned = this.margins.of(tokens, features);
    const scores = ruleScores(features).map((score, k) => score + learnedWeight * learned[k]! + borders[k]!);
    if (context.authorKind === 'person') scores[officialInfo]! -= personOfficialPenalty;
    const { best, lead, confidence } = strongest(scores);
    const type = decidedPostTypes[best]!;
    if (lead < leadMin) return { label: 'undecided', confidence, reasons: [] };
    return { label: type, confidence, reasons: reasonsFor(type, features) };
  }
}

function decisionByWriter({ authorKind, url, pressHosts }: PostTypeContext): PostTypeDecision | null {
  if (authorKind === 'press' || (url !== undefined && isPressAddress(url, pressHosts)))
    return { label: 'news', confidence: 1, reasons: [{ code: 'pressSource', words: [] }] };
  if (authorKind === 'official')
    return { label: 'officialInfo', confidence: 1, reasons: [{ code: 'officialAccount', words: [] }] };
  return null;
}

function strongest(scores: TypeScores): { best: number; lead: number; confidence: number } {
  let best = 0;
  for (let k = 1; k < scores.length; k += 1) if (scores[k]! > scores[best]!) best = k;
  let second = Number.NEGATIVE_INFINITY;
  let total = 0;
  scores.forEach((score, k) => {
    total += Math.exp((score - scores[best]!) * sharpness);
    if (k !== best) second = Math.max(second, score);
  });
  return { best, lead: scores[best]! - second, confidence: Math.round(100 / total) / 100 };
}

/**
 * @param bytes the whole weights file (libs/language/models/post-types.bin)
 * @throws Error when the bytes are not such a file
 */
export function loadPostTypeModel(bytes: Uint8Array): PostTypeModel {
  return new HybridPostTypes(new LinearMargins(decodePostTypes(bytes)));
}

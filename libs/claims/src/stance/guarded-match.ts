import type { HoaxMatch, PostType } from '@kentongan/contracts';
import type { Token } from '@kentongan/language';
import { decideStance } from './stance.js';

/** Rules call every third hoax a criticism, with little confidence; from here on a person would agree. */
const confidenceMin = 0.85;

/** What is known of the post beside its words. */
export interface PostNature {
  readonly authorKind?: 'person' | 'official' | 'press' | undefined;
  readonly postType: { readonly label: PostType; readonly confidence: number };
}

const ownWords: ReadonlySet<PostType> = new Set(['complaint', 'criticism', 'question', 'officialInfo']);

/** A press item, an office's word, a criticism, a complaint: never a hoax, whatever the score. */
function isProtected({ authorKind, postType: { label, confidence } }: PostNature): boolean {
  if (authorKind === 'press' || authorKind === 'official') return true;
  return ownWords.has(label) && confidence >= confidenceMin;
}

/**
 * The match as the desk may see it: with its stance, and no more than `related` where the text corrects, reports or asks
 * about the hoax, or where the post is a press item, an official word, a criticism or a complaint. `related` raises no
 * alarm and attaches nothing. A word-for-word copy of the circulating text stays `same` unless its writer or its stance
 * speaks against it: what kind of text the hoax itself imitates is no reason.
 */
export function guardedMatch(match: HoaxMatch, tokens: readonly Token[], nature: PostNature): HoaxMatch {
  const { stance } = decideStance(tokens);
  const isByOffice = nature.authorKind === 'press' || nature.authorKind === 'official';
  const isHeldBack = stance !== 'tells' || isByOffice || (match.level === 'matched' && isProtected(nature));
  return { ...match, level: isHeldBack ? 'related' : match.level, stance };
}

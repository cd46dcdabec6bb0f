import type { PostType } from '@kentongan/contracts';
import type { Token } from '../tokens/token.js';
import { type PostFeatures, postFeatures } from './post-features.js';
import type { Cue } from './post-type-cues.js';

type AuthorKind = 'person' | 'official' | 'press';

export interface PostTypeContext {
  readonly authorKind?: AuthorKind;
  readonly url?: string;
  readonly platform?: string;
}

export interface PostTypeDecision {
  readonly label: PostType;
  /** 0–1: how far the best label stands out, as a softmax over the rules' scores. */
  readonly confidence: number;
}

type Decided = Exclude<PostType, 'undecided'>;
type Scores = Record<Decided, number>;

/** Below this lead over the second label the rules abstain. Chosen so that the few posts left out are right half of the time. */
const leadMin = 0.15;

/** Diminishing: the fifth *tolong* says little more than the second. */
const saturate = (count: number): number => (count <= 0 ? 0 : Math.log2(1 + count));

type Weigh = (cue: Cue) => number;

function complaintScore(weigh: Weigh, features: PostFeatures): number {
  const service = weigh('service') + 0.6 * weigh('address');
  // Talk about rubbish and rain is not yet a complaint: nobody is asked to do anything.
  const asksNobody = weigh('request') + weigh('report') + weigh('formalOpening') === 0;
  return (
    1.5 * weigh('request') +
    1.8 * weigh('report') +
    0.9 * weigh('formalOpening') +
    0.6 * weigh('formalSelf') +
    0.1 * weigh('informalSelf') +
    0.7 * service +
    0.7 * weigh('problem') -
    1.2 * weigh('insult') -
    0.5 * weigh('mocking') -
    0.5 * weigh('politics') -
    (features.endsWithLink ? 0.6 : 0) -
    (features.startsWithMention ? 0.4 : 0) -
    0.2 * weigh('informal') -
    1.2 * features.capitalShare -
    (asksNobody ? 0.25 : 0) -
    1.5 * weigh('chat')
  );
}

function questionScore(weigh: Weigh, features: PostFeatures): number {
  return (
    1.3 * weigh('ask') +
    1.0 * weigh('questionWord') +
    0.7 * Math.min(1, features.questionMarks) +
    0.9 * weigh('desk') -
    0.8 * weigh('report') -
    0.7 * weigh('insult') -
    0.6 * weigh('mocking') -
    0.5 * weigh('politics') -
    0.5 * weigh('problem') -
    0.4 * weigh('address') -
    0.3 * weigh('formalOpening') -
    1.2 * weigh('chat')
  );
}

function criticismScore(weigh: Weigh, features: PostFeatures): number {
  const shouting = Math.min(1, features.exclamations + Math.max(0, features.questionMarks - 1)) * 0.4;
  return (
    0.9 +
    1.4 * weigh('insult') +
    0.9 * weigh('negative') +
    0.6 * weigh('politics') +
    0.7 * weigh('mocking') +
    0.35 * weigh('informal') +
    0.6 * saturate(features.laughter) +
    shouting +
    (features.words > 3 && features.shoutingShare > 0.6 ? 0.4 : 0) -
    0.8 * weigh('request') -
    0.8 * weigh('report') -
    0.6 * weigh('formalOpening') -
    0.7 * weigh('desk') -
    0.8 * weigh('thanks') -
    0.5 * weigh('praise') -
    0.4 * weigh('private') -
    0.5 * weigh('service') -
    (features.endsWithLink ? 0.4 : 0) -
    1.2 * features.capitalShare
  );
}

function supportScore(weigh: Weigh): number {
  const praise = weigh('praise');
  const about = Math.min(1, weigh('politics'));
  return (
    1.4 * praise +
    (praise > 0 ? 0.8 * weigh('wish') + 0.7 * about : 0) -
    1.2 * weigh('negative') -
    1.2 * weigh('insult') -
    0.7 * weigh('mocking') -
    0.5 * weigh('request') -
    0.3 * weigh('informal')
  );
}

function newsScore(weigh: Weigh, features: PostFeatures): number {
  const headline = features.words >= 4 && features.capitalShare > 0.5 ? 2.2 * features.capitalShare : 0;
  return (
    0.2 +
    headline +
    (features.words >= 8 ? 1.2 * features.capitalShare : 0) +
    (features.dateline ? 1.2 : 0) +
    (features.endsWithLink ? 0.9 : 0) +
    0.7 * weigh('reporting') +
    0.6 * weigh('announcement') +
    0.4 * weigh('calendar') +
    0.25 * weigh('politics') +
    0.2 * Math.min(3, features.hashtags) -
    0.9 * weigh('informal') -
    0.6 * weigh('formalSelf') -
    0.8 * weigh('informalSelf') -
    0.8 * weigh('mocking') -
    1.0 * weigh('insult') -
    0.4 * weigh('request') -
    0.6 * weigh('desk') -
    0.5 * saturate(features.laughter)
  );
}

function otherScore(weigh: Weigh, features: PostFeatures): number {
  return (
    1.0 +
    1.5 * weigh('chat') +
    0.9 * weigh('private') +
    0.6 * weigh('thanks') +
    (features.startsWithMention ? 0.4 : 0) +
    0.4 * (weigh('informalSelf') > 0 && weigh('informal') > 0 ? 1 : 0) -
    0.7 * weigh('politics') -
    0.5 * weigh('insult') -
    0.4 * weigh('request') -
    0.6 * weigh('report') -
    0.3 * weigh('negative') -
    0.2 * weigh('questionWord')
  );
}

function officialScore(weigh: Weigh): number {
  return (
    1.1 * weigh('office') +
    0.4 * weigh('announcement') -
    0.8 * weigh('informal') -
    0.5 * weigh('formalSelf') -
    weigh('informalSelf') -
    0.5 * weigh('mocking') -
    1
  );
}

/** Who writes weighs more than how: a newspaper's account reports, an agency's informs. */
function addAuthor(scores: Scores, authorKind: AuthorKind | undefined): void {
  if (authorKind === 'press') scores.news += 4;
  if (authorKind === 'official') scores.officialInfo += 4;
}

function strongest(scores: Scores): PostTypeDecision {
  const ranked = (Object.entries(scores) as [Decided, number][]).sort((a, b) => b[1] - a[1]);
  const [best, second] = ranked as [[Decided, number], [Decided, number]];
  const total = ranked.reduce((sum, [, score]) => sum + Math.exp(score - best[1]), 0);
  const confidence = Math.round(100 / total) / 100;
  return { label: best[1] - second[1] < leadMin ? 'undecided' : best[0], confidence };
}

/**
 * What a post does: complains, asks, criticises, supports, reports, informs. Weighted rules; where two labels are close
 * the answer is `undecided`, for a person to settle. A post without words is `other`.
 */
export function decidePostType(tokens: readonly Token[], context: PostTypeContext = {}): PostTypeDecision {
  const features = postFeatures(tokens);
  if (features.words === 0) return { label: 'other', confidence: 0.5 };
  const weigh: Weigh = (cue) => saturate(features.counts[cue] ?? 0);
  const scores: Scores = {
    complaint: complaintScore(weigh, features),
    question: questionScore(weigh, features),
    criticism: criticismScore(weigh, features),
    support: supportScore(weigh),
    news: newsScore(weigh, features),
    officialInfo: officialScore(weigh),
    other: otherScore(weigh, features),
  };
  addAuthor(scores, context.authorKind);
  return strongest(scores);
}

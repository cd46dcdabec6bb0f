import { type CueWeights, type PostFeatures, saturate } from './post-features.js';
import { type DecidedPostType, decidedPostTypes } from './post-type-labels.js';

/** One figure for each type, in the order of `decidedPostTypes`; larger is likelier. */
export type TypeScores = number[];

function complaintScore(cues: CueWeights, features: PostFeatures): number {
  const service = cues.service + 0.6 * cues.address;
  // Talk about rubbish and rain is not yet a complaint: nobody is asked to do anything.
  const asksNobody = cues.request + cues.report + cues.formalOpening === 0;
  return (
    1.5 * cues.request +
    1.8 * cues.report +
    0.9 * cues.formalOpening +
    0.6 * cues.formalSelf +
    0.1 * cues.informalSelf +
    0.7 * service +
    0.7 * cues.problem -
    1.2 * cues.insult -
    0.5 * cues.mocking -
    0.5 * cues.politics -
    (features.endsWithLink ? 0.6 : 0) -
    (features.startsWithMention ? 0.4 : 0) -
    0.2 * cues.informal -
    1.2 * features.capitalShare -
    (asksNobody ? 0.25 : 0) -
    1.6 * cues.chain -
    1.5 * cues.chat
  );
}

function questionScore(cues: CueWeights, features: PostFeatures): number {
  return (
    1.3 * cues.ask +
    1.0 * cues.questionWord +
    0.7 * Math.min(1, features.questionMarks) +
    0.9 * cues.desk -
    0.8 * cues.report -
    0.7 * cues.insult -
    0.6 * cues.mocking -
    0.5 * cues.politics -
    0.5 * cues.problem -
    0.4 * cues.address -
    0.3 * cues.formalOpening -
    1.2 * cues.chat
  );
}

function criticismScore(cues: CueWeights, features: PostFeatures): number {
  const shouting = Math.min(1, features.exclamations + Math.max(0, features.questionMarks - 1)) * 0.4;
  return (
    0.9 +
    1.4 * cues.insult +
    0.9 * cues.negative +
    0.6 * cues.politics +
    0.7 * cues.mocking +
    0.35 * cues.informal +
    0.6 * saturate(features.laughter) +
    shouting +
    (features.words > 3 && features.shoutingShare > 0.6 ? 0.4 : 0) -
    0.8 * cues.request -
    0.8 * cues.report -
    0.6 * cues.formalOpening -
    0.7 * cues.desk -
    0.8 * cues.thanks -
    0.5 * cues.praise -
    0.8 * cues.chain -
    0.4 * cues.private -
    0.5 * cues.service -
    (features.endsWithLink ? 0.4 : 0) -
    1.2 * features.capitalShare
  );
}

function supportScore(cues: CueWeights): number {
  const praise = cues.praise;
  const about = Math.min(1, cues.politics);
  return (
    1.4 * praise +
    (praise > 0 ? 0.8 * cues.wish + 0.7 * about : 0) -
    1.2 * cues.negative -
    1.2 * cues.insult -
    0.7 * cues.mocking -
    0.5 * cues.request -
    0.3 * cues.informal
  );
}

function newsScore(cues: CueWeights, features: PostFeatures): number {
  const headline = features.words >= 4 && features.capitalShare > 0.5 ? 2.2 * features.capitalShare : 0;
  return (
    0.2 +
    headline +
    (features.words >= 8 ? 1.2 * features.capitalShare : 0) +
    (features.dateline ? 1.2 : 0) +
    (features.endsWithLink ? 0.9 : 0) +
    0.7 * cues.reporting +
    0.6 * cues.announcement +
    0.4 * cues.calendar +
    0.25 * cues.politics +
    0.2 * Math.min(3, features.hashtags) -
    0.9 * cues.informal -
    0.6 * cues.formalSelf -
    0.8 * cues.informalSelf -
    0.8 * cues.mocking -
    1.0 * cues.insult -
    0.4 * cues.request -
    0.6 * cues.desk -
    0.5 * saturate(features.laughter)
  );
}

function otherScore(cues: CueWeights, features: PostFeatures): number {
  return (
    1.0 +
    1.4 * cues.chain +
    1.5 * cues.chat +
    0.9 * cues.private +
    0.6 * cues.thanks +
    (features.startsWithMention ? 0.4 : 0) +
    0.4 * (cues.informalSelf > 0 && cues.informal > 0 ? 1 : 0) -
    0.7 * cues.politics -
    0.5 * cues.insult -
    0.4 * cues.request -
    0.6 * cues.report -
    0.3 * cues.negative -
    0.2 * cues.questionWord
  );
}

function officialScore(cues: CueWeights): number {
  return (
    0.4 +
    1.1 * cues.office +
    0.4 * cues.announcement -
    1.2 * cues.chain -
    0.8 * cues.informal -
    0.5 * cues.formalSelf -
    cues.informalSelf -
    0.5 * cues.mocking -
    1
  );
}

const scorers: Record<DecidedPostType, (cues: CueWeights, features: PostFeatures) => number> = {
  complaint: complaintScore,
  question: questionScore,
  criticism: criticismScore,
  support: supportScore,
  news: newsScore,
  officialInfo: officialScore,
  other: otherScore,
};

/** What the rules say: weights set by hand over words that speak for a type, and over the form of the post. */
export function ruleScores(features: PostFeatures): TypeScores {
  return decidedPostTypes.map((type) => scorers[type](features.cues, features));
}

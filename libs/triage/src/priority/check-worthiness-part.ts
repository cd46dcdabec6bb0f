import type { PriorityPart } from '@kentongan/contracts';
import { type CheckReasonCode, type CheckWorthiness, checkWorthiness, tokenize } from '@kentongan/language';
import type { Judged } from './priority-input.js';
import { known, unknown } from './speed-parts.js';

/** A statement brings seven texts; copies count once. */
const textsMax = 12;
const wordsShownMax = 6;
/** From here on a text states something that can be found true or false. */
const claimScoreMin = 0.5;
const speaksForIt: readonly CheckReasonCode[] = ['concernsMany', 'verifiable', 'specific', 'namesAuthority'];
const speaksAgainst: readonly CheckReasonCode[] = ['experience', 'prediction', 'opinion'];

/** Whether the posts state something about many that can be checked; a feeling, a wish or an opinion can wait. */
export function checkWorthinessPart({ texts }: Judged): PriorityPart {
  const judged = [...new Set(texts)].slice(0, textsMax).map((text) => checkWorthiness(tokenize(text)));
  if (judged.length === 0) return unknown('checkWorthiness');
  const score = judged.reduce((sum, each) => sum + each.score, 0) / judged.length;
  const claims = judged.filter((each) => each.score >= claimScoreMin);
  const percent = Math.round(score * 100);
  const give = (code: string, words: string) =>
    known('checkWorthiness', score, code, { percent, claims: claims.length, texts: judged.length, words });
  if (score >= claimScoreMin) {
    const isAboutMany = judged.some(({ reasons }) => reasons.some(({ code }) => code === 'concernsMany'));
    return give(isAboutMany ? 'claimAboutMany' : 'claimToCheck', wordsOf(claims, speaksForIt));
  }
  const against = wordsOf(judged, speaksAgainst);
  return against === '' ? give('littleToCheck', '') : give('experienceOrOpinion', against);
}

function wordsOf(judged: readonly CheckWorthiness[], codes: readonly CheckReasonCode[]): string {
  const words = judged.flatMap(({ reasons }) =>
    reasons.filter(({ code }) => codes.includes(code)).flatMap((reason) => reason.words),
  );
  return [...new Set(words)].slice(0, wordsShownMax).join(', ');
}

import type { Priority, PriorityPart, Route } from '@kentongan/contracts';
import { checkWorthinessPart } from './check-worthiness-part.js';
import {
  believabilityPart,
  harmPart,
  informationVoidPart,
  knownHoaxPart,
  mainstreamPart,
  vulnerabilityPart,
} from './claim-parts.js';
import { harmOf } from './harm-checklist.js';
import { judged, type TriageInput } from './priority-input.js';
import { levelOfScore, rubric } from './rubric.js';
import { known, speedPart, spreadPart } from './speed-parts.js';

/** What says something about a hoax only; the other parts weigh the service that people complain about just as well. */
const hoaxParts: readonly PriorityPart['part'][] = ['believability', 'knownHoax'];
const cappingRoutes: readonly (Route | null)[] = ['complaint', 'criticism', 'journalism'];

/** Every code that a part's evidence can carry; the interface words each. */
export const evidenceCodes = [
  'unknown',
  'speedAgainstNorm',
  'countWithoutNorm',
  'distinctAuthors',
  'fewAuthorsManyPosts',
  'harmChecklist',
  'noHarmFound',
  'soundsOfficial',
  'nothingOfficial',
  'vulnerableInDisaster',
  'vulnerablePeople',
  'ongoingDisaster',
  'nobodyVulnerableNamed',
  'questionsWithoutAnswer',
  'questionsAnswered',
  'noQuestions',
  'resemblesFact',
  'noFact',
  'pressPosts',
  'noPress',
  'claimAboutMany',
  'claimToCheck',
  'experienceOrOpinion',
  'littleToCheck',
  'cappedByRoute',
] as const;

/**
 * The priority of an issue: nine parts of the rubric, each with what it rests on. A part of which nothing is known
 * has null points and counts 0. Harm of 4 of 5 is at least medium. On a complaint, criticism or journalism the
 * parts about a hoax count 0 and the others remain: the service may still be urgent.
 */
export function priorityOf(input: TriageInput): Priority {
  const about = judged(input);
  const harm = harmOf(about.fact ? [...about.texts, about.fact.title] : about.texts, about.subjects);
  const parts = [
    speedPart(about),
    spreadPart(about),
    harmPart(harm),
    believabilityPart(about),
    vulnerabilityPart(about),
    informationVoidPart(about),
    knownHoaxPart(about),
    mainstreamPart(about),
    checkWorthinessPart(about),
  ].map((part) => (isCapped(part, input.route) ? known(part.part, 0, 'cappedByRoute', {}) : part));
  const score = Math.round(parts.reduce((sum, { points }) => sum + (points ?? 0), 0));
  const level = levelOfScore(score);
  const isLifted = level === 'low' && (harm?.score ?? 0) >= rubric.harmLiftScoreMin;
  return { score, level: isLifted ? 'medium' : level, parts };
}

const isCapped = ({ part }: PriorityPart, route: Route | null): boolean =>
  cappingRoutes.includes(route) && hoaxParts.includes(part);

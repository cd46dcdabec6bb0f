import type { IssueState, PriorityLevel, Role, Route } from '@kentongan/contracts';
import { type DeskMove, moveTable, stateOfRoute } from './move-table.js';

/** A dismissal can be taken back for this long; the grace is for the way from the phone to here. */
export const undoSeconds = 10;
const undoGraceSeconds = 5;
const snoozeDaysMax = 30;

/** Why a move is refused; the interface words each. In the order in which they are looked at. */
export const moveRefusals = [
  'wrongRole',
  'wrongState',
  'alreadyYours',
  'pressItem',
  'awaitsReview',
  'routeNeeded',
  'nothingDrafted',
  'blockingProblems',
  'notSubmitted',
  'ownText',
  'alreadyApproved',
  'approvalMissing',
  'leaderNeeded',
  'notDismissed',
  'notYourDismissal',
  'undoExpired',
  'untilInPast',
  'untilTooFar',
  'mergeTarget',
] as const;
export type MoveRefusal = (typeof moveRefusals)[number];

/** What the clarification of an issue says to its moves. */
export interface ClarificationFacts {
  readonly status: 'suggested' | 'draft' | 'submitted' | 'approved' | 'published';
  /** Everybody whose words it holds; empty while it is the program's suggestion. */
  readonly authorIds: readonly string[];
  readonly approvals: readonly { readonly userId: string; readonly role: string }[];
  readonly hasBlockingProblems: boolean;
}

export interface IssueFacts {
  readonly state: IssueState;
  /** Where a snoozed or dismissed issue goes back to. */
  readonly stateBefore: IssueState | null;
  readonly route: Route | null;
  readonly level: PriorityLevel;
  readonly ownerId: string | null;
  readonly isAcknowledged: boolean;
  /** Most of its posts come from the press. */
  readonly isMostlyPress: boolean;
  readonly dismissal: { readonly userId: string; readonly atMilliseconds: number } | null;
  readonly clarification: ClarificationFacts | null;
}

export interface Actor {
  readonly userId: string;
  readonly role: Role;
}

/** A move with what it asks for; what is left out is not looked at (for instance when a list of moves is offered). */
export interface AskedMove {
  readonly move: DeskMove;
  readonly route?: Route;
  readonly untilMilliseconds?: number;
  /** Whether the issue that it shall be merged into can take it in. */
  readonly mergesIntoOpenIssue?: boolean;
}

export type MoveDecision =
  | { readonly ok: true; readonly state: IssueState }
  | { readonly ok: false; readonly refusal: MoveRefusal };

const refused = (refusal: MoveRefusal): MoveDecision => ({ ok: false, refusal });

/**
 * Whether this person may make this move on this issue now, and where it leads.
 * @param nowMilliseconds since the epoch
 */
export function decideMove(
  asked: AskedMove,
  issue: IssueFacts,
  actor: Actor,
  nowMilliseconds: number,
): MoveDecision {
  const rule = moveTable[asked.move];
  if (!rule.roles.includes(actor.role)) return refused('wrongRole');
  const target = rule.from[issue.state];
  if (target === undefined) return refused('wrongState');
  const refusal = refusalOf(asked, issue, actor, nowMilliseconds);
  if (refusal) return refused(refusal);
  switch (target) {
    case 'same':
      return { ok: true, state: issue.state };
    case 'before':
      return { ok: true, state: issue.stateBefore ?? 'reopened' };
    case 'byRoute':
      return { ok: true, state: stateOfRoute[asked.route ?? 'debunk'] };
    case 'byApprovals':
      return { ok: true, state: isCompleteWith(actor, issue) ? 'approved' : issue.state };
    default:
      return { ok: true, state: target };
  }
}

/** Whether the approvals, with this person's, are all that the issue needs. */
function isCompleteWith(actor: Actor, issue: IssueFacts): boolean {
  const roles = [...(issue.clarification?.approvals ?? []).map(({ role }) => role), actor.role];
  return issue.level !== 'critical' || roles.includes('leader');
}

function refusalOf(
  asked: AskedMove,
  issue: IssueFacts,
  actor: Actor,
  nowMilliseconds: number,
): MoveRefusal | null {
  switch (asked.move) {
    case 'acknowledge':
      return issue.isAcknowledged && issue.ownerId === actor.userId ? 'alreadyYours' : null;
    case 'triage':
      if (asked.route === 'debunk' && issue.isMostlyPress) return 'pressItem';
      return isUnderReview(issue) ? 'awaitsReview' : null;
    case 'draft':
      return issue.route === 'debunk' || issue.route === 'prebunk' ? null : 'routeNeeded';
    case 'submit':
      return submitRefusal(issue.clarification);
    case 'approve':
      return approveRefusal(issue, actor);
    case 'reject':
      return issue.state === 'drafted' && !isUnderReview(issue) ? 'notSubmitted' : null;
    case 'publish':
      return publishRefusal(issue);
    case 'undoDismiss':
      return undoRefusal(issue, actor, nowMilliseconds);
    case 'snooze':
      return snoozeRefusal(asked.untilMilliseconds, nowMilliseconds);
    case 'merge':
      if (isUnderReview(issue)) return 'awaitsReview';
      return asked.mergesIntoOpenIssue === false ? 'mergeTarget' : null;
    case 'requestEvidence':
    case 'amplify':
    case 'monitor':
    case 'close':
    case 'dismiss':
    case 'reopen':
    case 'wake':
    case 'note':
      return null;
  }
}

const isUnderReview = (issue: IssueFacts): boolean =>
  issue.state === 'drafted' && issue.clarification?.status === 'submitted';

function submitRefusal(clarification: ClarificationFacts | null): MoveRefusal | null {
  if (!clarification || clarification.status === 'suggested') return 'nothingDrafted';
  if (clarification.status !== 'draft') return 'awaitsReview';
  return clarification.hasBlockingProblems ? 'blockingProblems' : null;
}

/** Four eyes: whoever wrote at the text never approves it, and nobody approves twice. */
function approveRefusal(issue: IssueFacts, actor: Actor): MoveRefusal | null {
  const { clarification } = issue;
  if (!clarification || clarification.status === 'suggested') return 'nothingDrafted';
  if (clarification.status !== 'submitted') return 'notSubmitted';
  if (clarification.authorIds.includes(actor.userId)) return 'ownText';
  if (clarification.approvals.some(({ userId }) => userId === actor.userId)) return 'alreadyApproved';
  return clarification.hasBlockingProblems ? 'blockingProblems' : null;
}

/** Looked at again in the last moment: the level may have risen since the approval, which then has to be given anew. */
function publishRefusal(issue: IssueFacts): MoveRefusal | null {
  const { clarification } = issue;
  if (!clarification) return 'nothingDrafted';
  const foreign = clarification.approvals.filter(({ userId }) => !clarification.authorIds.includes(userId));
  if (clarification.status !== 'approved' || foreign.length === 0) return 'approvalMissing';
  if (lacksLeader(issue)) return 'leaderNeeded';
  return clarification.hasBlockingProblems ? 'blockingProblems' : null;
}

const lacksLeader = ({ level, clarification }: IssueFacts): boolean =>
  level === 'critical' &&
  !clarification?.approvals.some(
    ({ userId, role }) => role === 'leader' && !clarification.authorIds.includes(userId),
  );

function undoRefusal(issue: IssueFacts, actor: Actor, nowMilliseconds: number): MoveRefusal | null {
  if (!issue.dismissal) return 'notDismissed';
  if (issue.dismissal.userId !== actor.userId) return 'notYourDismissal';
  const seconds = (nowMilliseconds - issue.dismissal.atMilliseconds) / 1_000;
  return seconds > undoSeconds + undoGraceSeconds ? 'undoExpired' : null;
}

function snoozeRefusal(untilMilliseconds: number | undefined, nowMilliseconds: number): MoveRefusal | null {
  if (untilMilliseconds === undefined) return null;
  if (untilMilliseconds <= nowMilliseconds) return 'untilInPast';
  return untilMilliseconds > nowMilliseconds + snoozeDaysMax * 86_400_000 ? 'untilTooFar' : null;
}

import type { IssueChangeKind, IssueState, MoveBody, Person } from '@kentongan/contracts';
import { rankOfLevel, triage } from '@kentongan/triage';
import type { IssueRecord } from './issue-record.js';
import type { IssueChange, NextIssue } from './issue-writer.js';
import { triageInputOf, woken } from './signal-update.js';

/** Who moves, when, and where the table of moves says it leads. */
export interface MoveStep {
  readonly by: Person;
  readonly at: string;
  readonly state: IssueState;
}

/** What a move makes of the issue itself; the clarification and another issue are not its affair. */
export interface MoveEffect {
  readonly next: NextIssue;
  readonly change: IssueChangeKind;
  readonly reason: string | null;
  readonly feedback?: NonNullable<IssueChange['feedback']>;
}

const changeOf = {
  acknowledge: 'acknowledged',
  triage: 'triaged',
  requestEvidence: 'evidenceRequested',
  submit: 'submitted',
  approve: 'approved',
  reject: 'rejected',
  publish: 'published',
  amplify: 'amplified',
  monitor: 'monitored',
  close: 'closed',
  dismiss: 'dismissed',
  undoDismiss: 'undone',
  reopen: 'reopened',
  merge: 'merged',
  snooze: 'snoozed',
  wake: 'woken',
  note: 'noted',
} as const satisfies Record<MoveBody['move'], IssueChangeKind>;

export function effectOf(record: IssueRecord, body: MoveBody, step: MoveStep): MoveEffect {
  const next = nextOf(record, body, step);
  const feedback = feedbackOf(body);
  return { next, change: changeOf[body.move], reason: reasonOf(body), ...(feedback ? { feedback } : {}) };
}

function nextOf(record: IssueRecord, body: MoveBody, step: MoveStep): NextIssue {
  const moved: NextIssue = { ...record, card: { ...record.card, state: step.state } };
  switch (body.move) {
    case 'acknowledge':
      return taken(moved, step);
    case 'triage':
      return triaged(moved, body, step);
    case 'requestEvidence':
      return { ...moved, card: { ...moved.card, agencyId: body.agencyId } };
    case 'close':
      return quiet({ ...moved, closedAt: step.at });
    case 'dismiss':
      return quiet({
        ...unsnoozed(moved),
        closedAt: step.at,
        stateBefore: record.card.state === 'snoozed' ? record.stateBefore : record.card.state,
        dismissal: { userId: step.by.userId, at: step.at },
      });
    case 'undoDismiss':
      return { ...moved, closedAt: null, stateBefore: null, dismissal: null, quietRank: null };
    case 'reopen':
      return { ...takenOver(moved, step), closedAt: null, dismissal: null, quietRank: null };
    case 'merge':
      return {
        ...unsnoozed(moved),
        closedAt: step.at,
        card: { ...moved.card, snoozedUntil: null, mergedInto: body.intoIssueId },
      };
    case 'snooze':
      return quiet({
        ...moved,
        stateBefore: record.card.state,
        card: { ...moved.card, snoozedUntil: body.until },
      });
    case 'wake':
      return woken(record);
    case 'submit':
    case 'approve':
    case 'reject':
    case 'publish':
    case 'amplify':
    case 'monitor':
    case 'note':
      return moved;
  }
}

function triaged(moved: NextIssue, body: MoveBody & { move: 'triage' }, step: MoveStep): NextIssue {
  const { card } = taken(moved, step);
  const agencyId = body.agencyId === undefined ? card.agencyId : body.agencyId;
  const routed = { ...card, route: body.route, agencyId };
  const { priority } = triage(triageInputOf(routed, moved.subjects, []));
  // Of an issue opened by hand the pasted text is not kept: its weight stays what it was.
  const next = {
    ...moved,
    quietRank: null,
    card: { ...routed, priority: card.signal ? priority : card.priority },
  };
  if (step.state === 'closed') return quiet({ ...next, closedAt: step.at });
  return step.state === 'monitored' ? quiet(next) : next;
}

/** Whoever acts first has it; the moment of the first acknowledgement stays. */
function taken(issue: NextIssue, { by, at }: MoveStep): NextIssue {
  return { ...issue, card: { ...issue.card, owner: by, acknowledgedAt: issue.card.acknowledgedAt ?? at } };
}

const takenOver = (issue: NextIssue, step: MoveStep): NextIssue =>
  taken({ ...issue, card: { ...issue.card, acknowledgedAt: null } }, step);

/** It comes back by itself when the level rises above what it is now. */
const quiet = (issue: NextIssue): NextIssue => ({
  ...issue,
  quietRank: rankOfLevel(issue.card.priority.level),
});

const unsnoozed = (issue: NextIssue): NextIssue => ({
  ...issue,
  card: { ...issue.card, snoozedUntil: null },
});

function reasonOf(body: MoveBody): string | null {
  if (body.move === 'dismiss') return body.dismissReason;
  if (body.move === 'requestEvidence') return body.question;
  return 'reason' in body ? (body.reason ?? null) : null;
}

function feedbackOf(body: MoveBody): IssueChange['feedback'] {
  switch (body.move) {
    case 'dismiss':
      return { kind: 'dismissed', reason: body.dismissReason };
    case 'undoDismiss':
      return { kind: 'dismissUndone' };
    case 'triage':
      return { kind: 'routed' };
    case 'close':
      return { kind: 'closed' };
    default:
      return undefined;
  }
}

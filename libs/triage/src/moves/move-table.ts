import type { IssueState, MoveBody, Role } from '@kentongan/contracts';

/** Every move of the API, and `draft`: a person saves the words of the clarification. */
export type DeskMove = MoveBody['move'] | 'draft';

/**
 * Where a move leads. `same`: the state stays. `before`: the state before the issue was put away. `byRoute`: the route
 * decides. `byApprovals`: `approved` once no further approval is missing.
 */
type Target = IssueState | 'same' | 'before' | 'byRoute' | 'byApprovals';

export interface MoveRule {
  readonly roles: readonly Role[];
  readonly from: Readonly<Partial<Record<IssueState, Target>>>;
  /** The interface asks for a reason first; the API refuses the move without one. */
  readonly needsReason: boolean;
}

const workers: readonly Role[] = ['officer', 'admin'];
const reviewers: readonly Role[] = ['officer', 'leader', 'admin'];

/** The same target from each of these states. */
const from = (target: Target, ...states: readonly IssueState[]): MoveRule['from'] =>
  Object.fromEntries(states.map((state) => [state, target]));

const beforeDrafting = ['detected', 'triaged', 'verifying', 'reopened'] as const;
const beforeApproval = [...beforeDrafting, 'drafted'] as const;
const exits = ['criticism', 'sp4n', 'rightOfReply'] as const;
const afterPublication = ['published', 'amplified', 'monitored'] as const;
const openStates = [...beforeApproval, 'approved', ...afterPublication, ...exits] as const;

/**
 * The life of an issue as a table: states × moves × roles. What is not here is refused. Conditions that depend on more
 * than the state (who wrote the text, what the detector saw) are in `decide-move.ts`.
 */
export const moveTable: Readonly<Record<DeskMove, MoveRule>> = {
  acknowledge: { roles: workers, from: from('same', ...openStates), needsReason: false },
  triage: {
    roles: workers,
    from: from('byRoute', ...beforeApproval, 'monitored', ...exits),
    needsReason: false,
  },
  requestEvidence: {
    roles: workers,
    from: { triaged: 'verifying', verifying: 'same', reopened: 'verifying', drafted: 'same' },
    needsReason: true,
  },
  draft: {
    roles: workers,
    from: {
      triaged: 'drafted',
      verifying: 'drafted',
      reopened: 'drafted',
      drafted: 'same',
      approved: 'drafted',
    },
    needsReason: false,
  },
  submit: { roles: workers, from: { drafted: 'same' }, needsReason: false },
  approve: { roles: reviewers, from: { drafted: 'byApprovals' }, needsReason: false },
  reject: { roles: reviewers, from: { drafted: 'same', approved: 'drafted' }, needsReason: true },
  publish: { roles: workers, from: { approved: 'published' }, needsReason: false },
  amplify: { roles: workers, from: { published: 'amplified', amplified: 'same' }, needsReason: false },
  monitor: { roles: workers, from: from('monitored', 'published', 'amplified'), needsReason: false },
  close: {
    roles: workers,
    from: from('closed', ...openStates.filter((state) => state !== 'detected')),
    needsReason: true,
  },
  dismiss: { roles: workers, from: from('closed', ...beforeApproval, 'snoozed'), needsReason: false },
  undoDismiss: { roles: workers, from: { closed: 'before' }, needsReason: false },
  reopen: {
    roles: workers,
    from: from('reopened', 'closed', ...afterPublication, ...exits),
    needsReason: true,
  },
  merge: {
    roles: workers,
    from: from('merged', ...beforeApproval, 'monitored', 'snoozed', ...exits),
    needsReason: false,
  },
  snooze: { roles: workers, from: from('snoozed', ...beforeApproval, 'monitored'), needsReason: true },
  wake: { roles: workers, from: { snoozed: 'before' }, needsReason: false },
  note: {
    roles: reviewers,
    from: from('same', ...openStates, 'snoozed', 'closed', 'merged'),
    needsReason: true,
  },
};

/** Where the route leads that a person chose. `watch` waits for the level to rise, `ignore` gives no oxygen. */
export const stateOfRoute = {
  ignore: 'closed',
  watch: 'monitored',
  prebunk: 'triaged',
  debunk: 'triaged',
  complaint: 'sp4n',
  criticism: 'criticism',
  journalism: 'rightOfReply',
} as const satisfies Record<string, IssueState>;

export const deskMoves = Object.keys(moveTable) as readonly DeskMove[];

import { describe, expect, it } from '@jest/globals';
import { IssueState, MoveBody, Role } from '@kentongan/contracts';
import { decideMove, type IssueFacts } from './decide-move.js';
import { type DeskMove, deskMoves } from './move-table.js';

/**
 * The whole machine once more, written by hand as the practice states it: one line a state, `.` = refused, `=` stays,
 * `<` back to the state before. Every cell is asked of the code, for every role.
 */
const columns: readonly DeskMove[] = [
  'acknowledge',
  'triage',
  'requestEvidence',
  'draft',
  'submit',
  'approve',
  'reject',
  'publish',
  'amplify',
  'monitor',
  'close',
  'dismiss',
  'undoDismiss',
  'reopen',
  'merge',
  'snooze',
  'wake',
  'note',
];
const letters: Readonly<Record<string, IssueState>> = {
  T: 'triaged',
  V: 'verifying',
  D: 'drafted',
  A: 'approved',
  P: 'published',
  X: 'amplified',
  M: 'monitored',
  C: 'closed',
  R: 'reopened',
  G: 'merged',
  S: 'snoozed',
};
//                 ack tri evi dra sub app rej pub amp mon clo dis und reo mer sno wak not
const machine: Readonly<Record<IssueState, string>> = {
  detected: '= T . . . . . . . . . C . . G S . =',
  triaged: '= T V D . . . . . . C C . . G S . =',
  verifying: '= T = D . . . . . . C C . . G S . =',
  drafted: '= T = = = A = . . . C C . . G S . =',
  approved: '= . . D . . D P . . C . . . . . . =',
  published: '= . . . . . . . X M C . . R . . . =',
  amplified: '= . . . . . . . = M C . . R . . . =',
  monitored: '= T . . . . . . . . C . . R G S . =',
  closed: '. . . . . . . . . . . . < R . . . =',
  criticism: '= T . . . . . . . . C . . R G . . =',
  sp4n: '= T . . . . . . . . C . . R G . . =',
  rightOfReply: '= T . . . . . . . . C . . R G . . =',
  merged: '. . . . . . . . . . . . . . . . . =',
  snoozed: '. . . . . . . . . . . C . . G . < =',
  reopened: '= T V D . . . . . . C C . . G S . =',
};
const working: readonly Role[] = ['officer', 'admin'];
const reviewing: readonly Role[] = ['officer', 'leader', 'admin'];
const rolesOf = (move: DeskMove): readonly Role[] =>
  ['approve', 'reject', 'note'].includes(move) ? reviewing : working;

/** An issue on which every condition but state and role holds for this move. */
const ready = (state: IssueState, move: DeskMove): IssueFacts => ({
  state,
  stateBefore: 'verifying',
  route: 'debunk',
  level: 'high',
  ownerId: 'another',
  isAcknowledged: true,
  isMostlyPress: false,
  dismissal: { userId: 'me', atMilliseconds: 0 },
  clarification: {
    status: move === 'publish' ? 'approved' : move === 'approve' || move === 'reject' ? 'submitted' : 'draft',
    authorIds: ['author'],
    approvals: move === 'publish' ? [{ userId: 'approver', role: 'officer' }] : [],
    hasBlockingProblems: false,
  },
});

describe('the state machine', () => {
  it('is drawn here in full', () => {
    expect(Object.keys(machine).sort()).toEqual([...IssueState.options].sort());
    expect([...columns].sort()).toEqual([...deskMoves].sort());
    const ofBody = MoveBody.options.map((option) => option.shape.move.value);
    expect([...ofBody, 'draft'].sort()).toEqual([...columns].sort());
  });

  for (const state of IssueState.options)
    it(`from ${state} leads where the drawing says, for every move and role, and nowhere else`, () => {
      const cells = machine[state].split(' ');
      expect(cells).toHaveLength(columns.length);
      columns.forEach((move, column) => {
        const cell = cells[column] ?? '';
        for (const role of Role.options) {
          const asked = { move, route: 'debunk' as const };
          const decision = decideMove(asked, ready(state, move), { userId: 'me', role }, 5_000);
          const label = `${state} ${move} ${role}`;
          if (!rolesOf(move).includes(role))
            expect([label, decision]).toEqual([label, { ok: false, refusal: 'wrongRole' }]);
          else if (cell === '.')
            expect([label, decision]).toEqual([label, { ok: false, refusal: 'wrongState' }]);
          else {
            const to = cell === '=' ? state : cell === '<' ? 'verifying' : letters[cell];
            expect([label, decision]).toEqual([label, { ok: true, state: to }]);
          }
        }
      });
    });

  it('asks for a reason where the body of the move demands one', async () => {
    const { moveTable } = await import('./move-table.js');
    for (const option of MoveBody.options) {
      const shape = option.shape as Record<
        string,
        { safeParse(value: unknown): { success: boolean } } | undefined
      >;
      const demanded = [shape['reason'], shape['question']].some(
        (field) => field && !field.safeParse(undefined).success,
      );
      expect([option.shape.move.value, moveTable[option.shape.move.value].needsReason]).toEqual([
        option.shape.move.value,
        demanded,
      ]);
    }
  });
});

import { describe, expect, it } from '@jest/globals';
import { Role, Route } from '@kentongan/contracts';
import { allowedMoves } from './allowed-moves.js';
import { type ClarificationFacts, decideMove, type IssueFacts } from './decide-move.js';

const draft = (of: Partial<ClarificationFacts> = {}): ClarificationFacts => ({
  status: 'draft',
  authorIds: ['author'],
  approvals: [],
  hasBlockingProblems: false,
  ...of,
});
const issue = (of: Partial<IssueFacts> = {}): IssueFacts => ({
  state: 'drafted',
  stateBefore: null,
  route: 'debunk',
  level: 'high',
  ownerId: 'author',
  isAcknowledged: true,
  isMostlyPress: false,
  dismissal: null,
  clarification: draft(),
  ...of,
});
const as = (userId: string, role: Role = 'officer') => ({ userId, role });
const now = 1_000_000;
const decide = (move: Parameters<typeof decideMove>[0], of: Partial<IssueFacts>, who = as('me')) => {
  const decision = decideMove(move, issue(of), who, now);
  return decision.ok ? decision.state : decision.refusal;
};

describe('four eyes', () => {
  const submitted = draft({ status: 'submitted', authorIds: ['author', 'editor'] });
  const signed = (...approvals: ClarificationFacts['approvals']) => draft({ status: 'approved', approvals });

  it('never lets somebody approve the own words, whatever the role', () => {
    for (const role of ['officer', 'leader', 'admin'] as const)
      for (const userId of ['author', 'editor'])
        expect(decide({ move: 'approve' }, { clarification: submitted }, as(userId, role))).toBe('ownText');
    expect(decide({ move: 'approve' }, { clarification: submitted })).toBe('approved');
  });

  it('waits for a leader on a critical issue, and takes no second signature of one person', () => {
    const of = { level: 'critical' as const, clarification: submitted };
    expect(decide({ move: 'approve' }, of)).toBe('drafted');
    expect(decide({ move: 'approve' }, of, as('lead', 'leader'))).toBe('approved');
    const half = { ...submitted, approvals: [{ userId: 'me', role: 'officer' }] };
    expect(decide({ move: 'approve' }, { ...of, clarification: half })).toBe('alreadyApproved');
    expect(decide({ move: 'approve' }, { ...of, clarification: half }, as('lead', 'leader'))).toBe(
      'approved',
    );
  });

  it('looks again before it publishes: the level may have risen, the author may be the only signer', () => {
    const state = 'approved' as const;
    const officer = { userId: 'other', role: 'officer' };
    expect(decide({ move: 'publish' }, { state, clarification: signed(officer) })).toBe('published');
    expect(decide({ move: 'publish' }, { state, level: 'critical', clarification: signed(officer) })).toBe(
      'leaderNeeded',
    );
    const leader = { userId: 'lead', role: 'leader' };
    expect(
      decide({ move: 'publish' }, { state, level: 'critical', clarification: signed(officer, leader) }),
    ).toBe('published');
    const own = { userId: 'author', role: 'leader' };
    expect(
      decide({ move: 'publish' }, { state, level: 'critical', clarification: signed(officer, own) }),
    ).toBe('leaderNeeded');
    expect(decide({ move: 'publish' }, { state, clarification: signed(own) })).toBe('approvalMissing');
    expect(decide({ move: 'publish' }, { state, clarification: null })).toBe('nothingDrafted');
    const broken = { ...signed(officer), hasBlockingProblems: true };
    expect(decide({ move: 'publish' }, { state, clarification: broken })).toBe('blockingProblems');
  });

  it('submits only a person’s whole draft, and approves only what was submitted', () => {
    expect(decide({ move: 'submit' }, {})).toBe('drafted');
    expect(decide({ move: 'submit' }, { clarification: null })).toBe('nothingDrafted');
    expect(decide({ move: 'submit' }, { clarification: draft({ status: 'suggested', authorIds: [] }) })).toBe(
      'nothingDrafted',
    );
    expect(decide({ move: 'submit' }, { clarification: draft({ hasBlockingProblems: true }) })).toBe(
      'blockingProblems',
    );
    expect(decide({ move: 'submit' }, { clarification: submitted })).toBe('awaitsReview');
    expect(decide({ move: 'approve' }, {})).toBe('notSubmitted');
    expect(decide({ move: 'reject' }, {})).toBe('notSubmitted');
    expect(decide({ move: 'triage', route: 'criticism' }, { clarification: submitted })).toBe('awaitsReview');
    expect(decide({ move: 'merge' }, { clarification: submitted })).toBe('awaitsReview');
  });
});

describe('routes', () => {
  it('lead to their states, and a press item is never debunked', () => {
    const states = Route.options.map((route) =>
      decide({ move: 'triage', route }, { state: 'detected', clarification: null }),
    );
    expect(states).toEqual([
      'closed',
      'monitored',
      'triaged',
      'triaged',
      'sp4n',
      'criticism',
      'rightOfReply',
    ]);
    const press = { state: 'detected' as const, isMostlyPress: true };
    expect(decide({ move: 'triage', route: 'debunk' }, press)).toBe('pressItem');
    expect(decide({ move: 'triage', route: 'prebunk' }, press)).toBe('triaged');
  });

  it('that ask for no answer get no draft', () => {
    for (const route of [null, ...Route.options])
      expect([route, decide({ move: 'draft' }, { state: 'triaged', route })]).toEqual([
        route,
        route === 'debunk' || route === 'prebunk' ? 'drafted' : 'routeNeeded',
      ]);
  });
});

describe('putting away', () => {
  it('is undone within ten seconds and a grace, by who did it', () => {
    const undo = (secondsAgo: number, userId = 'me') =>
      decide(
        { move: 'undoDismiss' },
        {
          state: 'closed',
          stateBefore: 'verifying',
          dismissal: { userId, atMilliseconds: now - secondsAgo * 1_000 },
        },
      );
    expect([undo(0), undo(10), undo(15), undo(15.1), undo(3, 'another')]).toEqual([
      'verifying',
      'verifying',
      'verifying',
      'undoExpired',
      'notYourDismissal',
    ]);
    expect(decide({ move: 'undoDismiss' }, { state: 'closed' })).toBe('notDismissed');
  });

  it('is for a time to come, a month at most', () => {
    const until = (days: number) =>
      decide({ move: 'snooze', untilMilliseconds: now + days * 86_400_000 }, { state: 'triaged' });
    expect([until(0), until(-1), until(1), until(30), until(31)]).toEqual([
      'untilInPast',
      'untilInPast',
      'snoozed',
      'snoozed',
      'untilTooFar',
    ]);
  });

  it('merges only into an open issue, and takes an own issue twice from nobody', () => {
    expect(decide({ move: 'merge', mergesIntoOpenIssue: false }, { state: 'triaged' })).toBe('mergeTarget');
    expect(decide({ move: 'acknowledge' }, { ownerId: 'me' })).toBe('alreadyYours');
    expect(decide({ move: 'acknowledge' }, { ownerId: 'me', isAcknowledged: false })).toBe('drafted');
  });
});

describe('the moves on offer', () => {
  it('are those that would be taken, with what they ask for', () => {
    const offered = allowedMoves(
      issue({ state: 'detected', isAcknowledged: false, clarification: null }),
      as('me'),
      now,
    );
    expect(offered).toEqual([
      { move: 'acknowledge', needsReason: false },
      { move: 'triage', needsReason: false },
      { move: 'dismiss', needsReason: false },
      { move: 'merge', needsReason: false },
      { move: 'snooze', needsReason: true },
      { move: 'note', needsReason: true },
    ]);
    for (const role of ['analyst', 'auditor', 'agency'] as const)
      expect(allowedMoves(issue(), as('me', role), now)).toEqual([]);
    const review = issue({ clarification: draft({ status: 'submitted' }) });
    expect(allowedMoves(review, as('lead', 'leader'), now).map(({ move }) => move)).toEqual([
      'approve',
      'reject',
      'note',
    ]);
  });
});

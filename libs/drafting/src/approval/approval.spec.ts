import { describe, expect, it } from '@jest/globals';
import { approvalProblem, missingApproval } from './approval.js';

const author = { userId: 'u-a', name: 'Ani' };
const signed = (userId: string, role: string) => ({
  userId,
  name: userId,
  role,
  at: '2026-11-22T03:00:00.000Z',
});

describe('approvals', () => {
  it('refuse the author, a role that does not sign, and a second signature of one person', () => {
    expect(approvalProblem({ author, approvals: [] }, author, 'leader')).toBe('approverIsAuthor');
    expect(approvalProblem({ author, approvals: [] }, { userId: 'u-b', name: 'B' }, 'analyst')).toBe(
      'mayNotApprove',
    );
    expect(approvalProblem({ author, approvals: [] }, { userId: 'operator', name: 'O' }, 'machine')).toBe(
      'mayNotApprove',
    );
    const approvals = [signed('u-b', 'officer')];
    expect(approvalProblem({ author, approvals }, { userId: 'u-b', name: 'B' }, 'officer')).toBe(
      'alreadyApproved',
    );
    expect(approvalProblem({ author, approvals: [] }, { userId: 'u-b', name: 'B' }, 'officer')).toBeNull();
  });

  it('are complete with one other person, on a critical issue with a leader who is not the author', () => {
    const missing = (approvals: ReturnType<typeof signed>[], level: 'high' | 'critical') =>
      missingApproval({ author, approvals }, level);
    expect(missing([], 'high')).toBe('approvalMissing');
    expect(missing([signed('u-a', 'leader')], 'high')).toBe('approvalMissing');
    expect(missing([signed('u-b', 'officer')], 'high')).toBeNull();
    expect(missing([signed('u-b', 'officer')], 'critical')).toBe('leaderApprovalMissing');
    expect(missing([signed('u-b', 'officer'), signed('u-a', 'leader')], 'critical')).toBe(
      'leaderApprovalMissing',
    );
    expect(missing([signed('u-b', 'officer'), signed('u-c', 'leader')], 'critical')).toBeNull();
    expect(missing([signed('u-c', 'leader')], 'critical')).toBeNull();
  });
});

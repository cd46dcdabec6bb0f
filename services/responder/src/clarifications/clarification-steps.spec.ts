import { describe, expect, it } from '@jest/globals';
import { type Clarification, ClarificationStatus, ClarificationText } from '@kentongan/contracts';
import { type StepContext, type StepName, step } from './clarification-steps.js';

const at = '2026-11-24T03:00:00.000Z';
const clarification: Clarification = {
  issueId: 'i',
  version: 3,
  status: 'draft',
  text: ClarificationText.parse({}),
  evidence: [],
  supports: [],
  openQuestions: [],
  problems: [],
  author: { userId: 'rina', name: 'Rina' },
  approvals: [],
  publishedAt: null,
  updatedAt: at,
};
const context = (userId: string, role: StepContext['role'], level: StepContext['level'] = 'high') => ({
  by: { userId, name: userId },
  role,
  level,
  route: null,
});
const signed = (userId: string, role: string) => ({ userId, name: userId, role, at });
const take = (name: StepName, of: Partial<Clarification>, by = context('budi', 'officer')) => {
  const result = step(name, { ...clarification, ...of }, by, at);
  return result.ok ? result.next.status : result.refusal.problem;
};

describe('the steps of a clarification', () => {
  it('are taken from one status alone, every other is refused', () => {
    const approvals = [signed('budi', 'officer')];
    const table = ClarificationStatus.options.map((status) =>
      (['submit', 'approve', 'reject', 'publish'] as const).map((name) =>
        take(name, { status, approvals: name === 'publish' ? approvals : [] }),
      ),
    );
    expect(table).toEqual([
      ['stillSuggestion', 'stillSuggestion', 'stillSuggestion', 'stillSuggestion'],
      ['submitted', 'wrongStatus', 'wrongStatus', 'wrongStatus'],
      ['wrongStatus', 'approved', 'draft', 'wrongStatus'],
      ['wrongStatus', 'wrongStatus', 'draft', 'published'],
      ['wrongStatus', 'wrongStatus', 'wrongStatus', 'wrongStatus'],
    ]);
    expect(step('submit', null, context('budi', 'officer'), at)).toEqual({
      ok: false,
      refusal: { problem: 'noClarification' },
    });
  });

  it('wait for the leader on a critical issue, and ask again when the level rose after the approval', () => {
    const submitted = { status: 'submitted' as const };
    expect(take('approve', submitted, context('budi', 'officer', 'critical'))).toBe('submitted');
    const first = { ...submitted, approvals: [signed('budi', 'officer')] };
    expect(take('approve', first, context('sekda', 'leader', 'critical'))).toBe('approved');
    expect(take('approve', submitted, context('rina', 'leader', 'critical'))).toBe('approverIsAuthor');
    const risen = { status: 'approved' as const, approvals: first.approvals };
    expect(take('publish', risen, context('budi', 'officer', 'critical'))).toBe('leaderApprovalMissing');
  });

  it('drop approvals with a rejection', () => {
    const approved = { status: 'approved' as const, approvals: [signed('budi', 'officer')] };
    const result = step('reject', { ...clarification, ...approved }, context('budi', 'officer'), at);
    expect(result).toMatchObject({ ok: true, next: { status: 'draft', approvals: [] } });
  });

  it('do not publish what a blocking rule refuses, and say which', () => {
    const problem = { rule: 'threat', field: 'myth', isBlocking: true };
    const approved = { status: 'approved' as const, approvals: [signed('budi', 'officer')] };
    const advice = { ...problem, isBlocking: false };
    expect(
      step(
        'publish',
        { ...clarification, ...approved, problems: [problem, advice] },
        context('budi', 'officer'),
        at,
      ),
    ).toEqual({ ok: false, refusal: { problem: 'blockingProblems', problems: [problem] } });
    expect(take('publish', { ...approved, problems: [advice] })).toBe('published');
  });
});

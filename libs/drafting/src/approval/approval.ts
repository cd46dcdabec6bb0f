import type { Clarification, Person, PriorityLevel, Role } from '@kentongan/contracts';

/** Who signs clarifications. */
const approverRoles: ReadonlySet<string> = new Set<Role>(['officer', 'leader', 'admin']);

export type ApprovalProblem = 'mayNotApprove' | 'approverIsAuthor' | 'alreadyApproved';
export type MissingApproval = 'approvalMissing' | 'leaderApprovalMissing';

type Signed = Pick<Clarification, 'author' | 'approvals'>;

/** Why this person may not sign these words, or null. Two people stand behind every clarification. */
export function approvalProblem(
  { author, approvals }: Signed,
  approver: Person,
  role: string,
): ApprovalProblem | null {
  if (!approverRoles.has(role)) return 'mayNotApprove';
  if (author?.userId === approver.userId) return 'approverIsAuthor';
  return approvals.some(({ userId }) => userId === approver.userId) ? 'alreadyApproved' : null;
}

/** Which signature is still missing, or null: one of a person who is not the author; on a critical issue a leader's. */
export function missingApproval({ author, approvals }: Signed, level: PriorityLevel): MissingApproval | null {
  const valid = approvals.filter(({ userId }) => userId !== author?.userId);
  if (valid.length === 0) return 'approvalMissing';
  const needsLeader = level === 'critical' && !valid.some(({ role }) => role === 'leader');
  return needsLeader ? 'leaderApprovalMissing' : null;
}

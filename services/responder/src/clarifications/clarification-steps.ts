import type { Clarification, LintProblem, Person, PriorityLevel, Role, Route } from '@kentongan/contracts';
import {
  type ApprovalProblem,
  approvalProblem,
  type MissingApproval,
  missingApproval,
} from '@kentongan/drafting';

/** Why a step of a clarification is refused; each has words in `clarification-errors.ts`. */
export type ClarificationRefusal =
  | {
      readonly problem:
        | 'noClarification'
        | 'stillSuggestion'
        | 'wrongStatus'
        | ApprovalProblem
        | MissingApproval;
    }
  | { readonly problem: 'blockingProblems'; readonly problems: readonly LintProblem[] };

/** Who acts, in which role, on an issue of which weight and route. */
export interface StepContext {
  readonly by: Person;
  readonly role: Role | 'machine';
  readonly level: PriorityLevel;
  readonly route: Route | null;
}

export type StepName = 'submit' | 'approve' | 'reject' | 'publish';

type Stepping = Pick<Clarification, 'status' | 'author' | 'approvals' | 'publishedAt'>;

export type StepResult =
  | { readonly ok: true; readonly next: Stepping }
  | { readonly ok: false; readonly refusal: ClarificationRefusal };

/** What one step makes of a clarification, or why not. The issue's own state machine asks it inside its move. */
export function step(
  name: StepName,
  current: Clarification | null,
  context: StepContext,
  at: string,
): StepResult {
  if (!current) return refused('noClarification');
  if (current.status === 'suggested') return refused('stillSuggestion');
  switch (name) {
    case 'submit':
      return current.status === 'draft' ? to(current, { status: 'submitted' }) : refused('wrongStatus');
    case 'approve':
      return approve(current, context, at);
    case 'reject':
      return current.status === 'submitted' || current.status === 'approved'
        ? to(current, { status: 'draft', approvals: [] })
        : refused('wrongStatus');
    case 'publish':
      return publish(current, context, at);
    default:
      return name satisfies never;
  }
}

function approve(current: Clarification, { by, role, level }: StepContext, at: string): StepResult {
  if (current.status !== 'submitted') return refused('wrongStatus');
  const problem = approvalProblem(current, by, role);
  if (problem) return refused(problem);
  const approvals = [...current.approvals, { userId: by.userId, name: by.name, role, at }];
  const isApproved = missingApproval({ ...current, approvals }, level) === null;
  return to(current, { approvals, status: isApproved ? 'approved' : 'submitted' });
}

/** The level may have risen since the approval: what is missing is asked again. */
function publish(current: Clarification, { level }: StepContext, at: string): StepResult {
  if (current.status !== 'approved') return refused('wrongStatus');
  const missing = missingApproval(current, level);
  if (missing) return refused(missing);
  const problems = current.problems.filter(({ isBlocking }) => isBlocking);
  if (problems.length > 0) return { ok: false, refusal: { problem: 'blockingProblems', problems } };
  return to(current, { status: 'published', publishedAt: at });
}

function to(
  { status, author, approvals, publishedAt }: Clarification,
  changed: Partial<Stepping>,
): StepResult {
  return { ok: true, next: { status, author, approvals, publishedAt, ...changed } };
}

function refused(problem: Exclude<ClarificationRefusal['problem'], 'blockingProblems'>): StepResult {
  return { ok: false, refusal: { problem } };
}

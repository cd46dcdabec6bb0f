import type { IssueState, PriorityLevel, RegionMode, Route } from '@kentongan/contracts';
import { closingOfWorkingDay } from './working-days.js';

const minutes = 60_000;
const hours = 3_600_000;

/**
 * How long each stage may take, with its anchor. Ours: acknowledging. Jabar Saber Hoaks: evidence. Klinik Hoaks: the
 * public answer. SP4N-LAPOR: an agency follows a complaint up within 5 working days.
 */
export const serviceClocks = {
  version: 1,
  acknowledgeCriticalMilliseconds: 15 * minutes,
  acknowledgeHighMilliseconds: 1 * hours,
  /** A medium one within the same working day. */
  acknowledgeMediumWorkingDays: 0,
  evidenceMilliseconds: 3 * hours,
  publicAnswerMilliseconds: 24 * hours,
  complaintFollowUpWorkingDays: 5,
} as const;

export interface ClockedIssue {
  readonly state: IssueState;
  readonly level: PriorityLevel;
  readonly mode: RegionMode;
  readonly route: Route | null;
  readonly openedAtMilliseconds: number;
  readonly stateSinceMilliseconds: number;
  readonly isAcknowledged: boolean;
  readonly timeZone: string;
}

/** When the clock of the issue's present stage runs out, in milliseconds since the epoch; null when it has none. */
export function deadlineOf(issue: ClockedIssue): number | null {
  if (issue.mode === 'historical') return null;
  const publicAnswer = issue.openedAtMilliseconds + serviceClocks.publicAnswerMilliseconds;
  switch (issue.state) {
    case 'detected':
      return issue.isAcknowledged ? publicAnswer : acknowledgeBy(issue);
    case 'reopened':
      return issue.isAcknowledged
        ? issue.stateSinceMilliseconds + serviceClocks.publicAnswerMilliseconds
        : acknowledgeBy(issue);
    case 'verifying':
      return issue.stateSinceMilliseconds + serviceClocks.evidenceMilliseconds;
    case 'triaged':
    case 'drafted':
    case 'approved':
      return publicAnswer;
    case 'sp4n':
      return closingOfWorkingDay(
        issue.stateSinceMilliseconds,
        serviceClocks.complaintFollowUpWorkingDays,
        issue.timeZone,
      );
    case 'published':
    case 'amplified':
    case 'monitored':
    case 'closed':
    case 'criticism':
    case 'rightOfReply':
    case 'merged':
    case 'snoozed':
      return null;
  }
}

function acknowledgeBy(issue: ClockedIssue): number | null {
  const since = issue.stateSinceMilliseconds;
  switch (issue.level) {
    case 'critical':
      return since + serviceClocks.acknowledgeCriticalMilliseconds;
    case 'high':
      return since + serviceClocks.acknowledgeHighMilliseconds;
    case 'medium':
      return closingOfWorkingDay(since, serviceClocks.acknowledgeMediumWorkingDays, issue.timeZone);
    case 'low':
      return null;
  }
}

import type { DismissReason, MoveBody } from '@kentongan/contracts';
import type { MoveName } from './move-order.js';

/** Everything that some move asks for. */
export interface MoveForm {
  readonly reason: string;
  readonly agencyId: string;
  readonly until: string;
  readonly intoIssueId: string;
  readonly dismissReason: DismissReason | null;
}

export interface AskedMove {
  readonly move: MoveName;
  /** What the form holds already, for instance a question that the draft leaves open. */
  readonly form?: Partial<MoveForm>;
}

export const emptyForm = (agencyId: string | null): MoveForm => ({
  reason: '',
  agencyId: agencyId ?? '',
  until: '',
  intoIssueId: '',
  dismissReason: null,
});

export const reasonCharactersMin = 3;
export const reasonCharactersMax = 1_000;

export function isComplete(move: MoveName, form: MoveForm, needsReason: boolean): boolean {
  const hasReason = form.reason.trim().length >= reasonCharactersMin;
  switch (move) {
    case 'requestEvidence':
      return form.agencyId !== '' && hasReason;
    case 'snooze':
      return form.until !== '' && hasReason;
    case 'merge':
      return form.intoIssueId !== '';
    case 'dismiss':
      return form.dismissReason !== null;
    default:
      return !needsReason || hasReason;
  }
}

/** The body of a move; null when the form does not hold what it needs. */
export function bodyOf(move: MoveName, version: number, form: MoveForm): MoveBody | null {
  const reason = form.reason.trim();
  const maybe = reason.length >= reasonCharactersMin ? { reason } : {};
  switch (move) {
    case 'requestEvidence':
      return { move, version, agencyId: form.agencyId, question: reason };
    case 'reject':
    case 'close':
    case 'reopen':
    case 'note':
      return { move, version, reason };
    case 'snooze':
      return { move, version, until: form.until, reason };
    case 'merge':
      return { move, version, intoIssueId: form.intoIssueId, ...maybe };
    case 'amplify':
      return { move, version, ...maybe };
    case 'dismiss':
      return form.dismissReason ? { move, version, dismissReason: form.dismissReason } : null;
    case 'triage':
      return null;
    default:
      return { move, version };
  }
}

const snoozeHours = { hour: 1, fourHours: 4, tomorrow: 24, threeDays: 72, week: 168 } as const;
export type SnoozeSpan = keyof typeof snoozeHours;
export const snoozeSpans = Object.keys(snoozeHours) as readonly SnoozeSpan[];

export const snoozeUntil = (span: SnoozeSpan, now: number): string =>
  new Date(now + snoozeHours[span] * 3_600_000).toISOString();

import { describe, expect, it } from '@jest/globals';
import { IssueState } from '@kentongan/contracts';
import { type ClockedIssue, deadlineOf } from './deadline.js';
import { closingOfWorkingDay } from './working-days.js';

const instant = (text: string): number => Date.parse(text);
const issue = (of: Partial<ClockedIssue> = {}): ClockedIssue => ({
  state: 'detected',
  level: 'high',
  mode: 'live',
  route: null,
  openedAtMilliseconds: instant('2026-11-24T02:00:00Z'),
  stateSinceMilliseconds: instant('2026-11-24T02:00:00Z'),
  isAcknowledged: false,
  timeZone: 'Asia/Jakarta',
  ...of,
});
const due = (of: Partial<ClockedIssue>): string | null => {
  const milliseconds = deadlineOf(issue(of));
  return milliseconds === null ? null : new Date(milliseconds).toISOString().slice(0, 16);
};

describe('service clocks', () => {
  it('run by level until somebody takes the issue', () => {
    expect(due({ level: 'critical' })).toBe('2026-11-24T02:15');
    expect(due({ level: 'high' })).toBe('2026-11-24T03:00');
    expect(due({ level: 'medium' })).toBe('2026-11-24T09:00'); // 16.00 WIB of the same Tuesday
    expect(due({ level: 'low' })).toBeNull();
    expect(due({ state: 'reopened', stateSinceMilliseconds: instant('2026-11-26T02:00:00Z') })).toBe(
      '2026-11-26T03:00',
    );
  });

  it('then for the evidence, the public answer and the follow-up of a complaint', () => {
    const taken = { isAcknowledged: true, stateSinceMilliseconds: instant('2026-11-24T04:00:00Z') };
    expect(due({ ...taken, state: 'detected' })).toBe('2026-11-25T02:00');
    expect(due({ ...taken, state: 'verifying' })).toBe('2026-11-24T07:00');
    for (const state of ['triaged', 'drafted', 'approved'] as const)
      expect(due({ ...taken, state })).toBe('2026-11-25T02:00');
    expect(due({ ...taken, state: 'sp4n' })).toBe('2026-12-01T09:00'); // Tuesday + 5 working days
  });

  it('stand still once there is nothing to wait for, and in historical regions', () => {
    for (const state of [
      'published',
      'amplified',
      'monitored',
      'closed',
      'criticism',
      'rightOfReply',
      'merged',
      'snoozed',
    ] as const)
      expect(due({ state })).toBeNull();
    for (const state of IssueState.options)
      expect(due({ state, mode: 'historical', level: 'critical' })).toBeNull();
  });
});

describe('working days', () => {
  const closing = (since: string, days: number, zone = 'Asia/Jakarta'): string =>
    new Date(closingOfWorkingDay(instant(since), days, zone)).toISOString().slice(0, 16);

  it('end today, or on the next open day when offices are closed already', () => {
    expect(closing('2026-11-20T08:59:00Z', 0)).toBe('2026-11-20T09:00'); // Friday 15.59
    expect(closing('2026-11-20T09:00:00Z', 0)).toBe('2026-11-23T09:00'); // Friday 16.00 → Monday
    expect(closing('2026-11-21T03:00:00Z', 0)).toBe('2026-11-23T09:00'); // Saturday → Monday
  });

  it('leave out weekends, national holidays and joint leave', () => {
    expect(closing('2026-12-23T03:00:00Z', 1)).toBe('2026-12-28T09:00'); // 24 joint leave, 25 Christmas, weekend
    expect(closing('2026-03-17T03:00:00Z', 1)).toBe('2026-03-25T09:00'); // Nyepi and Idulfitri
  });

  it('count in the zone of the region', () => {
    expect(closing('2026-11-23T16:30:00Z', 0, 'Asia/Jakarta')).toBe('2026-11-24T09:00'); // Monday 23.30 WIB
    expect(closing('2026-11-23T16:30:00Z', 0, 'Asia/Jayapura')).toBe('2026-11-24T07:00'); // Tuesday 01.30 WIT
  });
});

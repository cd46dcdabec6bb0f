import { describe, expect, it } from '@jest/globals';
import type { IssueCard, IssueChangeKind, PriorityLevel } from '@kentongan/contracts';
import { issueCard, issueEvent } from '../testing/issue-changes.js';
import { decideAlert, type ToldIssue, toldAfter } from './decide-alert.js';

type Step = readonly [IssueChangeKind, PriorityLevel, Partial<IssueCard>?];

/** What people are told as an issue's life goes on, one answer for each change. */
function life(...steps: readonly Step[]) {
  let told: ToldIssue | null = null;
  return steps.map(([change, level, changes], index) => {
    const { data } = issueEvent(change, issueCard(level, index + 1, changes));
    const why = decideAlert(told, data);
    told = toldAfter(told, data);
    return why;
  });
}

const acknowledged = { acknowledgedAt: '2026-11-22T06:04:00.000Z' };

describe('an alert', () => {
  it('comes at once when an issue is opened at medium or above, and not below', () => {
    expect(life(['opened', 'medium'])).toEqual(['opened']);
    expect(life(['opened', 'critical'])).toEqual(['opened']);
    expect(life(['opened', 'low'])).toEqual([null]);
  });

  it('comes again only when the level rose, acknowledged or not', () => {
    expect(
      life(
        ['opened', 'medium'],
        ['signalled', 'medium'],
        ['acknowledged', 'medium', acknowledged],
        ['signalled', 'medium', acknowledged],
        ['signalled', 'high', acknowledged],
        ['signalled', 'medium', acknowledged],
        ['signalled', 'high', acknowledged],
        ['signalled', 'critical', acknowledged],
      ),
    ).toEqual(['opened', null, null, null, 'levelRose', null, null, 'levelRose']);
    expect(life(['opened', 'low'], ['signalled', 'low'], ['signalled', 'high'])).toEqual([
      null,
      null,
      'levelRose',
    ]);
  });

  it('comes again when the issue does, and its levels count anew', () => {
    expect(
      life(
        ['opened', 'high'],
        ['closed', 'high', { state: 'closed' }],
        ['signalled', 'critical', { state: 'closed' }],
        ['reopened', 'medium', { state: 'reopened' }],
        ['signalled', 'high', { state: 'reopened' }],
        ['reopened', 'low', { state: 'reopened' }],
      ),
    ).toEqual(['opened', null, null, 'reopened', 'levelRose', null]);
    expect(life(['opened', 'high'], ['snoozed', 'high', { state: 'snoozed' }], ['woken', 'high'])).toEqual([
      'opened',
      null,
      'reopened',
    ]);
  });

  it('asks for what is needed, whatever the level', () => {
    expect(life(['opened', 'low'], ['submitted', 'low'], ['evidenceRequested', 'low'])).toEqual([
      null,
      'approvalNeeded',
      'evidenceNeeded',
    ]);
  });

  it('does not come for what lies behind: merged, handed over, or known to somebody before we looked', () => {
    for (const state of ['closed', 'merged', 'criticism', 'sp4n', 'rightOfReply'] as const)
      expect(life(['signalled', 'critical', { state }])).toEqual([null]);
    expect(life(['noted', 'high', acknowledged], ['signalled', 'high', acknowledged])).toEqual([null, null]);
  });

  it('does not come from a region that replays the past', () => {
    const past = { mode: 'historical' } as const;
    expect(
      life(['opened', 'critical', past], ['submitted', 'critical', past], ['reopened', 'critical', past]),
    ).toEqual([null, null, null]);
  });

  it('does not come for a change that is older than the last one', () => {
    const told = { version: 5, toldLevel: 'medium' } as const;
    const stale = issueEvent('signalled', issueCard('critical', 5)).data;
    expect(decideAlert(told, stale)).toBeNull();
    expect(toldAfter(told, stale)).toBe(told);
  });
});

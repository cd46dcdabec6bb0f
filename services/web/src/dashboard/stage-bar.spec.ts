import { describe, expect, it } from 'vitest';
import { dayColumns, volumeRatio } from './day-columns.js';
import { byUrgency, stageBarOf, type WorkItem } from './stage-bar.js';

const now = Date.parse('2026-11-22T06:00:00Z');
const at = (hours: number) => new Date(now + hours * 3_600_000).toISOString();
const item = (more: Partial<WorkItem>): WorkItem =>
  ({ state: 'verifying', stateSince: at(-3), dueAt: null, ...more }) as WorkItem;

describe('where an issue stands', () => {
  it('counts stage, time in it and time left', () => {
    const bar = stageBarOf(item({ dueAt: at(1) }), now);
    expect(bar.stages[bar.at]).toBe('verifying');
    expect(bar).toMatchObject({ at: 2, inStageSeconds: 10_800, leftSeconds: 3_600, isLate: false });
  });

  it('is late only when a clock ran out', () => {
    expect(stageBarOf(item({ dueAt: at(-1) }), now).isLate).toBe(true);
    expect(stageBarOf(item({ stateSince: at(-900) }), now)).toMatchObject({
      isLate: false,
      leftSeconds: null,
    });
  });

  it('gives every state a place, the exits on a way of their own', () => {
    const states = [
      'detected',
      'triaged',
      'verifying',
      'drafted',
      'approved',
      'published',
      'amplified',
      'monitored',
    ];
    const more = ['closed', 'criticism', 'sp4n', 'rightOfReply', 'merged', 'snoozed', 'reopened'];
    for (const state of [...states, ...more] as WorkItem['state'][])
      expect(stageBarOf(item({ state }), now).at, state).toBeGreaterThanOrEqual(0);
    expect(stageBarOf(item({ state: 'sp4n' }), now).stages).toEqual(['detected', 'triaged', 'sp4n']);
  });

  it('sorts what is late first, then what ends soonest', () => {
    const items = [item({}), item({ dueAt: at(2) }), item({ dueAt: at(-5) }), item({ stateSince: at(-9) })];
    expect([...items].sort(byUrgency(now))).toEqual([items[2], items[1], items[3], items[0]]);
  });
});

describe('days side by side', () => {
  const day = (hours: number, posts: number, before: number | null) => ({
    start: at(hours),
    posts,
    before,
    positive: 0,
    neutral: posts,
    negative: 0,
  });

  it('are on one scale with the week before, and an unknown week before is no zero', () => {
    const columns = dayColumns([day(-30, 50, 100), day(-6, 20, null)], now, (highest) => highest);
    expect(columns.map(({ height, beforeHeight }) => [height, beforeHeight])).toEqual([
      [0.5, 1],
      [0.2, null],
    ]);
    expect(columns.map(({ isToday }) => isToday)).toEqual([false, true]);
  });

  it('show a week before without any post as unknown: nobody was listening yet', () => {
    const columns = dayColumns([day(-30, 50, 0), day(-6, 20, 0)], now, () => 100);
    expect(columns.map(({ before, beforeHeight }) => [before, beforeHeight])).toEqual([
      [null, null],
      [null, null],
    ]);
  });

  it('leave out the days before the desk began to listen', () => {
    const columns = dayColumns([day(-54, 90, 0), day(-30, 90, 60), day(-6, 20, 0)], now, () => 100);
    expect(columns.map(({ before }) => before)).toEqual([null, 60, 0]);
  });

  it('compare only days that are over and have one to compare with', () => {
    const columns = dayColumns([day(-54, 150, 100), day(-30, 70, null), day(-6, 1, 90)], now, () => 200);
    expect(volumeRatio(columns)).toBeCloseTo(1.5);
    expect(volumeRatio(columns.slice(1))).toBeNull();
  });
});

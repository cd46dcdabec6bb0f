import type { IssueCard, PriorityLevel, SignalHour } from '@kentongan/contracts';
import { describe, expect, it } from 'vitest';
import { cardOf } from '../testing/cards.js';
import { readDeskView } from './desk-view.js';
import { compare, settle } from './settled-list.js';
import { trendOf } from './trend.js';
import { usualRange } from './usual-range.js';

const seen = (cards: readonly IssueCard[]) => new Map(cards.map((card) => [card.issueId, card]));
const nobody = new Set<string>();
const ids = (cards: readonly { issueId: string }[]) => cards.map(({ issueId }) => issueId);

describe('the list that is being read', () => {
  const before = [cardOf('a'), cardOf('b'), cardOf('c')];

  it('keeps its order when something new arrives on top, and says what arrived', () => {
    const now = [cardOf('new'), ...before];
    const { shown, arrived } = compare(settle(before), now, seen(before), nobody);
    expect(shown.map(({ card }) => card.issueId)).toEqual(['a', 'b', 'c']);
    expect(ids(arrived)).toEqual(['new']);
  });

  it('shows newer figures in place even when the server orders differently', () => {
    const now = [cardOf('c', { version: 2, title: 'newer' }), cardOf('a'), cardOf('b')];
    const { shown } = compare(settle(before), now, seen(before), nobody);
    expect(shown.map(({ card }) => card.issueId)).toEqual(['a', 'b', 'c']);
    expect(shown[2]?.card.title).toBe('newer');
  });

  it('leaves a stub where a card went away, unless this person put it away', () => {
    const now = [cardOf('a'), cardOf('c')];
    const gone = compare(settle(before), now, seen(before), nobody).shown;
    expect(gone.map(({ card, isGone }) => [card.issueId, isGone])).toEqual([
      ['a', false],
      ['b', true],
      ['c', false],
    ]);
    const away = compare(settle(before), now, seen(before), new Set(['b'])).shown;
    expect(away.map(({ card }) => card.issueId)).toEqual(['a', 'c']);
  });

  it('tells of a level that rose, not of one that fell', () => {
    const level = (each: PriorityLevel) => ({ priority: { score: 1, level: each, parts: [] } });
    const now = [cardOf('a', level('critical')), cardOf('b', level('low')), cardOf('c')];
    expect(ids(compare(settle(before), now, seen(before), nobody).risen)).toEqual(['a']);
  });
});

describe('the usual range', () => {
  it('holds the middle 90 % of what a mean of that size gives', () => {
    expect(usualRange(0)).toEqual([0, 0]);
    expect(usualRange(0.01)).toEqual([0, 0]);
    expect(usualRange(0.8)).toEqual([0, 2]);
    expect(usualRange(10)).toEqual([5, 15]);
  });

  it('goes on without a jump where the sum gives way to the normal curve', () => {
    const [below, above] = [usualRange(199.9), usualRange(200.1)];
    expect(Math.abs(below[0] - above[0])).toBeLessThanOrEqual(2);
    expect(Math.abs(below[1] - above[1])).toBeLessThanOrEqual(2);
  });
});

describe('the trend', () => {
  const hours = (...counts: number[]): SignalHour[] =>
    counts.map((count, hour) => ({ start: `2026-11-22T0${hour}:00:00.000Z`, count, norm: 1 }));

  it('compares the last two hours with the two before', () => {
    expect(trendOf(hours(0, 0, 2, 9))).toBe('fast');
    expect(trendOf(hours(4, 4, 5, 6))).toBe('up');
    expect(trendOf(hours(5, 5, 5, 5))).toBe('flat');
    expect(trendOf(hours(9, 9, 3, 1))).toBe('down');
    expect(trendOf(hours(0, 0, 0, 0))).toBe('flat');
  });

  it('does not guess from too few hours', () => {
    expect(trendOf(hours(1, 9))).toBe('unknown');
    expect(trendOf(undefined)).toBe('unknown');
  });
});

describe('the view in the address', () => {
  it('is read from what fits and passes over what does not', () => {
    expect(readDeskView({ status: 'done', level: 'high', owner: 'me' })).toEqual({
      status: 'done',
      level: 'high',
      owner: 'me',
    });
    expect(readDeskView({ status: '<script>', level: ['x'], owner: 'you' })).toEqual({
      status: 'open',
      level: undefined,
      owner: undefined,
    });
  });
});

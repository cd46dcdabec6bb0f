import type { InboxItem, IssueList, LiveEvent } from '@kentongan/contracts';
import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cardOf, regionId } from '../testing/cards.js';
import { applyLiveEvent, withCard, withItem } from './apply-live-event.js';
import { connectLive, type LiveState } from './live-connection.js';

const listOf = (...issues: IssueList['issues']): IssueList => ({
  issues,
  nextCursor: null,
  counts: { open: issues.length, snoozed: 0, unacknowledged: 0 },
});
const ids = (list: IssueList | undefined) => list?.issues.map(({ issueId }) => issueId);

describe('a live event about an issue', () => {
  it('replaces the card, and an old event changes nothing', () => {
    const list = listOf(cardOf('a', { version: 5, title: 'now' }));
    expect(withCard(list, cardOf('a', { version: 6, title: 'newer' }), 'open').issues[0]?.title).toBe(
      'newer',
    );
    expect(withCard(list, cardOf('a', { version: 4, title: 'older' }), 'open')).toBe(list);
  });

  it('moves the card between the lists of the desk', () => {
    const queries = new QueryClient();
    queries.setQueryData(['issues', regionId, 'open', {}], listOf(cardOf('a'), cardOf('b')));
    queries.setQueryData(['issues', regionId, 'snoozed', {}], listOf());
    const card = cardOf('a', { version: 2, state: 'snoozed' });
    applyLiveEvent(queries, regionId, { type: 'issue', change: 'snoozed', card });
    expect(ids(queries.getQueryData(['issues', regionId, 'open', {}]))).toEqual(['b']);
    expect(ids(queries.getQueryData(['issues', regionId, 'snoozed', {}]))).toEqual(['a']);
  });

  it('marks everything as out of date after a gap', () => {
    const queries = new QueryClient();
    queries.setQueryData(['issues', regionId, 'open', {}], listOf());
    applyLiveEvent(queries, regionId, { type: 'resync' });
    expect(queries.getQueryState(['issues', regionId, 'open', {}])?.isInvalidated).toBe(true);
  });
});

describe('a live line of the inbox', () => {
  const item = (itemId: string, readAt: string | null = null): InboxItem => ({
    itemId,
    issueId: 'a',
    regionId,
    title: 'Isu a',
    level: 'high',
    why: 'opened',
    at: '2026-11-22T05:00:00.000Z',
    readAt,
  });

  it('is counted once, however often it comes', () => {
    const once = withItem({ items: [], unread: 0 }, item('1'));
    const twice = withItem(once, item('1'));
    expect([twice.items.length, twice.unread]).toEqual([1, 1]);
    expect(withItem(twice, item('1', '2026-11-22T05:01:00.000Z')).unread).toBe(0);
  });
});

class StubSource {
  readyState = 0;
  isClosed = false;
  private readonly target = new EventTarget();
  readonly addEventListener = this.target.addEventListener.bind(this.target);
  readonly dispatchEvent = this.target.dispatchEvent.bind(this.target);
  close() {
    this.isClosed = true;
  }
}

describe('the live connection', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  function connected() {
    const sources: StubSource[] = [];
    const events: LiveEvent[] = [];
    const states: LiveState[] = [];
    let breaks = 0;
    const end = connectLive(
      '/api/live?region=x',
      {
        onEvent: (event) => events.push(event),
        onState: (state) => states.push(state),
        onBreak: () => {
          breaks += 1;
        },
      },
      () => {
        const source = new StubSource();
        sources.push(source);
        return source;
      },
    );
    return { sources, events, states, end, breaks: () => breaks };
  }

  it('hands on what fits and passes over what does not', () => {
    const { sources, events } = connected();
    const send = (type: string, data: string) => sources[0]?.dispatchEvent(new MessageEvent(type, { data }));
    send('issue', JSON.stringify({ type: 'issue', change: 'opened', card: cardOf('a') }));
    send('issue', '{broken');
    send('source', JSON.stringify({ type: 'unheard of' }));
    expect(events.map(({ type }) => type)).toEqual(['issue']);
  });

  it('lets the browser reconnect, and begins anew with a resync when it gave up', () => {
    const { sources, events, states, breaks } = connected();
    sources[0]?.dispatchEvent(new Event('open'));
    sources[0]?.dispatchEvent(new Event('error'));
    vi.advanceTimersByTime(60_000);
    expect(sources.length).toBe(1);

    if (sources[0]) sources[0].readyState = 2;
    sources[0]?.dispatchEvent(new Event('error'));
    vi.advanceTimersByTime(1_100);
    expect(sources.length).toBe(2);
    expect(events).toEqual([{ type: 'resync' }]);
    expect(states).toEqual(['live', 'reconnecting', 'reconnecting']);
    expect(breaks()).toBe(2);
  });

  it('opens nothing more once it was ended', () => {
    const { sources, end } = connected();
    if (sources[0]) sources[0].readyState = 2;
    sources[0]?.dispatchEvent(new Event('error'));
    end();
    vi.advanceTimersByTime(60_000);
    expect(sources.length).toBe(1);
    expect(sources[0]?.isClosed).toBe(true);
  });
});

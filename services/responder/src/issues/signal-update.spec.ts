import { describe, expect, it } from '@jest/globals';
import { Priority } from '@kentongan/contracts';
import { issueOfSignal } from './new-issue.js';
import { statementOf, updateBySignal, withStatement } from './signal-update.js';
import { complaintSignal, fact, hoaxSignal } from './testing/samples.js';

const at = '2026-11-24T03:00:00.000Z';
const later = '2026-11-24T09:00:00.000Z';
const quiet = { surprise: 4, count: 12, distinctAuthors: 6 };
const loud = { surprise: 40, count: 300, distinctAuthors: 200 };
const one = complaintSignal('a', quiet);
const issue = () => ({
  ...issueOfSignal('kota-percobaan', one, null, 'Air bersih di Pedurungan', at),
  stateSince: at,
  dueAt: null,
});

describe('the statement that an issue shows', () => {
  it('is the newest of one event, and of several the louder, later, wider one', () => {
    expect(statementOf(null, one)).toBe(one);
    const second = { ...one, version: 2 };
    expect([statementOf(one, second), statementOf(second, one)]).toEqual([second, second]);
    const high = complaintSignal('b', { level: 'high' });
    expect([statementOf(one, high), statementOf(high, one)]).toEqual([high, high]);
    const after = complaintSignal('c', { windowEnd: later });
    expect([statementOf(one, after), statementOf(after, one)]).toEqual([after, after]);
    const wide = complaintSignal('d', loud);
    expect([statementOf(one, wide), statementOf(wide, one)]).toEqual([wide, wide]);
  });
});

describe('a further statement', () => {
  it('weighs the issue anew, keeps what people decided and never turns time back', () => {
    const record = issue();
    const decided = {
      ...record,
      card: { ...record.card, route: 'complaint' as const, title: 'Judul petugas' },
    };
    const next = withStatement(decided, { ...one, ...loud, version: 2, windowEnd: later }, null);
    expect(next.card).toMatchObject({ route: 'complaint', title: 'Judul petugas', risenAt: later });
    expect(next.card.priority.score).toBeGreaterThan(record.card.priority.score);
    expect(Priority.parse(next.card.priority)).toEqual(next.card.priority);
    const older = withStatement(next, complaintSignal('old', { windowEnd: at }), null);
    expect([older.card.risenAt, older.lastEventAt]).toEqual([later, later]);
  });

  it('brings the fact along and loses it no more', () => {
    const found = withStatement(issue(), hoaxSignal('h'), fact);
    expect([found.card.factId, found.card.factTitle]).toEqual([fact.factId, fact.title]);
    expect(withStatement(found, { ...one, version: 3 }, null).card.factId).toBe(fact.factId);
  });

  it('wakes what rests and opens what is closed only above the level of then', () => {
    const record = issue();
    const of = (
      state: 'closed' | 'snoozed' | 'monitored' | 'published',
      signal: typeof one,
      quietRank: number | null = 0,
    ) => {
      const at = {
        ...record,
        quietRank,
        stateBefore: 'triaged' as const,
        card: { ...record.card, state, route: 'watch' as const },
      };
      const update = updateBySignal(at, signal, null);
      return update.kind === 'counted' ? 'counted' : `${update.change} ${update.next.card.state}`;
    };
    const [still, risen] = [
      { ...one, version: 2 },
      { ...one, ...loud, version: 2 },
    ];
    expect(record.card.priority.level).toBe('low');
    expect([of('closed', still), of('closed', risen)]).toEqual(['counted', 'reopened reopened']);
    expect([of('snoozed', still), of('snoozed', risen)]).toEqual(['signalled snoozed', 'woken triaged']);
    expect([of('monitored', still), of('monitored', risen)]).toEqual([
      'signalled monitored',
      'reopened reopened',
    ]);
    expect(of('published', risen)).toBe('signalled published');
    expect(of('closed', risen, null)).toBe('counted');
  });
});

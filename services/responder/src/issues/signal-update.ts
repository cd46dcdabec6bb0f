import type { Fact, IssueCard, IssueChangeKind, PostType, Signal } from '@kentongan/contracts';
import { joinTraces, rankOfLevel, type TriageInput, tracesOfSignal, triage } from '@kentongan/triage';
import type { IssueRecord } from './issue-record.js';
import type { NextIssue } from './issue-writer.js';

/** What a further statement of the detector makes of an issue; `counted`: it is closed and stays so. */
export type SignalUpdate =
  | { readonly kind: 'counted'; readonly lastEventAt: string }
  | { readonly kind: 'changed'; readonly change: IssueChangeKind; readonly next: NextIssue };

const signalLevels: readonly Signal['level'][] = ['medium', 'high', 'critical'];

/** The statement that an issue shows: a newer one of the same event, else the louder, else the later, else the wider one. */
export function statementOf(shown: Signal | null, given: Signal): Signal {
  if (!shown) return given;
  if (shown.signalId === given.signalId) return given.version > shown.version ? given : shown;
  const louder = signalLevels.indexOf(given.level) - signalLevels.indexOf(shown.level);
  if (louder !== 0) return louder > 0 ? given : shown;
  const later = Date.parse(given.windowEnd) - Date.parse(shown.windowEnd);
  return (later || given.distinctAuthors - shown.distinctAuthors) > 0 ? given : shown;
}

/**
 * Takes a statement into an issue. What is put away comes back only when the level rose: a snoozed or watched issue,
 * and a closed one, which otherwise merely counts.
 */
export function updateBySignal(record: IssueRecord, signal: Signal, fact: Fact | null): SignalUpdate {
  const updated = withStatement(record, signal, fact);
  const { card } = updated;
  const hasRisen = rankOfLevel(card.priority.level) > (record.quietRank ?? Number.POSITIVE_INFINITY);
  switch (card.state) {
    case 'closed':
      if (!hasRisen) return { kind: 'counted', lastEventAt: updated.lastEventAt };
      return changed('reopened', reopened(updated));
    case 'snoozed':
      return hasRisen ? changed('woken', woken(updated)) : changed('signalled', updated);
    case 'monitored':
      return hasRisen && card.route === 'watch'
        ? changed('reopened', reopened(updated))
        : changed('signalled', updated);
    default:
      return changed('signalled', updated);
  }
}

const changed = (change: IssueChangeKind, next: NextIssue): SignalUpdate => ({
  kind: 'changed',
  change,
  next,
});

/** The issue with the statement, its traces and its weight; nothing else. */
export function withStatement(record: NextIssue, given: Signal, fact: Fact | null): NextIssue {
  const signal = statementOf(record.card.signal, given);
  const traces = joinTraces(tracesOfSignal(given), record.traces);
  const factId = fact?.factId ?? record.card.factId;
  const factTitle = fact?.title ?? record.card.factTitle;
  const later = laterOf(given.windowEnd, record.lastEventAt);
  const card: IssueCard = {
    ...record.card,
    signal,
    factId,
    factTitle,
    risenAt: later,
    ...triage(triageInputOf({ ...record.card, signal, factId, factTitle }, record.subjects, [])),
  };
  return { ...record, card, traces, lastEventAt: later };
}

const laterOf = (a: string, b: string): string => (Date.parse(a) > Date.parse(b) ? a : b);

export function triageInputOf(
  { signal, factId, factTitle, route }: Pick<IssueCard, 'signal' | 'factId' | 'factTitle' | 'route'>,
  subjects: readonly string[],
  texts: readonly string[],
  postType: PostType | null = null,
): TriageInput {
  return {
    signal,
    texts,
    subjects,
    postType,
    fact: factId === null ? null : { factId, title: factTitle ?? '' },
    route,
  };
}

/** Nobody has taken it yet: it is new again. */
function reopened(issue: NextIssue): NextIssue {
  return {
    ...issue,
    card: { ...issue.card, state: 'reopened', acknowledgedAt: null },
    closedAt: null,
    dismissal: null,
    quietRank: null,
  };
}

/** Back where it was before it was put off. */
export function woken(issue: NextIssue): NextIssue {
  return {
    ...issue,
    card: { ...issue.card, state: issue.stateBefore ?? 'detected', snoozedUntil: null },
    stateBefore: null,
    quietRank: null,
  };
}

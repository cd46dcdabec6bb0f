import type { IssueCard, PriorityLevel } from '@kentongan/contracts';
import { useCallback, useEffect, useRef, useState } from 'react';

/** What the reader has in front of them: the order stays until they ask for the new one. */
export interface Settled {
  readonly order: readonly string[];
  readonly levels: ReadonlyMap<string, PriorityLevel>;
}

export type Shown = { readonly card: IssueCard; readonly isGone: boolean };

export interface Comparison {
  readonly shown: readonly Shown[];
  /** Not yet on the screen. */
  readonly arrived: readonly IssueCard[];
  /** On the screen, but their level rose since it was laid out. */
  readonly risen: readonly IssueCard[];
}

const rank: Readonly<Record<PriorityLevel, number>> = { low: 0, medium: 1, high: 2, critical: 3 };

export const settle = (issues: readonly IssueCard[]): Settled => ({
  order: issues.map((card) => card.issueId),
  levels: new Map(issues.map((card) => [card.issueId, card.priority.level])),
});

/**
 * Compares the laid-out list with the newest one. A card that left the list stays as a stub in its place
 * (`lastSeen` knows it), unless this person put it away: nothing below it jumps while they read.
 */
export function compare(
  settled: Settled,
  issues: readonly IssueCard[],
  lastSeen: ReadonlyMap<string, IssueCard>,
  putAway: ReadonlySet<string>,
): Comparison {
  const now = new Map(issues.map((card) => [card.issueId, card]));
  const shown = settled.order.flatMap((issueId): Shown[] => {
    const card = now.get(issueId);
    if (card) return [{ card, isGone: false }];
    const seen = lastSeen.get(issueId);
    return seen && !putAway.has(issueId) ? [{ card: seen, isGone: true }] : [];
  });
  const placed = new Set(settled.order);
  return {
    shown,
    arrived: issues.filter((card) => !placed.has(card.issueId)),
    risen: issues.filter((card) => {
      const before = settled.levels.get(card.issueId);
      return before !== undefined && rank[card.priority.level] > rank[before];
    }),
  };
}

/** @param listKey another list (region, status, filter) is laid out anew at once */
export function useSettledList(
  issues: readonly IssueCard[] | undefined,
  listKey: string,
  putAway: ReadonlySet<string>,
) {
  const [held, setHeld] = useState<{ key: string; settled: Settled } | null>(null);
  const lastSeen = useRef(new Map<string, IssueCard>());
  const layOut = useCallback(() => {
    if (issues) setHeld({ key: listKey, settled: settle(issues) });
  }, [issues, listKey]);

  const isOther = held === null || held.key !== listKey;
  const isBlank = !isOther && held.settled.order.length === 0;
  useEffect(() => {
    if (issues && (isOther || (isBlank && issues.length > 0))) layOut();
  }, [issues, isOther, isBlank, layOut]);
  useEffect(() => {
    for (const card of issues ?? []) lastSeen.current.set(card.issueId, card);
  }, [issues]);

  const settled = isOther || isBlank ? settle(issues ?? []) : held.settled;
  return { ...compare(settled, issues ?? [], lastSeen.current, putAway), layOut };
}

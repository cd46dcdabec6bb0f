import type { InboxItem, IssueCard, IssueList, IssueState, LiveEvent } from '@kentongan/contracts';
import type { QueryClient } from '@tanstack/react-query';

export type IssueStatus = 'open' | 'snoozed' | 'done';

interface Inbox {
  readonly items: readonly InboxItem[];
  readonly unread: number;
}

const doneStates: ReadonlySet<IssueState> = new Set([
  'closed',
  'merged',
  'criticism',
  'sp4n',
  'rightOfReply',
]);

/** In which of the desk's three lists an issue stands. */
function statusOf(state: IssueState): IssueStatus {
  if (state === 'snoozed') return 'snoozed';
  return doneStates.has(state) ? 'done' : 'open';
}

/** Puts a newer card in its place, takes it out of a list it left, adds it in front of one it came into. */
export function withCard(list: IssueList, card: IssueCard, status: IssueStatus): IssueList {
  const known = list.issues.find((each) => each.issueId === card.issueId);
  if (known && known.version > card.version) return list;
  const others = () => list.issues.filter((each) => each.issueId !== card.issueId);
  if (statusOf(card.state) !== status) return known ? { ...list, issues: others() } : list;
  if (known) {
    const issues = list.issues.map((each) => (each.issueId === card.issueId ? card : each));
    return { ...list, issues };
  }
  return { ...list, issues: [card, ...list.issues] };
}

/** The same in every list of the region that is in memory. Lists filtered by level or owner are left to the next refresh. */
export function putCard(queries: QueryClient, card: IssueCard): void {
  for (const status of ['open', 'snoozed', 'done'] as const) {
    queries.setQueriesData<IssueList>({ queryKey: ['issues', card.regionId, status] }, (list) =>
      list ? withCard(list, card, status) : list,
    );
  }
}

export function withItem(inbox: Inbox, item: InboxItem): Inbox {
  const known = inbox.items.find((each) => each.itemId === item.itemId);
  const items = [item, ...inbox.items.filter((each) => each.itemId !== item.itemId)];
  const wasUnread = known !== undefined && known.readAt === null;
  const change = Number(item.readAt === null) - Number(wasUnread);
  return { items, unread: Math.max(0, inbox.unread + change) };
}

/** What a live event changes of what is in memory; `resync` fetches everything on the screen anew. */
export function applyLiveEvent(queries: QueryClient, regionId: string, event: LiveEvent): void {
  switch (event.type) {
    case 'issue':
      putCard(queries, event.card);
      refresh(queries, ['issue', event.card.issueId]);
      refresh(queries, ['overview', regionId]);
      return;
    case 'inbox':
      queries.setQueryData<Inbox>(['inbox', event.item.regionId], (inbox) =>
        inbox ? withItem(inbox, event.item) : inbox,
      );
      return;
    case 'source':
      refresh(queries, ['sources', regionId]);
      return;
    case 'resync':
      refresh(queries, []);
      return;
  }
}

function refresh(queries: QueryClient, queryKey: readonly unknown[]): void {
  queries.invalidateQueries({ queryKey }).catch(() => {});
}

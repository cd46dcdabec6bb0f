import type { IssueList } from '@kentongan/contracts';
import { queryOptions } from '@tanstack/react-query';
import { answer, client } from '../api/client.js';
import type { IssueStatus } from '../live/apply-live-event.js';

const pageIssues = 100;

/** One of the desk's three lists. The key begins with region and status: live events find it by them. */
export const issuesQuery = (
  region: string,
  status: IssueStatus,
  filter: { level?: 'low' | 'medium' | 'high' | 'critical'; owner?: 'me' | 'nobody' } = {},
) =>
  queryOptions({
    queryKey: ['issues', region, status, filter],
    queryFn: (): Promise<IssueList> =>
      answer(
        client.GET('/api/issues', { params: { query: { region, status, limit: pageIssues, ...filter } } }),
      ),
  });

/** The line on top of every screen needs the counts alone. Live events find it by the same beginning of its key. */
export const issueCountsQuery = (region: string) =>
  queryOptions({
    queryKey: ['issues', region, 'open', 'counts'],
    queryFn: (): Promise<IssueList> =>
      answer(client.GET('/api/issues', { params: { query: { region, status: 'open', limit: 1 } } })),
  });

export const issueQuery = (issueId: string) =>
  queryOptions({
    queryKey: ['issue', issueId],
    queryFn: () => answer(client.GET('/api/issues/{issueId}', { params: { path: { issueId } } })),
  });

import type { IssueCard, IssueView, MoveBody } from '@kentongan/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { answer, client } from '../api/client.js';
import { ApiFailure } from '../api/failure.js';
import { issueQuery } from '../desk/issue-queries.js';
import { putCard } from '../live/apply-live-event.js';

/** Sends one move; what comes back (also with a refusal: the card as it stands now) goes into memory at once. */
export function useSendMove(): (issueId: string, body: MoveBody) => Promise<IssueView> {
  const queries = useQueryClient();
  return useCallback(
    async (issueId, body) => {
      try {
        const call = client.POST('/api/issues/{issueId}/moves', { params: { path: { issueId } }, body });
        const view = await answer(call);
        queries.setQueryData(issueQuery(issueId).queryKey, view);
        putCard(queries, view.card);
        return view;
      } catch (error) {
        const card = cardIn(error);
        if (card) putCard(queries, card);
        throw error;
      }
    },
    [queries],
  );
}

/** A refused move carries the card as it stands now. */
export function cardIn(error: unknown): IssueCard | null {
  if (!(error instanceof ApiFailure) || error.status !== 409) return null;
  const card = error.details['card'];
  return typeof card === 'object' && card !== null && 'issueId' in card ? (card as IssueCard) : null;
}

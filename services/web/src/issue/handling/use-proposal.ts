import type { DraftProposal } from '@kentongan/contracts';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, client, patientFetch } from '../../api/client.js';
import { isTaken, type ProposedField, proposedFields } from './proposal-fields.js';
import type { Draft } from './use-draft.js';

/** A model may be given two minutes; a little more, so that the server's own words about it arrive. */
const proposalSecondsMax = 130;

export interface Proposing {
  readonly isAsking: boolean;
  readonly error: unknown;
  readonly proposal: DraftProposal | null;
  readonly fields: readonly ProposedField[];
  readonly ask: () => void;
  /** Stops waiting, or puts the proposal away; the draft keeps what was taken. */
  readonly close: () => void;
  readonly take: (fields: readonly ProposedField[]) => void;
  /** What stood in the part before it was taken; null where there is nothing to go back to. */
  readonly before: (field: ProposedField) => string | null;
  readonly putBack: (fields: readonly ProposedField[]) => void;
}

/** A proposal to compare with the draft. It changes the draft only where a person takes it, and that can be undone. */
export function useProposal(issueId: string, draft: Draft): Proposing {
  const [proposal, setProposal] = useState<DraftProposal | null>(null);
  const [taken, setTaken] = useState<Readonly<Record<string, string>>>({});
  const asking = useMutation({
    mutationFn: () =>
      answer(
        client.POST('/api/issues/{issueId}/clarification/proposal', {
          params: { path: { issueId } },
          fetch: patientFetch(proposalSecondsMax),
        }),
      ),
  });
  // What was typed after a part was taken is a person's own: going back would lose it.
  const before = (field: ProposedField) => (isTaken(field) ? (taken[field.field] ?? null) : null);
  return {
    isAsking: asking.isPending,
    error: asking.error,
    proposal,
    fields: proposal ? proposedFields(draft.text, proposal.text) : [],
    ask: () =>
      // Told to the call and not to the mutation: an answer that nobody waits for any more is not shown.
      asking.mutate(undefined, {
        onSuccess: (made) => {
          setTaken({});
          setProposal(made);
        },
      }),
    close: () => {
      asking.reset();
      setProposal(null);
    },
    take: (fields) => {
      const open = fields.filter((each) => !isTaken(each));
      setTaken((known) => ({
        ...known,
        ...Object.fromEntries(open.map((each) => [each.field, each.standing])),
      }));
      for (const { field, proposed } of open) draft.change(field, proposed);
    },
    before,
    putBack: (fields) => {
      for (const each of fields) {
        const value = before(each);
        if (value !== null) draft.change(each.field, emptied(each.field, value));
      }
    },
  };
}

/** What was not chosen is null and not an empty word. */
const emptied = (field: string, value: string): string | null =>
  value === '' && (field === 'agencyId' || field === 'misinformationType') ? null : value;

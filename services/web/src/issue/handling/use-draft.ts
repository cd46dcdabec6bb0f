import type { Clarification, IssueView } from '@kentongan/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../../api/client.js';
import { isConflict, messageOf } from '../../api/failure.js';
import { issueQuery } from '../../desk/issue-queries.js';
import { useNotices } from '../../frame/notices.js';
import { useLanguage } from '../../i18n/use-language.js';
import type { DraftText } from './draft-fields.js';
import { type FieldConflict, isSameText, mergeDrafts, withField } from './draft-merge.js';
import { keepDraft, readKeptDraft } from './kept-draft.js';

interface Held {
  readonly version: number;
  readonly base: DraftText;
  readonly text: DraftText;
  readonly conflicts: readonly FieldConflict[];
}

export interface Draft {
  readonly text: DraftText;
  readonly isChanged: boolean;
  readonly isSaving: boolean;
  readonly conflicts: readonly FieldConflict[];
  readonly change: (field: string, value: unknown) => void;
  /** One field of a conflict: theirs goes into the text, or mine stays. */
  readonly settle: (conflict: FieldConflict, takeTheirs: boolean) => void;
  readonly save: () => void;
  readonly discard: () => void;
}

/** The text that is being written. A newer version on the server is merged in; typed words are never lost. */
export function useDraft(clarification: Clarification): Draft {
  const { issueId, version, text: theirs } = clarification;
  const [held, setHeld] = useState<Held>(() => begin(clarification));
  if (version !== held.version) {
    const { text, conflicts } = mergeDrafts(held.base, held.text, theirs);
    setHeld({ version, base: theirs, text, conflicts });
  }
  const isChanged = !isSameText(held.text, held.base);
  useEffect(() => {
    keepDraft(issueId, isChanged ? { version: held.version, base: held.base, text: held.text } : null);
  }, [issueId, isChanged, held]);
  const saving = useSaveDraft(clarification, (saved) => {
    setHeld({ version: saved.version, base: saved.text, text: saved.text, conflicts: [] });
  });
  return {
    text: held.text,
    isChanged,
    isSaving: saving.isPending,
    conflicts: held.conflicts,
    change: (field, value) =>
      setHeld((before) => ({ ...before, text: withField(before.text, field, value) })),
    settle: (conflict, takeTheirs) =>
      setHeld((before) => ({
        ...before,
        text: takeTheirs ? withField(before.text, conflict.field, conflict.theirs) : before.text,
        conflicts: before.conflicts.filter((each) => each.field !== conflict.field),
      })),
    save: () => saving.mutate({ version: held.version, text: held.text }),
    discard: () => setHeld((before) => ({ ...before, text: before.base, conflicts: [] })),
  };
}

function begin({ issueId, version, text }: Clarification): Held {
  const kept = readKeptDraft(issueId);
  if (!kept) return { version, base: text, text, conflicts: [] };
  return { version, base: text, ...mergeDrafts(kept.base, kept.text, text) };
}

function useSaveDraft({ issueId }: Clarification, onSaved: (saved: Clarification) => void) {
  const { t } = useTranslation();
  const language = useLanguage();
  const queries = useQueryClient();
  const notices = useNotices();
  return useMutation({
    mutationFn: (body: { version: number; text: DraftText }) =>
      answer(client.PUT('/api/issues/{issueId}/clarification', { params: { path: { issueId } }, body })),
    onSuccess: (saved) => {
      onSaved(saved);
      queries.setQueryData(issueQuery(issueId).queryKey, (view: IssueView | undefined) =>
        view ? { ...view, clarification: saved } : view,
      );
      notices.calm(t('saved'));
      return queries.invalidateQueries({ queryKey: issueQuery(issueId).queryKey });
    },
    onError: (error) => {
      notices.problem(messageOf(error, language));
      // The newer text comes with the issue and is merged with what was typed here.
      if (isConflict(error)) return queries.invalidateQueries({ queryKey: issueQuery(issueId).queryKey });
    },
  });
}

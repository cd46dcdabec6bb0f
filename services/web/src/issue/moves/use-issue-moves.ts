import type { IssueCard, MoveBody } from '@kentongan/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isConflict, messageOf } from '../../api/failure.js';
import { issueQuery } from '../../desk/issue-queries.js';
import { useNotices } from '../../frame/notices.js';
import { useCodeWords } from '../../i18n/codes.js';
import { useLanguage } from '../../i18n/use-language.js';
import { cardIn, useSendMove } from '../../moves/use-send-move.js';

export interface IssueMoves {
  readonly isSending: boolean;
  /** What had changed when a move was refused; null when none was. */
  readonly conflict: string | null;
  /** @returns whether it was done; a dialog stays open, with what was typed, when it was not */
  readonly make: (body: MoveBody) => Promise<boolean>;
}

/** Makes a move on the issue that is open; a conflict shows what the issue has become and keeps what was typed. */
export function useIssueMoves(issueId: string): IssueMoves {
  const language = useLanguage();
  const words = useCodeWords();
  const { t } = useTranslation('issue');
  const queries = useQueryClient();
  const notices = useNotices();
  const send = useSendMove();
  const [conflict, setConflict] = useState<string | null>(null);
  const { mutateAsync, isPending } = useMutation({ mutationFn: (body: MoveBody) => send(issueId, body) });

  const make = useCallback(
    async (body: MoveBody): Promise<boolean> => {
      try {
        await mutateAsync(body);
        setConflict(null);
        notices.calm(t('moves.done', { move: words('move', body.move) }));
        return true;
      } catch (error) {
        const message = messageOf(error, language);
        if (!isConflict(error)) {
          notices.problem(message);
          return false;
        }
        const card = cardIn(error);
        setConflict([message, card && nowWords(card, words, t)].filter(Boolean).join(' '));
        notices.problem(message);
        await queries.invalidateQueries({ queryKey: issueQuery(issueId).queryKey });
        return false;
      }
    },
    [mutateAsync, notices, t, words, language, queries, issueId],
  );
  return { isSending: isPending, conflict, make };
}

function nowWords(
  card: IssueCard,
  words: (group: string, code: string) => string,
  t: (key: string, values: Record<string, unknown>) => string,
): string {
  const state = words('state', card.state);
  return card.owner ? t('moves.nowWith', { state, name: card.owner.name }) : t('moves.now', { state });
}

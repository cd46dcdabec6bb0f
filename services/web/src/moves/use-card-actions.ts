import type { DismissReason, IssueCard, IssueView } from '@kentongan/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { currentContact } from '../api/contact.js';
import { isUnreachable, messageOf } from '../api/failure.js';
import { useNotices } from '../frame/notices.js';
import { useCodeWords } from '../i18n/codes.js';
import { useLanguage } from '../i18n/use-language.js';
import { putCard } from '../live/apply-live-event.js';
import type { QueuedMove } from '../offline/offline-queue.js';
import { useOfflineQueue } from '../offline/queue-context.js';
import { useSession } from '../session/session.js';
import { cardIn, useSendMove } from './use-send-move.js';

const undoSeconds = 10;

/** The two decisions of one tap: shown at once, sent in the background, kept when the server is out of reach. */
export function useCardActions(onPutAway?: (issueId: string, isAway: boolean) => void) {
  const { t } = useTranslation('desk');
  const words = useCodeWords();
  const { user } = useSession();
  const queries = useQueryClient();
  const notices = useNotices();
  const deliver = useDelivery();
  const undo = useUndoDismiss(onPutAway);

  const acknowledge = useCallback(
    (card: IssueCard) => {
      const at = new Date().toISOString();
      putCard(queries, { ...card, owner: { userId: user.userId, name: user.name }, acknowledgedAt: at });
      deliver(card, { ...queued(card, at), move: 'acknowledge' }).catch(() => {});
    },
    [queries, user, deliver],
  );

  const dismiss = useCallback(
    (card: IssueCard, dismissReason: DismissReason) => {
      onPutAway?.(card.issueId, true);
      putCard(queries, { ...card, state: 'closed' });
      const sent = deliver(card, {
        ...queued(card, new Date().toISOString()),
        move: 'dismiss',
        dismissReason,
      });
      const close = notices.show({
        words: t('dismissed', { reason: words('dismissReason', dismissReason) }),
        tone: 'calm',
        seconds: undoSeconds,
        action: { label: t('undo'), run: () => undo(card, sent) },
      });
      sent.catch(() => {
        close();
        onPutAway?.(card.issueId, false);
      });
    },
    [queries, deliver, notices, t, words, undo, onPutAway],
  );

  return useMemo(() => ({ acknowledge, dismiss }), [acknowledge, dismiss]);
}

const queued = ({ issueId, title, version }: IssueCard, at: string) => ({ issueId, title, version, at });

/** Sends or queues. Resolves to null when it waits in the queue; on a refusal the card goes back and it is said why. */
function useDelivery(): (card: IssueCard, move: QueuedMove) => Promise<IssueView | null> {
  const { t } = useTranslation('desk');
  const language = useLanguage();
  const queries = useQueryClient();
  const notices = useNotices();
  const send = useSendMove();
  const { queue } = useOfflineQueue();
  return useCallback(
    async (card, move) => {
      const keep = () => {
        if (queue.add(move)) notices.calm(t('queued'));
        return null;
      };
      if (!currentContact().isOnline) return keep();
      try {
        const { version, dismissReason } = move;
        return await send(
          card.issueId,
          dismissReason ? { move: 'dismiss', version, dismissReason } : { move: 'acknowledge', version },
        );
      } catch (error) {
        if (isUnreachable(error)) return keep();
        if (!cardIn(error)) putCard(queries, card);
        notices.problem(messageOf(error, language));
        throw error;
      }
    },
    [queries, notices, send, queue, t, language],
  );
}

function useUndoDismiss(onPutAway?: (issueId: string, isAway: boolean) => void) {
  const language = useLanguage();
  const queries = useQueryClient();
  const notices = useNotices();
  const send = useSendMove();
  const { queue } = useOfflineQueue();
  const undone = useRef(onPutAway);
  undone.current = onPutAway;
  return useCallback(
    (card: IssueCard, sent: Promise<IssueView | null>) => {
      const back = () => {
        undone.current?.(card.issueId, false);
        putCard(queries, card);
      };
      sent
        .then(async (view) => {
          if (view === null && queue.remove(card.issueId)) return back();
          const version = view?.card.version ?? card.version + 1;
          await send(card.issueId, { move: 'undoDismiss', version });
          undone.current?.(card.issueId, false);
        })
        .catch((error: unknown) => notices.problem(messageOf(error, language)));
    },
    [queries, notices, send, queue, language],
  );
}

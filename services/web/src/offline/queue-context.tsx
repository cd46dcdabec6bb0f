import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import { answer, client } from '../api/client.js';
import { contactMade, onContactChange, useContact } from '../api/contact.js';
import { isUnreachable } from '../api/failure.js';
import { putCard } from '../live/apply-live-event.js';
import { OfflineQueue, type QueuedMove, type Refusal, type SendResult } from './offline-queue.js';

interface Queue {
  readonly queue: OfflineQueue;
  readonly refusals: readonly Refusal[];
  readonly forgetRefusals: () => void;
}

const Context = createContext<Queue | null>(null);
const probeSeconds = 10;

/** Holds the decisions made offline, and sends them as soon as the server answers again. */
export function OfflineQueueProvider({ children }: { children: ReactNode }) {
  const queries = useQueryClient();
  const [queue] = useState(() => new OfflineQueue(localStorage));
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);

  useEffect(() => {
    const sendOne = async (move: QueuedMove): Promise<SendResult> => {
      try {
        const view = await answer(
          client.POST('/api/issues/{issueId}/moves', {
            params: { path: { issueId: move.issueId } },
            body: bodyOf(move),
          }),
        );
        putCard(queries, view.card);
        return 'done';
      } catch (error) {
        return isUnreachable(error) ? 'unreachable' : { refused: error };
      }
    };
    const flush = () => {
      queue
        .send(sendOne)
        .then((refused) => {
          if (refused.length > 0) setRefusals((before) => [...before, ...refused]);
          return queries.invalidateQueries();
        })
        .catch(() => {});
    };
    if (queue.list().length > 0) flush();
    return onContactChange(flush);
  }, [queries, queue]);
  useProbe();

  return <Context value={{ queue, refusals, forgetRefusals: () => setRefusals([]) }}>{children}</Context>;
}

/** While the server is out of reach, it is asked again and again, so that nobody has to reload. */
function useProbe(): void {
  const { isOnline } = useContact();
  useEffect(() => {
    if (isOnline) return;
    const timer = setInterval(() => {
      answer(client.GET('/api/session')).then(contactMade, () => {});
    }, probeSeconds * 1_000);
    return () => clearInterval(timer);
  }, [isOnline]);
}

function bodyOf({ move, version, dismissReason }: QueuedMove) {
  return move === 'dismiss' && dismissReason
    ? ({ move: 'dismiss', version, dismissReason } as const)
    : ({ move: 'acknowledge', version } as const);
}

export function useOfflineQueue(): Queue & { readonly moves: readonly QueuedMove[] } {
  const held = useContext(Context);
  if (!held) throw new Error('the offline queue is used outside the frame');
  const moves = useSyncExternalStore(held.queue.onChange, held.queue.list);
  return { ...held, moves };
}

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { contactMade } from '../api/contact.js';
import { sessionQuery } from '../session/session.js';
import { applyLiveEvent } from './apply-live-event.js';
import { connectLive, type LiveState } from './live-connection.js';

const settleSeconds = 3;

/** Keeps what is on the screen up to date for as long as the frame stands. */
export function useLive(regionId: string | undefined): LiveState {
  const queries = useQueryClient();
  const [state, setState] = useState<LiveState>('connecting');
  useEffect(() => {
    if (regionId === undefined) return;
    let settling: ReturnType<typeof setTimeout> | undefined;
    /** Order and counts come from the server: once after a burst of events, not once for each. */
    const settle = () => {
      clearTimeout(settling);
      settling = setTimeout(() => {
        queries.invalidateQueries({ queryKey: ['issues', regionId] }).catch(() => {});
      }, settleSeconds * 1_000);
    };
    const end = connectLive(`/api/live?region=${encodeURIComponent(regionId)}`, {
      onState: (next) => {
        if (next === 'live') {
          contactMade();
          // What happened between loading the screen and this moment came by no event.
          settle();
          queries.invalidateQueries({ queryKey: ['inbox', regionId] }).catch(() => {});
        }
        setState(next);
      },
      onEvent: (event) => {
        applyLiveEvent(queries, regionId, event);
        if (event.type === 'issue') settle();
      },
      onBreak: () => {
        queries.refetchQueries({ queryKey: sessionQuery.queryKey }).catch(() => {});
      },
    });
    return () => {
      clearTimeout(settling);
      end();
    };
  }, [queries, regionId]);
  return state;
}

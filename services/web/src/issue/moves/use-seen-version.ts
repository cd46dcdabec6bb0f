import type { IssueView } from '@kentongan/contracts';
import { useState } from 'react';
import { useSession } from '../../session/session.js';

/** The last thing that another person did. New posts and one's own steps do not make a decision stale. */
export function lastByOthers({ timeline }: Pick<IssueView, 'timeline'>, userId: string): number {
  const others = timeline.filter(({ by }) => by !== null && by.userId !== userId);
  return Math.max(0, ...others.map(({ sequence }) => sequence));
}

/**
 * The version that a decision is made on: as new as may be, but never past a step of another person that happened after
 * this person began. The server then refuses and says what changed. `look`: they have been told, the next try rests on
 * the newest.
 */
export function useSeenVersion(view: IssueView): { readonly version: number; readonly look: () => void } {
  const { user } = useSession();
  const last = lastByOthers(view, user.userId);
  const [seen, setSeen] = useState({ last, version: view.card.version });
  const [mustLook, setMustLook] = useState(false);
  const isSame = seen.last === last;
  if (isSame && seen.version !== view.card.version) setSeen({ last, version: view.card.version });
  if (mustLook && !isSame) {
    setSeen({ last, version: view.card.version });
    setMustLook(false);
  }
  return { version: isSame ? view.card.version : seen.version, look: () => setMustLook(true) };
}

import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react';
import type { Notice } from './notice.js';
import { NoticeBar } from './notice-bar.js';

type Show = (notice: Omit<Notice, 'id'>) => () => void;

const noticesMax = 3;
const Context = createContext<Show>(() => () => {});

/** Short words at the lower edge about what was just done, with at most one way to take it back. */
export function NoticesProvider({ children }: { children: ReactNode }) {
  const [notices, setNotices] = useState<readonly Notice[]>([]);
  const nextId = useRef(1);
  const remove = useCallback(
    (id: number) => setNotices((before) => before.filter((each) => each.id !== id)),
    [],
  );
  const show = useCallback<Show>(
    (notice) => {
      const id = nextId.current++;
      setNotices((before) => [...before, { ...notice, id }].slice(-noticesMax));
      return () => remove(id);
    },
    [remove],
  );
  return (
    <Context value={show}>
      {children}
      <NoticeBar notices={notices} onRemove={remove} />
    </Context>
  );
}

export function useNotices() {
  const show = useContext(Context);
  return useMemo(
    () => ({
      show,
      calm: (words: string) => show({ words, tone: 'calm', seconds: 5 }),
      problem: (words: string) => show({ words, tone: 'problem', seconds: 12 }),
    }),
    [show],
  );
}

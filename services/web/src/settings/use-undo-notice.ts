import { useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNotices } from '../frame/notices.js';

const undoSeconds = 8;

/** Tells what was removed and offers it back, as long as the list it came from is in sight. */
export function useUndoNotice(): (words: string, undo: () => void) => void {
  const { t } = useTranslation('settings');
  const { show } = useNotices();
  const shown = useRef<(() => void)[]>([]);
  useEffect(
    () => () => {
      for (const close of shown.current) close();
    },
    [],
  );
  return useCallback(
    (words, undo) => {
      const action = { label: t('unsaved.undo'), run: undo };
      shown.current.push(show({ words, tone: 'calm', seconds: undoSeconds, action }));
    },
    [t, show],
  );
}

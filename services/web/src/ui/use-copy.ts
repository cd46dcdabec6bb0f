import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useNotices } from '../frame/notices.js';
import { copyText } from './copy-text.js';

/** Copies and says whether it worked. */
export function useCopy(): (text: string | Promise<string>) => void {
  const { t } = useTranslation();
  const notices = useNotices();
  return useCallback(
    (text) => {
      const failed = () => notices.problem(t('copyFailed'));
      copyText(text).then((isDone) => (isDone ? notices.calm(t('copied')) : failed()), failed);
    },
    [notices, t],
  );
}

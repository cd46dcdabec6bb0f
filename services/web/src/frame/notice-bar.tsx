import { Button, CloseButton } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Notice } from './notice.js';
import styles from './notice-bar.module.css';

export function NoticeBar({
  notices,
  onRemove,
}: {
  notices: readonly Notice[];
  onRemove: (id: number) => void;
}) {
  return (
    <div className={styles.bar} role="status" aria-live="polite">
      {notices.map((notice) => (
        <OneNotice key={notice.id} notice={notice} onRemove={() => onRemove(notice.id)} />
      ))}
    </div>
  );
}

function OneNotice({ notice, onRemove }: { notice: Notice; onRemove: () => void }) {
  const { t } = useTranslation();
  const left = useCountdown(notice.seconds, onRemove);
  const act = () => {
    notice.action?.run();
    onRemove();
  };
  return (
    <div className={styles.notice} data-tone={notice.tone}>
      <span>{notice.words}</span>
      {notice.action && (
        <Button variant="white" c="accent.8" size="sm" mih={44} onClick={act}>
          {notice.action.label}
          <span aria-hidden="true">&nbsp;({left})</span>
        </Button>
      )}
      <CloseButton className={styles.close} aria-label={t('close')} onClick={onRemove} />
    </div>
  );
}

function useCountdown(seconds: number, onEnd: () => void): number {
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    if (left <= 0) {
      onEnd();
      return;
    }
    const timer = setTimeout(() => setLeft(left - 1), 1_000);
    return () => clearTimeout(timer);
  }, [left, onEnd]);
  return left;
}

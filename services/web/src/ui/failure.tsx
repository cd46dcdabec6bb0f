import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { messageOf } from '../api/failure.js';
import { useLanguage } from '../i18n/use-language.js';
import styles from './states.module.css';

/** What happened, what is safe, what to do: the server's own words, and a way to try again. */
export function Failure({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <div className={styles.state} role="alert">
      <IconAlertTriangle className={styles.warning} aria-hidden="true" />
      <p className={styles.words}>{messageOf(error, language)}</p>
      {onRetry && (
        <Button variant="default" onClick={onRetry}>
          {t('retry')}
        </Button>
      )}
    </div>
  );
}

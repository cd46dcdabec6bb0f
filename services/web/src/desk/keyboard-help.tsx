import { ActionIcon } from '@mantine/core';
import { IconKeyboard } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '../ui/lazy-part.js';
import styles from './keyboard-help.module.css';
import type { DeskKeys } from './use-desk-keys.js';

const KeyboardDialog = lazyPart(() => import('./keyboard-dialog.js'));

export function KeyboardHelp({ keys }: { keys: DeskKeys }) {
  const { t } = useTranslation('desk');
  return (
    <>
      <ActionIcon className={styles.button} onClick={keys.openHelp} aria-label={t('keys.title')}>
        <IconKeyboard />
      </ActionIcon>
      <KeyboardDialog isWanted={keys.isHelpOpen} keys={keys} />
    </>
  );
}

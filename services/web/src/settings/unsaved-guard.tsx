import { Button, Modal } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import styles from './settings.module.css';

/** Who leaves a section with changes in it is asked once; the browser asks by itself when the page is closed. */
export function UnsavedGuard({ isChanged }: { isChanged: boolean }) {
  const { t } = useTranslation('settings');
  const { t: common } = useTranslation();
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: () => isChanged,
    enableBeforeUnload: () => isChanged,
    disabled: !isChanged,
    withResolver: true,
  });
  return (
    <Modal
      opened={status === 'blocked'}
      onClose={() => reset?.()}
      title={t('unsaved.title')}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <div className={styles.form}>
        <p>{t('unsaved.words')}</p>
        <div className={styles.buttons}>
          <Button mih={44} data-autofocus onClick={() => reset?.()}>
            {t('unsaved.stay')}
          </Button>
          <Button mih={44} variant="default" onClick={() => proceed?.()}>
            {t('unsaved.leave')}
          </Button>
        </div>
      </div>
    </Modal>
  );
}

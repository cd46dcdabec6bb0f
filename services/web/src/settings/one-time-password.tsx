import { Button, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCopy } from '../ui/use-copy.js';
import styles from './settings.module.css';

export interface OneTime {
  readonly name: string;
  readonly userName: string;
  readonly oneTimePassword: string;
}

/** Shown this once; whoever closes it has handed it over. */
export function OneTimePassword({ oneTime, onClose }: { oneTime: OneTime | null; onClose: () => void }) {
  const { t } = useTranslation('settings');
  const { t: common } = useTranslation();
  const copy = useCopy();
  return (
    <Modal
      opened={oneTime !== null}
      onClose={onClose}
      title={t('users.oneTime.title')}
      closeButtonProps={{ 'aria-label': common('close') }}
      closeOnClickOutside={false}
    >
      {oneTime && (
        <div className={styles.form}>
          <p>{t('users.oneTime.words', { name: oneTime.name, userName: oneTime.userName })}</p>
          <p className={styles.password}>{oneTime.oneTimePassword}</p>
          <Button mih={44} onClick={() => copy(oneTime.oneTimePassword)}>
            {common('copy')}
          </Button>
        </div>
      )}
    </Modal>
  );
}
